"""What is said near a decision: who decides, and what the next step is."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

VEDTAK: dict[str, dict[Malform, str]] = {
    "vedtak_soknad": {
        _NB: "Hva som gjelder for deg eller den du spør for, avgjør kommunen i et vedtak, etter en vurdering av hver enkelt. Jeg kan verken avgjøre det eller anslå det.",
        _NN: "Kva som gjeld for deg eller den du spør for, avgjer kommunen i eit vedtak, etter ei vurdering av kvar einskild. Eg kan verken avgjere det eller gjette på det.",
        _EN: "What applies to you, or to the person you ask for, is decided by the municipality in a formal decision, after an individual assessment. I cannot decide or predict it.",
    },
    "vedtak_klage": {
        _NB: "Hva utfallet blir, avgjør kommunen i et vedtak, etter en vurdering av hver enkelt. Jeg kan ikke vurdere saken eller anslå det.",
        _NN: "Kva utfallet blir, avgjer kommunen i eit vedtak, etter ei vurdering av kvar einskild. Eg kan ikkje vurdere saka eller gjette på det.",
        _EN: "The municipality decides the outcome in a formal decision, after an individual assessment. I cannot assess the case or predict it.",
    },
    "vedtak_sak": {
        _NB: "Det kan jeg ikke se, for jeg har ikke tilgang til saker, ventelister eller journaler. Hva som gjelder for hver enkelt, avgjør kommunen i et vedtak.",
        _NN: "Det kan eg ikkje sjå, for eg har ikkje tilgang til saker, ventelister eller journalar. Kva som gjeld for kvar einskild, avgjer kommunen i eit vedtak.",
        _EN: "I cannot see that: I have no access to cases, waiting lists or records. What applies to each person is decided by the municipality in a formal decision.",
    },
    "vedtak_pris": {
        _NB: "Hva det blir for deg eller den du spør for, avgjør kommunen i et vedtak. Jeg kan ikke regne det ut.",
        _NN: "Kva det blir for deg eller den du spør for, avgjer kommunen i eit vedtak. Eg kan ikkje rekne det ut.",
        _EN: "What it will be for you, or for the person you ask for, is decided by the municipality in a formal decision. I cannot calculate it.",
    },
    "vedtak_reglene": {
        _NB: "Dette er det som gjelder generelt:",
        _NN: "Dette er det som gjeld generelt:",
        _EN: "This is what applies in general:",
    },
    "neste_soknad": {
        _NB: "Neste steg: Søk, eller be kommunen om en vurdering. Kommunen har plikt til å veilede deg, og du kan få hjelp med søknaden.",
        _NN: "Neste steg: Søk, eller be kommunen om ei vurdering. Kommunen har plikt til å rettleie deg, og du kan få hjelp med søknaden.",
        _EN: "Next step: apply, or ask the municipality for an assessment. The municipality has a duty to guide you, and you can get help with the application.",
    },
    "vedtak_fag": {
        _NB: "Hva som gjelder i den enkelte saken, avgjør kommunen i et vedtak etter en individuell vurdering. Jeg kan ikke vurdere saken, anslå utfallet eller skrive vedtaket.",
        _NN: "Kva som gjeld i den einskilde saka, avgjer kommunen i eit vedtak etter ei individuell vurdering. Eg kan ikkje vurdere saka, gjette på utfallet eller skrive vedtaket.",
        _EN: "What applies in the individual case is decided by the municipality in a decision after an individual assessment. I cannot assess the case, predict the outcome or write the decision.",
    },
    "neste_fag": {
        _NB: "Neste steg: Kartlegg behovet, hold det opp mot kriteriene, og skriv ned hva du la vekt på. Drøft saken med fagansvarlig eller leder når du er i tvil.",
        _NN: "Neste steg: Kartlegg behovet, hald det opp mot kriteria, og skriv ned kva du la vekt på. Drøft saka med fagansvarleg eller leiar når du er i tvil.",
        _EN: "Next step: map the need, hold it against the criteria, and write down what you gave weight to. Discuss the case with the professional lead or your manager when in doubt.",
    },
    "neste_klage": {
        _NB: "Neste steg: Les fristen i vedtaket ditt, og send klagen til kontoret som skrev det. Kontoret skal hjelpe deg hvis du ber om det. Pasient- og brukerombudet gir gratis råd på 40 50 16 00.",
        _NN: "Neste steg: Les fristen i vedtaket ditt, og send klaga til kontoret som skreiv det. Kontoret skal hjelpe deg dersom du ber om det. Pasient- og brukarombodet gir gratis råd på 40 50 16 00.",
        _EN: "Next step: read the deadline in your decision and send the complaint to the office that wrote it. The office must help you if you ask. The Patient and User Ombud gives free advice on 40 50 16 00.",
    },
    "neste_sak": {
        _NB: "Neste steg: Kontakt saksbehandleren som står i brevet fra kommunen.",
        _NN: "Neste steg: Kontakt sakshandsamaren som står i brevet frå kommunen.",
        _EN: "Next step: contact the caseworker named in the letter from the municipality.",
    },
    "neste_pris": {
        _NB: "Neste steg: Be kommunen regne ut hva det blir for deg. Ikke send opplysninger om inntekt eller helse hit.",
        _NN: "Neste steg: Be kommunen rekne ut kva det blir for deg. Ikkje send opplysningar om inntekt eller helse hit.",
        _EN: "Next step: ask the municipality to calculate what it will be for you. Please do not send details of income or health here.",
    },
    "medisinsk": {
        _NB: "Jeg kan ikke gi medisinske råd. Snakk med fastlegen. Kan det ikke vente til fastlegen åpner, ring legevakta på **116 117**. Er det fare for liv, ring **113**.",
        _NN: "Eg kan ikkje gi medisinske råd. Snakk med fastlegen. Kan det ikkje vente til fastlegen opnar, ring legevakta på **116 117**. Er det fare for liv, ring **113**.",
        _EN: "I cannot give medical advice. Talk to your GP. If it cannot wait until the GP opens, call **116 117**. If life is in danger, call **113**.",
    },
}  # fmt: skip

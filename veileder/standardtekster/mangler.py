"""What is said when something that was asked for is missing."""

from __future__ import annotations

from veileder.domene import Malform

_NB, _NN, _EN = Malform.NB, Malform.NN, Malform.EN

MANGLER: dict[str, dict[Malform, str]] = {
    "uten_grunnlag": {
        _NB: "Det finner jeg ikke noe om i kildene mine, og da vil jeg ikke gjette. Jeg kan svare om kommunens helse- og omsorgstjenester. Gjelder det en slik tjeneste, så prøv med andre ord, eller snakk med et menneske i kommunen.",
        _NN: "Det finn eg ikkje noko om i kjeldene mine, og då vil eg ikkje gjette. Eg kan svare om helse- og omsorgstenestene i kommunen. Gjeld det ei slik teneste, så prøv med andre ord, eller snakk med eit menneske i kommunen.",
        _EN: "I found nothing about that in my sources, so I will not guess. I can answer about municipal health and care services. If it is about one of them, try other words, or talk to a human in the municipality.",
    },
    "uten_grunnlag_andre": {
        _NB: "Det finner jeg ikke noe om i kildene mine, som handler om kommunens helse- og omsorgstjenester. Det ser ut til å høre til {hvem}. Spør der først, eller snakk med et menneske i kommunen hvis du er usikker.",
        _NN: "Det finn eg ikkje noko om i kjeldene mine, som handlar om helse- og omsorgstenestene i kommunen. Det ser ut til å høyre til {hvem}. Spør der først, eller snakk med eit menneske i kommunen om du er usikker.",
        _EN: "I found nothing about that in my sources, which are about municipal health and care services. It seems to belong to {hvem}. Ask there first, or talk to a human in the municipality if you are unsure.",
    },
    "uten_sted": {
        _NB: "Jeg har ingen kilder om {sted}, og da vil jeg ikke gjette på hva som gjelder der. Spør {sted} kommune direkte.",
        _NN: "Eg har ingen kjelder om {sted}, og då vil eg ikkje gjette på kva som gjeld der. Spør {sted} kommune direkte.",
        _EN: "I have no sources about {sted}, so I will not guess what applies there. Please ask the municipality of {sted}.",
    },
    "mangler_pris": {
        _NB: "Prisen {sted} står ikke i kildene mine. Spør kommunen hva som gjelder nå.",
        _NN: "Prisen {sted} står ikkje i kjeldene mine. Spør kommunen kva som gjeld no.",
        _EN: "The price {sted} is not in my sources. Ask the municipality what applies now.",
    },
    "mangler_kontakt": {
        _NB: "Telefonnummeret du spør om, står ikke i kildene mine.",
        _NN: "Telefonnummeret du spør om, står ikkje i kjeldene mine.",
        _EN: "The telephone number you asked for is not in my sources.",
    },
    "mangler_tid": {
        _NB: "Kilden oppgir ikke noe bestemt tidsrom eller noen bestemt frist.",
        _NN: "Kjelda oppgir ikkje noko bestemt tidsrom eller nokon bestemt frist.",
        _EN: "The source gives no exact time or deadline.",
    },
    "mangler_sted_felles": {
        _NB: "Dette er felles regler. Jeg har ingen egne kilder om {sted}.",
        _NN: "Dette er felles reglar. Eg har ingen eigne kjelder om {sted}.",
        _EN: "These are shared rules. I have no sources specific to {sted}.",
    },
    "mangler_tema": {
        _NB: "Det du spør om {tema}, finner jeg ikke svar på i kildene mine.",
        _NN: "Det du spør om {tema}, finn eg ikkje svar på i kjeldene mine.",
        _EN: "I found no answer in my sources to what you asked about {tema}.",
    },
    "annet_tema": {
        _NB: "Svaret handler ikke om {tema}. Spør om det for seg, så leter jeg der.",
        _NN: "Svaret handlar ikkje om {tema}. Spør om det for seg, så leitar eg der.",
        _EN: "This answer is not about {tema}. Ask about that separately, and I will look there.",
    },
    "mangler_del": {
        _NB: "Én del av det du spør om, finner jeg ikke noe om i kildene mine.",
        _NN: "Éin del av det du spør om, finn eg ikkje noko om i kjeldene mine.",
        _EN: "I found nothing in my sources about one part of your question.",
    },
    "gammel_kilde": {
        _NB: "Opplysningen om {kommune} er {alder}. Sjekk med kommunen hva som gjelder nå.",
        _NN: "Opplysninga om {kommune} er {alder}. Sjekk med kommunen kva som gjeld no.",
        _EN: "The information about {kommune} is {alder}. Check with the municipality what applies now.",
    },
    "fra_ar": {_NB: "fra {ar}", _NN: "frå {ar}", _EN: "from {ar}"},
    "udatert": {_NB: "udatert", _NN: "udatert", _EN: "undated"},
    "ulike": {
        _NB: "Kildene er ulike: {hva}. Jeg viser begge, så du kan spørre kommunen hva som gjelder.",
        _NN: "Kjeldene er ulike: {hva}. Eg viser begge, så du kan spørje kommunen kva som gjeld.",
        _EN: "The sources differ: {hva}. I show both, so that you can ask the municipality which applies.",
    },
    "i_kommunen": {_NB: "i {kommune}", _NN: "i {kommune}", _EN: "in {kommune}"},
    "i_din_kommune": {_NB: "i din kommune", _NN: "i kommunen din", _EN: "in your municipality"},
    "velg_kommune": {
        _NB: "Prisen er ulik fra kommune til kommune. Jeg har en pris for {kommuner}. Skriv hvilken kommune du spør om, så viser jeg den.",
        _NN: "Prisen er ulik frå kommune til kommune. Eg har ein pris for {kommuner}. Skriv kva kommune du spør om, så viser eg han.",
        _EN: "The price differs between municipalities. I have one for {kommuner}. Tell me which municipality you ask about, and I will show it.",
    },
}  # fmt: skip

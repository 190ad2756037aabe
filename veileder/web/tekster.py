"""Fixed texts of the web, in bokmål and nynorsk. Both languages hold the same keys."""

from __future__ import annotations

from veileder.domene import Malform

NB: dict[str, str] = {
    "velkomst": (
        "## Hva lurer du på?\n\n"
        "Spør med egne ord om helse- og omsorgstjenester i kommunen. "
        "Svarene er sitert fra felles tjenestebeskrivelser. De er utkast, ikke vedtatt av kommunene. "
        "Du ser alltid hvor det står.\n\n"
        "**Du skriver med en datamaskin (KI).** Den kan ta feil, og den avgjør ingenting. "
        "Ikke skriv navn, fødselsnummer eller andre personopplysninger. [Mer om tjenesten](#om)"
    ),
    "start_1": "Hva koster trygghetsalarm?",
    "start_2": "Hva kan hjemmesykepleien hjelpe med?",
    "start_3": "Hvordan søker jeg om hjemmehjelp?",
    "start_4": "Hvem kan få plass på sykehjem?",
    "undertittel": "Helse- og omsorgstjenester i kommunen",
    "ny_samtale": "Start på nytt",
    "om_tjenesten": "Om tjenesten",
    "kommune": "Kommune",
    "ingen_kommune": "Velg kommune",
    "rolle": "Hvem er du?",
    "rolle_innbygger": "Innbygger eller pårørende",
    "rolle_saksbehandler": "Ansatt i kommunen",
    "menneske": "Snakk med et menneske",
    "heller": "Vil du heller snakke med noen?",
    "vis_kilde": "Vis kilde",
    "valg": "Kommune, rolle og kontakt",
    "nodnummer": "Fare for liv: ring 113",
    "hopp": "Hopp til skrivefeltet",
    "skrivefelt": "Skriv spørsmålet ditt",
    "send": "Send spørsmålet",
    "stopp": "Stopp svaret",
    "til_bunns": "Gå til siste svar",
    "svar_fra": "Svar",
    "du_skrev": "Du skrev",
    "eksempler": "Eller trykk på et spørsmål:",
    "lukk": "Lukk",
    "ja": "Ja, start på nytt",
    "nei": "Nei, fortsett samtalen",
    "ny_sporsmal": "Vil du starte på nytt?",
    "ny_forklaring": "Samtalen du har nå, blir borte fra skjermen. Du kan også slette den hos oss.",
    "kontakt_tittel": "Snakk med et menneske",
    "kontakt_velg": "Hvilken kommune gjelder det? Velg her, så viser vi hvor du kan ringe.",
    "kontakt_ring": "Ring kommunen: {telefon}",
    "kontakt_epost": "E-post",
    "kontakt_apent": "Åpent",
    "kontakt_nett": "Nettsted",
    "kontakt_side": "Les mer hos kommunen",
    "kontakt_mangler_telefon": "Telefon: nummeret mangler hos oss, se nettstedet til kommunen.",
    "kontakt_mangler_alt": "Vi har verken nummer eller nettsted. Ring kommunens sentralbord og be om helse og omsorg.",
    "kontakt_kontrollert": "Opplysningene ble sist kontrollert {dato}.",
    "kontakt_notat": "Dette kan du lese opp når du ringer:",
    "kontakt_feil": "Vi fant ikke kontaktopplysningene nå. Ring kommunens sentralbord og be om helse og omsorg.",
    "kilde_gjelder": "Gjelder for",
    "kilde_felles": "felles for alle kommunene",
    "kilde_felles_tekst": "Felles tekst",
    "kilde_tekst_for": "Tekst for {kommune}",
    "kilde_status": "Status",
    "kilde_utkast": "utkast",
    "kilde_utkast_lang": "Vår tekst. Utkast, ikke vedtatt av kommunen.",
    "kilde_vedtatt": "vedtatt",
    "kilde_gjelder_fra": "Gjelder fra",
    "kilde_dato": "Dato på kilden",
    "kilde_revideres": "Skal ses over",
    "kilde_lenke": "Se siden hos {vert}",
    "kilde_hele": "Les hele teksten her hos oss",
    "kilde_tekst": "Slik står det i kilden. Det svaret bygger på, er uthevet:",
    "for_lang": (
        "Meldingen er for lang for meg: {antall} tegn, og jeg leser høyst {grense}. "
        "Kan du skrive det viktigste med færre ord? Er det fare for liv, ring 113."
    ),
    "for_mange": "Nå kom det mange meldinger på kort tid. Vent et minutt, og prøv igjen. Er det fare for liv, ring 113.",
    "opptatt": "Det er mange som spør akkurat nå. Vent litt, og prøv igjen. Er det fare for liv, ring 113.",
    "tom": "Jeg så ikke noe spørsmål. Skriv gjerne hva du lurer på, med egne ord.",
    "ugyldig": "Den meldingen kunne jeg ikke lese. Skriv spørsmålet ditt i feltet nederst.",
    "valg_utgatt": "Det valget hører til et tidligere spørsmål. Skriv gjerne spørsmålet på nytt.",
    "stoppet": "Svaret ble stoppet.",
    "glemt": "Forbindelsen ble brutt, og jeg husker ikke det vi skrev om. Skriv gjerne hele spørsmålet på nytt.",
    "feilet": (
        "Noe gikk galt hos oss, og jeg fikk ikke laget et svar. Det er ikke noe du har gjort. "
        "Prøv igjen om litt, eller snakk med et menneske. Er det fare for liv, ring 113."
    ),
    "enklere": "Si det enklere",
    "meld_fra": "Meld fra om svaret",
    "meld_ledd": "Var det noe galt med svaret?",
    "meld_grunn": "Hva er galt med svaret? Trykk på det som passer best.",
    "meld_kvittering": (
        "Takk for at du sier fra. Meldingen er lagret, og nummeret er **{nummer}**.\n\n"
        "Skriv ned nummeret hvis du vil se hva som kommer ut av det: [Se meldingen](</melding/{nummer}>). "
        "Du får ikke svar her i chatten. Trenger du hjelp, snakk med et menneske i kommunen. "
        "Meldingen og svaret blir slettet etter {dager} dager."
    ),
    "meld_alt_meldt": "Du har alt meldt fra om dette svaret. Nummeret er **{nummer}**: [Se meldingen](</melding/{nummer}>).",
    "meld_skriv_mer": "Skriv litt mer om det",
    "meld_skriv": "Skriv det i feltet nederst. Ikke skriv navn, fødselsnummer eller andre personopplysninger.",
    "meld_tekst_lagret": "Takk. Det du skrev, er lagret sammen med meldingen {nummer}.",
    "lagring_feilet": (
        "Vi fikk ikke lagret det nå. Det er ikke noe du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Er det fare for liv, ring 113."
    ),
    "skjema_avbryt": "Avbryt",
    "skjema_avbrutt": "Avbrutt. Ingenting mer er lagret. Spør gjerne om noe annet.",
    "skjema_utgatt": "Den knappen hører til noe som er ferdig eller avbrutt.",
    "skjema_hopp": "Hopp over",
    "skjema_send": "Send til kommunen",
    "skjema_sporsmal": "Det så ut som et spørsmål. Trykk «Avbryt» for å stille det, eller svar på dette: {ledd}",
    "kontaktsak": "Be kommunen ta kontakt",
    "kontaktsak_navn": (
        "Du kan legge igjen en henvendelse til {kommune} kommune, så kan de ta kontakt med deg. Jeg spør om fire ting. "
        "Ingenting lagres før du trykker «Send til kommunen». Dette er ikke en søknad, og det passer ikke når det haster. "
        "Er det fare for liv, ring 113. Haster det, ring legevakta på 116 117.\n\n**Hva heter du?**"
    ),
    "kontaktsak_kontaktvei": "**Hvilket telefonnummer eller hvilken e-postadresse når vi deg på?**",
    "kontaktsak_kontaktvei_feil": "Jeg fant verken telefonnummer eller e-postadresse i det du skrev. Prøv en gang til.",
    "kontaktsak_tid": "**Når passer det best at kommunen tar kontakt?** For eksempel «formiddag» eller «etter klokka 16».",
    "kontaktsak_notat": (
        "**Hva gjelder det?** Skriv det kort. Ikke skriv fødselsnummer eller helseopplysninger som ikke trengs."
    ),
    "kontaktsak_bruk_notat": "Bruk spørsmålet jeg stilte",
    "kontaktsak_se_over": "Se over før du sender til {kommune} kommune:",
    "kontaktsak_felt_navn": "Navn",
    "kontaktsak_felt_telefon": "Telefon",
    "kontaktsak_felt_epost": "E-post",
    "kontaktsak_felt_tid": "Passer best",
    "kontaktsak_felt_notat": "Gjelder",
    "kontaktsak_kvittering": (
        "Henvendelsen til {kommune} kommune er lagret. Nummeret er **{nummer}**, som du kan oppgi hvis du ringer.\n\n"
        "{frist} "
        "Det du la igjen, blir slettet {dager} dager etter at kommunen er ferdig med det, og senest etter {hoyst} dager. "
        "Vil du ha det slettet før, så si fra til kommunen og oppgi nummeret."
    ),
    "kontaktsak_frist": "Målet er at noen tar kontakt innen {dato}. Hører du ikke noe da, så ring kommunen.",
    "kontaktsak_uten_frist": "Vi kan ikke love når noen tar kontakt. Hører du ikke noe, så ring kommunen.",
    "kontaktsak_mange": "Du har alt lagt igjen flere henvendelser i denne samtalen. Ring heller kommunen.",
    "slett": "Slett samtalen",
    "slett_sporsmal": (
        "**Vil du slette denne samtalen hos oss?** Spørsmålene, svarene og det du har meldt fra om, blir slettet "
        "med en gang. Det kan ikke angres.\n\n"
        "Ellers blir alt slettet etter {dager} dager. Vil du vite hva som er lagret, så oppgi dette nummeret til kommunen: {id}"
    ),
    "slett_ja": "Ja, slett samtalen",
    "slett_nei": "Nei, behold den",
    "slett_avbrutt": "Samtalen er ikke slettet.",
    "slett_gjort": (
        "Samtalen er slettet hos oss, med svarene og det du hadde meldt fra om. "
        "Du ser den på skjermen til du trykker «Start på nytt» eller lukker siden. Skriver du mer, er det en ny samtale."
    ),
    "slett_kontaktsak": (
        "Henvendelsen du sendte til kommunen, er ikke en del av samtalen og er ikke slettet. "
        "Vil du ha den slettet, så si fra til kommunen og oppgi nummeret."
    ),
    "slett_feilet": (
        "Vi fikk ikke slettet samtalen nå. Det er ikke noe du har gjort. Prøv igjen om litt. "
        "Samtalen blir uansett slettet av seg selv når den er gammel nok."
    ),
    "stengt_tittel": "**Chatten er stengt.**",
    "stengt_standard": "Den er stengt for en stund.",
    "stengt_hjelp": (
        "Trykk «Snakk med et menneske», så viser vi hvor du kan ringe. Er det fare for liv, ring 113. "
        "Trenger du lege og ikke kan vente, ring 116 117."
    ),
    "uten_skript": "Denne siden trenger JavaScript. Er det fare for liv, ring 113. Ellers kan du ringe kommunen.",
    "ikke_klar": (
        "Tjenesten er ikke klar ennå. Prøv igjen om noen minutter, eller ring kommunen. Er det fare for liv, ring 113."
    ),
}
"""Bokmål."""

NN: dict[str, str] = {
    "velkomst": (
        "## Kva lurer du på?\n\n"
        "Spør med eigne ord om helse- og omsorgstenester i kommunen. "
        "Svara er siterte frå felles tenesteskildringar. Dei er utkast, ikkje vedtekne av kommunane. "
        "Du ser alltid kvar det står.\n\n"
        "**Du skriv med ei datamaskin (KI).** Ho kan ta feil, og ho avgjer ingenting. "
        "Ikkje skriv namn, fødselsnummer eller andre personopplysningar. [Meir om tenesta](#om)"
    ),
    "start_1": "Kva kostar tryggleiksalarm?",
    "start_2": "Kva kan heimesjukepleia hjelpe med?",
    "start_3": "Korleis søkjer eg om heimehjelp?",
    "start_4": "Kven kan få plass på sjukeheim?",
    "undertittel": "Helse- og omsorgstenester i kommunen",
    "ny_samtale": "Start på nytt",
    "om_tjenesten": "Om tenesta",
    "kommune": "Kommune",
    "ingen_kommune": "Vel kommune",
    "rolle": "Kven er du?",
    "rolle_innbygger": "Innbyggjar eller pårørande",
    "rolle_saksbehandler": "Tilsett i kommunen",
    "menneske": "Snakk med eit menneske",
    "heller": "Vil du heller snakke med nokon?",
    "vis_kilde": "Vis kjelde",
    "valg": "Kommune, rolle og kontakt",
    "nodnummer": "Fare for liv: ring 113",
    "hopp": "Hopp til skrivefeltet",
    "skrivefelt": "Skriv spørsmålet ditt",
    "send": "Send spørsmålet",
    "stopp": "Stopp svaret",
    "til_bunns": "Gå til siste svar",
    "svar_fra": "Svar",
    "du_skrev": "Du skreiv",
    "eksempler": "Eller trykk på eit spørsmål:",
    "lukk": "Lukk",
    "ja": "Ja, start på nytt",
    "nei": "Nei, hald fram",
    "ny_sporsmal": "Vil du starte på nytt?",
    "ny_forklaring": "Samtalen du har no, blir borte frå skjermen. Du kan òg slette han hos oss.",
    "kontakt_tittel": "Snakk med eit menneske",
    "kontakt_velg": "Kva kommune gjeld det? Vel her, så viser vi kvar du kan ringje.",
    "kontakt_ring": "Ring kommunen: {telefon}",
    "kontakt_epost": "E-post",
    "kontakt_apent": "Ope",
    "kontakt_nett": "Nettstad",
    "kontakt_side": "Les meir hos kommunen",
    "kontakt_mangler_telefon": "Telefon: nummeret manglar hos oss, sjå nettstaden til kommunen.",
    "kontakt_mangler_alt": "Vi har verken nummer eller nettstad. Ring sentralbordet til kommunen og spør etter helse og omsorg.",
    "kontakt_kontrollert": "Opplysningane vart sist kontrollerte {dato}.",
    "kontakt_notat": "Dette kan du lese opp når du ringjer:",
    "kontakt_feil": "Vi fann ikkje kontaktopplysningane no. Ring sentralbordet til kommunen og spør etter helse og omsorg.",
    "kilde_gjelder": "Gjeld for",
    "kilde_felles": "felles for alle kommunane",
    "kilde_felles_tekst": "Felles tekst",
    "kilde_tekst_for": "Tekst for {kommune}",
    "kilde_status": "Status",
    "kilde_utkast": "utkast",
    "kilde_utkast_lang": "Vår tekst. Utkast, ikkje vedteke av kommunen.",
    "kilde_vedtatt": "vedteke",
    "kilde_gjelder_fra": "Gjeld frå",
    "kilde_dato": "Dato på kjelda",
    "kilde_revideres": "Skal sjåast over",
    "kilde_lenke": "Sjå sida hos {vert}",
    "kilde_hele": "Les heile teksten her hos oss",
    "kilde_tekst": "Slik står det i kjelda. Det svaret byggjer på, er utheva:",
    "for_lang": (
        "Meldinga er for lang for meg: {antall} teikn, og eg les høgst {grense}. "
        "Kan du skrive det viktigaste med færre ord? Er det fare for liv, ring 113."
    ),
    "for_mange": "No kom det mange meldingar på kort tid. Vent eit minutt, og prøv igjen. Er det fare for liv, ring 113.",
    "opptatt": "Det er mange som spør akkurat no. Vent litt, og prøv igjen. Er det fare for liv, ring 113.",
    "tom": "Eg såg ikkje noko spørsmål. Skriv gjerne kva du lurer på, med eigne ord.",
    "ugyldig": "Den meldinga kunne eg ikkje lese. Skriv spørsmålet ditt i feltet nedst.",
    "valg_utgatt": "Det valet høyrer til eit tidlegare spørsmål. Skriv gjerne spørsmålet på nytt.",
    "stoppet": "Svaret vart stoppa.",
    "glemt": "Sambandet vart brote, og eg hugsar ikkje det vi skreiv om. Skriv gjerne heile spørsmålet på nytt.",
    "feilet": (
        "Noko gjekk gale hos oss, og eg fekk ikkje laga eit svar. Det er ikkje noko du har gjort. "
        "Prøv igjen om litt, eller snakk med eit menneske. Er det fare for liv, ring 113."
    ),
    "enklere": "Sei det enklare",
    "meld_fra": "Meld frå om svaret",
    "meld_ledd": "Var det noko gale med svaret?",
    "meld_grunn": "Kva er gale med svaret? Trykk på det som passar best.",
    "meld_kvittering": (
        "Takk for at du seier frå. Meldinga er lagra, og nummeret er **{nummer}**.\n\n"
        "Skriv ned nummeret om du vil sjå kva som kjem ut av det: [Sjå meldinga](</melding/{nummer}?malform=nn>). "
        "Du får ikkje svar her i chatten. Treng du hjelp, snakk med eit menneske i kommunen. "
        "Meldinga og svaret blir sletta etter {dager} dagar."
    ),
    "meld_alt_meldt": (
        "Du har alt meldt frå om dette svaret. Nummeret er **{nummer}**: [Sjå meldinga](</melding/{nummer}?malform=nn>)."
    ),
    "meld_skriv_mer": "Skriv litt meir om det",
    "meld_skriv": "Skriv det i feltet nedst. Ikkje skriv namn, fødselsnummer eller andre personopplysningar.",
    "meld_tekst_lagret": "Takk. Det du skreiv, er lagra saman med meldinga {nummer}.",
    "lagring_feilet": (
        "Vi fekk ikkje lagra det no. Det er ikkje noko du har gjort. Prøv igjen om litt, eller ring kommunen. "
        "Er det fare for liv, ring 113."
    ),
    "skjema_avbryt": "Avbryt",
    "skjema_avbrutt": "Avbrote. Ikkje noko meir er lagra. Spør gjerne om noko anna.",
    "skjema_utgatt": "Den knappen høyrer til noko som er ferdig eller avbrote.",
    "skjema_hopp": "Hopp over",
    "skjema_send": "Send til kommunen",
    "skjema_sporsmal": "Det såg ut som eit spørsmål. Trykk «Avbryt» for å stille det, eller svar på dette: {ledd}",
    "kontaktsak": "Be kommunen ta kontakt",
    "kontaktsak_navn": (
        "Du kan leggje att ein førespurnad til {kommune} kommune, så kan dei ta kontakt med deg. Eg spør om fire ting. "
        "Ingenting blir lagra før du trykkjer «Send til kommunen». "
        "Dette er ikkje ein søknad, og det passar ikkje når det hastar. "
        "Er det fare for liv, ring 113. Hastar det, ring legevakta på 116 117.\n\n**Kva heiter du?**"
    ),
    "kontaktsak_kontaktvei": "**Kva telefonnummer eller e-postadresse når vi deg på?**",
    "kontaktsak_kontaktvei_feil": "Eg fann verken telefonnummer eller e-postadresse i det du skreiv. Prøv ein gong til.",
    "kontaktsak_tid": "**Når passar det best at kommunen tek kontakt?** Til dømes «formiddag» eller «etter klokka 16».",
    "kontaktsak_notat": (
        "**Kva gjeld det?** Skriv det kort. Ikkje skriv fødselsnummer eller helseopplysningar som ikkje trengst."
    ),
    "kontaktsak_bruk_notat": "Bruk spørsmålet eg stilte",
    "kontaktsak_se_over": "Sjå over før du sender til {kommune} kommune:",
    "kontaktsak_felt_navn": "Namn",
    "kontaktsak_felt_telefon": "Telefon",
    "kontaktsak_felt_epost": "E-post",
    "kontaktsak_felt_tid": "Passar best",
    "kontaktsak_felt_notat": "Gjeld",
    "kontaktsak_kvittering": (
        "Førespurnaden til {kommune} kommune er lagra. Nummeret er **{nummer}**, som du kan oppgi om du ringjer.\n\n"
        "{frist} "
        "Det du la att, blir sletta {dager} dagar etter at kommunen er ferdig med det, og seinast etter {hoyst} dagar. "
        "Vil du ha det sletta før, så sei frå til kommunen og oppgi nummeret."
    ),
    "kontaktsak_frist": "Målet er at nokon tek kontakt innan {dato}. Høyrer du ikkje noko då, så ring kommunen.",
    "kontaktsak_uten_frist": "Vi kan ikkje love når nokon tek kontakt. Høyrer du ikkje noko, så ring kommunen.",
    "kontaktsak_mange": "Du har alt lagt att fleire førespurnader i denne samtalen. Ring heller kommunen.",
    "slett": "Slett samtalen",
    "slett_sporsmal": (
        "**Vil du slette denne samtalen hos oss?** Spørsmåla, svara og det du har meldt frå om, blir sletta "
        "med ein gong. Det kan ikkje angrast.\n\n"
        "Elles blir alt sletta etter {dager} dagar. Vil du vite kva som er lagra, så oppgi dette nummeret til kommunen: {id}"
    ),
    "slett_ja": "Ja, slett samtalen",
    "slett_nei": "Nei, behald han",
    "slett_avbrutt": "Samtalen er ikkje sletta.",
    "slett_gjort": (
        "Samtalen er sletta hos oss, med svara og det du hadde meldt frå om. "
        "Du ser han på skjermen til du trykkjer «Start på nytt» eller lukkar sida. Skriv du meir, er det ein ny samtale."
    ),
    "slett_kontaktsak": (
        "Førespurnaden du sende til kommunen, er ikkje ein del av samtalen og er ikkje sletta. "
        "Vil du ha han sletta, så sei frå til kommunen og oppgi nummeret."
    ),
    "slett_feilet": (
        "Vi fekk ikkje sletta samtalen no. Det er ikkje noko du har gjort. Prøv igjen om litt. "
        "Samtalen blir uansett sletta av seg sjølv når han er gammal nok."
    ),
    "stengt_tittel": "**Chatten er stengd.**",
    "stengt_standard": "Han er stengd ei stund.",
    "stengt_hjelp": (
        "Trykk «Snakk med eit menneske», så viser vi kvar du kan ringje. Er det fare for liv, ring 113. "
        "Treng du lege og ikkje kan vente, ring 116 117."
    ),
    "uten_skript": "Denne sida treng JavaScript. Er det fare for liv, ring 113. Elles kan du ringje kommunen.",
    "ikke_klar": ("Tenesta er ikkje klar enno. Prøv igjen om nokre minutt, eller ring kommunen. Er det fare for liv, ring 113."),
}
"""Nynorsk."""

SIDETEKSTER = (
    "undertittel",
    "ny_samtale",
    "slett",
    "om_tjenesten",
    "kommune",
    "ingen_kommune",
    "rolle",
    "rolle_innbygger",
    "rolle_saksbehandler",
    "menneske",
    "heller",
    "meld_fra",
    "meld_ledd",
    "vis_kilde",
    "valg",
    "nodnummer",
    "hopp",
    "skrivefelt",
    "send",
    "stopp",
    "til_bunns",
    "svar_fra",
    "du_skrev",
    "eksempler",
    "lukk",
    "ja",
    "nei",
    "ny_sporsmal",
    "ny_forklaring",
)
"""Texts that the page's script shows."""

MANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
"""Names of the months, the same in both languages."""


def tekst(nokkel: str, sprak: Malform = Malform.NB) -> str:
    """Return the text in nynorsk when asked for, in bokmål otherwise."""
    return (NN if sprak is Malform.NN else NB)[nokkel]


def sidetekster(sprak: Malform) -> dict[str, str]:
    """Return the texts that the page's script shows."""
    return {nokkel: tekst(nokkel, sprak) for nokkel in SIDETEKSTER}


def dato(iso: str) -> str:
    """Return «1. januar 2026» for an ISO date; anything else is returned as it stands."""
    deler = iso.split("-")
    if len(deler) != 3 or not all(d.isdigit() for d in deler) or not 1 <= int(deler[1]) <= 12:
        return iso
    return f"{int(deler[2])}. {MANEDER[int(deler[1]) - 1]} {deler[0]}"


def sprak_av(kode: str) -> Malform:
    """Return the language for a browser's language code: nynorsk for nn, bokmål for all else."""
    return Malform.NN if kode.lower().split("-")[0] == "nn" else Malform.NB

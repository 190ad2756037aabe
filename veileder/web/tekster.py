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
    "ny_forklaring": "Samtalen du har nå, blir borte.",
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
    "ny_forklaring": "Samtalen du har no, blir borte.",
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
    "uten_skript": "Denne sida treng JavaScript. Er det fare for liv, ring 113. Elles kan du ringje kommunen.",
    "ikke_klar": ("Tenesta er ikkje klar enno. Prøv igjen om nokre minutt, eller ring kommunen. Er det fare for liv, ring 113."),
}
"""Nynorsk."""

SIDETEKSTER = (
    "undertittel",
    "ny_samtale",
    "om_tjenesten",
    "kommune",
    "ingen_kommune",
    "rolle",
    "rolle_innbygger",
    "rolle_saksbehandler",
    "menneske",
    "heller",
    "vis_kilde",
    "valg",
    "nodnummer",
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

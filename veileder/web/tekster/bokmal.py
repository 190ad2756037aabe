"""The web's fixed texts in bokmål."""

from __future__ import annotations

TEKSTER: dict[str, str] = {
    "velkomst": (
        "## Hva lurer du på?\n\nHer kan du spørre om helse- og omsorgstjenester i kommunen. Du ser alltid hvor "
        "svaret står. Du får ikke vedtak eller helseråd her.\n\n**Du skriver med en datamaskin (KI).** Den kan ta "
        "feil, og den avgjør ingenting.\n\nIkke skriv navn, fødselsnummer eller andre personopplysninger. Alt blir "
        "slettet etter {dager} dager. [Om tjenesten og personvern](#om)"
    ),
    "undertittel": "Helse- og omsorgstjenester i kommunen",
    "ny_samtale": "Start på nytt",
    "om_tjenesten": "Om tjenesten",
    "kommune": "Kommune",
    "ingen_kommune": "Velg kommune",
    "rolle": "Hvem er du?",
    "rolle_innbygger": "Jeg bor her eller er pårørende",
    "rolle_saksbehandler": "Jeg arbeider i kommunen",
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
        "Meldingen er for lang for meg: {antall} tegn, og jeg leser høyst {grense}. Kan du skrive det viktigste med "
        "færre ord? Er det fare for liv, ring 113."
    ),
    "for_mange": "Nå kom det mange meldinger på kort tid. Vent et minutt, og prøv igjen. Er det fare for liv, ring 113.",
    "opptatt": "Det er mange som spør akkurat nå. Vent litt, og prøv igjen. Er det fare for liv, ring 113.",
    "tom": "Jeg så ikke noe spørsmål. Skriv gjerne hva du lurer på, med egne ord.",
    "ugyldig": "Den meldingen kunne jeg ikke lese. Skriv spørsmålet ditt i feltet nederst.",
    "valg_utgatt": "Det valget hører til et tidligere spørsmål. Skriv gjerne spørsmålet på nytt.",
    "stoppet": "Svaret ble stoppet.",
    "glemt": "Forbindelsen ble brutt, og jeg husker ikke det vi skrev om. Skriv gjerne hele spørsmålet på nytt.",
    "feilet": (
        "Noe gikk galt hos oss, og jeg fikk ikke laget et svar. Det er ikke noe du har gjort. Prøv igjen om litt, "
        "eller snakk med et menneske. Er det fare for liv, ring 113."
    ),
    "enklere": "Si det enklere",
    "meld_fra": "Meld fra om svaret",
    "meld_ledd": "Mer du kan gjøre med svaret:",
    "meld_grunn": "Hva er galt med svaret? Trykk på det som passer best.",
    "meld_kvittering": (
        "Takk for at du sier fra. Meldingen er lagret, og nummeret er **{nummer}**.\n\nSkriv ned nummeret hvis du "
        "vil se hva som kommer ut av det: [Se meldingen](</melding/{nummer}>). Du får ikke svar her i chatten. "
        "Trenger du hjelp, snakk med et menneske i kommunen. Meldingen og svaret blir slettet etter {dager} dager."
    ),
    "meld_alt_meldt": "Du har alt meldt fra om dette svaret. Nummeret er **{nummer}**: [Se meldingen](</melding/{nummer}>).",
    "meld_skriv_mer": "Skriv litt mer om det",
    "meld_skriv": "Skriv det i feltet nederst. Ikke skriv navn, fødselsnummer eller andre personopplysninger.",
    "meld_tekst_lagret": "Takk. Det du skrev, er lagret sammen med meldingen {nummer}.",
    "lagring_feilet": (
        "Vi fikk ikke lagret det nå. Det er ikke noe du har gjort. Prøv igjen om litt, eller ring kommunen. Er det "
        "fare for liv, ring 113."
    ),
    "skjema_avbryt": "Avbryt",
    "skjema_avbrutt": "Avbrutt. Ingenting mer er lagret. Spør gjerne om noe annet.",
    "skjema_utgatt": "Den knappen hører til noe som er ferdig eller avbrutt.",
    "skjema_hopp": "Hopp over",
    "skjema_send": "Send til kommunen",
    "skjema_sporsmal": "Det så ut som et spørsmål. Trykk «Avbryt» for å stille det, eller svar på dette: {ledd}",
    "kontaktsak": "Be kommunen ta kontakt",
    "kontaktsak_navn": (
        "Du kan legge igjen en henvendelse til {kommune} kommune, så kan de ta kontakt med deg. Jeg spør om noen få "
        "ting. Ingenting lagres før du trykker «Send til kommunen». Dette er ikke en søknad, og det passer ikke når "
        "det haster. Er det fare for liv, ring 113. Haster det, ring legevakta på 116 117.\n\n**Hva heter du?**"
    ),
    "kontaktsak_kontaktvei": "**Hvilket telefonnummer eller hvilken e-postadresse når vi deg på?**",
    "kontaktsak_kontaktvei_feil": "Jeg fant verken telefonnummer eller e-postadresse i det du skrev. Prøv en gang til.",
    "kontaktsak_tid": "**Når passer det best at kommunen tar kontakt?** For eksempel «formiddag» eller «etter klokka 16».",
    "kontaktsak_notat": "**Hva gjelder det?** Skriv det kort. Ikke skriv fødselsnummer eller helseopplysninger som ikke trengs.",
    "kontaktsak_bruk_notat": "Bruk spørsmålet jeg stilte",
    "kontaktsak_se_over": "Se over før du sender til {kommune} kommune:",
    "kontaktsak_felt_navn": "Navn",
    "kontaktsak_felt_telefon": "Telefon",
    "kontaktsak_felt_epost": "E-post",
    "kontaktsak_felt_tid": "Passer best",
    "kontaktsak_felt_notat": "Gjelder",
    "kontaktsak_kvittering": (
        "Henvendelsen til {kommune} kommune er lagret. Nummeret er **{nummer}**, som du kan oppgi hvis du ringer.\n\n"
        "{frist} Det du la igjen, blir slettet {dager} dager etter at kommunen er ferdig med det, og senest etter "
        "{hoyst} dager. Vil du ha det slettet før, så si fra til kommunen og oppgi nummeret."
    ),
    "kontaktsak_frist": "Målet er at noen tar kontakt innen {dato}. Hører du ikke noe da, så ring kommunen.",
    "kontaktsak_uten_frist": "Vi kan ikke love når noen tar kontakt. Hører du ikke noe, så ring kommunen.",
    "kontaktsak_mange": "Du har alt lagt igjen flere henvendelser i denne samtalen. Ring heller kommunen.",
    "slett": "Slett samtalen",
    "slett_sporsmal": (
        "**Vil du slette denne samtalen hos oss?** Spørsmålene, svarene og det du har meldt fra om, blir slettet med "
        "en gang. Det kan ikke angres.\n\nEllers blir alt slettet etter {dager} dager. Vil du vite hva som er "
        "lagret, så oppgi dette nummeret til kommunen: {id}"
    ),
    "slett_ja": "Ja, slett samtalen",
    "slett_nei": "Nei, behold den",
    "slett_avbrutt": "Samtalen er ikke slettet.",
    "slett_gjort": (
        "Samtalen er slettet hos oss, med svarene og det du hadde meldt fra om. Du ser den på skjermen til du "
        "trykker «Start på nytt» eller lukker siden. Skriver du mer, er det en ny samtale."
    ),
    "slett_kontaktsak": (
        "Henvendelsen du sendte til kommunen, er ikke en del av samtalen og er ikke slettet. Vil du ha den slettet, "
        "så si fra til kommunen og oppgi nummeret."
    ),
    "slett_feilet": (
        "Vi fikk ikke slettet samtalen nå. Det er ikke noe du har gjort. Prøv igjen om litt. Samtalen blir uansett "
        "slettet av seg selv når den er gammel nok."
    ),
    "stengt_tittel": "**Chatten er stengt.**",
    "stengt_standard": "Den er stengt for en stund.",
    "stengt_hjelp": (
        "Trykk «Snakk med et menneske», så viser vi hvor du kan ringe. Er det fare for liv, ring 113. Trenger du "
        "lege og ikke kan vente, ring 116 117."
    ),
    "laster": "Chatten åpnes …",
    "laster_tregt": "Går det tregt? Bruk den enkle siden",
    "uten_skript": "Denne siden trenger JavaScript. Er det fare for liv, ring 113. Ellers kan du ringe kommunen.",
    "ikke_klar": "Tjenesten er ikke klar ennå. Prøv igjen om noen minutter, eller ring kommunen. Er det fare for liv, ring 113.",
    "sprak": "Språk",
    "meny": "Meny",
    "videre": "Vil du vite mer?",
    "vis_for_saksbehandler": "Vis for saksbehandler",
    "vis_for_innbygger": "Vis for innbygger",
    "svar_for_saksbehandler": "**Slik er svaret for en saksbehandler:**",
    "svar_for_innbygger": "**Slik er svaret for en innbygger:**",
    "kopier": "Kopier svaret",
    "kopiert": "Kopiert. Nå kan du lime det inn et annet sted.",
    "kopi_feilet": "Vi fikk ikke kopiert det. Merk teksten og kopier den selv.",
    "kopi_kilder": "Kilder:",
    "kopi_laget": "Hentet fra Veileder {dato}. Svaret er laget av en datamaskin (KI) og avgjør ingenting.",
    "skriv_ut": "Skriv ut",
    "lokal_egen": "{kommune} har egen tekst om dette.",
    "lokal_andre": "{kommune} har egen tekst om dette. Velg kommune øverst for å se hva som gjelder der.",
    "og": "og",
    "kilde_nr": "Kilde {nr}: {tittel}",
    "kilde_sti": "Står i",
    "andre_tekster": "Andre tekster vi så på",
    "andre_forklaring": "Vi leste disse også, men brukte dem ikke i svaret:",
    "kontakt_apen": "Åpent nå, til kl. {til}.",
    "kontakt_stengt": "Stengt nå.",
    "kontakt_stengt_na": "Stengt nå. Åpner {dag} kl. {fra}.",
    "kontakt_stengt_dag": "Stengt i dag ({grunn}). Åpner {dag} kl. {fra}.",
    "kontakt_egen_dag": "kommunens egen fridag",
    "kontakt_tid_ukjent": "Vi kjenner ikke åpningstiden. Se nettstedet til kommunen, eller prøv å ringe på dagtid.",
    "kontakt_svartid": "Du kan også be kommunen ta kontakt. Målet er at noen gjør det innen {dager} arbeidsdager.",
    "idag": "i dag",
    "imorgen": "i morgen",
    "notat_bruk": "Rett eller send notatet",
    "notat_tittel": "Notat til kommunen",
    "notat_forklaring": "Les gjennom, og rett det du vil. Ingenting er sendt ennå.",
    "notat_kopier": "Kopier notatet",
    "notat_skriv_ut": "Skriv ut notatet",
    "notat_send": "Send til kommunen",
    "notat_godkjent": "Notatet ditt følger med.",
    "notat_start": "Jeg har spurt Veileder om dette:",
    "notat_besvart": "fikk svar",
    "notat_delvis": "fikk bare svar på noe av det",
    "notat_uten_grunnlag": "fant ikke svar",
    "notat_overlevert": "må kommunen svare på",
    "brudd": (
        "Vi har mistet kontakten med tjenesten og prøver igjen av oss selv. Det du har skrevet, blir stående. Er det "
        "fare for liv, ring 113."
    ),
    "tilbake": "Vi har kontakt igjen.",
    "treg": "Det tar lengre tid enn vanlig. Du trenger ikke å gjøre noe. Haster det, ring kommunen.",
    "lagt_tilbake": "Spørsmålet ditt ble ikke besvart. Vi la det tilbake i feltet, så du kan sende det på nytt.",
    "klikk_feilet": "Vi fikk ikke gjort det nå. Prøv igjen om litt.",
    "om_uten_modell": "Ingenting sendes ut av kommunen.",
    "om_med_modell": (
        "Svaret formuleres av en språkmodell. "
        "Den får spørsmålet etter at vi har prøvd å fjerne personopplysninger."
    ),
}
"""Text by name; every language holds the same names with the same fields."""

"""The web's fixed texts in nynorsk."""

from __future__ import annotations

TEKSTER: dict[str, str] = {
    "velkomst": (
        "## Kva lurer du på?\n\nHer kan du spørje om helse- og omsorgstenester i kommunen. Du ser alltid kvar svaret "
        "står. Du får ikkje vedtak eller helseråd her.\n\n**Du skriv med ei datamaskin (KI).** Ho kan ta feil, og ho "
        "avgjer ingenting.\n\nIkkje skriv namn, fødselsnummer eller andre personopplysningar. Alt blir sletta etter "
        "{dager} dagar. [Om tenesta og personvern](#om)"
    ),
    "undertittel": "Helse- og omsorgstenester i kommunen",
    "ny_samtale": "Start på nytt",
    "om_tjenesten": "Om tenesta",
    "kommune": "Kommune",
    "ingen_kommune": "Vel kommune",
    "rolle": "Kven er du?",
    "rolle_innbygger": "Eg bur her eller er pårørande",
    "rolle_saksbehandler": "Eg arbeider i kommunen",
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
        "Meldinga er for lang for meg: {antall} teikn, og eg les høgst {grense}. Kan du skrive det viktigaste med "
        "færre ord? Er det fare for liv, ring 113."
    ),
    "for_mange": "No kom det mange meldingar på kort tid. Vent eit minutt, og prøv igjen. Er det fare for liv, ring 113.",
    "opptatt": "Det er mange som spør akkurat no. Vent litt, og prøv igjen. Er det fare for liv, ring 113.",
    "tom": "Eg såg ikkje noko spørsmål. Skriv gjerne kva du lurer på, med eigne ord.",
    "ugyldig": "Den meldinga kunne eg ikkje lese. Skriv spørsmålet ditt i feltet nedst.",
    "valg_utgatt": "Det valet høyrer til eit tidlegare spørsmål. Skriv gjerne spørsmålet på nytt.",
    "stoppet": "Svaret vart stoppa.",
    "glemt": "Sambandet vart brote, og eg hugsar ikkje det vi skreiv om. Skriv gjerne heile spørsmålet på nytt.",
    "feilet": (
        "Noko gjekk gale hos oss, og eg fekk ikkje laga eit svar. Det er ikkje noko du har gjort. Prøv igjen om "
        "litt, eller snakk med eit menneske. Er det fare for liv, ring 113."
    ),
    "enklere": "Sei det enklare",
    "meld_fra": "Meld frå om svaret",
    "meld_ledd": "Meir du kan gjere med svaret:",
    "meld_grunn": "Kva er gale med svaret? Trykk på det som passar best.",
    "meld_kvittering": (
        "Takk for at du seier frå. Meldinga er lagra, og nummeret er **{nummer}**.\n\nSkriv ned nummeret om du vil "
        "sjå kva som kjem ut av det: [Sjå meldinga](</melding/{nummer}?malform=nn>). Du får ikkje svar her i "
        "chatten. Treng du hjelp, snakk med eit menneske i kommunen. Meldinga og svaret blir sletta etter {dager} "
        "dagar."
    ),
    "meld_alt_meldt": (
        "Du har alt meldt frå om dette svaret. Nummeret er **{nummer}**: [Sjå "
        "meldinga](</melding/{nummer}?malform=nn>)."
    ),
    "meld_skriv_mer": "Skriv litt meir om det",
    "meld_skriv": "Skriv det i feltet nedst. Ikkje skriv namn, fødselsnummer eller andre personopplysningar.",
    "meld_tekst_lagret": "Takk. Det du skreiv, er lagra saman med meldinga {nummer}.",
    "lagring_feilet": (
        "Vi fekk ikkje lagra det no. Det er ikkje noko du har gjort. Prøv igjen om litt, eller ring kommunen. Er det "
        "fare for liv, ring 113."
    ),
    "skjema_avbryt": "Avbryt",
    "skjema_avbrutt": "Avbrote. Ikkje noko meir er lagra. Spør gjerne om noko anna.",
    "skjema_utgatt": "Den knappen høyrer til noko som er ferdig eller avbrote.",
    "skjema_hopp": "Hopp over",
    "skjema_send": "Send til kommunen",
    "skjema_sporsmal": "Det såg ut som eit spørsmål. Trykk «Avbryt» for å stille det, eller svar på dette: {ledd}",
    "kontaktsak": "Be kommunen ta kontakt",
    "kontaktsak_navn": (
        "Du kan leggje att ein førespurnad til {kommune} kommune, så kan dei ta kontakt med deg. Eg spør om nokre få "
        "ting. Ingenting blir lagra før du trykkjer «Send til kommunen». Dette er ikkje ein søknad, og det passar "
        "ikkje når det hastar. Er det fare for liv, ring 113. Hastar det, ring legevakta på 116 117.\n\n**Kva heiter "
        "du?**"
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
        "{frist} Det du la att, blir sletta {dager} dagar etter at kommunen er ferdig med det, og seinast etter "
        "{hoyst} dagar. Vil du ha det sletta før, så sei frå til kommunen og oppgi nummeret."
    ),
    "kontaktsak_frist": "Målet er at nokon tek kontakt innan {dato}. Høyrer du ikkje noko då, så ring kommunen.",
    "kontaktsak_uten_frist": "Vi kan ikkje love når nokon tek kontakt. Høyrer du ikkje noko, så ring kommunen.",
    "kontaktsak_mange": "Du har alt lagt att fleire førespurnader i denne samtalen. Ring heller kommunen.",
    "slett": "Slett samtalen",
    "slett_sporsmal": (
        "**Vil du slette denne samtalen hos oss?** Spørsmåla, svara og det du har meldt frå om, blir sletta med ein "
        "gong. Det kan ikkje angrast.\n\nElles blir alt sletta etter {dager} dagar. Vil du vite kva som er lagra, så "
        "oppgi dette nummeret til kommunen: {id}"
    ),
    "slett_ja": "Ja, slett samtalen",
    "slett_nei": "Nei, behald han",
    "slett_avbrutt": "Samtalen er ikkje sletta.",
    "slett_gjort": (
        "Samtalen er sletta hos oss, med svara og det du hadde meldt frå om. Du ser han på skjermen til du trykkjer "
        "«Start på nytt» eller lukkar sida. Skriv du meir, er det ein ny samtale."
    ),
    "slett_kontaktsak": (
        "Førespurnaden du sende til kommunen, er ikkje ein del av samtalen og er ikkje sletta. Vil du ha han sletta, "
        "så sei frå til kommunen og oppgi nummeret."
    ),
    "slett_feilet": (
        "Vi fekk ikkje sletta samtalen no. Det er ikkje noko du har gjort. Prøv igjen om litt. Samtalen blir uansett "
        "sletta av seg sjølv når han er gammal nok."
    ),
    "stengt_tittel": "**Chatten er stengd.**",
    "stengt_standard": "Han er stengd ei stund.",
    "stengt_hjelp": (
        "Trykk «Snakk med eit menneske», så viser vi kvar du kan ringje. Er det fare for liv, ring 113. Treng du "
        "lege og ikkje kan vente, ring 116 117."
    ),
    "laster": "Chatten blir opna …",
    "laster_tregt": "Går det tregt? Bruk den enkle sida",
    "uten_skript": "Denne sida treng JavaScript. Er det fare for liv, ring 113. Elles kan du ringje kommunen.",
    "ikke_klar": "Tenesta er ikkje klar enno. Prøv igjen om nokre minutt, eller ring kommunen. Er det fare for liv, ring 113.",
    "sprak": "Språk",
    "meny": "Meny",
    "videre": "Vil du vite meir?",
    "vis_for_saksbehandler": "Vis for saksbehandlar",
    "vis_for_innbygger": "Vis for innbyggjar",
    "svar_for_saksbehandler": "**Slik er svaret for ein saksbehandlar:**",
    "svar_for_innbygger": "**Slik er svaret for ein innbyggjar:**",
    "kopier": "Kopier svaret",
    "kopiert": "Kopiert. No kan du lime det inn ein annan stad.",
    "kopi_feilet": "Vi fekk ikkje kopiert det. Merk teksten og kopier han sjølv.",
    "kopi_kilder": "Kjelder:",
    "kopi_laget": "Henta frå Veileder {dato}. Svaret er laga av ei datamaskin (KI) og avgjer ingenting.",
    "skriv_ut": "Skriv ut",
    "lokal_egen": "{kommune} har eigen tekst om dette.",
    "lokal_andre": "{kommune} har eigen tekst om dette. Vel kommune øvst for å sjå kva som gjeld der.",
    "og": "og",
    "kilde_nr": "Kjelde {nr}: {tittel}",
    "kilde_sti": "Står i",
    "andre_tekster": "Andre tekstar vi såg på",
    "andre_forklaring": "Vi las desse òg, men brukte dei ikkje i svaret:",
    "kontakt_apen": "Ope no, til kl. {til}.",
    "kontakt_stengt": "Stengt no.",
    "kontakt_stengt_na": "Stengt no. Opnar {dag} kl. {fra}.",
    "kontakt_stengt_dag": "Stengt i dag ({grunn}). Opnar {dag} kl. {fra}.",
    "kontakt_egen_dag": "kommunen sin eigen fridag",
    "kontakt_tid_ukjent": "Vi kjenner ikkje opningstida. Sjå nettstaden til kommunen, eller prøv å ringje på dagtid.",
    "kontakt_svartid": "Du kan òg be kommunen ta kontakt. Målet er at nokon gjer det innan {dager} arbeidsdagar.",
    "idag": "i dag",
    "imorgen": "i morgon",
    "notat_bruk": "Rett eller send notatet",
    "notat_tittel": "Notat til kommunen",
    "notat_forklaring": "Les gjennom, og rett det du vil. Ingenting er sendt enno.",
    "notat_kopier": "Kopier notatet",
    "notat_skriv_ut": "Skriv ut notatet",
    "notat_send": "Send til kommunen",
    "notat_godkjent": "Notatet ditt følgjer med.",
    "notat_start": "Eg har spurt Veileder om dette:",
    "notat_besvart": "fekk svar",
    "notat_delvis": "fekk berre svar på noko av det",
    "notat_uten_grunnlag": "fann ikkje svar",
    "notat_overlevert": "må kommunen svare på",
    "brudd": (
        "Vi har mista kontakten med tenesta og prøver igjen av oss sjølve. Det du har skrive, blir ståande. Er det "
        "fare for liv, ring 113."
    ),
    "tilbake": "Vi har kontakt igjen.",
    "treg": "Det tek lengre tid enn vanleg. Du treng ikkje gjere noko. Hastar det, ring kommunen.",
    "lagt_tilbake": "Spørsmålet ditt vart ikkje svart på. Vi la det tilbake i feltet, så du kan sende det på nytt.",
    "klikk_feilet": "Vi fekk ikkje gjort det no. Prøv igjen om litt.",
    "om_uten_modell": "Ingenting blir sendt ut av kommunen.",
    "om_med_modell": (
        "Svaret blir formulert av ein språkmodell. "
        "Han får spørsmålet etter at vi har prøvd å fjerne personopplysningar."
    ),
}
"""Text by name; every language holds the same names with the same fields."""

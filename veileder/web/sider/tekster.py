"""Fixed texts of the pages: bokmål first, nynorsk beside it."""

from __future__ import annotations

from veileder.domene import Malform
from veileder.web.tekster import MANEDER

TEKSTER: dict[str, tuple[str, str]] = {
    # the frame
    "undertittel": ("Helse- og omsorgstjenester i kommunen", "Helse- og omsorgstenester i kommunen"),
    "hopp": ("Hopp til innholdet", "Hopp til innhaldet"),
    "nod": ("Fare for liv: ring 113", "Fare for liv: ring 113"),
    "meny": ("Hovedmeny", "Hovudmeny"),
    "sporr": ("Still et spørsmål", "Still eit spørsmål"),
    "enkel": ("Still et spørsmål uten chat", "Still eit spørsmål utan chat"),
    "tjenester": ("Tjenester", "Tenester"),
    "veileder": ("For saksbehandlere", "For saksbehandlarar"),
    "sammenlign": ("Sammenlign kommuner", "Samanlikn kommunar"),
    "sammenlign_kort": ("Sammenlign", "Samanlikn"),
    "sok": ("Søk", "Søk"),
    "sok_etikett": ("Søk i tjenester og veileder", "Søk i tenester og rettleiar"),
    "annet_malform": ("Les på nynorsk", "Les på bokmål"),
    "bare_bokmal": ("Denne siden finnes bare på bokmål.", "Denne sida finst berre på bokmål."),
    "bare_nynorsk": ("Denne siden finnes bare på nynorsk.", "Denne sida finst berre på nynorsk."),
    "velg_kommune": ("Kommune", "Kommune"),
    "ingen_kommune": ("Velg kommune", "Vel kommune"),
    "vis": ("Vis", "Vis"),
    "kommune_hjelp": (
        "Velg kommunen du bor i, så ser du også det som bare gjelder der.",
        "Vel kommunen du bur i, så ser du også det som berre gjeld der.",
    ),
    "saerskilt_i": ("Dette er særskilt i {kommune}:", "Dette er særskilt i {kommune}:"),
    "ikke_saerskilt_i": (
        "Vi har ingen egne opplysninger fra {kommune} om dette. Her er det som er felles.",
        "Vi har ingen eigne opplysningar frå {kommune} om dette. Her er det som er felles.",
    ),
    "sammenlign_sum": (
        "Til sammen mangler {mangler} opplysninger. {gamle} har gammel eller udatert kilde, og {lokale} er oppdatert.",
        "Til saman manglar {mangler} opplysningar. {gamle} har gammal eller udatert kjelde, og {lokale} er oppdaterte.",
    ),
    "fot": (
        "Tekstene er felles for kommunene. Kommunen din avgjør saken din i et vedtak.",
        "Tekstane er felles for kommunane. Kommunen din avgjer saka di i eit vedtak.",
    ),
    "ekstern": (
        "Piltegnet ↗ betyr at lenken går til et annet nettsted.",
        "Pilteiknet ↗ tyder at lenkja går til ein annan nettstad.",
    ),
    "hentet": (
        "Skrevet ut fra Veileder. Teksten er slik den sto {dato}.",
        "Skrive ut frå Veileder. Teksten er slik han stod {dato}.",
    ),
    # a document
    "innhold": ("Innhold på siden", "Innhald på sida"),
    "fakta": ("Om teksten", "Om teksten"),
    "utkast": ("Utkast. Teksten er ikke vedtatt av kommunene.", "Utkast. Teksten er ikkje vedteken av kommunane."),
    "utkast_lokal": ("Teksten er et utkast.", "Teksten er eit utkast."),
    "vedtatt": ("Vedtatt.", "Vedteken."),
    "gjelder_fra": ("Ment å gjelde fra", "Meint å gjelde frå"),
    "gjelder_fra_vedtatt": ("Gjelder fra", "Gjeld frå"),
    "revideres": ("Skal sees over innen", "Skal sjåast over innan"),
    "revideres_passert": ("Skulle vært sett over innen", "Skulle vore sett over innan"),
    "skrevet_for": ("Skrevet for", "Skriven for"),
    "innbygger": ("innbyggere og pårørende", "innbyggjarar og pårørande"),
    "saksbehandler": ("saksbehandlere i kommunen", "saksbehandlarar i kommunen"),
    "kilde": ("Kilde", "Kjelde"),
    "gjelder_bare": ("Gjelder bare i {kommune}", "Gjeld berre i {kommune}"),
    "felles_tekst": ("Felles for alle kommunene", "Felles for alle kommunane"),
    "kilde_ar": ("opplysningen er fra {dato}", "opplysninga er frå {dato}"),
    "kilde_udatert": ("siden oppgir ingen dato", "sida oppgir ingen dato"),
    "kan_vaere_gammel": ("Opplysningen kan være gammel. Spør kommunen.", "Opplysninga kan vere gammal. Spør kommunen."),
    "mangler_her": (
        "Vi har ikke noe fra {kommune} om dette. Det kan være annerledes der. Spør kommunen.",
        "Vi har ikkje noko frå {kommune} om dette. Det kan vere annleis der. Spør kommunen.",
    ),
    "ord": ("Ord som er forklart", "Ord som er forklarte"),
    "til_toppen": ("Til toppen", "Til toppen"),
    "kontakt": ("Kontakt i {kommune}", "Kontakt i {kommune}"),
    "telefon": ("Telefon", "Telefon"),
    "kontakt_fra": ("(oppgitt i {dato}, kan være endret)", "(oppgitt i {dato}, kan vere endra)"),
    "uten_telefon": ("Vi har ikke nummeret. Se kommunens nettsted.", "Vi har ikkje nummeret. Sjå nettstaden til kommunen."),
    "nettsted": ("Nettsted", "Nettstad"),
    "kontor": ("Kontor", "Kontor"),
    # lists
    "tjenester_ingress": (
        "Her er tjenestene du kan søke om eller ta kontakt om. Trykk på en tjeneste for å lese mer.",
        "Her er tenestene du kan søkje om eller ta kontakt om. Trykk på ei teneste for å lese meir.",
    ),
    "alfabetisk": ("Alle tjenester fra A til Å", "Alle tenester frå A til Å"),
    "andre_tjenester": ("Andre tjenester", "Andre tenester"),
    "veileder_tittel": ("Veileder for saksbehandlere", "Rettleiar for saksbehandlarar"),
    "veileder_ingress": (
        "Kapitlene er skrevet for deg som behandler saker i kommunen. Alle kan lese dem.",
        "Kapitla er skrivne for deg som behandlar saker i kommunen. Alle kan lese dei.",
    ),
    "prosjekt": ("Om prosjektet", "Om prosjektet"),
    # search
    "sok_tittel": ("Søk", "Søk"),
    "treff_pa": ("Treff på «{q}»", "Treff på «{q}»"),
    "ingen_treff": (
        "Vi fant ikke noe om dette. Prøv med andre ord, eller se listen over tjenester.",
        "Vi fann ikkje noko om dette. Prøv med andre ord, eller sjå lista over tenester.",
    ),
    "sok_hjelp": (
        "Skriv hva du lurer på, med egne ord. Ikke skriv navn eller fødselsnummer.",
        "Skriv kva du lurer på, med eigne ord. Ikkje skriv namn eller fødselsnummer.",
    ),
    "for_lang": (
        "Søket var langt, så vi brukte bare den første delen.",
        "Søket var langt, så vi brukte berre den første delen.",
    ),
    # trouble
    "ukjent_tittel": ("Vi fant ikke siden", "Vi fann ikkje sida"),
    "ukjent": (
        "Siden finnes ikke, eller den har fått en ny adresse. Søk, eller se listen over tjenester.",
        "Sida finst ikkje, eller ho har fått ei ny adresse. Søk, eller sjå lista over tenester.",
    ),
    "ikke_klar_tittel": ("Siden er ikke klar", "Sida er ikkje klar"),
    "opptatt": (
        "Det er mange som leser akkurat nå. Vent litt, og prøv igjen.",
        "Det er mange som les akkurat no. Vent litt, og prøv igjen.",
    ),
    "for_mange_tittel": ("Vent litt, og prøv igjen", "Vent litt, og prøv igjen"),
    "for_mange": (
        "Det kom mye på kort tid herfra. Vent et minutt, og prøv igjen. Haster det, så ring kommunen.",
        "Det kom mykje på kort tid herifrå. Vent eit minutt, og prøv igjen. Hastar det, så ring kommunen.",
    ),
    "for_stort_tittel": ("Det ble for mye", "Det vart for mykje"),
    "for_stort": (
        "Det du sendte, er for stort for oss. Gå tilbake, og skriv det viktigste med færre ord.",
        "Det du sende, er for stort for oss. Gå tilbake, og skriv det viktigaste med færre ord.",
    ),
    "galt_kall": (
        "Siden kan ikke brukes slik. Gå tilbake, eller begynn på nytt.",
        "Sida kan ikkje brukast slik. Gå tilbake, eller byrj på nytt.",
    ),
    "feilet": ("Noe gikk galt hos oss. Prøv igjen om litt.", "Noko gjekk gale hos oss. Prøv igjen om litt."),
    # while the chat is closed
    "stengt_tittel": ("Chatten er stengt", "Chatten er stengd"),
    "stengt_standard": (
        "Chatten er stengt for en stund. Du kan ringe kommunen i stedet.",
        "Chatten er stengd ei stund. Du kan ringje kommunen i staden.",
    ),
    "stengt_fare": ("Er det fare for liv, ring", "Er det fare for liv, ring"),
    "stengt_lege": ("Trenger du lege og ikke kan vente, ring", "Treng du lege og ikkje kan vente, ring"),
    "stengt_kontakt": ("Snakk med noen i kommunen", "Snakk med nokon i kommunen"),
    "stengt_epost": ("E-post", "E-post"),
    "stengt_apent": ("Åpent", "Ope"),
    "stengt_uten_liste": (
        "Ring kommunens sentralbord, og be om helse og omsorg.",
        "Ring sentralbordet til kommunen, og spør etter helse og omsorg.",
    ),
    "stengt_les": ("Dette kan du fortsatt lese", "Dette kan du framleis lese"),
    # what came of a report
    "melding_tittel": ("Se hva som kom ut av meldingen din", "Sjå kva som kom ut av meldinga di"),
    "melding_funnet": ("Meldingen {nummer}", "Meldinga {nummer}"),
    "melding_skjema": (
        "Har du meldt fra om et svar, kan du se her hva som har skjedd med meldingen.",
        "Har du meldt frå om eit svar, kan du sjå her kva som har skjedd med meldinga.",
    ),
    "melding_etikett": ("Nummeret du fikk", "Nummeret du fekk"),
    "melding_hjelp": ("Det ser slik ut: VM-7F3K-92QD", "Det ser slik ut: VM-7F3K-92QD"),
    "melding_vis": ("Vis meldingen", "Vis meldinga"),
    "melding_ukjent_tittel": ("Vi fant ingen melding med det nummeret", "Vi fann inga melding med det nummeret"),
    "melding_ukjent": (
        "Se om nummeret er skrevet riktig. Meldinger blir slettet etter {dager} dager, så den kan også være borte.",
        "Sjå om nummeret er rett skrive. Meldingar blir sletta etter {dager} dagar, så ho kan òg vere borte.",
    ),
    "melding_for_mange_tittel": ("Vent litt, og prøv igjen", "Vent litt, og prøv igjen"),
    "melding_for_mange": (
        "Det har vært mange forsøk på kort tid. Prøv igjen om ti minutter.",
        "Det har vore mange forsøk på kort tid. Prøv igjen om ti minutt.",
    ),
    "melding_status_mottatt": (
        "Meldingen er lagret. Ingen har sett på den ennå.",
        "Meldinga er lagra. Ingen har sett på ho enno.",
    ),
    "melding_status_vurderes": ("Noen ser på meldingen nå.", "Nokon ser på meldinga no."),
    "melding_status_rettet": (
        "Takk for at du sa fra. Det du meldte fra om, er rettet.",
        "Takk for at du sa frå. Det du melde frå om, er retta.",
    ),
    "melding_status_uendret": (
        "Takk for at du sa fra. Vi har sett på svaret, og det er ikke endret.",
        "Takk for at du sa frå. Vi har sett på svaret, og det er ikkje endra.",
    ),
    "melding_tilbakemelding": ("Fra dem som så på meldingen", "Frå dei som såg på meldinga"),
    "melding_om": ("Om meldingen", "Om meldinga"),
    "melding_mottatt": ("Mottatt", "Motteken"),
    "melding_grunn": ("Du valgte", "Du valde"),
    "melding_behandlet": ("Sist behandlet", "Sist behandla"),
    "melding_ikke_sak": (
        "Dette gjelder bare svaret fra Veileder, ikke en søknad eller en sak du har i kommunen.",
        "Dette gjeld berre svaret frå Veileder, ikkje ein søknad eller ei sak du har i kommunen.",
    ),
    "melding_slettes": (
        "Meldingen og svaret den gjelder, blir slettet omkring {dato}.",
        "Meldinga og svaret ho gjeld, blir sletta omkring {dato}.",
    ),
    # the harmonisation view
    "sammenlign_ingress": (
        "Tabellen viser hvor langt kommunene har kommet med å fylle inn det som er særskilt for dem.",
        "Tabellen viser kor langt kommunane har kome med å fylle inn det som er særskilt for dei.",
    ),
    "sammenlign_en": ("{tittel}: likt og ulikt i kommunene", "{tittel}: likt og ulikt i kommunane"),
    "sammenlign_en_ingress": (
        "Her står det hva som er felles, hva som er lokalt, og hva som mangler, del for del.",
        "Her står det kva som er felles, kva som er lokalt, og kva som manglar, del for del.",
    ),
    "status_tabell": ("Status for alle tjenester", "Status for alle tenester"),
    "status_deler": ("Status for hver del", "Status for kvar del"),
    "tjeneste": ("Tjeneste", "Teneste"),
    "del": ("Del av teksten", "Del av teksten"),
    "FELLES": ("Felles", "Felles"),
    "LOKAL": ("Lokal", "Lokal"),
    "MANGLER": ("Mangler", "Manglar"),
    "GAMMEL": ("Gammel kilde", "Gammal kjelde"),
    "UDATERT": ("Udatert kilde", "Udatert kjelde"),
    "TOM": ("Ikke omtalt", "Ikkje omtalt"),
    "hjelp_FELLES": (
        "bare fellesteksten gjelder, og den viser ikke til noe lokalt",
        "berre fellesteksten gjeld, og han viser ikkje til noko lokalt",
    ),
    "hjelp_LOKAL": ("kommunen har egen tekst, med kilde fra i år", "kommunen har eigen tekst, med kjelde frå i år"),
    "hjelp_MANGLER": (
        "fellesteksten sier at dette er ulikt fra kommune til kommune, men kommunens opplysning mangler",
        "fellesteksten seier at dette er ulikt frå kommune til kommune, men opplysninga frå kommunen manglar",
    ),
    "hjelp_GAMMEL": (
        "kommunen har egen tekst, men kilden er fra et tidligere år",
        "kommunen har eigen tekst, men kjelda er frå eit tidlegare år",
    ),
    "hjelp_UDATERT": (
        "kommunen har egen tekst, men kilden oppgir ingen dato",
        "kommunen har eigen tekst, men kjelda oppgir ingen dato",
    ),
    "slik_leser_du": ("Slik leser du tabellen", "Slik les du tabellen"),
    "sum": ("Til sammen", "Til saman"),
    "antall_mangler": ("{n} mangler", "{n} manglar"),
    "antall_gamle": ("{n} gammel eller udatert", "{n} gammal eller udatert"),
    "antall_lokale": ("{n} oppdatert", "{n} oppdatert"),
    "last_ned": ("Last ned tabellen (CSV, for regneark)", "Last ned tabellen (CSV, for rekneark)"),
    "tall_tittel": ("Tall og frister som er oppgitt", "Tal og fristar som er oppgitte"),
    "mal": ("Måles i", "Målt i"),
    "ulikt": ("Ulikt", "Ulikt"),
    "likt": ("Likt", "Likt"),
    "ett_sted": ("Bare ett sted", "Berre éin stad"),
    "resultat": ("Resultat", "Resultat"),
    "felles": ("Felles", "Felles"),
    "forbehold": (
        "Tallene er hentet ut av tekstene av en maskin. Sjekk dem mot teksten over før du bruker dem.",
        "Tala er henta ut av tekstane av ei maskin. Sjekk dei mot teksten over før du bruker dei.",
    ),
    "ulike_deler": ("Her er noe lokalt, eller noe mangler:", "Her er noko lokalt, eller noko manglar:"),
    "alt_felles": ("Alt er felles for kommunene.", "Alt er felles for kommunane."),
    "mangler_i": ("Mangler i", "Manglar i"),
    "les_felles": ("Les fellesteksten", "Les fellesteksten"),
    "til_tjenesten": ("Les hele teksten om tjenesten", "Les heile teksten om tenesta"),
    "til_oversikten": ("Til oversikten over alle tjenester", "Til oversikta over alle tenester"),
}

ASPEKTER: dict[str, tuple[str, str]] = {
    "om": ("hva det er", "kva det er"),
    "hvem": ("hvem som kan få", "kven som kan få"),
    "omfatter": ("hva den omfatter", "kva ho omfattar"),
    "omfatter-ikke": ("hva den ikke omfatter", "kva ho ikkje omfattar"),
    "kommunens-ansvar": ("kommunens ansvar", "ansvaret til kommunen"),
    "ditt-ansvar": ("ditt ansvar", "ansvaret ditt"),
    "kriterier": ("kriterier", "kriterium"),
    "soknad": ("søknad", "søknad"),
    "vurdering": ("vurdering", "vurdering"),
    "tildeling": ("tildeling", "tildeling"),
    "avslag-og-klage": ("avslag og klage", "avslag og klage"),
    "pris": ("pris", "pris"),
    "lovgrunnlag": ("lover", "lover"),
    "kontakt": ("kontakt", "kontakt"),
}
"""Short names of the fourteen aspects, for narrow cells."""


def tekst(nokkel: str, malform: Malform, **felt: object) -> str:
    """Return a fixed text with its fields filled in."""
    return TEKSTER[nokkel][malform is Malform.NN].format(**felt)


def aspektnavn(aspekt: str, malform: Malform) -> str:
    """Return the short name of an aspect, or its slug made readable."""
    return ASPEKTER[aspekt][malform is Malform.NN] if aspekt in ASPEKTER else aspekt.replace("-", " ")


def dato(iso: str) -> str:
    """Return «1. januar 2026» for a date, «januar 2026» for a month; anything else as it stands."""
    deler = iso.split("-")
    if not 2 <= len(deler) <= 3 or not all(d.isdigit() for d in deler) or not 1 <= int(deler[1]) <= 12:
        return iso
    maned = f"{MANEDER[int(deler[1]) - 1]} {deler[0]}"
    return f"{int(deler[2])}. {maned}" if len(deler) == 3 else maned

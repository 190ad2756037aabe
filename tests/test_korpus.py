"""Our own corpus keeps the rules that korpus/README.md gives its editors, and none of the traps of the field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from conftest import ROT

from veileder.domene import ASPEKTER, Dokument, Malform
from veileder.forstaelse.ordliste import les_ordliste
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering.korpus import les_korpus
from veileder.indeksering.setninger import finn_setninger
from veileder.overlevering.kontakt import les_kontakter

KORPUS = ROT / "korpus"
SEKS = ("aukra", "hustadvika", "kristiansund", "molde", "rauma", "vestnes")
TJENESTER = (
    "trygghetsalarm helsetjenester-i-hjemmet praktisk-bistand praktisk-bistand-opplaring bpa stottekontakt avlastning omsorgsstonad"
    " dagaktivitetstilbud dagsenter matombringing korttidsopphold langtidsopphold omsorgsbolig hverdagsrehabilitering"
    " rehabiliteringsopphold ergoterapi fysioterapi hjelpemidler velferdsteknologi psykisk-helse-og-rus kreftkoordinator"
    " demenskoordinator palliasjon individuell-plan barnekoordinator kommunal-akutt-dognplass frisklivssentral ledsagerbevis tt-kort"
    " parkeringstillatelse parorendestotte"
).split()
KAPITLER = (
    "saksgang kartlegging hva-er-viktig-for-deg omsorgstrappen tillitsmodellen skjonn-og-likebehandling beslutningskompetanse"
    " vedtak-og-begrunnelse utprovingsvedtak evaluering-av-vedtak klagebehandling egenbetaling taushetsplikt barn-og-unge parorende"
    " lovgrunnlag harmonisering kostra-funksjoner"
).split()
OVERSKRIFTER = [
    "Hva er tjenesten?",
    "Hvem kan få tjenesten?",
    "Hva omfatter tjenesten?",
    "Hva omfatter tjenesten ikke?",
    "Hva er kommunens ansvar?",
    "Hva er ditt ansvar?",
    "Hvilke kriterier gjelder?",
    "Hvordan søker du?",
    "Hvordan vurderer kommunen søknaden?",
    "Hvordan og når blir tjenesten tildelt?",
    "Hva kan du gjøre ved avslag?",
    "Hva koster tjenesten?",
    "Hvilke lover gjelder?",
    "Hvem kan du kontakte?",
]
FILER = sorted(s.relative_to(KORPUS).as_posix() for s in KORPUS.rglob("*.md") if s.name != "README.md")
TJENESTEFILER = [f for f in FILER if f.startswith("tjenester/")]
BOKMAL = [f for f in TJENESTEFILER if not f.endswith(".nn.md")]


@pytest.fixture(scope="module")
def korpus() -> dict[str, Dokument]:
    """Every document by its file."""
    lest = les_korpus(KORPUS, norske_kommuner())
    assert not lest.ulest, lest.ulest
    return {d.fil: d for d in lest.dokumenter}


def hode(fil: str) -> dict[str, Any]:
    tekst = (KORPUS / fil).read_text(encoding="utf-8")
    meta = yaml.safe_load(tekst.split("---\n")[1])
    assert isinstance(meta, dict)
    return meta


def kropp(fil: str) -> str:
    return (KORPUS / fil).read_text(encoding="utf-8").split("---\n", 2)[2]


def slug(fil: str) -> str:
    return fil.rsplit("/", 1)[-1].removesuffix(".md").removesuffix(".nn")


def setninger(d: Dokument) -> list[str]:
    """Sentences and list items as a reader sees them: links without addresses, no Markdown signs."""
    alle = (s for x in d.seksjoner for s in finn_setninger(d.tekst, x.start, x.slutt, markdown=True) if s.slag != "rad")
    return [re.sub(r"\*+|\[([^\]]*)\]\([^)]*\)", r"\1", d.tekst[s.start : s.slutt]) for s in alle]


def lix(setninger: Iterable[str]) -> float:
    """Readability by Björnsson (1968): words a sentence plus the percentage of words of more than six letters."""
    alle = list(setninger)
    ord_ = [o for s in alle for o in re.findall(r"\w+", s)]
    return len(ord_) / len(alle) + 100 * sum(len(o) > 6 for o in ord_) / len(ord_)


# --- form ------------------------------------------------------------------------------------------


def test_lix_regner_som_i_boka() -> None:
    assert lix(["Dette er en kort setning.", "Kommunen tildeler tjenesten."]) == pytest.approx(8 / 2 + 100 * 4 / 8)


def test_alle_filer_kan_leses_og_har_innhold(korpus: dict[str, Dokument]) -> None:
    assert sorted(korpus) == FILER
    assert all(d.seksjoner for d in korpus.values())


@pytest.mark.parametrize("fil", FILER)
def test_hodet_har_feltene_med_gyldige_verdier(fil: str) -> None:
    meta = hode(fil)
    lokal = fil.startswith("lokalt/")
    pakrevd = {"id", "tittel", "type", "kommune", "malform", "malgruppe", "status"}
    pakrevd |= {"kilde_dato", "lenke"} if lokal else {"gjelder_fra", "revideres"}
    assert pakrevd <= set(meta), pakrevd - set(meta)
    assert meta["id"] == slug(fil)
    mappe = fil.split("/", maxsplit=1)[0]
    assert meta["type"] == {"tjenester": "tjeneste", "veileder": "veileder", "prosjekt": "prosjekt", "lokalt": "lokalt"}[mappe]
    assert meta["kommune"] == (fil.split("/")[1] if lokal else "felles")
    assert meta["malform"] == ("nn" if fil.endswith(".nn.md") else "nb")
    assert meta["malgruppe"] in ("innbygger", "saksbehandler", "alle")
    assert meta["status"] in ("utkast", "vedtatt")
    assert set(meta.get("lokalt", [])) <= set(ASPEKTER)
    datoer = [meta[f] for f in ("gjelder_fra", "revideres") if f in meta]
    assert all(isinstance(d, date) for d in datoer) and datoer == sorted(datoer)


@pytest.mark.parametrize("fil", FILER)
def test_tittelen_i_hodet_er_overskriften_i_teksten(fil: str) -> None:
    assert re.findall(r"^# (.+)$", kropp(fil), re.MULTILINE) == [hode(fil)["tittel"]]


@pytest.mark.parametrize("fil", FILER)
def test_filnavnet_er_et_kjent_kort_navn(fil: str) -> None:
    kjente = {"tjenester": TJENESTER, "lokalt": TJENESTER, "veileder": KAPITLER, "prosjekt": ["om-prosjektet"]}
    assert slug(fil) in kjente[fil.split("/", maxsplit=1)[0]]
    assert not fil.startswith("lokalt/") or fil.split("/")[1] in SEKS


@pytest.mark.parametrize("fil", BOKMAL)
def test_en_tjeneste_har_de_fjorten_overskriftene_i_rekkefolge(fil: str, korpus: dict[str, Dokument]) -> None:
    assert re.findall(r"^## (.+)$", kropp(fil), re.MULTILINE) == OVERSKRIFTER
    assert [s.aspekt for s in korpus[fil].seksjoner] == list(ASPEKTER)


@pytest.mark.parametrize("fil", [f for f in TJENESTEFILER if f.endswith(".nn.md")])
def test_en_nynorsk_tvilling_har_de_samme_seksjonene(fil: str, korpus: dict[str, Dokument]) -> None:
    bokmal = korpus[fil.replace(".nn.md", ".md")]
    assert [s.aspekt for s in korpus[fil].seksjoner] == [s.aspekt for s in bokmal.seksjoner] == list(ASPEKTER)
    assert korpus[fil].malform is Malform.NN


@pytest.mark.parametrize("fil", [f for f in FILER if f.startswith("lokalt/")])
def test_en_lokal_fil_har_bare_seksjoner_som_fellesteksten_kjenner(fil: str, korpus: dict[str, Dokument]) -> None:
    d = korpus[fil]
    assert f"tjenester/{slug(fil)}.md" in korpus
    assert {s.aspekt for s in d.seksjoner} <= set(ASPEKTER)
    assert all(s.overskrifter[-1] in OVERSKRIFTER for s in d.seksjoner)
    assert urlsplit(d.lenke).scheme == "https" and d.kommune in (urlsplit(d.lenke).hostname or "")


@pytest.mark.parametrize("fil", [f for f in FILER if f.startswith("lokalt/")])
def test_et_lokalt_belop_sier_ar_eller_at_det_er_udatert_i_samme_setning_eller_tabell(fil: str, korpus: dict[str, Dokument]) -> None:
    d = korpus[fil]
    for s in (s for x in d.seksjoner for s in finn_setninger(d.tekst, x.start, x.slutt, markdown=True)):
        tekst = d.tekst[s.hode : s.slutt] if s.slag == "rad" else d.tekst[s.start : s.slutt]
        if re.search(r"\d\s*(?:kr\b|kroner)", tekst):
            assert re.search(r"\b20\d\d\b|udatert", tekst, re.IGNORECASE), tekst


# --- language --------------------------------------------------------------------------------------


@pytest.mark.parametrize("fil", FILER)
def test_ingen_setning_er_for_lang(fil: str, korpus: dict[str, Dokument]) -> None:
    assert [s for s in setninger(korpus[fil]) if len(s.split()) > 30] == []


def test_seksjonene_som_innbyggere_leser_er_lette_a_lese(korpus: dict[str, Dokument]) -> None:
    """Median LIX of the sections is at most 40, and none is heavy (55: «difficult», Björnsson 1968)."""
    tall = {}
    for fil in TJENESTEFILER:
        d = korpus[fil]
        for s in d.seksjoner:
            tall[fil, s.aspekt] = lix(setninger(replace(d, seksjoner=(s,))))
    assert median(tall.values()) <= 40
    assert {k: round(v) for k, v in tall.items() if v > 55} == {}


@pytest.mark.parametrize("malform", ["bokmål", "nynorsk"])
def test_tjenestene_gjentar_ikke_hverandres_setninger(malform: str, korpus: dict[str, Dokument]) -> None:
    filer = BOKMAL if malform == "bokmål" else [f for f in TJENESTEFILER if f not in BOKMAL]
    lange = {f: {" ".join(s.lower().split()) for s in setninger(korpus[f]) if len(s.split()) >= 6} for f in filer}
    delt = {(a, b): lange[a] & lange[b] for a, b in combinations(filer, 2) if len(lange[a] & lange[b]) > 2}
    assert not delt


@pytest.mark.parametrize("fil", BOKMAL)
def test_forste_setning_i_hver_seksjon_kan_leses_alene(fil: str, korpus: dict[str, Dokument]) -> None:
    d = korpus[fil]
    pekere = re.compile(r"^(?:Den|Dette|Disse|De|Her|Der|Slik|Også|Men|Da|Det (?:gjelder|kan|skal|får))\b")
    forste = [d.tekst[s.start : s.slutt].strip().split("\n")[0] for s in d.seksjoner]
    assert [f for f in forste if pekere.match(f)] == []


# --- law -------------------------------------------------------------------------------------------

_LENKE = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_LOVDATA = re.compile(r"https://lovdata\.no/(?:lov|forskrift)/(?:18|19|20)\d\d-[01]\d-[0-3]\d(?:-\d{1,4})?(?:/§(\d+[A-Z]?(?:-\d+)?[a-h]?))?")
_PARAGRAF = re.compile(r"\d+[A-Z]?(?:-\d+)?(?:\s?[a-h]\b)?")


@pytest.mark.parametrize("fil", FILER)
def test_hver_lenke_er_velformet_og_viser_til_paragrafen_den_nevner(fil: str) -> None:
    tekst = kropp(fil)
    lenker = _LENKE.findall(tekst)
    assert len(lenker) == len(re.findall(r"\]\(", tekst)), "en lenke er ikke lukket"
    for navn, adresse in lenker:
        assert urlsplit(adresse).scheme == "https" and navn.strip(), adresse
        if "lovdata" in adresse:
            treff = _LOVDATA.fullmatch(adresse)
            assert treff, adresse
            if "§" in navn:
                nevnt = [n.replace(" ", "") for n in _PARAGRAF.findall(navn[navn.index("§") :])]
                assert (treff[1] or "") in nevnt, (navn, adresse)


UTGATT = {
    r"§ 2-1 ?a\b": r"\b(?:heter|het|het nå) § 2-1\b|§ 2-1\]",
    r"samtykkekompetan": r"beslutningskompetan|avgjerdskompetan",
    r"omsorgsl[øo]nn?\b": r"[Oo]msorgsst(?:ø|o)nad",
    r"[Ff]ylkesmannen": r"[Ss]tatsforvalt(?:er|ar)en",
}
"""What a text may no longer say, and what must stand beside it where it is told that it is out of date."""


@pytest.mark.parametrize("fil", FILER)
@pytest.mark.parametrize("utgatt", UTGATT)
def test_utgatte_ord_og_paragrafer_brukes_bare_der_de_blir_rettet(fil: str, utgatt: str) -> None:
    for linje in kropp(fil).splitlines():
        if re.search(utgatt, linje):
            assert not fil.startswith("tjenester/") or "omsorgsl" in utgatt, linje
            assert re.search(UTGATT[utgatt], linje), linje


@pytest.mark.parametrize("fil", FILER)
def test_klagefristen_etter_pasient_og_brukerrettighetsloven_er_aldri_tre_uker(fil: str, korpus: dict[str, Dokument]) -> None:
    d = korpus[fil]
    for s in (s for x in d.seksjoner for s in finn_setninger(d.tekst, x.start, x.slutt, markdown=True)):
        tekst = d.tekst[s.start : s.slutt]
        if "1999-07-02-63" in tekst or "pasient- og bruk" in tekst.lower():
            assert not re.search(r"\b(?:tre uker|tre veker|3 uker|3 veker)\b", tekst) or re.search(r"§ ?4 ?A|fire uker|fire veker", tekst), tekst


@pytest.mark.parametrize("fil", BOKMAL)
def test_klageseksjonen_sier_frist_og_hvor_den_star(fil: str, korpus: dict[str, Dokument]) -> None:
    d = korpus[fil]
    seksjon = next(s for s in d.seksjoner if s.aspekt == "avslag-og-klage")
    tekst = d.tekst[seksjon.start : seksjon.slutt]
    assert re.search(r"\b(?:fire|tre|seks|to) (?:uker|måneder)\b", tekst)
    assert "lovdata.no" in tekst


@pytest.mark.parametrize("fil", FILER)
def test_ingen_persondata_og_ingen_lofter(fil: str) -> None:
    tekst = kropp(fil)
    assert not re.search(r"\b\d{6} ?\d{5}\b", tekst)
    if fil.startswith("tjenester/"):
        assert not re.search(r"\bdu (?:får alltid|har alltid|vil få|kommer til å få)\b", tekst, re.IGNORECASE)


# --- the word list and the contacts ----------------------------------------------------------------


@pytest.fixture(scope="module")
def ordrader() -> list[dict[str, Any]]:
    data = yaml.safe_load((KORPUS / "ordliste.yaml").read_text(encoding="utf-8"))
    assert set(data) == {"ord", "sprak"}
    return list(data["ord"])


def test_ordlista_kan_leses_og_er_hel(ordrader: list[dict[str, Any]]) -> None:
    ordliste = les_ordliste(KORPUS / "ordliste.yaml")
    assert len(ordliste.ord) == len(ordrader) > 100 and len(ordliste.sprak) > 100
    for rad in ordrader:
        assert set(rad) <= {"term", "nynorsk", "hverdagsord", "forklaring", "forklaring_nn", "fagord", "tjeneste", "kan_bety", "ikke_det_samme_som"}
        assert bool(rad.get("forklaring")) == bool(rad.get("forklaring_nn")), f"{rad['term']}: på den ene målformen, ikke den andre"
        assert rad["term"] and all(isinstance(f, str) for felt in ("nynorsk", "hverdagsord") for f in rad.get(felt, []))


def test_ordlista_viser_bare_til_tjenester_og_kapitler_som_finnes_i_planen(ordrader: list[dict[str, Any]]) -> None:
    kjente = {*TJENESTER, *KAPITLER, ""}
    ukjente = {s for rad in ordrader for s in (rad.get("tjeneste") or "", *(rad.get("kan_bety") or ())) if s not in kjente}
    assert not ukjente


def test_et_fagord_star_bare_en_gang_og_et_hverdagsord_hos_bare_ett_fagord(ordrader: list[dict[str, Any]]) -> None:
    assert [t for t, n in Counter(r["term"].lower() for r in ordrader).items() if n > 1] == []
    hverdags = Counter(h.lower() for r in ordrader for h in set(r.get("hverdagsord") or ()))
    assert [h for h, n in hverdags.items() if n > 1] == []


def test_hver_tjeneste_i_korpuset_blir_kjent_igjen_pa_navnet_sitt(ordrader: list[dict[str, Any]], korpus: dict[str, Dokument]) -> None:
    med_ord = {r.get("tjeneste") for r in ordrader}
    assert [slug(f) for f in BOKMAL if slug(f) not in med_ord] == []


def test_ordparene_gir_ett_bokmalsord_for_hver_form() -> None:
    data = yaml.safe_load((KORPUS / "ordliste.yaml").read_text(encoding="utf-8"))
    par: dict[str, set[str]] = {}
    for rad in data["sprak"]:
        for form in (*(rad.get("nn") or ()), *(rad.get("dialekt") or ())):
            par.setdefault(form, set()).add(rad["nb"])
    assert {f: nb for f, nb in par.items() if len(nb) > 1} == {}


def test_kontaktlista_har_de_seks_kommunene_med_det_en_innbygger_trenger() -> None:
    data = yaml.safe_load((KORPUS / "kommuner.yaml").read_text(encoding="utf-8"))
    kontakter = les_kontakter(KORPUS / "kommuner.yaml")
    assert tuple(sorted(kontakter.kommuner)) == SEKS
    for navn, k in kontakter.kommuner.items():
        assert urlsplit(k.nettsted).scheme == "https" and (urlsplit(k.nettsted).hostname or "").endswith(f"{navn}.kommune.no")
        assert re.fullmatch(r"(?:\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})?", k.telefon), k.telefon
        assert date.fromisoformat(k.sist_kontrollert) >= date(2026, 1, 1)
        assert data["kommuner"][navn]["klageinstans"] == "Statsforvalteren i Møre og Romsdal"
        assert data["kommuner"][navn]["malform"] in ("nb", "nn")


def test_nasjonale_numre_er_de_rette() -> None:
    data = yaml.safe_load((KORPUS / "kommuner.yaml").read_text(encoding="utf-8"))
    numre = {rad["telefon"] for rad in data["nasjonalt"]}
    assert {"110", "112", "113", "116 117", "116 123", "116 111", "116 006", "02800", "40 50 16 00"} <= numre


def test_nodnumre_i_teksten_star_i_kontaktlista() -> None:
    kjente = {rad["telefon"] for rad in yaml.safe_load((KORPUS / "kommuner.yaml").read_text(encoding="utf-8"))["nasjonalt"]}
    for fil in FILER:
        assert set(re.findall(r"\b11[0-9]\b(?! \d{3}| kroner)|\b116 \d{3}\b", kropp(fil))) - {"115"} <= kjente, fil


def test_readme_for_redaktorer_stemmer_med_programmet() -> None:
    tekst = Path(KORPUS / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d+\. (.+)$", tekst, re.MULTILINE) == OVERSKRIFTER


# --- both målformer --------------------------------------------------------------------------------

_TALLORD = re.compile(r"\b(?:to|tre|fire|fem|seks|sju|åtte|ni|ti|tolv)\b")


def _seksjonstall(fil: str) -> list[tuple[Counter[str], ...]]:
    """Of each section: addresses of links, paragraphs, numbers, numbers in words."""
    ut: list[tuple[Counter[str], ...]] = []
    for seksjon in re.split(r"^## .*$", kropp(fil), flags=re.MULTILINE)[1:]:
        tekst = re.sub(r"\]\([^)]*\)", "]", seksjon)
        ut.append(
            (
                Counter(a for _, a in _LENKE.findall(seksjon)),
                Counter(p.replace(" ", "") for p in re.findall(r"§+ ?\d+[A-Z]?(?:-\d+)?(?: ?[a-h]\b)?", tekst)),
                Counter(re.findall(r"\d+(?:[ .]\d{3})*", tekst)),
                Counter(_TALLORD.findall(tekst.lower())),
            )
        )
    return ut


@pytest.mark.parametrize("fil", [f for f in TJENESTEFILER if f.endswith(".nn.md")])
def test_tvillingene_har_de_samme_tallene_paragrafene_og_lenkene(fil: str) -> None:
    nn, nb = _seksjonstall(fil), _seksjonstall(fil.replace(".nn.md", ".md"))
    assert len(nn) == len(nb)
    for nr, (a, b) in enumerate(zip(nn, nb, strict=True), 1):
        for hva, x, y in zip(("lenker", "paragrafer", "tall", "tallord"), a, b, strict=True):
            assert x == y, f"seksjon {nr}, {hva}: bare nynorsk {x - y}, bare bokmål {y - x}"


@pytest.mark.parametrize("fil", [f for f in TJENESTEFILER if f.endswith(".nn.md")])
def test_nynorsken_er_nynorsk(fil: str) -> None:
    bokmal = re.findall(r"\b(?:ikke|jeg|hva|hvordan|hvem|hvor|noen|noe|tjenesten?|søker|kommunens|hjemmet|sykehjem\w*|uker|måneder)\b", kropp(fil), re.IGNORECASE)
    assert not bokmal, Counter(bokmal)
    assert hode(fil)["gjelder_fra"] == hode(fil.replace(".nn.md", ".md"))["gjelder_fra"]
    assert hode(fil)["revideres"] == hode(fil.replace(".nn.md", ".md"))["revideres"]

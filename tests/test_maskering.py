"""Personal data leaves a message before anything else sees it; what is no personal data stays."""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veileder.domene import Henvendelse
from veileder.forstaelse.maskering import Maskert, masker, uten_masker
from veileder.porter import Embedder
from veileder.ressurser import Ressurser
from veileder.tjeneste import Tjeneste


def slag(tekst: str) -> tuple[str, ...]:
    return masker(tekst).slag


# --- what is taken out -----------------------------------------------------------------------------


def _kontroll(sifre: list[int], vekter: tuple[int, ...]) -> int:
    return -sum(a * b for a, b in zip(sifre, vekter, strict=True)) % 11


@st.composite
def fodselsnumre(draw: st.DrawFn) -> str:
    """Numbers with right control digits (modulus 11), D-numbers and synthetic ones (month + 40 or 80) among them."""
    dag = draw(st.integers(1, 28)) + draw(st.sampled_from([0, 40]))
    maned = draw(st.integers(1, 12)) + draw(st.sampled_from([0, 40, 80]))
    for individ in range(draw(st.integers(0, 900)), 1000):
        sifre = [int(c) for c in f"{dag:02}{maned:02}{draw(st.integers(0, 99)):02}{individ:03}"]
        k1 = _kontroll(sifre, (3, 7, 6, 1, 8, 9, 4, 5, 2))
        k2 = _kontroll([*sifre, k1], (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
        if k1 < 10 and k2 < 10:
            return "".join(map(str, [*sifre, k1, k2]))
    raise AssertionError("hver tiende serie har et gyldig nummer")


@given(nummer=fodselsnumre(), mal=st.sampled_from(["{0}{1}", "{0} {1}", "{0}-{1}", "{0}.{1}"]), rundt=st.sampled_from(["{}", "Mor ({}) bor hjemme.", "fnr: {}", "{}, og hun er 87"]))
def test_fodselsnummer_fjernes_hvordan_det_enn_er_skrevet(nummer: str, mal: str, rundt: str) -> None:
    maskert = masker(rundt.format(mal.format(nummer[:6], nummer[6:])))
    assert maskert.slag == ("fødselsnummer",)
    assert not re.search(r"\d{3}", maskert.tekst)


@given(
    nummer=st.from_regex(r"[2-9]\d{7}", fullmatch=True),
    mal=st.sampled_from(["{0}{1}{2}{3}", "{0} {1} {2} {3}", "{0}.{1}.{2}.{3}", "{0}{1} {2}{3}"]),
    land=st.sampled_from(["", "+47", "+47 ", "0047 "]),
)
def test_telefonnummer_fjernes_hvordan_det_enn_er_gruppert(nummer: str, mal: str, land: str) -> None:
    skrevet = land + mal.format(*(nummer[i : i + 2] for i in range(0, 8, 2)))
    maskert = masker(f"Ring meg på {skrevet} i morgen")
    assert maskert.tekst == "Ring meg på [telefonnummer] i morgen"


@given(st.from_regex(r"[489]\d{2} \d{2} \d{3}", fullmatch=True))
def test_mobilnummer_i_tre_grupper_fjernes(nummer: str) -> None:
    assert masker(f"Jeg har {nummer}.").tekst == "Jeg har [telefonnummer]."


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Skriv til kari.nordmann+x@eksempel-post.no i dag", "Skriv til [e-postadresse] i dag"),
        ("Kontoen er 1234 56 78901.", None),
        ("Jeg bor i Storgata 5, Molde", "Jeg bor i [adresse], Molde"),
        ("Hun bor i Kirkeveien 12 B.", "Hun bor i [adresse]."),
        ("Fannestrandsvegen 112, 6415 Molde", "[adresse], 6415 Molde"),
        ("Mor er født 3. mai 1942 og bor hjemme", "Mor er [fødselsdato] og bor hjemme"),
        ("Han er fødd 3/5-42", "Han er [fødselsdato]"),
        ("Jeg heter Kari Nordmann og trenger hjelp", "Jeg heter [navn] og trenger hjelp"),
        ("Mannen min heter Per-Olav Åsen.", "Mannen min heter [navn]."),
        ("Eg heiter Åse, kva gjer eg?", "Eg heiter [navn], kva gjer eg?"),
        ("jeg heter kari, hva koster alarm", "jeg heter [navn], hva koster alarm"),
        ("Mitt navn er Ola Nordmann", "Mitt navn er [navn]"),
        ("My name is John Smith.", "My name is [navn]."),
        ("Det gjelder sak 24/1234", "Det gjelder [saksnummer]"),
        ("Ref. 2024/1234-5 fra kommunen", "[saksnummer] fra kommunen"),
    ],
)
def test_andre_personopplysninger_fjernes_og_setningen_star(tekst: str, ventet: str | None) -> None:
    maskert = masker(tekst)
    assert maskert.slag
    if ventet is None:
        assert not re.search(r"\d{4}", maskert.tekst)
    else:
        assert maskert.tekst == ventet


@pytest.mark.parametrize(
    "tekst",
    [
        "Hva koster alarm? Hilsen Kari Nordmann",
        "Hva koster alarm? Mvh Ola Hansen",
        "Jeg er Kari Nordmann og trenger hjelp.",
        "Min mor, Anna Hansen (87), trenger alarm.",
    ],
)
def test_navn_fjernes_ogsa_uten_ordet_heter(tekst: str) -> None:
    assert slag(tekst) == ("navn",)


def test_adressen_tar_ikke_med_seg_ordet_etter() -> None:
    assert masker("Jeg bor i Storgata 5 i Molde").tekst == "Jeg bor i [adresse] i Molde"


def test_en_fodselsdato_uten_nuller_fjernes() -> None:
    assert slag("Kari, 3.5.1942, trenger hjelp") == ("fødselsdato",)


def test_et_kontonummer_kalles_et_kontonummer() -> None:
    assert slag("Kontoen er 1234 56 78901") == ("kontonummer",)


# --- what stays ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "Skal jeg ringe 113, 110, 112, 116 117, 116 123 eller 02800?",
        "Det koster 12 345 678 kroner, eller 520 kr i måneden.",
        "Taket er 260 320 kroner (2 G) i 2026.",
        "Se § 3-2 første ledd nr. 6 a og § 2-1.",
        "Gjelder det i perioden 2026–2027?",
        "Hun er 87 år og har hatt hjelp siden 2019.",
        "Kan jeg få 15 timer i uka, 3 dager?",
        "Søknaden ble sendt for 14 dager siden, klokka 12.30.",
        "Hva heter ordningen? Hvem heter det at bestemmer?",
        "Jeg bor i Molde. Hva gjør Hustadvika kommune?",
        "Lov 30. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester",
        "6415 Molde",
    ],
)
def test_det_som_ikke_er_personopplysninger_blir_staende(tekst: str) -> None:
    assert masker(tekst) == Maskert(tekst, ())


@pytest.mark.parametrize("tekst", ["Gjelder budsjettet for 2026-2027?", "Er det åpent 20.00-21.30?"])
def test_ar_og_klokkeslett_er_ikke_telefonnumre(tekst: str) -> None:
    assert slag(tekst) == ()


def test_en_dato_i_var_tid_er_ikke_en_fodselsdato() -> None:
    assert slag("Gjelder prisen fra 01.01.2026?") == ()


@pytest.mark.parametrize("tekst", ["Hva er ordningen som heter Trygghetsalarm?", "Har dere noe som heter Frisklivssentral?"])
def test_navnet_pa_en_tjeneste_er_ikke_et_personnavn(tekst: str) -> None:
    assert slag(tekst) == ()


@pytest.mark.parametrize("tekst", ["Korttidsplass 14 dager: hva koster det?", "Dagplass 3 dager i uka, går det?"])
def test_en_plass_med_et_tall_etter_er_ingen_adresse(tekst: str) -> None:
    assert slag(tekst) == ()


# --- laws ------------------------------------------------------------------------------------------

_BIT = st.sampled_from(
    ["Jeg heter Kari", "01019012345", "912 34 567", "a@b.no", "Storgata 5", "sak 24/1", "født 1. mai 1950", "koster 500 kr", "113", "[navn]"]
) | st.text("abcæøå 0123456789.-/@[]", max_size=15)


@given(st.lists(_BIT, max_size=6).map(" ".join))
def test_a_maskere_to_ganger_endrer_ingenting_mer(tekst: str) -> None:
    en = masker(tekst)
    assert masker(en.tekst).tekst == en.tekst
    assert bool(en.slag) == (en.tekst != tekst)


@given(st.lists(_BIT, max_size=6).map(" ".join))
def test_maskene_kan_tas_bort_for_sok(tekst: str) -> None:
    maskert = masker(tekst)
    assert not any(f"[{s}]" in uten_masker(maskert.tekst) for s in maskert.slag)


# --- through the front door ------------------------------------------------------------------------


class Spion:
    """The model in use, and everything that it was shown."""

    def __init__(self, ekte: Embedder) -> None:
        self._ekte, self.sett = ekte, list[str]()
        self.navn, self.dimensjon = ekte.navn, ekte.dimensjon

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Pass on."""
        self.sett += texts
        return self._ekte.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Pass on."""
        self.sett.append(text)
        return self._ekte.embed_query(text)


HEMMELIG = ("Nordmann", "01019012345", "91234567", "912 34 567", "kari@eksempel.no", "Storgata 5")
MELDINGER = [
    "Jeg heter Kari Nordmann, fnr 01019012345. Hva koster trygghetsalarm?",
    "Hvem kan få støttekontakt? Ring meg på 912 34 567 eller skriv til kari@eksempel.no.",
    "Jeg bor i Storgata 5 og fikk avslag på BPA. Jeg heter Kari Nordmann. Har jeg rett til det?",
    "01019012345",
]


@pytest.mark.parametrize("tekst", MELDINGER)
def test_personopplysninger_nar_verken_modell_logg_svar_eller_minne(tjeneste: Tjeneste, tekst: str, caplog: pytest.LogCaptureFixture) -> None:
    r: Ressurser = tjeneste.ressurser
    spion = Spion(r.indeks.embedder)
    med_spion = dataclasses.replace(r, indeks=dataclasses.replace(r.indeks, embedder=spion))
    with caplog.at_level(logging.DEBUG):
        svar = Tjeneste(lambda: med_spion).svar(Henvendelse(id="1", tekst=tekst))
    alt = [*spion.sett, caplog.text, svar.sporsmal, svar.tekst, repr(svar), json.dumps(dataclasses.asdict(svar), default=str)]
    assert not [(h, t) for h in HEMMELIG for t in alt if h in t]


def test_den_som_skriver_far_vite_hva_som_ble_fjernet_og_far_svar_likevel(tjeneste: Tjeneste) -> None:
    svar = tjeneste.svar(Henvendelse(id="1", tekst=MELDINGER[0]))
    assert svar.utfall in ("besvart", "delvis") and svar.kilder
    assert "fjernet personopplysninger" in svar.tekst and "navn" in svar.tekst and "fødselsnummer" in svar.tekst


def test_maskeringen_gjelder_ikke_teksten_i_korpuset(tjeneste: Tjeneste) -> None:
    svar: Any = tjeneste.svar(Henvendelse(id="1", tekst="Jeg fikk avslag på støttekontakt. Hvordan klager jeg på vedtaket mitt?"))
    assert "40 50 16 00" in svar.tekst

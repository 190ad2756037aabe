"""Several questions in one message: each is answered, and what cannot be is told."""

from __future__ import annotations

import re

import pytest

from veileder.domene import Henvendelse, Svar, Utfall
from veileder.formulering.kontroll import kontroller_egne_ord, lover
from veileder.standardtekster import navn, tekst
from veileder.tjeneste import Tjeneste


def spor(tjeneste: Tjeneste, melding: str) -> Svar:
    return tjeneste.svar(Henvendelse(id="1", tekst=melding))


def seksjoner(svar: Svar) -> list[tuple[str, str]]:
    return [(k.dokument.rsplit("/", 1)[-1], k.aspekt) for k in svar.kilder]


@pytest.mark.parametrize(
    ("melding", "ventet"),
    [
        ("Hvem kan få ledsagerbevis? Og hvordan søker jeg om TT-kort?", {"ledsagerbevis", "tt-kort"}),
        ("Kva er ein kreftkoordinator? Kva kostar matombringing?", {"kreftkoordinator", "matombringing"}),
    ],
)
def test_to_tjenester_i_en_melding_far_hvert_sitt_svar(tjeneste: Tjeneste, melding: str, ventet: set[str]) -> None:
    svar = spor(tjeneste, melding)
    assert ventet <= {tjeneste_ for tjeneste_, _ in seksjoner(svar)}
    assert [k.nr for k in svar.kilder] == list(range(1, len(svar.kilder) + 1))
    assert all(v.bestatt for v in svar.vurderinger if v.kontroll in ("sitat", "henvisninger"))


def test_to_sider_av_samme_tjeneste_blir_begge_besvart(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Far på 88 bor alene i Batnfjord og glemmer å spise. Hvem kan få matombringing? Hvordan klager vi om vi får avslag?")
    assert {("matombringing", "hvem"), ("matombringing", "avslag-og-klage")} <= set(seksjoner(svar))


def test_den_delen_som_ikke_har_kilder_blir_sagt_fra_om(tjeneste: Tjeneste) -> None:
    svar = spor(tjeneste, "Hvordan søker jeg om ledsagerbevis? Og hva koster byggesøknad for en garasje på 40 kvadratmeter?")
    assert svar.utfall is Utfall.DELVIS
    assert "finner jeg ikke noe om i kildene mine" in svar.tekst
    assert ("ledsagerbevis", "soknad") in seksjoner(svar)


def test_naer_et_vedtak_vises_ingen_setning_som_lover_noe(tjeneste: Tjeneste) -> None:
    for melding in ("Har mor rett til sykehjemsplass?", "Får jeg BPA med 20 timer i uka?", "Har eg krav på heimesjukepleie i helga?"):
        svar = spor(tjeneste, melding)
        assert svar.utfall is Utfall.OVERLEVERT
        assert not lover(svar.tekst)


@pytest.mark.parametrize(
    "lofte",
    [
        "Du har rett til hjelp.", "Du får nok plass.", "De kommer til å få det innvilget.", "Du oppfyller kriteriene.",
        "Sjansen er stor for medhold.", "Avslaget ditt er feil.", "Du vil trolig få 12 timer.",
    ],
)  # fmt: skip
def test_et_lofte_i_egne_ord_blir_stanset(lofte: str) -> None:
    assert not kontroller_egne_ord([lofte]).bestatt


def test_ingen_fast_tekst_lover_noe() -> None:
    from veileder.domene import Malform

    for n in navn():
        for malform in Malform:
            ren = re.sub(r"\{\w+\}", "", tekst(n, malform)) if "{" not in tekst(n, malform) else ""
            assert not lover(ren), (n, malform)

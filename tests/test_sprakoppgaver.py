"""What else a chat model may do, each with its own check: simpler, a twin, a follow-up, a note, a translation."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sprakserver import Brudd, Manus, Server, Spurt, kjor, setning
from test_sprakmodell import SPORSMAL, grunner, spor

from veileder.domene import Rolle, Tur, Utfall
from veileder.formulering.sprakkontroll.mengder import tallverdier
from veileder.oppstart import lag_tjeneste
from veileder.standardtekster import tekst
from veileder.tjeneste import Tjeneste

ALLE = "enklere,tvilling,oppfolging,notat,oversett"
"""Every task but the answer itself, so that the answer is quotations."""

HOLDER = "Du underskriver klagen og sender den til kommunen."


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with kjor(lambda _: ()) as s:
        yield s


@pytest.fixture(scope="module")
def med(eget: Any, server: Server) -> Callable[[Manus], Tjeneste]:
    """One service with every task; the script is changed under it."""
    felt = {"sprakmodell_oppgaver": ALLE, "sprakmodell_pause_sekunder": 1.0, "sprakmodell_forsok": 0}
    t = lag_tjeneste(eget.model_copy(update=server.innstillinger | felt))

    def lag(manus: Manus) -> Tjeneste:
        server.manus = manus
        server.spurt.clear()
        return t

    return lag


def _json(**felt: object) -> Manus:
    return lambda _: [json.dumps(felt, ensure_ascii=False)]


def test_et_svar_kan_sies_enklere_med_de_samme_kildene(med: Any, server: Server) -> None:
    t = med(lambda s: [setning(HOLDER, s.merke)])
    svar = spor(t)
    assert not server.spurt  # the answer itself is not among the tasks
    enklere = t.enklere(svar)
    assert enklere.tekst.startswith(f"{HOLDER} [1]") and enklere.kilder == svar.kilder[:1]
    (spurt,) = server.spurt
    assert "lettere å lese" in spurt.system and next(u for _, _, u in spurt.utdrag)[:40] in svar.kilder[0].tekst


@pytest.mark.parametrize("sagt", ["Du kan klage innen seks uker.", "Du har krav på plass.", "Kommunen er grei."])
def test_det_som_ikke_holder_blir_ikke_sagt_enklere(sagt: str, med: Any) -> None:
    t = med(lambda s: [setning(sagt, s.merke)])
    svar = spor(t)
    enklere = t.enklere(svar)
    assert sagt not in enklere.tekst and enklere.tekst == tekst("ikke_enklere", svar.sprak) and not enklere.kilder


def test_en_tjener_som_bryter_gir_beskjed_om_at_det_ikke_kan_sies_enklere(med: Any) -> None:
    def bryter(_: Spurt) -> Iterator[str]:
        yield '{"setning": "Du kan'
        raise Brudd

    t = med(bryter)
    svar = spor(t)
    assert t.enklere(svar).tekst == tekst("ikke_enklere", svar.sprak)


def test_saksbehandleren_far_en_tvilling_som_kan_sies_til_innbyggeren(med: Any) -> None:
    svar = spor(med(lambda s: [setning(HOLDER, s.merke)]), rolle=Rolle.SAKSBEHANDLER)
    assert tekst("tvilling", svar.sprak) in svar.tekst and HOLDER in svar.tekst.partition("Slik kan du si det")[2]
    assert "tvilling" in svar.spor["sprakmodell"]  # type: ignore[operator]
    uten = spor(med(lambda s: [setning("Fristen er seks uker.", s.merke)]), rolle=Rolle.SAKSBEHANDLER)
    assert "Slik kan du si det" not in uten.tekst and "seks uker" not in uten.tekst and "frist" in grunner(uten)


TIDLIGERE = (
    Tur(tekst=SPORSMAL, selvstendig=SPORSMAL, utfall=Utfall.BESVART, tjeneste="langtidsopphold", aspekt="avslag-og-klage"),
)


@pytest.mark.parametrize(
    ("skrevet", "brukes"),
    [
        ("Hva er klagefristen for mor når hun får avslag på langtidsopphold?", True),
        ("Hva er klagefristen for trygghetsalarm?", False),
        ("Hva er klagefristen på 3 uker for langtidsopphold?", False),
        ("Hvorfor kan ikke mor klage på langtidsopphold?", False),
        ("", False),
    ],
)
def test_en_oppfolging_skrives_om_bare_med_ord_fra_samtalen(skrevet: str, brukes: bool, med: Any) -> None:
    svar = spor(med(_json(sporsmal=skrevet)), "og for mor når hun får avslag da?", tidligere=TIDLIGERE)
    assert svar.tur is not None
    assert (svar.tur.selvstendig == skrevet) is brukes
    assert svar.kilder


def test_notatet_til_et_menneske_sier_bare_det_brukeren_har_sagt(med: Any) -> None:
    melding = (
        "Mor er 87 år og bor alene i Molde. Hun har falt flere ganger i høst og er redd om natta. "
        "Får hun plass på sykehjem, eller kommer hun til å få avslag?"
    )
    sagt = ["Mor er 87 år og bor alene i Molde, og hun har falt flere ganger i høst.", "Hun har fått avslag to ganger."]
    svar = spor(med(_json(setninger=sagt)), melding)
    assert svar.utfall is Utfall.OVERLEVERT and svar.overlevering is not None
    assert svar.overlevering.notat == sagt[0] and "notat" in grunner(svar)
    galt = spor(med(_json(setninger=["Brukeren har rett til sykehjem."])), melding)
    assert galt.overlevering is not None and galt.overlevering.notat == melding


ENGELSK = "How do I complain when I am refused a long-term stay in a nursing home (langtidsopphold)?"


def _oversatt(ekstra: str) -> Manus:
    def manus(s: Spurt) -> Iterator[str]:
        tall = " and ".join(sorted(tallverdier(s.bruker)))
        antall = max(1, sum(s.bruker.count(tegn) for tegn in (". ", "? ")) + 1)
        setninger = [f"This is what the text says about the complaint and the numbers {tall}{ekstra}."]
        setninger += ["The municipality will read it and give you an answer."] * (antall - 1)
        yield json.dumps({"oversatt": " ".join(setninger)})

    return manus


def test_sitatene_oversettes_ved_siden_av_de_norske_og_sies_a_vaere_maskinoversatt(med: Any) -> None:
    svar = spor(med(_oversatt("")), ENGELSK)
    assert svar.kilder
    norsk, merke, engelsk = svar.tekst.partition(tekst("maskinoversatt", svar.sprak))
    assert merke and svar.kilder[0].sitat[:30] in norsk and "This is what the text says" in engelsk
    galt = spor(med(_oversatt(" and 99")), ENGELSK)
    assert "This is what" not in galt.tekst and merke not in galt.tekst and "oversett tall" in grunner(galt)
    norsk_igjen = spor(med(_json(oversatt="Du kan klage innen fire uker fra du fikk vite om avslaget. " * 3)), ENGELSK)
    assert "oversett" in grunner(norsk_igjen) and merke not in norsk_igjen.tekst


def test_hver_oppgave_er_av_nar_den_ikke_er_valgt(eget: Any, server: Server) -> None:
    t = lag_tjeneste(eget.model_copy(update=server.innstillinger | {"sprakmodell_oppgaver": "enklere"}))
    server.spurt.clear()
    for sporsmal in (SPORSMAL, ENGELSK):
        spor(t, sporsmal, rolle=Rolle.SAKSBEHANDLER, tidligere=TIDLIGERE)
    assert not server.spurt

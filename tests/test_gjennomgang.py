"""Review through the front door: a real server, a real database, forms as a browser without JavaScript sends them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gjennomgang_hjelp import PASSORD, A, K, S, T, bruker, meldt, nettleser
from lager_hjelp import innslag
from web_hjelp import tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Utfall
from veileder.gjennomgang.ansatte import ALLE, Handling
from veileder.gjennomgang.saker import Dom, Sakstilstand
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Rapportstatus


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gjennomgang")


@pytest.fixture(scope="module")
def lager(mappe: Path) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(f"sqlite:///{mappe}/veileder.sqlite")
    bruker(apen, "kari", (K, ALLE))
    bruker(apen, "kim", (K, ALLE))
    bruker(apen, "mona", (K, "molde"))
    bruker(apen, "siri", (S, "molde"))
    bruker(apen, "tor", (T, ALLE))
    bruker(apen, "ada", (A, ALLE))
    yield apen
    apen.lukk()


@pytest.fixture(scope="module")
def adresse(mappe: Path, lager: DatabaseLager) -> Iterator[str]:
    with tjener(mappe) as url:
        yield url


def test_nobody_sees_anything_before_logging_in_and_is_led_back_after(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager)
    with nettleser(adresse) as n:
        n.les(f"/gjennomgang/sak/{en.id}")
        assert n.svar.url.path == "/gjennomgang/inn" and "Logg inn" in n.tekst and "tryggleiksalarm" not in n.tekst
        n.send("/gjennomgang/inn", brukernavn=" Kari", passord=PASSORD)
        assert n.svar.url.path == f"/gjennomgang/sak/{en.id}" and "Kva kostar «tryggleiksalarm»" in n.tekst


def test_the_queue_tells_what_comes_first_and_why(adresse: str, lager: DatabaseLager) -> None:
    akutt = (Flagg(slag=Flaggslag.AKUTT),)
    lager.samtaler.lagre(innslag(flagg=akutt, prioritet=95, utfall=Utfall.AKUTT, sporsmal="Far puster dårlig"))
    with nettleser(adresse, "kari") as n:
        forst = n.les("/gjennomgang").select(".ko > li")[0]
        lest = " ".join(forst.get_text(" ").split())
        assert "Far puster dårlig" in lest and "95: Akutt gir 95, fordi et liv kan stå på spill." in lest
        assert (
            n.svar.headers["cache-control"] == "no-store"
            and "frame-ancestors 'none'" in n.svar.headers["content-security-policy"]
        )


def test_a_case_is_judged_closed_and_the_reporter_told(adresse: str, lager: DatabaseLager) -> None:
    en, rapport = meldt(lager, sporsmal="Hva koster det å få alarm i år?")
    with nettleser(adresse, "kari") as n:
        n.les(f"/gjennomgang/sak/{en.id}")
        assert "Prisen er fra i fjor." in n.tekst and "Svaret er utdatert" in n.tekst
        n.send("/vurdering", 400, knapp="lukk")
        assert "Velg hvordan svaret var" in n.tekst
        n.send("/vurdering", 400, knapp="lukk", dom="feil", kommentar="Se <b>prisen</b>")
        assert "Velg en årsak" in n.tekst and n.skjema("/vurdering")["kommentar"] == "Se <b>prisen</b>"
        n.send("/vurdering", knapp="lukk", dom="feil", arsak="korpus_utdatert", kommentar="Prisen er ny.")
        assert "Lagret." in n.tekst and "lukket saken" in n.tekst
        n.send("/svar", 400, status="rettet", tilbakemelding="Hei Kari Nordmann, ring 99 11 22 33.")
        assert "personopplysninger" in n.tekst
        n.send("/svar", status="rettet", tilbakemelding="Prisen er rettet til årets.")
    sak = lager.saker.hent(en.id)
    assert (sak.dom, sak.tilstand, sak.endret_av) == (Dom.FEIL, Sakstilstand.LUKKET, "kari")
    lagret = lager.rapporter.hent(rapport.nummer)
    assert lagret is not None and (lagret.status, lagret.tilbakemelding) == (Rapportstatus.RETTET, "Prisen er rettet til årets.")
    sett = [f.handling for f in lager.logg.les(gjelder=en.samtale_id)]
    assert sett.count(Handling.SA_SAK) >= 5 and {f.brukernavn for f in lager.logg.les(gjelder=en.samtale_id)} == {"kari"}


def test_two_at_once_do_not_overwrite_each_other_and_see_both(adresse: str, lager: DatabaseLager) -> None:
    en, _ = meldt(lager)
    with nettleser(adresse, "kari") as kari, nettleser(adresse, "kim") as kim:
        kari.les(f"/gjennomgang/sak/{en.id}")
        kim.les(f"/gjennomgang/sak/{en.id}")
        kari.send("/vurdering", knapp="lagre", dom="riktig", kommentar="Helt greit.")
        kim.send("/vurdering", 409, knapp="lukk", dom="feil", arsak="sprak", kommentar="Tungt språk.")
        assert "Helt greit." in kim.tekst and "Tungt språk." in kim.tekst and "Kari Test lagret" in kim.tekst
        assert lager.saker.hent(en.id).dom is Dom.RIKTIG
        kim.send("/vurdering", knapp="lukk")
    sak = lager.saker.hent(en.id)
    assert (sak.dom, sak.kommentar, sak.endret_av) == (Dom.FEIL, "Tungt språk.", "kim")
    assert [h.bruker for h in lager.saker.hendelser(en.id)].count("kim") >= 3


def test_the_one_without_conversations_comes_to_where_they_belong(adresse: str) -> None:
    with nettleser(adresse, "tor") as n:
        n.les("/gjennomgang/meg")
        assert "Redaktør i alle kommunene" in n.tekst

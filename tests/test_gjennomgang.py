"""Review through the front door: a real server, a real database, forms as a browser without JavaScript sends them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from gjennomgang_hjelp import PASSORD, A, K, S, T, bruker, meldt, nettleser
from lager_hjelp import innslag, kontaktsak
from web_hjelp import tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Utfall
from veileder.gjennomgang.ansatte import ALLE, Handling
from veileder.gjennomgang.innlogging import Innlogging
from veileder.gjennomgang.saker import Dom, Sakstilstand
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Kontaktstatus, Rapportstatus


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


def test_a_request_for_contact_is_taken_noted_sent_on_and_closed(adresse: str, lager: DatabaseLager) -> None:
    bruker(lager, "rune", (S, "rauma"))
    lager.kontaktsaker.opprett(kontaktsak())
    her = "/gjennomgang/henvendelser/VK-7F3K-92QD"
    with nettleser(adresse, "siri") as siri, nettleser(adresse, "rune") as rune:
        siri.les("/gjennomgang")
        assert siri.svar.url.path == "/gjennomgang/henvendelser" and "Kari Nordmann" in siri.tekst
        rune.les(her, 404)
        siri.les(her)
        assert "99 11 22 33" in siri.tekst and "helst før lunsj" in siri.tekst
        gammel = siri.skjema("/henvendelser/")
        siri.send("/henvendelser/", knapp="ta")
        assert "Siri Test tok henvendelsen." in siri.tekst
        siri.post(str(gammel.pop("_til")), 409, **{**gammel, "knapp": "lukk", "notat": "Fra en gammel fane"})
        assert "Noen andre har gjort noe" in siri.tekst and siri.skjema("/henvendelser/")["notat"] == "Fra en gammel fane"
        siri.send("/henvendelser/", 400, knapp="notat", notat=" ")
        siri.send("/henvendelser/", knapp="notat", notat="Ringte, fikk ikke svar.")
        siri.send("/henvendelser/", 400, knapp="send", kommune="finnes-ikke")
        siri.send("/henvendelser/", knapp="send", kommune="rauma", notat="Hun har flyttet.")
        assert "Henvendelsen er sendt videre." in siri.tekst
        siri.les(her, 404)
        rune.les(her)
        assert "sendte henvendelsen til Rauma." in rune.tekst and "Hun har flyttet." in rune.tekst and "Ringte" in rune.tekst
        rune.send("/henvendelser/", 400, knapp="apne")
        rune.send("/henvendelser/", knapp="besvart")
        rune.send("/henvendelser/", knapp="lukk")
        rune.les("/gjennomgang/henvendelser?status=lukket")
        assert "Kari Nordmann" in rune.tekst
    sak = lager.kontaktsaker.hent("VK-7F3K-92QD")
    assert sak is not None and (sak.kommune, sak.status, sak.tatt_av) == ("rauma", Kontaktstatus.LUKKET, "rune")
    assert sak.behandlet is not None
    sett = {f.brukernavn for f in lager.logg.les(gjelder="VK-7F3K-92QD", antall=200) if f.handling is Handling.SA_HENVENDELSE}
    assert sett == {"siri", "rune"}


def test_a_password_is_chosen_by_a_link_that_works_once(adresse: str, lager: DatabaseLager) -> None:
    ny = bruker(lager, "nils", (K, "rauma"))
    kode = Innlogging(lager, stille=dt.timedelta(hours=1), lengst=dt.timedelta(hours=1)).ny_engangskode(ny)
    lenke = f"/gjennomgang/nytt-passord?kode={kode}"
    with nettleser(adresse) as n:
        n.les(lenke)
        n.send("/nytt-passord", 400, passord="kort", igjen="kort")
        n.send("/nytt-passord", 400, passord="en helt ny setning", igjen="en helt annen")
        n.send("/nytt-passord", passord=" en helt ny setning ", igjen=" en helt ny setning ")
        n.les(lenke, 404)
        n.logg_inn("nils", "en helt ny setning", 401)
        n.logg_inn("nils", " en helt ny setning ")
        assert n.svar.url.path == "/gjennomgang"


def test_the_next_case_comes_after_the_one_that_is_closed_within_the_same_choice(adresse: str, lager: DatabaseLager) -> None:
    tre = [meldt(lager, tjeneste="frisklivssentral", sporsmal=f"Spørsmål {nr}")[0] for nr in (3, 2, 1)]
    with nettleser(adresse, "kari") as n:
        n.les("/gjennomgang")
        n.send("/sok", tjeneste="frisklivssentral")
        assert [a.get_text() for a in n.side.select(".ko h2")] == ["Spørsmål 1", "Spørsmål 2", "Spørsmål 3"]
        n.les(str(n.side.select(".ko h2 a")[0]["href"]))
        n.send("/vurdering", knapp="neste", dom="riktig")
        assert n.svar.url.path.endswith(tre[1].id) and "Spørsmål 2" in n.tekst
        n.send("/vurdering", knapp="neste", dom="riktig")
        n.send("/vurdering", knapp="neste", dom="riktig")
        assert n.svar.url.path == "/gjennomgang" and "Ingen svar passer" in n.tekst

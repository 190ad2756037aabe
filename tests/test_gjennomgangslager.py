"""The contract of what review stores, the same for SQLite and for a real PostgreSQL; and logins by a clock of our own."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from gjennomgang_hjelp import PASSORD, K, bruker, meldt
from lager_hjelp import NA, innslag, kontaktsak
from sqlalchemy import text

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Utfall
from veileder.feil import Bruksfeil
from veileder.gjennomgang.ansatte import ALLE, Handling, Loggforing
from veileder.gjennomgang.innlogging import Innlogging, digest
from veileder.gjennomgang.innloggingsvern import ventetid
from veileder.gjennomgang.passord import hash_passord
from veileder.gjennomgang.saker import (
    INGEN,
    Arsak,
    Dom,
    Forslagsstatus,
    Hendelse,
    Kofilter,
    Sakstilstand,
    Tekstforslag,
    Tilstandsvalg,
)
from veileder.gjennomgang.saker import (
    Testtilfelle as Tilfelle,
)
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Kontaktstatus

ALT = Kofilter(omfang=None, uten_flagg=True, tilstand=Tilstandsvalg.ALLE)


def hendelse(hva: str = "gjorde noe") -> Hendelse:
    return Hendelse(tidspunkt=NA, bruker="kari", hva=hva)


# --- cases and the queue ---------------------------------------------------------------------------


def test_of_two_who_judge_a_case_at_once_one_is_told(lager: DatabaseLager) -> None:
    en, _ = meldt(lager)
    ny = lager.saker.hent(en.id)
    assert ny.versjon == 0
    start = threading.Barrier(8)

    def vurder(nr: int) -> bool:
        start.wait()
        return lager.saker.lagre(replace(ny, kommentar=f"nr {nr}"), [hendelse(f"nr {nr}")])

    with ThreadPoolExecutor(8) as trader:
        assert sum(trader.map(vurder, range(8))) == 1
    lagret = lager.saker.hent(en.id)
    assert lagret.versjon == 1 and [h.hva for h in lager.saker.hendelser(en.id)] == [lagret.kommentar]
    ferdig = replace(
        lagret, tilstand=Sakstilstand.LUKKET, dom=Dom.FEIL, arsak=Arsak.SPRAK, endret=NA, endret_av="kim", tildelt="x"
    )
    assert lager.saker.lagre(ferdig, []) and not lager.saker.lagre(ferdig, [hendelse()])
    assert lager.saker.hent(en.id) == replace(ferdig, versjon=2) and len(lager.saker.hendelser(en.id)) == 1


def test_a_case_without_its_message_is_refused_and_goes_with_it(lager: DatabaseLager) -> None:
    assert not lager.saker.lagre(replace(lager.saker.hent("finnes-ikke"), kommentar="x"), [hendelse()])
    en, _ = meldt(lager)
    lager.saker.lagre(lager.saker.hent(en.id), [hendelse()])
    lager.forslag.opprett(forslag(en.id))
    lager.forslag.legg_til_test(et_tilfelle(en.id))
    lager.samtaler.slett(en.samtale_id)
    assert lager.saker.hent(en.id).versjon == 0 and lager.saker.hendelser(en.id) == ()
    with lager.database.les() as sesjon:
        igjen = {t: sesjon.execute(text(f"SELECT count(*) FROM {t}")).scalar() for t in ("saker", "sakshendelser", "soketekster")}
    assert set(igjen.values()) == {0}
    # the reviewer's own words stay, without a trace of where they came from
    assert [f.melding_id for f in lager.forslag.alle()] == [None] == [t.melding_id for t in lager.forslag.tester()]


def forslag(melding_id: str | None) -> Tekstforslag:
    felt: dict[str, Any] = {
        n: n for n in ("fil", "utdrag", "tittel", "seksjon", "kommune", "opprinnelig", "forslag", "begrunnelse", "laget_av")
    }
    return Tekstforslag(id=uuid.uuid4().hex, melding_id=melding_id, opprettet=NA, **felt)


def et_tilfelle(melding_id: str | None) -> Tilfelle:
    rad = {"sporsmal": "Hva er prisen? æøå", "seksjoner": ["a#b"]}
    return Tilfelle(id=uuid.uuid4().hex, melding_id=melding_id, kommune="molde", rad=rad, laget_av="kari", opprettet=NA)


def test_suggestions_and_cases_for_the_test_set_are_read_back_as_stored(lager: DatabaseLager) -> None:
    en, _ = meldt(lager)
    f, t = forslag(en.id), et_tilfelle(en.id)
    lager.forslag.opprett(f)
    lager.forslag.legg_til_test(t)
    assert lager.forslag.hent(f.id) == f and lager.forslag.alle() == (f,) == lager.forslag.for_melding(en.id)
    assert lager.forslag.tester() == (t,) and lager.forslag.hent("finnes-ikke") is None
    assert lager.forslag.oppdater(f.id, 1, Forslagsstatus.TATT_INN) and not lager.forslag.oppdater(
        f.id, 1, Forslagsstatus.AVSLATT
    )
    assert lager.forslag.hent(f.id) == replace(f, status=Forslagsstatus.TATT_INN, versjon=2)


def fyll_koen(lager: DatabaseLager) -> dict[str, str]:
    """Store five messages and return their ids by a short name."""
    slag = {"akutt": Flaggslag.AKUTT, "delvis": Flaggslag.DELVIS, "prove": Flaggslag.STIKKPROVE}
    felt = {
        "akutt": {"prioritet": 95, "sporsmal": "Far PUSTER tungt", "kommune": "aukra", "utfall": Utfall.AKUTT},
        "delvis": {"prioritet": 40, "sporsmal": "Trygghetsalarm på Øya", "tjeneste": "trygghetsalarm"},
        "delvis2": {"prioritet": 40, "tidspunkt": NA + dt.timedelta(days=2), "sporsmal": "100 % sikker", "tjeneste": "bpa"},
        "prove": {"prioritet": 10, "kommune": "", "malform": "nb", "sporsmal": "Hei", "tjeneste": ""},
        "uten": {"prioritet": 0, "kommune": "rauma", "sporsmal": "Noe annet"},
    }
    for navn, verdier in felt.items():
        f = tuple(Flagg(slag=s) for n, s in slag.items() if navn.startswith(n))
        lager.samtaler.lagre(innslag(**{"id": navn, "samtale_id": navn, "flagg": f, "svar": "et svar", **verdier}))
    return {n: n for n in felt}


UTVALG: list[tuple[dict[str, object], list[str]]] = [
    ({"uten_flagg": False}, ["akutt", "delvis2", "delvis", "prove"]),
    ({}, ["akutt", "delvis2", "delvis", "prove", "uten"]),
    ({"omfang": frozenset({"molde"})}, ["delvis2", "delvis"]),
    ({"omfang": frozenset()}, []),
    ({"omfang": frozenset({"molde"}), "kommune": "aukra"}, []),
    ({"grunn": Flaggslag.DELVIS}, ["delvis2", "delvis"]),
    ({"tjeneste": "bpa"}, ["delvis2"]),
    ({"kommune": "rauma"}, ["uten"]),
    ({"utfall": Utfall.AKUTT}, ["akutt"]),
    ({"malform": "nb"}, ["prove"]),
    ({"fra": NA + dt.timedelta(days=1)}, ["delvis2"]),
    ({"til": NA + dt.timedelta(days=1)}, ["akutt", "delvis", "prove", "uten"]),
    ({"ord": ("alarm",)}, ["delvis"]),
    ({"ord": ("ØYA", "svar")}, ["delvis"]),
    ({"ord": ("puster", "alarm")}, []),
    ({"ord": ("%",)}, ["delvis2"]),
    ({"ord": ("_",)}, []),
    ({"tilstand": Tilstandsvalg.NY}, ["akutt", "delvis2", "prove"]),
    ({"tilstand": Tilstandsvalg.ARBEID}, ["delvis"]),
    ({"tilstand": Tilstandsvalg.LUKKET}, ["uten"]),
    ({"tilstand": Tilstandsvalg.APNE}, ["akutt", "delvis2", "delvis", "prove"]),
    ({"tildelt": "kari"}, ["delvis"]),
    ({"tildelt": INGEN}, ["akutt", "delvis2", "prove", "uten"]),
]


def test_the_queue_holds_what_fits_the_filter_the_most_urgent_first(lager: DatabaseLager) -> None:
    fyll_koen(lager)
    arbeid, lukket = lager.saker.hent("delvis"), lager.saker.hent("uten")
    lager.saker.lagre(replace(arbeid, tilstand=Sakstilstand.ARBEID, tildelt="kari"), [])
    lager.saker.lagre(replace(lukket, tilstand=Sakstilstand.LUKKET), [])
    for felt, ventet in UTVALG:
        side = lager.saker.ko(replace(ALT, **felt))  # type: ignore[arg-type]
        assert ([r.melding_id for r in side.rader], side.antall) == (ventet, len(ventet)), felt


def test_the_queue_turns_pages_and_knows_the_neighbours_also_of_what_is_closed(lager: DatabaseLager) -> None:
    fyll_koen(lager)
    sider = [lager.saker.ko(ALT, nr, 2) for nr in (1, 2, 3, 4)]
    assert [[r.melding_id for r in s.rader] for s in sider] == [["akutt", "delvis2"], ["delvis", "prove"], ["uten"], []]
    assert {s.antall for s in sider} == {5}
    assert sider[0].rader[0].flagg == (Flagg(slag=Flaggslag.AKUTT),)
    assert lager.saker.naboer(ALT, "delvis") == ("delvis2", "prove") and lager.saker.naboer(ALT, "akutt") == ("", "delvis2")
    lager.saker.lagre(replace(lager.saker.hent("delvis"), tilstand=Sakstilstand.LUKKET), [])
    apne = replace(ALT, tilstand=Tilstandsvalg.APNE)
    assert lager.saker.naboer(apne, "delvis") == ("delvis2", "prove") and lager.saker.naboer(apne, "prove") == ("delvis2", "uten")
    assert lager.saker.naboer(ALT, "finnes-ikke") == ("", "")
    valg = lager.saker.valg(frozenset({"molde"}))
    assert valg.tjenester == ("bpa", "trygghetsalarm") and valg.kommuner == ("molde",)


def test_a_request_keeps_its_history_until_it_is_deleted(lager: DatabaseLager) -> None:
    sak = kontaktsak()
    lager.kontaktsaker.opprett(sak)
    lager.kontaktsaker.opprett(kontaktsak("VK-2222-2222", kommune="rauma"))
    tatt = replace(sak, status=Kontaktstatus.TATT, tatt_av="kari")
    assert lager.kontakthendelser.lagre(tatt, hendelse("tok")) and not lager.kontakthendelser.lagre(tatt, hendelse("tok igjen"))
    assert lager.kontakthendelser.noter(sak.nummer, hendelse("skrev")) and not lager.kontakthendelser.noter(
        "VK-3333-3333", hendelse()
    )
    assert [h.hva for h in lager.kontakthendelser.hendelser(sak.nummer)] == ["tok", "skrev"]
    assert [s.nummer for s in lager.kontakthendelser.liste(frozenset({"molde"}), [])] == [sak.nummer]
    assert len(lager.kontakthendelser.liste(None, [])) == 2 and lager.kontakthendelser.liste(frozenset(), []) == ()
    assert [s.nummer for s in lager.kontakthendelser.liste(None, [Kontaktstatus.NY])] == ["VK-2222-2222"]
    lager.kontaktsaker.slett(sak.nummer)
    assert lager.kontakthendelser.hendelser(sak.nummer) == ()


def test_the_access_log_is_read_newest_first_and_by_conversation(lager: DatabaseLager) -> None:
    for nr, (gjelder, detalj) in enumerate((("s1", ""), ("s2", ""), ("", "s0 s1 s9"))):
        lager.logg.skriv(
            Loggforing(tidspunkt=NA, bruker_id="1", brukernavn=f"b{nr}", handling=Handling.SA_SAK, gjelder=gjelder, detalj=detalj)
        )
    assert [f.brukernavn for f in lager.logg.les()] == ["b2", "b1", "b0"]
    assert [f.brukernavn for f in lager.logg.les(gjelder="s1")] == ["b2", "b0"] and lager.logg.les(gjelder="s%") == ()
    assert [f.gjelder for f in lager.logg.les(bruker="b1")] == ["s2"] and len(lager.logg.les(fra=1, antall=1)) == 1


# --- logging in ------------------------------------------------------------------------------------


class Klokke:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.na = NA

    def __call__(self) -> dt.datetime:
        return self.na

    def ga(self, **tid: float) -> None:
        self.na += dt.timedelta(**tid)


@pytest.fixture
def klokke() -> Klokke:
    return Klokke()


@pytest.fixture
def innlogging(lager: DatabaseLager, klokke: Callable[[], dt.datetime]) -> Innlogging:
    return Innlogging(lager, stille=dt.timedelta(minutes=60), lengst=dt.timedelta(hours=10), na=klokke)


def test_a_session_ends_when_it_is_not_used_and_when_the_day_is_over(
    lager: DatabaseLager, innlogging: Innlogging, klokke: Klokke
) -> None:
    bruker(lager, "kari")
    okt = innlogging.logg_inn("KARI ", PASSORD).aktiv
    assert okt is not None
    for _ in range(12):
        klokke.ga(minutes=49)
        assert innlogging.finn(okt.hemmelig) is not None
    klokke.ga(minutes=30)
    assert innlogging.finn(okt.hemmelig) is None  # ten hours
    ny = innlogging.logg_inn("kari", PASSORD).aktiv
    assert ny is not None and ny.hemmelig != okt.hemmelig
    klokke.ga(minutes=61)
    assert innlogging.finn(ny.hemmelig) is None and lager.okter.hent(digest(ny.hemmelig)) is None


def test_misses_cost_more_and_more_time_and_a_right_one_makes_up_for_them(
    lager: DatabaseLager, innlogging: Innlogging, klokke: Klokke
) -> None:
    bruker(lager, "kari")
    assert [innlogging.logg_inn("kari", "galt").vent for _ in range(6)] == [0, 0, 0, 0, 0, 15]
    klokke.ga(seconds=14)
    assert innlogging.logg_inn("kari", PASSORD).vent == pytest.approx(1)
    klokke.ga(seconds=1)
    assert innlogging.logg_inn("kari", "galt").vent == 0 and innlogging.logg_inn("kari", PASSORD).vent == pytest.approx(30)
    klokke.ga(seconds=30)
    assert innlogging.logg_inn("kari", PASSORD).aktiv and innlogging.logg_inn("kari", "galt").vent == 0


def test_a_day_of_guessing_gives_hardly_more_than_a_hundred_tries() -> None:
    na, siste, antall = NA, NA, 0
    while na < NA + dt.timedelta(days=1):
        na += dt.timedelta(seconds=max(ventetid(antall, siste, na), 1))
        antall, siste = antall + 1, na
    assert 90 < antall < 120


def test_a_one_time_code_is_used_once_and_not_after_a_day(lager: DatabaseLager, innlogging: Innlogging, klokke: Klokke) -> None:
    kari, okt = bruker(lager, "kari"), innlogging.logg_inn("kari", PASSORD).aktiv
    kode = innlogging.ny_engangskode(kari)
    assert okt and innlogging.for_kode(kode) == kari and innlogging.for_kode("annen") is None and innlogging.for_kode("") is None
    for for_lett in ("kort", "aaaaaaaaaaaaaaaa", "passordet til Kari"):
        with pytest.raises(Bruksfeil):
            innlogging.sett_passord_med_kode(kode, for_lett)
    with ThreadPoolExecutor(4) as trader:
        satt = list(trader.map(lambda nr: innlogging.sett_passord_med_kode(kode, f"et helt nytt ord {nr}"), range(4)))
    assert sum(satt) == 1 and innlogging.finn(okt.hemmelig) is None
    assert (
        innlogging.logg_inn("kari", f"et helt nytt ord {satt.index(True)}").aktiv
        and not innlogging.logg_inn("kari", PASSORD).aktiv
    )
    kode = innlogging.ny_engangskode(kari)
    klokke.ga(hours=25)
    assert innlogging.for_kode(kode) is None and not innlogging.sett_passord_med_kode(kode, "et helt nytt ord igjen")


def test_a_closed_user_comes_in_by_no_way(lager: DatabaseLager, innlogging: Innlogging) -> None:
    kari, ekstern = bruker(lager, "kari"), bruker(lager, "eli@x.no", (K, ALLE), ekstern=True)
    kode = innlogging.ny_engangskode(kari)
    okter = [innlogging.logg_inn("kari", PASSORD).aktiv, innlogging.logg_inn_ekstern("Eli@x.no")]
    assert innlogging.logg_inn_ekstern("kari") is None and not innlogging.logg_inn("eli@x.no", "").aktiv
    for b in (kari, ekstern):
        lager.brukere.steng(b.id, NA)
    assert [innlogging.finn(o.hemmelig) for o in okter if o] == [None, None]
    assert innlogging.for_kode(kode) is None and not innlogging.logg_inn("kari", PASSORD).aktiv
    assert innlogging.logg_inn_ekstern("eli@x.no") is None


def test_what_is_secret_is_stored_as_its_digest_alone(lager: DatabaseLager, innlogging: Innlogging) -> None:
    kari = bruker(lager, "kari")
    okt, kode = innlogging.logg_inn("kari", PASSORD).aktiv, innlogging.ny_engangskode(kari)
    assert okt is not None and lager.brukere.passord(kari.id).startswith("$argon2id$")
    with lager.database.les() as sesjon:
        alt = str(
            [sesjon.execute(text(f"SELECT * FROM {t}")).all() for t in ("brukere", "okter", "tilgangslogg", "innloggingsforsok")]
        )
    assert not [h for h in (PASSORD, okt.hemmelig, kode) if h in alt] and "hemmelig" not in repr(okt)


def test_a_name_is_given_once_and_a_weaker_digest_is_renewed(lager: DatabaseLager, innlogging: Innlogging) -> None:
    from argon2 import PasswordHasher

    kari = bruker(lager, "kari")
    assert not lager.brukere.opprett(replace(kari, id="annen")) and lager.brukere.alle() == (kari,) == (
        lager.brukere.hent(kari.id),
    )
    lager.brukere.sett_passord(kari.id, PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSORD))
    assert innlogging.logg_inn("kari", PASSORD).aktiv
    assert lager.brukere.passord(kari.id).split("$")[3] == hash_passord(PASSORD).split("$")[3]

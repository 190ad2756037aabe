"""Review over our own corpus: the exact place of a passage, a suggested text as a patch, a need as a test."""

from __future__ import annotations

import json
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gjennomgang_hjelp import K, T, bruker, meldt, nettleser
from lager_hjelp import innslag
from test_sider import ekte_tjener, les

from evaluering.fra_sak import til_gullrad
from evaluering.gull import Gullfeil
from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Utdrag
from veileder.feil import Bruksfeil
from veileder.gjennomgang.ansatte import ALLE
from veileder.gjennomgang.endringsforslag import lag_patch, les_fil, seksjonstekst
from veileder.gjennomgang.testtilfelle import lag_rad
from veileder.gjennomgang.verdier import Treffinnslag
from veileder.innstillinger import Innstillinger
from veileder.web.gjennomgang.sak import Avsnitt

SPORSMAL = "Korleis kan eg få hjelp til å kome meg ut på tur kvar veke?"


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("saker")


@pytest.fixture(scope="module")
def lager(mappe: Path) -> Iterator[DatabaseLager]:
    apen = DatabaseLager(f"sqlite:///{mappe}/veileder.sqlite")
    bruker(apen, "kari", (K, ALLE))
    bruker(apen, "tor", (T, ALLE))
    bruker(apen, "rita", (T, "rauma"))
    yield apen
    apen.lukk()


@pytest.fixture(scope="module")
def adresse(eget: Innstillinger, mappe: Path, lager: DatabaseLager) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as m:
        m.setenv("VEILEDER_DATABASE_URL", f"sqlite:///{mappe}/veileder.sqlite")
        with ekte_tjener(eget, mappe) as url:
            yield url


@pytest.fixture(scope="module")
def utdrag(tjeneste: Any) -> dict[str, Utdrag]:
    return {u.id: u for u in tjeneste.ressurser.indeks.utdrag if u.fil.endswith(".md") and not u.fil.endswith(".nn.md")}


def sak(lager: DatabaseLager, u: Utdrag, digest: str = "") -> str:
    """Store a reported answer that found a passage without quoting it; return the message."""
    treff = Treffinnslag(
        utdrag=u.id, fil=u.fil, digest=digest or u.digest, brukt=True, dense=0.9, leksikalsk=0.5, setning=0.2, poeng=1
    )
    borte = replace(treff, utdrag="tjenester/borte#om#1", fil="tjenester/borte.md", brukt=False)
    return meldt(lager, sporsmal=SPORSMAL, kilder=(), treff=(treff, borte), tjeneste="trygghetsalarm")[0].id


def test_a_passage_links_to_its_very_place_and_tells_when_it_has_changed(
    adresse: str, lager: DatabaseLager, utdrag: dict[str, Utdrag]
) -> None:
    u = next(u for i, u in utdrag.items() if i.startswith("lokalt/") and "#pris#" in i)
    with nettleser(adresse, "kari") as n:
        n.les(f"/gjennomgang/sak/{sak(lager, u, 'gammel')}")
        assert "Teksten er endret siden svaret ble gitt." in n.tekst and "Teksten finnes ikke lenger i kildene." in n.tekst
        lenke = n.side.find("a", string="Se teksten på siden")
        assert lenke is not None
        sti, _, anker = str(lenke["href"]).partition("#")
        assert les(adresse, sti).find(id=anker) is not None
        assert "Trygghetsalarm" in n.tekst and "0,90" in n.tekst


def test_a_quotation_is_shown_with_the_lines_it_has_in_the_text_and_as_kept_when_the_text_is_another() -> None:
    kilde = replace(innslag().kilder[0], sitat="Ta med: - kart - niste")
    felt: dict[str, Any] = {"id": "u", "fil": "f.md", "tittel": "T", "seksjon": "S", "kommune": "felles", "adresse": ""}
    her = Avsnitt(**felt, tekst="Først. Ta med:\n\n- kart\n- niste\n\nSist.", endret=False, kilde=kilde)
    assert her.sitat == "Ta med:\n\n- kart\n- niste"
    assert Avsnitt(**felt, tekst="En annen tekst.", endret=True, kilde=kilde).sitat == kilde.sitat
    assert Avsnitt(**felt, tekst="", endret=False).sitat == ""


def test_a_suggested_text_becomes_a_patch_that_applies(
    adresse: str, lager: DatabaseLager, utdrag: dict[str, Utdrag], eget: Innstillinger, tmp_path: Path
) -> None:
    u = utdrag["tjenester/trygghetsalarm#pris#1"]
    id_ = sak(lager, u)
    with nettleser(adresse, "kari") as n, nettleser(adresse, "tor") as tor, nettleser(adresse, "rita") as rita:
        n.les(f"/gjennomgang/sak/{id_}")
        n.les(str(n.side.find("a", string="Foreslå ny tekst")["href"]))  # type: ignore[index]
        na = n.skjema("/forslag")["forslag"]
        n.send("/forslag", 400, begrunnelse="Uten endring")
        n.send("/forslag", 400, forslag=f"{na}\n\nNy pris.", begrunnelse="Ring Kari Nordmann, 99 11 22 33")
        n.send("/forslag", forslag=f"{na}\r\n\r\nPrisen står på siden til kommunen.", begrunnelse="Prisen manglet.")
        assert "foreslo ny tekst" in n.tekst
        for leser in (tor, rita):
            leser.les("/gjennomgang/forslag")
            assert "Prisen manglet." in leser.tekst and SPORSMAL not in leser.tekst
        patch = tor.klient.get(str(tor.side.find("a", string="Last ned som patch-fil")["href"]))  # type: ignore[index]
        assert patch.headers["content-disposition"].endswith('.patch"')
        tor.send("/gjennomgang/forslag/", status="tatt inn")
        assert "Tatt inn i teksten" in tor.tekst
    kopi = tmp_path / eget.korpus.name / u.fil
    kopi.parent.mkdir(parents=True)
    shutil.copy(eget.korpus / u.fil, kopi)
    (tmp_path / "f.patch").write_bytes(patch.content)
    subprocess.run(["git", "apply", "--check", "f.patch"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "f.patch"], cwd=tmp_path, check=True)
    for_, etter = (eget.korpus / u.fil).read_text(encoding="utf-8"), kopi.read_text(encoding="utf-8")
    assert etter == for_.replace(na, f"{na}\n\nPrisen står på siden til kommunen.") != for_


def test_a_need_in_the_reviewers_own_words_is_a_row_that_the_evaluation_takes(
    adresse: str, lager: DatabaseLager, utdrag: dict[str, Utdrag]
) -> None:
    id_ = sak(lager, utdrag["tjenester/stottekontakt#om#1"])
    with nettleser(adresse, "kari") as n, nettleser(adresse, "tor") as tor:
        n.les(f"/gjennomgang/sak/{id_}/test")
        assert SPORSMAL not in str(n.side)
        n.send("/test", 400, sporsmal=SPORSMAL.upper(), seksjon="tjenester/stottekontakt#om", utfall="besvart")
        assert "ligner for mye på det personen skrev" in n.tekst
        n.send(
            "/test",
            400,
            sporsmal="Kan Kari Nordmann på 99 11 22 33 få følge?",
            seksjon="tjenester/stottekontakt#om",
            utfall="besvart",
        )
        n.send("/test", 400, sporsmal="Finnes det noen å gå tur med?", seksjon="tjenester/finnes-ikke#om", utfall="besvart")
        n.send(
            "/test",
            sporsmal="Finnes det noen å gå tur med?",
            seksjon="tjenester/stottekontakt#om",
            utfall="besvart",
            malform="nb",
        )
        assert "la til i testsettet" in n.tekst
        svar = tor.klient.get("/gjennomgang/testsett.jsonl")
    rader = [json.loads(linje) for linje in svar.text.splitlines()]
    assert (
        id_ not in svar.text and SPORSMAL not in svar.text and [r["sporsmal"] for r in rader] == ["Finnes det noen å gå tur med?"]
    )
    gull = til_gullrad(rader[0], [], {"tjenester/stottekontakt#om": object()})  # type: ignore[dict-item]
    assert gull.opphav == "gjennomgang" and gull.seksjoner == ("tjenester/stottekontakt#om",)
    with pytest.raises(Gullfeil):
        til_gullrad(rader[0], [], {})


@pytest.mark.parametrize(
    ("sagt", "skrevet", "tatt"),
    [
        ("Hva koster trygghetsalarm?", "hva koster trygghetsalarm", False),
        ("Hva koster trygghetsalarm?", "Hva koster  trygghetsalarm!", False),
        ("Hva koster trygghetsalarm?", "Hvilken pris har en alarm i hjemmet?", True),
        ("Mannen min har falt tre ganger denne uka", "Noen skrev: mannen min har falt tre ganger denne uka. Hva nå?", False),
        ("Hei", "Hei, hvem kan få omsorgsbolig i kommunen?", True),
    ],
)
def test_what_the_person_wrote_never_becomes_a_test(sagt: str, skrevet: str, tatt: bool) -> None:
    felt = {"sporsmal": skrevet, "malform": "nb", "rolle": "innbygger"}
    try:
        lag_rad(felt, ["a#b"], ["besvart"], kjente={"a#b"}, sagt=[sagt])
    except Bruksfeil:
        assert not tatt
    else:
        assert tatt


@pytest.mark.parametrize("linjeslutt", ["\n", "\r\n"])
@pytest.mark.parametrize("siste", ["", "\n"])
def test_a_patch_keeps_line_ends_and_the_last_line_as_they_are(tmp_path: Path, linjeslutt: str, siste: str) -> None:
    tekst = f"# Tittel\n\n## Pris\n\nDet koster 100 kroner.\u2028 Æøå.\n\n## Slutt\n\nFerdig.{siste}".replace("\n", linjeslutt)
    for opprinnelig, forslag in (("Det koster 100 kroner.", "Det koster 200 kroner.\nHver måned."), ("Ferdig.", "Helt ferdig.")):
        mappe = tmp_path / uuid.uuid4().hex
        (mappe / "med rom").mkdir(parents=True)
        fil = mappe / "med rom" / "å.md"
        fil.write_bytes(tekst.encode())
        (mappe / "f.patch").write_bytes(lag_patch("med rom/å.md", les_fil(mappe, "med rom/å.md"), opprinnelig, forslag).encode())
        subprocess.run(["git", "apply", "f.patch"], cwd=mappe, check=True)
        assert fil.read_bytes() == tekst.replace(opprinnelig, forslag.replace("\n", linjeslutt)).encode()


def test_a_section_that_has_moved_is_found_and_one_that_is_gone_or_twice_there_is_not(
    utdrag: dict[str, Utdrag], eget: Innstillinger
) -> None:
    u = utdrag["tjenester/trygghetsalarm#pris#1"]
    seksjon = [v for v in utdrag.values() if v.fil == u.fil and v.aspekt == "pris"]
    tekst = les_fil(eget.korpus, u.fil)
    hel = seksjonstekst(tekst, seksjon)
    assert hel.startswith(u.tekst[:40]) and hel in tekst
    assert seksjonstekst("Noe nytt øverst.\n\n" + tekst, seksjon).startswith(u.tekst[:40])
    assert seksjonstekst("Alt er nytt.", seksjon) == "" and lag_patch("a.md", f"{hel}\n{hel}", hel, "x") == ""
    assert (
        les_fil(eget.korpus, "../pyproject.toml") == "" == les_fil(eget.korpus, "kommuner.yaml") == les_fil(eget.korpus, "nei.md")
    )

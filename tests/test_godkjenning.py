"""What a reviewer approves is what the reviewer read, also when another index is taken into use meanwhile."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from gjennomgang_hjelp import K, bruker, nettleser
from test_sider import ekte_tjener

from veileder.adaptere.database.lager import DatabaseLager
from veileder.domene import Henvendelse
from veileder.gjennomgang.ansatte import ALLE
from veileder.gjennomgang.saker import Sakstilstand
from veileder.innstillinger import Innstillinger
from veileder.oppstart import indekser, lag_arkiv, lag_tjeneste

FIL = "tjenester/trygghetsalarm.md"
FORST = "En trygghetsalarm er en knapp du har på kroppen"


def bytt(innst: Innstillinger, fra: str, til: str) -> None:
    """Change a text and take it into use, while the server runs."""
    fil = innst.korpus / FIL
    tekst = fil.read_text(encoding="utf-8")
    assert fra in tekst
    fil.write_text(tekst.replace(fra, til), encoding="utf-8")
    assert indekser(innst)[0].ny


def test_a_text_that_is_changed_while_somebody_reads_it_is_read_again_before_anything_rests_on_it(
    eget: Innstillinger, tmp_path: Path
) -> None:
    (tmp_path / "korpus/tjenester").mkdir(parents=True)
    shutil.copy(eget.korpus / FIL, tmp_path / "korpus" / FIL)
    innst = Innstillinger(korpus=tmp_path / "korpus", data=tmp_path / "data")
    indekser(innst)
    arkiv = lag_arkiv(innst)
    lager = DatabaseLager(innst.databaseadresse)
    bruker(lager, "kari", (K, ALLE))
    h = Henvendelse(id=uuid.uuid4().hex, samtale_id="s1", turnr=1, tekst="Hva er trygghetsalarm?")
    assert FORST in lag_tjeneste(innst, arkiv).svar(h).tekst
    with ekte_tjener(innst, tmp_path / "tjener") as adresse, nettleser(adresse, "kari", ny=True) as n:
        sak = f"/gjennomgang/sak/{h.id}"
        n.les(sak)
        bytt(innst, FORST, "En trygghetsalarm er en knapp rundt halsen")
        n.send("/vurdering", 409, dom="riktig", kommentar="Godt svar", knapp="lukk")
        assert "ble endret mens du så på saken" in n.tekst and "En trygghetsalarm er en knapp rundt halsen" in n.tekst
        assert n.skjema("/vurdering")["kommentar"] == "Godt svar" and lager.saker.hent(h.id).dom is None
        assert lager.godkjente.alle() == ()
        n.send("/vurdering", knapp="lukk")
        forste = {b.digest for b in lager.godkjente.alle()}
        assert lager.saker.hent(h.id).tilstand is Sakstilstand.LUKKET and forste

        n.les(f"{sak}/omkjoring")
        n.send("/omkjoring")
        assert "halsen" in n.tekst
        bytt(innst, "knapp rundt halsen", "knapp på armen")
        n.send("/omkjoring/vurdering", 409, dom="riktig")
        assert "er endret siden spørsmålet ble kjørt på nytt" in n.tekst
        n.send("/omkjoring")
        n.send("/omkjoring/vurdering", dom="riktig")
        siste = {b.digest for b in lager.godkjente.alle()}
        assert siste and siste != forste

        n.les(sak)
        n.les(str(n.side.find("a", string="Foreslå ny tekst")["href"]))  # type: ignore[index]
        mitt = n.skjema("/forslag")["forslag"].replace("knapp på armen", "knapp på armen eller rundt halsen")
        bytt(innst, "Du kan få trygghetsalarm hvis", "Du kan få alarmen hvis")
        bytt(innst, "knapp på armen", "knapp på høyre arm")
        n.send("/forslag", 409, forslag=mitt)
        assert "Teksten er endret siden du åpnet den" in n.tekst and "knapp på høyre arm" in n.tekst
        assert n.skjema("/forslag")["forslag"].replace("\r\n", "\n") == mitt and lager.forslag.alle() == ()
        n.send("/forslag")
        assert len(lager.forslag.alle()) == 1
    lager.lukk()
    arkiv.lukk()

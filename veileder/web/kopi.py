"""An answer as plain text, to be pasted into a letter or a case: the words, then the sources by number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from veileder.domene import Svar
from veileder.web.sider.adresse import adresse_for
from veileder.web.tekster import dato, tekst
from veileder.web.visning import kildetittel

ADRESSE = "{adresse}"
"""Stands for the address that the page was opened at, which the page's script knows and the server may not."""

_LENKE = re.compile(r"\[([^\]\[]+)\]\(<?([^\s()<>]+)>?\)")


def som_tekst(markdown: str) -> str:
    """Return Markdown without its marks; a link keeps its address."""
    uten = _LENKE.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]} ({m[2]})", markdown)
    uten = re.sub(r"\*\*(.+?)\*\*", r"\1", uten)
    return re.sub(r"^#{1,6}\s+", "", uten, flags=re.MULTILINE).strip()


def kopitekst(svar: Svar, navn: Mapping[str, str], idag: dt.date) -> str:
    """Return the answer, its sources with address and date, and where it is from."""
    linjer = [som_tekst(svar.tekst), "", tekst("kopi_kilder", svar.sprak)]
    for k in svar.kilder:
        tittel, hvem = kildetittel(k, navn, svar.sprak).split("\n", 1)
        tid = k.gjelder_fra or k.kilde_dato
        merke = tekst("kilde_gjelder_fra" if k.gjelder_fra else "kilde_dato", svar.sprak)
        deler = [hvem, f"{merke.lower()}: {dato(tid, svar.sprak)}" if tid else ""]
        linjer += [f"{tittel} ({', '.join(d for d in deler if d)})", f"   {ADRESSE}{adresse_for(k)}"]
        linjer += [f"   {k.lenke}"] if k.lenke.startswith(("https://", "http://")) else []
    laget = tekst("kopi_laget", svar.sprak).format(dato=dato(idag.isoformat(), svar.sprak))
    return "\n".join([*linjer, "", laget])

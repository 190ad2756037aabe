"""The access log: who has seen what, for those who administer all of it."""

from __future__ import annotations

from fastapi.responses import Response

from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.web.gjennomgang.kontekst import Kontekst

PER_SIDE = 100
"""Lines on a page."""


def vis(k: Kontekst) -> Response:
    """Show the log, or the part of it about a conversation or a user. Looking is logged, too."""
    if k.omfang(Rett.TILGANGER) is not None:
        k.finnes_ikke()
    gjelder, bruker = (k.inn.sporring.get(n, "").strip()[:100] for n in ("gjelder", "bruker"))
    skrevet = k.inn.sporring.get("fra", "")
    fra = int(skrevet) if skrevet.isascii() and skrevet.isdigit() and len(skrevet) < 7 else 0
    k.logg(Handling.SA_LOGG, detalj=gjelder or bruker)
    linjer = k.lager.logg.les(gjelder=gjelder, bruker=bruker.lower(), fra=fra, antall=PER_SIDE + 1)
    neste = fra + PER_SIDE if len(linjer) > PER_SIDE else 0
    return k.side("logg.html", linjer=linjer[:PER_SIDE], gjelder=gjelder, bruker_=bruker, neste=neste)

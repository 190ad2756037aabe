"""What is counted of an answer: no word of it, and nothing that tells one person from another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from veileder.domene import Utfall
from veileder.forstaelse.lesbarhet import lix_av_svar
from veileder.gjennomgang.verdier import Innslag

UBESVART = frozenset({Utfall.UTEN_GRUNNLAG, Utfall.DELVIS})
"""Endings in which something that was asked for was not told."""

_LEST = frozenset({Utfall.BESVART, Utfall.DELVIS, Utfall.OVERLEVERT})
MINST_ORD = 40
"""Words that an answer must have before its LIX says anything."""

TIDSGRENSER = (200, 500, 1000, 2000)
"""Milliseconds: upper bounds of the first four of five classes of response time."""

TIDER = ("t200", "t500", "t1000", "t2000", "tover")

TALL = ("antall", "samtaler", "om_tjeneste", "om_aspekt", "om_utfall", "skille", "ubesvart", "lix", "lix_antall", *TIDER)
"""What is summed. ``antall`` and ``tider`` count messages, ``lix`` is a sum over ``lix_antall`` of them; the rest count
conversations, each once: at its first message of all, about the service, about the aspect, that ended so, that asked for
more than the service holds, and that lacked something. So sums over weeks, places and services never count anybody twice."""

FELT = ("kommune", "tjeneste", "aspekt", "utfall")
"""What is counted by, besides the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kjennetegn:
    """What one message adds to the counts. ``uke`` is the Monday, in UTC."""

    dag: dt.date
    uke: dt.date
    kommune: str
    tjeneste: str
    aspekt: str
    utfall: str
    skille: bool
    lix: int | None
    ms: float | None


def mandag(dag: dt.date) -> dt.date:
    """Return the Monday of the day's week."""
    return dag - dt.timedelta(days=dag.weekday())


def finn_kjennetegn(i: Innslag) -> Kjennetegn:
    """Return what is counted of a message. Where nothing was cited, service and aspect are those that were asked about."""
    dag = i.tidspunkt.astimezone(dt.UTC).date()
    lix = lix_av_svar(i.svar, MINST_ORD) if i.utfall in _LEST else None
    return Kjennetegn(
        dag=dag,
        uke=mandag(dag),
        kommune=i.kommune,
        tjeneste=i.tjeneste or _forste(i.spor.get("tjenester")),
        aspekt=i.aspekt or _forste(i.spor.get("aspekter")),
        utfall=str(i.utfall),
        skille=any(k.aspekt == "omfatter-ikke" for k in i.kilder),
        lix=None if lix is None else round(lix),
        ms=_ms(i.spor.get("ms")),
    )


def _forste(verdi: object) -> str:
    return str(verdi[0]) if isinstance(verdi, list | tuple) and verdi else ""


def _ms(verdi: object) -> float | None:
    tall = [v for v in verdi.values() if isinstance(v, int | float)] if isinstance(verdi, dict) else []
    return float(sum(tall)) if tall else None


def tell(k: Kjennetegn, tidligere: Iterable[tuple[str, str, str, bool]]) -> dict[str, int]:
    """Return what a message adds to each of ``TALL``.

    ``tidligere`` are (service, aspect, ending, ``skille``) of the conversation's other messages.
    """
    andre = list(tidligere)
    samme = [a for a in andre if a[0] == k.tjeneste]
    ubesvart = k.utfall in UBESVART
    klasse = None if k.ms is None else sum(k.ms > g for g in TIDSGRENSER)
    return {
        "antall": 1,
        "samtaler": int(not andre),
        "om_tjeneste": int(not samme),
        "om_aspekt": int(all(a[1] != k.aspekt for a in andre)),
        "om_utfall": int(all(a[2] != k.utfall for a in andre)),
        "skille": int(k.skille and not any(a[3] for a in samme)),
        "ubesvart": int(ubesvart and not any(a[2] in UBESVART for a in samme)),
        "lix": k.lix or 0,
        "lix_antall": int(k.lix is not None),
        **{navn: int(n == klasse) for n, navn in enumerate(TIDER)},
    }

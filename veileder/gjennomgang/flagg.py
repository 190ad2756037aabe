"""Why a person should look at an answer: pure functions from an answer and what came before it to flags.

The answer's own checks carry most of it; their names are those that ``besvar`` and its steps give them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from veileder import standardtekster as st
from veileder.domene import Svar, Tur, Utfall
from veileder.formulering.uenighet import finn_uenighet
from veileder.forstaelse.maske import SLAG
from veileder.gjennomgang.verdier import Flagg, Flaggslag

VEKT: Mapping[Flaggslag, int] = {
    Flaggslag.AKUTT: 95,
    Flaggslag.RAPPORTERT: 85,
    Flaggslag.KONTROLL_FEILET: 70,
    Flaggslag.KILDER_UENIGE: 60,
    Flaggslag.KILDE_ENDRET: 58,
    Flaggslag.KILDE_UTGATT: 55,
    Flaggslag.SPURTE_IGJEN: 50,
    Flaggslag.UTEN_GRUNNLAG: 45,
    Flaggslag.DELVIS: 40,
    Flaggslag.LAV_DEKNING: 35,
    Flaggslag.SPRAKMODELL: 30,
    Flaggslag.OVERLEVERT: 25,
    Flaggslag.MISBRUK: 20,
    Flaggslag.MASKERT: 15,
    Flaggslag.STIKKPROVE: 10,
}
"""What each flag weighs; why stands in ``flaggtekster.HVORFOR``. Chosen by judgement: danger, then a person who took the
trouble to tell, then what we know to be wrong, what may be, what is missing, and what went as it should."""

TILLEGG = 2
"""What each further flag adds."""

TAK_UTEN = 80
"""The most without danger or a report, so that those two always come first."""

SAMME_SPORSMAL = 0.93
"""Cosine (the bundled model) from which two questions in one conversation are the same. Of 52 pairs of a question and its
follow-up in ``samtaler.dev`` none reaches it, nor any of 368 pairs about the same service in ``gull.dev``; of the 52 needs
in ``likhet`` written anew in another form of Norwegian, 0.77 to 0.94 do."""

SVAK_MARGIN = 0.15
"""How far above its threshold a basis still counts as low coverage: see ``gjenfinning.grunnlag.TERSKEL``, where 0.60
instead of 0.45 would turn down as many wrong answers as right ones."""

_KONTROLLER = ("sitat", "henvisninger", "ingen løfter")
"""Checks that should never fail; the others tell which way a message went."""
_TALL_MOT = re.compile(r"(\d\.\d+) mot (\d\.\d+)")
_MASKE = re.compile(r"\[(" + "|".join(SLAG) + r")\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Omstendigheter:
    """What an answer is judged by besides itself.

    ``likhet`` holds the cosine between this question and each of ``tidligere``, in that order (empty: not known).
    ``stikkprove`` is the share in [0, 1] that is looked at anyway, ``trekning`` a random number in [0, 1).
    """

    i_dag: dt.date
    tidligere: Sequence[Tur] = ()
    likhet: Sequence[float] = ()
    stikkprove: float = 0.0
    trekning: float = 1.0


Regel = Callable[[Svar, Omstendigheter], str | None]
"""Returns what fills the flag's sentence, or None when the flag does not apply."""


def finn_flagg(svar: Svar, o: Omstendigheter) -> tuple[Flagg, ...]:
    """Return the flags of an answer, in the order of ``Flaggslag``."""
    funn = {slag: regel(svar, o) for slag, regel in _REGLER.items()}
    return tuple(Flagg(slag=slag, detalj=d) for slag in Flaggslag if (d := funn.get(slag)) is not None)


def prioritet(flagg: Sequence[Flagg]) -> int:
    """Return 0 to 100: the heaviest flag, and a little for each further one."""
    if not flagg:
        return 0
    poeng = max(VEKT[f.slag] for f in flagg) + TILLEGG * (len(flagg) - 1)
    forst = any(f.slag in (Flaggslag.AKUTT, Flaggslag.RAPPORTERT) for f in flagg)
    return min(poeng, 100 if forst else TAK_UTEN)


def _utfall(utfall: Utfall) -> Regel:
    return lambda svar, _: "" if svar.utfall is utfall else None


def _overlevert(svar: Svar, _: Omstendigheter) -> str | None:
    if svar.utfall is not Utfall.OVERLEVERT:
        return None
    navn = next((v.grunn for v in svar.vurderinger if v.kontroll == "grense"), "")
    return navn if navn == "medisinsk" else ""


def _lav_dekning(svar: Svar, _: Omstendigheter) -> str | None:
    if not svar.kilder:
        return None
    for v in svar.vurderinger:
        if v.kontroll == "grunnlag" and (tall := _TALL_MOT.search(v.grunn)):
            return tall[1] if float(tall[1]) < float(tall[2]) + SVAK_MARGIN else None
    return None


def _uenige(svar: Svar, _: Omstendigheter) -> str | None:
    return finn_uenighet(svar.kilder)


def _utgatt(svar: Svar, o: Omstendigheter) -> str | None:
    titler = [f"{k.tittel} ({k.revideres})" for k in svar.kilder if _passert(k.revideres, o.i_dag)]
    return ", ".join(dict.fromkeys(titler)) or None


def _passert(revideres: str, i_dag: dt.date) -> bool:
    """Whether a date, or the whole of a month (2026-11), has passed; what is no date has not."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}", revideres):
            return dt.date.fromisoformat(f"{revideres}-01") < i_dag.replace(day=1)
        return dt.date.fromisoformat(revideres) < i_dag
    except ValueError:
        return False


def _misbruk(svar: Svar, _: Omstendigheter) -> str | None:
    stanset = svar.utfall is Utfall.AVVIST and any(v.kontroll == "grense" and not v.bestatt for v in svar.vurderinger)
    return "" if stanset or st.tekst("avvist_del", svar.sprak) in svar.tekst else None


def _maskert(svar: Svar, _: Omstendigheter) -> str | None:
    return ", ".join(dict.fromkeys(_MASKE.findall(svar.sporsmal))) or None


def _kontroll_feilet(svar: Svar, _: Omstendigheter) -> str | None:
    if svar.utfall is Utfall.FEILET:
        return str(svar.spor.get("sak", "")) or "?"
    feilet = [v.kontroll for v in svar.vurderinger if v.kontroll in _KONTROLLER and not v.bestatt]
    return ", ".join(dict.fromkeys(feilet)) or None


def _sprakmodell(svar: Svar, _: Omstendigheter) -> str | None:
    """What a chat model wrote that was stopped, by the names of the doubts (``sprakkontroll.tvil``), each once."""
    grunner = [v.grunn.partition(": «")[0] for v in svar.vurderinger if v.kontroll == "språkmodell" and not v.bestatt]
    return ", ".join(dict.fromkeys(d for g in grunner for d in g.split(", "))) or None


def _spurte_igjen(svar: Svar, o: Omstendigheter) -> str | None:
    """A question back is no answer, so the same question after it is none asked again; nor is one of another aspect."""
    na = svar.tur.aspekt if svar.tur else ""
    for nr, (tur, likhet) in enumerate(zip(o.tidligere, o.likhet, strict=False), 1):
        besvart = tur.utfall not in (Utfall.AVKLARING, Utfall.SAMTALE)
        annet = bool(na and tur.aspekt and na != tur.aspekt)
        if besvart and not annet and likhet >= SAMME_SPORSMAL:
            return str(len(o.tidligere) - nr + 1)
    return None


def _stikkprove(_: Svar, o: Omstendigheter) -> str | None:
    return "" if o.trekning < o.stikkprove else None


_REGLER: Mapping[Flaggslag, Regel] = {
    Flaggslag.OVERLEVERT: _overlevert,
    Flaggslag.AKUTT: _utfall(Utfall.AKUTT),
    Flaggslag.UTEN_GRUNNLAG: _utfall(Utfall.UTEN_GRUNNLAG),
    Flaggslag.DELVIS: _utfall(Utfall.DELVIS),
    Flaggslag.LAV_DEKNING: _lav_dekning,
    Flaggslag.KILDER_UENIGE: _uenige,
    Flaggslag.KILDE_UTGATT: _utgatt,
    Flaggslag.MISBRUK: _misbruk,
    Flaggslag.MASKERT: _maskert,
    Flaggslag.KONTROLL_FEILET: _kontroll_feilet,
    Flaggslag.SPRAKMODELL: _sprakmodell,
    Flaggslag.SPURTE_IGJEN: _spurte_igjen,
    Flaggslag.STIKKPROVE: _stikkprove,
}
"""All but ``rapportert``, which the user raises later, and ``kilde_endret``, which a new text does."""

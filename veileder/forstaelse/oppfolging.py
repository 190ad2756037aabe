"""Making a follow-up stand alone: «og for mor da?», «hva koster det?», «og i Molde?».

A follow-up is short or points back, and there is something to point back to. What it lacks is taken
from the last answered turn; what it says itself always wins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from veileder.domene import Tur, Utfall
from veileder.forstaelse.emne import Emne

_PEKER = re.compile(
    r"^\W*(?:og|men|enn|hva med|kva med|ka med|da|gjelder det|gjeld det)\b|\b(?:det|den|dette|denne|disse|desse|der|da)\b\W*$"
    r"|\b(?:koster|kostar|koste|søker|søkjer|varer|gjelder|gjeld|får|fungerer|virker|betyr|omfatter|omfattar|på|for|om|til|av|med) (?:jeg |eg |man |en |ein |vi |du )?(?:på |om |for )?(?:det|den|dette|slikt|sånt|dem|dei)\b",
    re.IGNORECASE,
)
SVARTE = (Utfall.BESVART, Utfall.DELVIS, Utfall.OVERLEVERT, Utfall.AVKLARING)
"""Endings of a turn that was about something."""

_BYTTE = re.compile(
    r"\b(?:(?:en|ei|ein) (?:helt |heilt )?(?:annen|anna|annan) (?:ting|sak)|noe (?:helt )?annet|noko (?:heilt )?anna|nytt spørsmål"
    r"|forresten|another (?:question|thing)|something else|different question)\b",
    re.IGNORECASE,
)
"""Words that say that the subject is left."""

_SPOR = re.compile(
    r"\?|^\W*(?:(?:og|men|å|hei|hallo|takk|ok|so|and)\W+)*(?:hv[aoe]\w*|va|vor\w*|vem|kv\w+|k[aeo]m?\b|kor\w*|koss\w*|kest|kim|når|nårti"
    r"|kan|må|får|er|finnes|finst|fins|har|skal|ska|vil|trenger|treng\w*|dekker|gjelder|gjeld\w*|what|who|how|when|where|can|do|does|is|are)\b",
    re.IGNORECASE,
)
"""A message that asks: with a question mark, or a word that a question begins with."""

_STUMP = re.compile(
    r"^\W*(?:nei|og|men|enn|eller|hv?a (?:med|om)|kv?a (?:med|om)|(?:jeg|eg|æ) m(?:en|ei)\w*|samme|same|and|or|what about)\b",
    re.IGNORECASE,
)
"""How a message begins that goes on with an earlier question."""

UTSAGN = 4
"""Words that a message must have to be something told, and not a search in few words."""

KORT = 12
"""A message of at most so many words that names no subject leans on what came before (on the 40 development
conversations 0.85 then end rightly; at 8 it is 0.75)."""

_ASPEKTORD = {
    "om": "hva er det", "hvem": "hvem kan få det", "omfatter": "hva er med", "omfatter-ikke": "hva er ikke med",
    "kommunens-ansvar": "hva kan jeg vente av kommunen", "ditt-ansvar": "hva må jeg gjøre selv", "kriterier": "hva er kriteriene",
    "soknad": "hvordan søker jeg", "vurdering": "hvordan blir behovet vurdert", "tildeling": "når får jeg svar, og hvor lenge varer det",
    "avslag-og-klage": "hvordan klager jeg", "pris": "hva koster det", "lovgrunnlag": "hvilken lov gjelder", "kontakt": "hvem kontakter jeg",
}  # fmt: skip
"""What an earlier turn asked, in words, for a message that only names another service."""


ANNET_EMNE = 0.80
"""Probability of another service from which a longer message that points to nothing is a new question. Chosen on the
conversations kept from the learning (evaluering/trening/samtaler_*.jsonl) and the development ones."""

SIKKERT_ASPEKT = 0.50
"""Probability from which a message is taken to say itself what it asks about a service."""


def er_oppfolging(tekst: str, emne: Emne, forrige: Tur) -> bool:
    """Tell whether a message leans on what came before: it points back, or names no subject of its own."""
    if emne.nevnte or _BYTTE.search(tekst):
        return False
    if _PEKER.search(tekst) or len(tekst.split()) <= KORT:
        return True
    tjeneste = max(emne.tjenester, key=lambda t: emne.tjenester[t], default=forrige.tjeneste)
    return tjeneste == forrige.tjeneste or emne.tjenester[tjeneste] < ANNET_EMNE


def har_aspekt(emne: Emne) -> bool:
    """Tell whether a message says what it asks about a service, by its words or as the classifier reads it."""
    return bool(emne.signaler) or max(emne.aspekter.values(), default=0.0) >= SIKKERT_ASPEKT


def sier_hva(tekst: str, emne: Emne) -> bool:
    """Tell whether a message that names another service asks something about it itself: «Har mor rett til BPA?».

    «Hva med BPA?» and «nei, jeg mente BPA» ask what was asked before.
    """
    helt = bool(_SPOR.search(tekst)) and not _STUMP.search(tekst) and not _PEKER.search(tekst)
    return bool(emne.signaler) or (helt and har_aspekt(emne))


def fortalt(tidligere: Sequence[Tur]) -> str:
    """Return what was told, and not asked, since the last question: «Mamma har demens», «Hun bor alene»."""
    ut: list[str] = []
    for t in reversed(tidligere):
        if t.utfall in (Utfall.AKUTT, Utfall.AVVIST) or not er_utsagn(t.tekst):
            break
        ut.insert(0, t.tekst.strip())
    return " ".join(ut)


def er_utsagn(tekst: str) -> bool:
    """Tell whether a message tells something and asks nothing."""
    return len(tekst.split()) >= UTSAGN and not _SPOR.search(tekst)


def selvstendig(tekst: str, emne: Emne, forrige: Tur, tema: str) -> str:
    """Return the message with what it lacks: the earlier subject, or the whole earlier question.

    ``tema`` is the title of what the earlier turn was about, in words that search understands.
    """
    ren = tekst.strip()
    if forrige.utfall is Utfall.AVKLARING or er_utsagn(forrige.tekst) or not har_aspekt(emne):
        return f"{forrige.selvstendig} {ren}".strip()
    return f"{ren} ({tema})" if tema else f"{forrige.selvstendig} {ren}"


def med_aspekt(tekst: str, forrige: Tur) -> str:
    """Return a message that names another service, with what the earlier turn asked: «nei, jeg mente BPA»."""
    ord_ = _ASPEKTORD.get(forrige.aspekt, "")
    return f"{tekst.strip()} ({ord_})" if ord_ else tekst

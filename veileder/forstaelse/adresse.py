"""Addresses: street and number with flat, postal code and place; farms; post boxes; numbers in the land register.

A municipality that ends an address stays outside the mask: the answer depends on it, and it identifies nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.adresseledd import (
    BOR,
    EIGNE,
    FAST,
    FORAN_GATE,
    FORLEDD,
    GARD,
    GNR,
    GNR_BAK,
    HUS,
    JEG,
    LEILIGHET,
    MASKE,
    NR,
    ORD,
    POST,
    STED,
    STOR,
    VEI,
)
from veileder.forstaelse.maske import NAVNETEGN, Funn
from veileder.forstaelse.navneord import er_vanlig
from veileder.forstaelse.sted import norske_kommuner

_ER_GATE = re.compile(r"[a-zæøå]{2}(?:vei(?:en)?|veg(?:en)?|gat[ea]n?|stien|svingen|brygga|alléen)$")
_VEGNUMMER = re.compile(r"(?:riks|fylkes|europa|hoved)ve[ig]", re.IGNORECASE)
# In group «a» a word or a municipality before the number is no street; what «b» holds is sure.
_REGLER = tuple(
    re.compile(uttrykk)
    for uttrykk in (
        rf"(?<!\w)(?P<a>(?:(?i:post(?:boks|box)|pb\.?|p\.?\s?o\.?\s?box)\s*(?:nr\.?\s?)?\d{{1,5}})"
        rf"(?:\s(?:Sentrum|Nord|Sør|Vest|Øst|Aust|{ORD}(?=,?\s*\d{{4}}\s))){{0,2}}{POST})",
        rf"(?P<b>{MASKE}(?:\s{ORD}){{0,2}},?\s*(?:NO-|N-)?(?!(?:19|20)\d\d\s[a-zæøå])\d{{4}}\s+(?P<sted>{ORD}(?:\s[A-ZÆØÅ]\b)?))",
        rf"(?P<b>{MASKE}{LEILIGHET}(?<!{MASKE}))",
        rf"{NAVNETEGN},?\s+(?P<b>\d{{4}}\s+(?P<sted>{ORD}))(?!\s\d)",
        rf"{NAVNETEGN},\s(?P<a>{STOR}[a-zæøå]\w+(?:\s{ORD}){{0,2}}\s+{NR}{LEILIGHET}{POST})",
        rf"(?:\b(?:i|på|at|in|til|fra|frå|[Aa]dresse\w*:?)\s|[,:.?!]\s|^)(?P<b>{FORAN_GATE}{FAST}\s{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<b>(?:Øvre|Nedre|Søndre|Nordre|Gamle|Vestre|Østre|Nye|Indre|Ytre)\s{VEI}\s{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<a>{FORAN_GATE}(?:{ORD}(?:gard|gård|garden|gården|tun|tunet|stua|stuggu|stova|heim|setra|plassen"
        rf"|bruket|nedre|øvre)\w*,\s+)?{FORLEDD}{EIGNE}(?:{ORD}|{STOR})?\s?(?:{VEI}"
        rf"|{STED})\s?{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<a>(?:Øvre|Nedre|Søndre|Nordre|Gamle|Vestre|Østre|Store|Lille|Indre|Ytre"
        rf"|Midtre)\s{ORD}\s{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<b>[A-ZÆØÅ]{{3,}}(?:VEIEN|VEGEN|VEI|VEG|GATA|GATEN|GATE|GT\.?|BAKKEN|STIEN|SVINGEN)\s{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<a>{FORLEDD}[a-zæøå]{{2,}}{VEI}\s*{NR}{LEILIGHET}{POST})",
        rf"{BOR}(?P<a>{HUS}{LEILIGHET}{POST})",
        rf"{BOR}(?P<a>[a-zæøå]{{2,}}{STED}\s+{NR}{LEILIGHET}{POST})",
        rf"(?<![\w-])(?P<a>{HUS}(?=,?\s*H\d{{4}}\b|,?\s*(?:leil|oppg)|,\s*\d{{4}}\s{STOR}){LEILIGHET}{POST})",
        r"(?<![\w-])(?P<a>[a-zæøå]{4,}(?:\s[a-zæøå]{4,})?\s\d{1,3}\s?[a-h]?,?\s+(?!(?:19"
        r"|20)\d\d)\d{4}\s+(?P<sted>[a-zæøå]{3,}))",
        rf"(?<![\w-])(?P<b>{GARD}(?i:{GNR}){GNR_BAK}{POST})",
        rf"{BOR}(?P<b>(?:{ORD}\s){{0,2}}{ORD}\s(?:gard|gård|garden|gården|gaard|[nN]edre|[øØ]vre|[nN]ordre|[sS]øndre|[øØ]stre|[vV]estre))(?![\w-])",
        rf"{JEG}(?P<b>{STOR}\w+(?:gard|gård|gard'?n|garden|gården|bruket|stua|stuggu|stugu|stova|trøa|sætra|setra|teigen|rønninga?))(?![\w-])",
        rf"{BOR}(?P<a>{ORD}(?:\s{ORD})?,\s*\d{{4}}\s+(?P<sted>{ORD}))",
        rf"{BOR}(?P<a>(?:{ORD}\s){{0,2}}{ORD}(?:veien|vegen|gata|gaten|vei|veg|gate|gt\.?))(?![\w-])",
        rf"\b(?i:garden|gården|gard|gård|gardsbruket|gårdsbruket|småbruket|husmannsplassen|the farm)\s+(?:(?:vår"
        rf"|min|som\s+)?\s*(?:heter|heiter|heite|het|kalles|kallast"
        rf"|called)\s+)?(?P<a>{ORD}(?:\s{ORD}){{0,2}})(?!\s(?:kommune|sykehjem|sjukeheim|omsorg))",
    )
)  # fmt: skip


def finn_adresser(tekst: str) -> Iterator[Funn]:
    """Yield addresses; ``hale`` keeps the municipality that one ends with."""
    for regel in _REGLER:
        gruppe = "b" if "b" in regel.groupindex else "a"
        for treff in regel.finditer(tekst):
            start, slutt = treff.span(gruppe)
            if gruppe == "a" and _er_ord(re.split(r",|\s\d", treff["a"], maxsplit=1)[0]):
                continue
            sted = treff.groupdict().get("sted") or ""
            if sted and _er_kommune(kommune := re.sub(r"\s[A-ZÆØÅ]{1,2}$", "", sted)):
                yield Funn(start=start, slutt=slutt, slag="adresse", hale=f", {kommune}")
            elif sted.islower() and not _lite_sted(treff[gruppe]):
                yield Funn(start=start, slutt=treff.start("sted"), slag="adresse", hale=" ")
            else:
                yield Funn(start=start, slutt=slutt, slag="adresse")


def _er_ord(gate: str) -> bool:
    """Whether what stands before the number is a municipality, or ends with a word that is no street."""
    siste = gate.rsplit(maxsplit=1)[-1]
    return _er_kommune(gate) or (er_vanlig(siste) and not _ER_GATE.search(siste)) or bool(_VEGNUMMER.match(siste))


def _er_kommune(navn: str) -> bool:
    return navn.lower() in norske_kommuner().navn


def _lite_sted(adresse: str) -> bool:
    """Whether a place in lower case belongs to the address: only when all of it is written so."""
    return adresse.islower()

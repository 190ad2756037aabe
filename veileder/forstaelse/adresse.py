"""Addresses: street and number with flat, postal code and place; farms; post boxes; numbers in the land register.

A municipality that ends an address stays outside the mask: the answer depends on it, and it identifies nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from veileder.forstaelse.maske import Funn
from veileder.forstaelse.navneord import er_vanlig
from veileder.forstaelse.sted import norske_kommuner

_STOR = r"[A-ZÆØÅÄÖÁ]"
_ORD = rf"{_STOR}[\w'’-]+"
_VEI = (
    r"(?:vei|veien|veg|vegen|ve[ij]n|vn\.?|vg\.?|gate|gata|gaten|gatan|gt\.?|allé|alléen|alle|alleen|stien"
    r"|svingen|smauet|smuget|brygga|bryggen|kaia|kaien|terrasse|terrassen|promenaden)"
)
# Endings that are words or surnames too: they need a capital and a number.
_STED = (
    r"(?:pl\.|plass|plassen|torg|torget|bakken?|bakkan|bakkane|bakka|lia|lien|liene|tunet|tun|ringen|kroken"
    r"|haugen|haugan|haug|hagen|hagan|åsen|ås|jordet|jorda|kleiva|kleiven"
    r"|nes|neset|vika|vikja|viken|vik|moen|mo|moan|sletta|sletten|myra|myran|dalen|dal|lunden|lund|eidet|øra"
    r"|øya|holmen|berget|berga|marka|skogen|løkka|løkken|strand|stranda"
    r"|grenda|gården|garden|gard|gård|toppen|brekka|hammaren|hamran|sundet|odden|odda|enga|engen|engan|teigen"
    r"|reina|voll|vollen|vollan|stad|set|heim|heimen|rud|rabben|elva|brua|bygget|parken|hølen|dammen|kvartalet)"
)
_ENHET = (
    r"(?:dag|døgn|uke|veke|time|minutt|min\b|måned|månad|mnd|natt|nett|år|kr|gang|stk|person|plass|grad|meter"
    r"|m\b|cm\b|km\b|mål\b|prosent|%|etasje|rom\b|bebuar|beboer|brukar|bruker)"
)
_NR = (
    rf"(?:nr\.?\s?)?(?!(?:19|20)\d\d\b)\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}}\b)?(?:\s?(?:[A-H]|[J-Z](?!\.))\b"
    rf"|[a-z]\b)?(?![\d,:]?\d)(?![-.]\d)(?!\s*[.]?\s*{_ENHET})"
)
_FORLEDD = (
    r"(?:(?:[Øø]vre|[Nn]edre|[Ss]øndre|[Nn]ordre|[Gg]amle|[Vv]estre|[Øø]stre|[Ss]tore|[Ll]ille|[Ii]ndre"
    r"|[Yy]tre|[Mm]idtre|[Nn]ye)\s)?"
)
_EIGNE = rf"(?:{_ORD}\.?\s){{0,2}}"
_LEILIGHET = (
    r"(?:,?\s*(?:[HUKL]\s?\d{4}\b|(?:bueining|boenhet|leiligh|leilegh|leil|bolignr|bustadnr|lgh|apt"
    r"|oppg)\w*\.?\s*(?:nr\.?|nummer)?\s*[A-Z]?\d{0,4}\b))?"
)
_POST = (
    rf"(?:,?\s*(?:NO-|N-)?(?!(?:19|20)\d\d\s[a-zæøå])\d{{4}}\s+(?P<sted>{_ORD}(?:\s(?:[A-ZÆØÅ]{{1,2}}\b"
    rf"|i\s{_ORD}))?|[a-zæøå]{{2,}}))?"
)
_GARD = rf"(?:{_FORLEDD}{_ORD},\s+)?"
_BOR = (
    r"(?:\b(?:bo[rd]?|bur|budde|bodde|bodd|flytt\w*|heime?|hjemme|adress\w*|gateadress\w*|live[sd]?|living"
    r"|mieszkam|wohne|мешкаю|живу)\b:?\s+(?:(?:er|e|is|til|te|fra|frå|i|på|in|at|w|in der|nå|no|heilt|aleine"
    r"|alene|meg|meir)\s+){0,3})"
)
_HUS = rf"{_FORLEDD}{_ORD}(?:\s{_ORD}){{0,2}}\s+{_NR}"
_GNR = r"g\.?\s?(?:års)?nr\.?:?\s*\d+\W{0,3}(?:(?:og|,)\s*)?b\.?\s?(?:ruks)?nr\.?:?\s*\d+|g(?:nr)?\.?/b(?:nr)?\.?:?\s*\d+/\d+"
_REGLER = tuple(
    re.compile(uttrykk)
    for uttrykk in (
        rf"(?<!\w)(?P<a>(?:(?i:post(?:boks|box)|pb\.?|p\.?\s?o\.?\s?box)\s*\d{{1,5}}){_POST})",
        rf"(?<![\w-])(?P<a>(?:{_ORD}(?:gard|gård|garden|gården|tun|tunet|stua|stuggu|stova|heim|setra|plassen"
        rf"|bruket|nedre|øvre)\w*,\s+)?{_FORLEDD}{_EIGNE}(?:{_ORD}|{_STOR})?\s?(?:{_VEI}"
        rf"|{_STED})\s?{_NR}{_LEILIGHET}{_POST})",
        rf"(?<![\w-])(?P<a>(?:Øvre|Nedre|Søndre|Nordre|Gamle|Vestre|Østre|Store|Lille|Indre|Ytre"
        rf"|Midtre)\s{_ORD}\s{_NR}{_LEILIGHET}{_POST})",
        rf"(?<![\w-])(?P<a>{_FORLEDD}[a-zæøå]{{2,}}{_VEI}\s*{_NR}{_LEILIGHET}{_POST})",
        rf"{_BOR}(?P<a>{_HUS}{_LEILIGHET}{_POST})",
        rf"{_BOR}(?P<a>[a-zæøå]{{2,}}{_STED}\s+{_NR}{_LEILIGHET}{_POST})",
        rf"(?<![\w-])(?P<a>{_HUS}(?=,?\s*H\d{{4}}\b|,?\s*(?:leil|oppg)|,\s*\d{{4}}\s{_STOR}){_LEILIGHET}{_POST})",
        r"(?<![\w-])(?P<a>[a-zæøå]{4,}(?:\s[a-zæøå]{4,})?\s\d{1,3}\s?[a-h]?,?\s+(?!(?:19"
        r"|20)\d\d)\d{4}\s+(?P<sted>[a-zæøå]{3,}))",
        rf"(?<![\w-])(?P<a>{_GARD}(?i:{_GNR})(?:,?\s*(?:snr|fnr)\.?\s*\d+)?{_POST})",
        rf"{_BOR}(?P<a>{_ORD}(?:\s{_ORD})?,\s*\d{{4}}\s+(?P<sted>{_ORD}))",
        rf"{_BOR}(?P<a>(?:{_ORD}\s){{0,2}}{_ORD}(?:veien|vegen|gata|gaten|vei|veg|gate|gt\.?))(?![\w-])",
        rf"\b(?i:garden|gården|gard|gård|gardsbruket|gårdsbruket|småbruket|husmannsplassen|the farm)\s+(?:(?:vår"
        rf"|min|som\s+)?\s*(?:heter|heiter|heite|het|kalles|kallast"
        rf"|called)\s+)?(?P<a>{_ORD}(?:\s{_ORD}){{0,2}})(?!\s(?:kommune|sykehjem|sjukeheim|omsorg))",
    )
)  # fmt: skip


def finn_adresser(tekst: str) -> Iterator[Funn]:
    """Yield addresses; ``hale`` keeps the municipality that one ends with."""
    for regel in _REGLER:
        for treff in regel.finditer(tekst):
            start, slutt = treff.span("a")
            if _er_kommune(gate := re.split(r",|\s\d", treff["a"])[0]) or er_vanlig(gate.split()[-1]):
                continue
            sted = treff.groupdict().get("sted") or ""
            if sted and _er_kommune(kommune := re.sub(r"\s[A-ZÆØÅ]{1,2}$", "", sted)):
                yield Funn(start=start, slutt=slutt, slag="adresse", hale=f", {kommune}")
            elif sted.islower() and not _lite_sted(treff["a"]):
                yield Funn(start=start, slutt=treff.start("sted"), slag="adresse", hale=" ")
            else:
                yield Funn(start=start, slutt=slutt, slag="adresse")


def _er_kommune(navn: str) -> bool:
    return navn.lower() in norske_kommuner().navn


def _lite_sted(adresse: str) -> bool:
    """Whether a place in lower case belongs to the address: only when all of it is written so."""
    return adresse.islower()

"""What stands around names that are not a person's: firms, nursing homes, illnesses, methods, halls, storms and ships."""

from __future__ import annotations

import re

from veileder.forstaelse.navneord import er_eieform, er_eponym, er_etternavn, er_fornavn
from veileder.forstaelse.ordrekke import Ordrekke

_FIRMA = re.compile(
    r"\s?&|\s(?:ASA?|SA|BA|og\s+[Ss]ønn\w*|(?i:kommune|fylke\w*|sykehus\w*|sjukehus\w*|hospital\w*|syndrom\w*|sykdom\w*"
    r"|sjukdom\w*|disease|syndrome|palsy|parese|metod\w*|modell\w*|method|krykke\w*|skala\w*|scale|indeks\w*|index|score"
    r"|stiftelse\w*|legat\w*))\b"
)
"""Behind whatever name."""
_STED = re.compile(
    r"\s(?i:syke?hjem\w*|sjukeheim\w*|helsehus\w*|helsesenter\w*|legesenter\w*|legekontor\w*|apotek\w*|klinikk\w*|skole[nr]?"
    r"|skule[nr]?|omsorgs\w+|bo-?\s?og\s\w+|bofellesskap\w*|bufellesskap\w*|dagsenter\w*|eldresenter\w*|aldersheim|aldershjem"
    r"|barnehage\w*|kirke|kyrkje|menighet|park(?:en)?|torg|plass|gate|hotell|hall(?:en)?|sal(?:en)?|museum|senter(?:et)?|test(?:en)?"
    r"|skjema(?:et)?|prisen|festival\w*|veiledning\w*|rettleiing\w*|kurs(?:et)?|terapi\w*|program\w*|diett\w*|manøver\w*"
    r"|pyramide\w*|prinsipp\w*|teori\w*|fond(?:et)?)\b"
)
"""Behind a name that no list has, or one of several words; a first name alone is a person's."""
_FAAR = re.compile(r"\b(?:får|fekk|fikk|har|hadde|treng|trenger|søker|søkjer|ønsker|ønskjer|mistet|mista)\s$", re.IGNORECASE)
"""Before a person who is to have what stands behind: «Får Kari Berg omsorgsbolig?»."""
_MINNE = re.compile(
    r"\s(?i:hage|hagen|minne|min[dn]e|minnefond|plass|hospital|stiftelse|legat|fond|kaf[eé]|hotell|gate|prisen|park|sal|kapell|kirke"
    r"|kyrkje)\b"
)
"""Behind a genitive: «Solveigs hage»."""
_SAMMENSATT = re.compile(r"[A-ZÆØÅ][\w'’]*-[a-zæøå]{3,}")
_IKKE_ETTER = re.compile(
    r"\b(?:St|Sankt|Sta|Kong|Dronning|MS|MF|M/S|M/F"
    r"|(?i:stormen|ekstremværet|uværet|orkanen|skipet|ferja|ferga|fergen|elva|elven|roboten))\.?\s[«\"“]?$"
    r"|&\s?(?:\w+\s)?$|\d\s?$"
)


def er_noe_annet(r: Ordrekke, i: int, j: int) -> bool:
    """Whether the words belong to a firm, a place, an illness, a method, a hall; «Anne & Jon» do not."""
    navn = [o.tekst for o in r.ord[i:j]]
    if any(er_eponym(n) for n in navn) or (r.nabo(j - 1, j) and _er_ledd(r.ord[j].tekst)):
        return True
    if i and r.nabo(i - 1, i) and r.ord[i - 1].stor and er_eponym(r.ord[i - 1].tekst):
        return True
    foran = _IKKE_ETTER.search(r.foran(i))
    if foran and not (foran[0].startswith("&") and er_fornavn(navn[0])):
        return True
    slutt = r.ord[j - 1].slutt
    bak = _FIRMA.match(r.tekst, slutt)
    if bak:
        return not ("&" in bak[0] and j < len(r.ord) and er_fornavn(r.ord[j].tekst))
    eie = er_eieform(navn[-1])
    if eie and _MINNE.match(r.tekst, slutt):
        return True
    person = er_fornavn(navn[0]) and not eie and (j - i == 1 or _FAAR.search(r.foran(i)))
    return not person and _STED.match(r.tekst, slutt) is not None


def _er_ledd(ord_: str) -> bool:
    """Whether a word makes another thing of the names before it: «Duun-salen», «Oscar-krykker», «Marte Meo»."""
    return (ord_[0].isupper() and er_eponym(ord_)) or (bool(_SAMMENSATT.fullmatch(ord_)) and not er_etternavn(ord_))

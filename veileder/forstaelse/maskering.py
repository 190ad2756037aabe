"""Personal data in what people write is masked before anything else sees it.

Numbers of identity, telephone, account and case, e-mail addresses, street addresses, dates of birth
and names after the words that introduce one. Published short numbers (113, 116 117) and amounts stay.
A mask keeps the sentence readable for search: «[telefonnummer]».
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAVNEORD = r"[A-ZÆØÅ][a-zæøåéèöäü]+(?:-[A-ZÆØÅ][a-zæøåéèöäü]+)?"
_INNLEDER = (
    r"(?:jeg|eg|æ|i|e|hun|ho|han|de|dei|mor(?:en)?(?: min| mi)?|far(?:en)?(?: min)?|mannen(?: min)?|kona(?: mi| di)?|sønnen(?: min)?"
    r"|datteren(?: min)?|dottera(?: mi)?|søster(?: mi)?|bror(?:en)?(?: min)?|og)\s+(?:heter|heiter|hete|heite|het)"
    r"|(?:mitt|hennes|hans|fullt)\s+navn\s+er|navnet\s+(?:mitt|hennes|hans|ditt)?\s*er|namnet\s+(?:mitt|hennar|hans)?\s*er|my name is|i am called"
)
_FULLT_NAVN = rf"{_NAVNEORD}(?:\s+{_NAVNEORD}){{1,3}}"
_SLEKT = r"mor|mora|moren|mamma|far|faren|pappa|mann|mannen|kone|kona|sønn|sønnen|datter|datteren|dotter|dottera|bror|søster|bestemor|bestefar|tante|onkel"
_HUSNUMMER = r"\d{1,4}(?:\s?[A-Z]|[a-h])?\b(?!\s*(?:dag|døgn|uke|veke|time|måned|månad|natt|nett|år|kr|gang|stk|person))"
_REGLER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("e-postadresse", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("kontonummer", re.compile(r"(?<!\d)\d{4}[ .]\d{2}[ .]\d{5}(?!\d)")),
    ("fødselsnummer", re.compile(r"(?<!\d)[0-7]\d[ .]?[0-9]\d[ .]?\d{2}[ .-]?\d{3}[ .]?\d{2}(?!\d)")),
    # Eight digits as Norwegians write them: together, in pairs, or 3-2-3. Two years are no telephone.
    ("telefonnummer", re.compile(r"(?<![\d.,])(?:(?:\+|00)\s?47[ -]?)?(?:[2-9]\d{7}|[2-9]\d(?:(?: \d{2}){3}|(?:\.\d{2}){3}|(?:-\d{2}){3})|(?!(?:19|20)\d{2}[ .-](?:19|20))[2-9]\d{3}[ .]\d{4}|[489]\d{2}[ .-]\d{2}[ .-]\d{3})(?!\d|\s?(?:kr|kroner|,-))")),
    ("fødselsdato", re.compile(r"(?:\b(?:født|fødd|f\.)\s+(?:den\s+)?)\d{1,2}[./ -]\s?(?:\d{1,2}|[a-zæøå]+)[./ -]\s?\d{2,4}\b", re.IGNORECASE)),
    ("fødselsdato", re.compile(r"(?<!\d)(?<!\bfra )(?<!\bper )(?<!\better )(?<!\bfør )(?<!\bsiden )(?<!\btil )(?<!\bfrå )(?<!\bsidan )(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d{2}(?!\d)")),
    ("saksnummer", re.compile(r"\b(?:sak(?:snummer|snr|s nr|en)?|ref(?:eranse)?|arkivsak)\.?:?\s*(?:nr\.?\s*)?(?:19|20)?\d{2}/\d{1,6}(?:-\d+)?", re.IGNORECASE)),
    ("adresse", re.compile(rf"\b{_NAVNEORD}(?:\s[A-ZÆØÅ][a-zæøå]+)?(?:\s?(?:vei|veien|veg|vegen|gate|gata|gaten|plass|allé|bakken|lia|tunet))\s+{_HUSNUMMER}")),
    ("adresse", re.compile(rf"\b[A-ZÆØÅa-zæøå]{{3,}}(?:veien|vegen|gata|gaten|gate|veg|vei)\s+{_HUSNUMMER}")),
    ("navn", re.compile(rf"(?:(?i:\b(?:{_INNLEDER})\s+))({_NAVNEORD}(?:\s+{_NAVNEORD}){{0,3}})")),
    ("navn", re.compile(rf"(?i:\b(?:hilsen|hilsning|helsing|mvh|vh)\b)[\s,.:]+({_NAVNEORD}(?:\s+{_NAVNEORD}){{0,3}})")),
    ("navn", re.compile(rf"(?i:\b(?:jeg|eg)\s+er\s+)({_FULLT_NAVN})")),
    ("navn", re.compile(rf"(?i:\b(?:(?:min|mi|vår)\s+(?:{_SLEKT})|(?:{_SLEKT})\s+(?:min|mi|vår)))[\s,]+({_NAVNEORD}(?:\s+{_NAVNEORD}){{0,3}})")),
    ("navn", re.compile(r"(?:\b(?:jeg|eg|hun|ho|han|mor|far|moren min|faren min|mor mi|far min)\s+(?:heter|heiter|hete|heite)\s+)([a-zæøå]{2,}(?:\s+[a-zæøå]{2,})?)(?=\s*(?:[,.!?]|og\b|$))")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Maskert:
    """The text as everything after this step sees it, and which kinds of data were taken out."""

    tekst: str
    slag: tuple[str, ...]


def masker(tekst: str) -> Maskert:
    """Return the text with personal data replaced by its kind in square brackets."""
    slag: dict[str, None] = {}
    for navn, uttrykk in _REGLER:

        def bytt(treff: re.Match[str], navn: str = navn) -> str:
            slag[navn] = None
            if treff.re.groups:
                fra, til = treff.span(1)
                return treff[0][: fra - treff.start()] + f"[{navn}]" + treff[0][til - treff.start() :]
            return f"[{navn}]"

        tekst = uttrykk.sub(bytt, tekst)
    return Maskert(tekst, tuple(slag))


def uten_masker(tekst: str) -> str:
    """Return the text without the masks, for search."""
    return re.sub(r"\s*\[(?:e-postadresse|fødselsnummer|kontonummer|telefonnummer|fødselsdato|saksnummer|adresse|navn)\]", "", tekst)

"""Robustness: the same question as people also write it. Each kind keeps the meaning and spoils the form.

The disturbances are drawn by a generator seeded with the row's id and the kind, so that two runs disturb
alike. At most one change in about six words, as in messages written on a phone (typos of Norwegian
pupils and adults lie between one in ten and one in thirty words; ours is the hard end).
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

_NABOER = {
    "a": "sqz", "b": "vn", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fhb", "h": "gjn", "i": "uok", "j": "hkm", "k": "jlm",
    "l": "køp", "m": "nk", "n": "bmh", "o": "ipl", "p": "oåø", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbg",
    "w": "qes", "y": "tuh", "z": "xa", "æ": "øå", "ø": "læp", "å": "pø",
}  # fmt: skip
"""Keys beside each key on a Norwegian keyboard."""

_DIALEKT = {
    "jeg": "æ", "eg": "æ", "hva": "ka", "kva": "ka", "hvem": "kæm", "kven": "kæm", "hvordan": "koss", "korleis": "koss",
    "hvor": "kor", "hvorfor": "koffer", "ikke": "itj", "ikkje": "itj", "dere": "dåkker", "de": "dæm", "dykk": "dåkker",
    "noen": "nån", "nokon": "nån", "noe": "nå", "noko": "nå", "hun": "ho", "meg": "mæ", "deg": "dæ", "er": "e", "være": "værra",
    "vere": "værra", "også": "å", "mye": "my", "mykje": "my", "kommer": "kjem",
    "hjem": "heim", "hjemme": "heime", "bare": "berre", "hvis": "viss",
}  # fmt: skip
"""Small words of Nordmøre and Romsdal for those of bokmål and nynorsk."""

_INNLEDNINGER = (
    "Hei, håper det er greit at jeg spør her, for jeg har ringt flere ganger uten å komme gjennom. Vi har hatt en travel "
    "høst med flytting og mye annet, og naboen sa at dere kunne hjelpe. ",
    "God dag! Jeg har lest på nettsidene hele formiddagen og ble ikke klokere, det var så mange sider å klikke seg gjennom. "
    "Beklager hvis dette er et dumt spørsmål. ",
    "Takk for sist. Sist jeg var innom rådhuset fikk jeg en brosjyre, men den har jeg rotet bort, og brillene mine er knust. ",
)


def tastefeil(tekst: str, r: random.Random) -> str:
    """Neighbouring keys hit, letters swapped or dropped, in about one word of six."""
    return _i_noen_ord(tekst, r, _tast)


def _tast(o: str, r: random.Random) -> str:
    i = r.randrange(1, len(o) - 1)
    nabo = _NABOER.get(o[i].lower())
    hvordan = r.choice(("bytt", "mist", "nabo"))
    if hvordan == "bytt":
        return o[:i] + o[i + 1] + o[i] + o[i + 2 :]
    if hvordan == "mist" or not nabo:
        return o[:i] + o[i + 1 :]
    return o[:i] + r.choice(nabo) + o[i + 1 :]


_ETTER_ORET = (
    ("kk", "k"), ("tt", "t"), ("ll", "l"), ("nn", "n"), ("mm", "m"), ("gg", "g"), ("hv", "v"), ("Hv", "V"), ("hj", "j"),
    ("gj", "j"), ("æ", "e"),    ("å", "o"), ("nd", "n"),
)  # fmt: skip
"""Double consonants single, silent letters gone, o for å, e for æ."""


def stavefeil(tekst: str, r: random.Random) -> str:
    """Spelt by ear, in about one word of four."""

    def stav(o: str, r: random.Random) -> str:
        return o.replace(*r.choice([(a, b) for a, b in _ETTER_ORET if a in o]), 1)

    return _i_noen_ord(tekst, r, stav, hvert=4, kan=lambda o: any(a in o for a, _ in _ETTER_ORET))


def _i_noen_ord(
    tekst: str,
    r: random.Random,
    endre: Callable[[str, random.Random], str],
    hvert: int = 6,
    kan: Callable[[str], bool] = lambda _o: True,
) -> str:
    deler = re.split(r"(\W+)", tekst)
    lange = [i for i, d in enumerate(deler) if len(d) > 4 and d.isalpha() and kan(d)]
    for i in r.sample(lange, min(len(lange), max(1, len(deler) // 2 // hvert))):
        deler[i] = endre(deler[i], r)
    return "".join(deler)


def uten_mellomrom(tekst: str, r: random.Random) -> str:
    """Two spaces missing: words run together."""
    plasser = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", tekst)]
    for p in sorted(r.sample(plasser, min(2, len(plasser))), reverse=True):
        tekst = tekst[:p] + tekst[p + 1 :]
    return tekst


def uten_tegn(tekst: str, _r: random.Random) -> str:
    """No punctuation and no capitals."""
    return " ".join(re.sub(r"[^\w\s§-]", " ", tekst).lower().split())


def store_bokstaver(tekst: str, _r: random.Random) -> str:
    """Caps lock."""
    return tekst.upper()


def uten_norske_bokstaver(tekst: str, _r: random.Random) -> str:
    """Written on a foreign keyboard."""
    for norsk, annen in (("æ", "ae"), ("ø", "o"), ("å", "a"), ("Æ", "Ae"), ("Ø", "O"), ("Å", "A")):
        tekst = tekst.replace(norsk, annen)
    return tekst


def lang_innledning(tekst: str, r: random.Random) -> str:
    """Three sentences about something else before the question."""
    return r.choice(_INNLEDNINGER) + tekst


def dialektord(tekst: str, _r: random.Random) -> str:
    """The small words in dialect."""
    return re.sub(r"\w+", lambda m: _DIALEKT.get(m[0].lower(), m[0]), tekst)


SLAG: dict[str, Callable[[str, random.Random], str]] = {
    "tastefeil": tastefeil,
    "stavefeil": stavefeil,
    "uten mellomrom": uten_mellomrom,
    "uten tegn": uten_tegn,
    "store bokstaver": store_bokstaver,
    "uten æøå": uten_norske_bokstaver,
    "lang innledning": lang_innledning,
    "dialektord": dialektord,
}
"""Every kind by the name that the report uses."""

IKKE_ENGELSK = frozenset({"stavefeil", "uten æøå", "dialektord"})
"""Kinds that say nothing about an English question."""


def forstyrr(id_: str, tekst: str, slag: str) -> str:
    """Return the text disturbed in one way; the same text each time."""
    return SLAG[slag](tekst, random.Random(zlib.crc32(f"{id_}|{slag}".encode())))  # noqa: S311 - not for secrets

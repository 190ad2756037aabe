"""What a rule for danger is, and the groups of words that the rules share.

A pattern is written in words with single spaces. ``<3>`` is a gap of at most three words inside a
sentence, ``<3.>`` one that may pass the end of a sentence, and ``<NAVN>`` a group of words from ``DELER``.
``unntatt`` names the harmless frames (in akutt.py) that make the pattern mean something else: history,
a hypothetical, a question about services. Rules without it hold in any frame, as «puster ikke» does not.
"""

from __future__ import annotations

from dataclasses import dataclass

FORTID, HVIS, TJENESTE = "fortid", "hvis", "tjeneste"
ALLE = (FORTID, HVIS, TJENESTE)
NAATID = (HVIS, TJENESTE)
"""Frames for a rule in the present tense: «far, som hadde slag i fjor, svarer ikke» is danger now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A kind of danger and the words that tell of it; ``monster`` is joined by «or»."""

    navn: str
    slag: str
    monster: tuple[str, ...]
    unntatt: tuple[str, ...] = ()


def regel(slag: str, navn: str, *monster: str, unntatt: tuple[str, ...] = ()) -> Regel:
    """Return a rule of patterns; the kind and name come first, as they are read."""
    return Regel(navn=navn, slag=slag, monster=monster, unntatt=unntatt)


DELER: dict[str, str] = {
    # who
    "JEG": "(?:jeg|e|i)",
    "MEG": "(?:meg|me)",
    "SLEKT": r"(?:\w*mor|mamma|mama|\w*mora|moren|\w*far|pappa|\w*faren|bestefar|besta|gommo|goffa|mannen|kona|"
    r"kjerringa|gubben|samboeren|onkel|tante|\w*bror|\w*broren|\w*søster|\w*syster|søsteren|naboen|"
    "gamlingen|sønnen|sønn|sonen|datter|datteren|dattera|dotter|dottera|oldemor|bruker|brukeren|brukaren|"
    "beboer|beboeren|bebuaren|pasienten|kollegaen|venninna|kompisen|kamerat|svigermor|svigerfar|"
    "bestemoren|barnebarnet|dama)",
    "HAN": "(?:han|hun|henne|<SLEKT>|<BARN>)",
    "OFFER": r"(?:meg|me|oss|henne|han|hun|\w*mor|mamma|\w*mora|moren|\w*far|pappa|kona|mannen|broren|lillebror\w*|"
    r"lillesøster|bestefar|beboer\w*|bebuar\w*|pasient\w*|bruker\w*|den gamle|gammelkona|gamlemor|søster|"
    "hverandre|kvarandre|<BARN>)",
    "UTOVER": r"(?:mannen|kona|kjæreste\w*|kjærasten|kjerest\w*|samboer\w*|sambuar\w*|ektemann\w*|eks\w*|\w*sønn\w*|"
    r"\w*son|\w*sonen|\w*datter\w*|\w*dotter\w*|barnebarn\w*|nevø\w*|niese\w*|bror\w*|søster\w*|syster\w*|"
    r"stefar\w*|stebror\w*|far|pappa|onkel|pleier\w*|guten|gutten|hjemmehjelp\w*|støt+ekontakt\w*|han|hun|"
    "de)",
    "BARN": r"(?:barn(?:a|et|ebarn\w*)?|ung(?:en|ar|er)\w*|ong(?:en|an)\w*|\w*ong(?:en|an)|baby\w*|babbyen|"
    r"spedbarn\w*|småbarn\w*|tvilling\w*|gutt\w*|\w*gut(?:en|ungen)|liten en|jent\w*|jentong\w*|vesl\w+|\w+åringen?|\w*jenta|"
    r"\w*gutten|\w*ungen?e?|lillebror\w*|lillesøster\w*|tenåring\w*)",
    "TALL": r"(?:\d+|en|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten)",
    "BARNEALDER": "(?:[5-9]|1[0-7]|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten)",
    "FALT": "(?:falt|fall|fell|falle|velta|veltet|snublet|snubla|skled)",
    # what
    "PILLER": r"(?:\w*tab?l+et+\w*|tabletene|pille\w*|piler?\w*|pilene|\w*pillene|\w*pillan|sovetablett\w*|\w*medisin\w*|"
    r"para[cs]+et\w*|\w*dosett?\w*|ukedosett\w*|insulin\w*|morfin\w*|sobril+\w*|valium\w*|"
    r"hjerte\w*tablett\w*|smerteplast\w*|dropane)",
    "GIFT": r"(?:\w*klor|klorin\w*|salmiakk\w*|lut|kaustisk\w*|kaustik|\w*rengjør\w*|\w*reingjer\w*|oppvask\w*|"
    r"vaske(?:middel|kaps\w*|pulver)|tennvæsk\w*|bensin\w*|diesel|lampeolj\w*|frostvæsk\w*|spylervæsk\w*|"
    r"gift|rottegift|plantevern\w*|plantenæring\w*|batteri\w*|bateri|knappebatteri\w*|avløps\w*|white|"
    r"sprit|såpe\w*|avkalk\w*|etsende|etsene|tynner|terpentin\w*|liljekonvall\w*|zalo)",
    "VAAPEN": r"(?:kniv\w*|\w*kniven|øks\w*|hagl[ae]|børs[ae]|pistol\w*|rifl[ae]\w*|gevær\w*|saks|sverd|balltre|"
    "hammer|våpen)",
    "GIFTVERB": "(?:tatt|tar|tok|tat|spist|drukket|svelget|fått i seg|fikk i seg|fått i meg|fikk i meg)",
    "NAA": "(?:nå|i dag|i kveld|i natt|nettopp|akkurat|plutselig|i stad|i går|i går kveld)",
    "BYGG": r"(?:huset|hytta|\w*bolig(?:en|a)?|\w*bustad(?:en)?|kjøkkenet|gardin\w*|senga|komfyr\w*|leilighet\w*|leileg\w*|stua|stuva|stova|rommet|"
    "naboen|låven|fjøset|garasjen|kjelleren|taket|pipa|veggen|gangen|trappa|loftet|sofaen|ovnen|bygget|"
    r"bilen|batteri\w*|badet|soverommet)",
}

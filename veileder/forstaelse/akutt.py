"""Is somebody in danger now? Rules in code, so that they hold when index and models are down.

A call for help is who and what now; the same words are harmless in three frames: it is over (history), it
is only imagined (hypothetical), or it is about what is offered (service). Words are brought to one spelling
(akutt_ord.py), figures of speech are taken out, and each rule (akutt_regler_liv.py, akutt_regler_vold.py) is tried; a frame in the
sentence of the match makes it harmless for the rules that name the frame. A frame reaches no further than
its own sentence, so that a harmless neighbour hides nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from veileder.forstaelse.akutt_fremmed import FREMMEDE
from veileder.forstaelse.akutt_ord import normaliser_fare
from veileder.forstaelse.akutt_regel import DELER, Regel
from veileder.forstaelse.akutt_regler_liv import REGLER_LIV
from veileder.forstaelse.akutt_regler_vold import REGLER_VOLD

_BILLEDLIG = re.compile(
    r" slår (?:meg|oss) (?:kor|hvor|at|som|hvordan|korleis)\b"
    r"| (?:back|knees?|legs?|feet|joints|skin|hands?|stomach|throat|shoulders?) (?:is|are|feels?(?: like it is)?) on fire"
    r"| håper (?:du|dere|dokker|de) (?:dør|døyr|dauer)"
    r"| drukner (?:folk )?i (?:\w*skjema\w*|papir\w*|arbeid|post|krav|regning\w*)"  # «jeg drukner i skjemaer»
    r"| brenner (?:under føttene|inne med|for (?:å|det|saken)|meg ut|etter)| brant meg ut| er brent ut"
    r"| (?:dø|dør|døde|døyr|dau|ihjel) av (?:latter|kjedsomhet|kjedsemd|skrekk|å vente|skam|skjema\w*|nysgjerrig\w*|varme)| holdt på å dø av"
    r"| (?:skjema\w*|mas\w*|maset|dette|søknad\w*|byråkrati\w*|dere|papir\w*|svigermor|jobben) (?:\w+ ){0,3}(?:tar|tok) (?:jo )?(?:livet|knekken) (?:av|tå|på) (?:meg|me|oss|livet)"
    r"| tar (?:jo )?livet (?:av|tå|ta) (?:meg|me) (?:\w+ ){0,3}(?:skjema\w*|mas\w*|papir\w*|alle)"
    r"| (?:slår|slå) (?:(?:han )?alarm|meg (?:i (?:kabal|sjakk|kort|ludo|yatzy|spill)|som|til ro)|(?:på|til)(?! (?:meg|oss|henne|hun|han|mor|far))|av|opp|sammen|plen\w*|gras\w*|gress\w*|fast|an|rundt seg|i hjel tid\w*)| slått (?:meg|seg) til ro| slo seg ikke| slo (?:meg som|meg at|på|av|opp)"
    r"| (?:hopper|hoppe|går|gå) (?:jeg )?(?:i|på) (?:veggen|taket)| klikker? (?:på|snart|av)| holder på å (?:klikke|sprekke|dreie)"
    r"| kunne (?:jeg )?(?:ha )?(?:drept|kvalt|myrda) (?:for|den)| bann\w* så det ryker| blør hjertet| hjertet (?:mitt )?blør| gråte blod"
    r"| tør nesten ikke puster| får ikke puster snart| puster (?:ut|lettet)| (?:ligger på gulvet|ligger) av (?:latter|lått)| (?:form|bureaucracy|paperwork|waiting|this) is killing me"
    r"| vil dø (?:hjemme|her hjemme)| (?:hvor|kor) (?:han|hun|jeg) vil dø| (?:vil|skal|ønsker) (?:avslutte livet|dø) (?:hjemme|på sykehjemmet|i eget)| skal dø før"
)  # fmt: skip
"""Figures of speech: the words of danger used for paperwork, laughter and waiting."""

_FORTID = re.compile(
    r" (?:i fjor|for (?:\S+ ){1,3}(?:år|måneder|måned|månader|måna|mnd|uker|veker|uke|veke|dager|dagar) siden|(?:år|måneder|uker|vek|veker|år) siden|for lenge siden|lenge siden"
    r"|i (?:vinter|sommer|haust|høst|vår|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|påsken|barndommen|barndomen|barndomshjemmet|jula)"
    r"|på julaften|(?:forrige|førre|forje|sist|siste) (?:uke|veke|vek|måned|månad|år|vinter|sommer|høst|haust|vår)|(?:19|20)\d\d|tidligere|tidlegare|før (?:i livet|\d+ år)|som (?:barn|onge|liten)"
    r"|da jeg var|da eg var|i sin tid|etter (?:et |eit |et )?(?:hjerne)?slag\w*|etter hjerteinfarkt\w*|etter hjernesl\w*|(?:to|tre|flere) ganger i|hadde (?:et )?(?:hjerne)?slag|hatt (?:et |to )?(?:hjerne)?slag|har hatt|var innlagt|opptrening|hjem fra sykehus\w*"
    r"|last (?:year|spring|summer|winter|autumn|month|week)|(?:years?|months?|weeks?) ago|ikke (?:noe )?(?:nå|akutt|farlig|farle|verre)|alt (?:vel|bra|e bra)|går bra|gjekk bra|gikk bra|ingen (?:skade|fare)|er ferdig|ut av et voldelig|overlevde|survived|aldri) "
)
_NAA = re.compile(
    r"(?<! frisk)(?<! bra)(?<! hjemme)(?<! stabil) (?:nå|i dag|i natt|i kveld|akkurat|nettopp|plutselig|now) (?!tid|på|i gang|oppe|går det|går|bra|er han (?:ferdig|hjemme)|hjemme|ferdig|trygg)"
)
_HVIS = re.compile(
    r"(?:\A om| (?:hvis|i tilfelle|what if|if|in case|såfremt|tenk om|hva om|når (?:noen|en|man|bruker\w*|de kommer)|nå (?:en|noen)|når ingen|om (?:noen|en|man|apparatet|bruker\w*|bebuar\w*)"
    r"|redd (?:for )?(?:å|at|brann)|redd (?:\w+ )?skal|bekymret for at|kunne blitt|merka?e?r? (?:sjøl |selv |sjølv )?at|drøm\w* om)) "
)
_TJENESTE = re.compile(
    r" (?:kurs\w*|opplæring\w*|forebyg\w+|førebyg\w+|\w+forebyg\w+|rutiner?|retningslinj\w*|\w*øvels\w*|\w*øving\w*|oppgave|oppgåve|\w*oppgåve|bachelor\w*|prosjekt|foredrag|innlegg"
    r"|\w*grupper?|\w*gruppa|etterlat\w*|pårørendegruppe|støtte til|for dei som har mista|hindre|forhindre|tilbud (?:til|for|mot|ved)|tilbod (?:til|for|mot|ved)|hva (?:gjør|gjer) (?:dere|kommun\w*|hjemme\w*|heime\w*|de)"
    r"|hva skjer (?:når|hvis|om|egentlig)|what happens|eldrerådet|student\w*|generelt|i general|in general|lov å låse|hehe|haha|he he|lol|spøk|driver med tvang) "
)
_REKKE = ("selvmord", "forgiftning", "brann", "barn", "vold", "medisinsk")
"""Which kind a message gets that tells of several."""


_DEL = re.compile("<([A-Z]+)>")


def _uttrykk(monster: str) -> str:
    """Return a regular expression of a pattern with groups of words and gaps in it."""
    while _DEL.search(monster):  # a group may name another
        monster = _DEL.sub(lambda m: DELER[m[1]], monster)
    monster = re.sub(r"<(\d+)\.>", r"(?:\\S+ ){0,\1}?", monster)
    return re.sub(r"<(\d+)>", r"(?:[^ .]+ ){0,\1}?", monster)


@lru_cache(maxsize=1)
def _kompilert() -> tuple[tuple[Regel, re.Pattern[str]], ...]:
    regler = tuple((r, re.compile(f"(?<= )(?:{'|'.join(map(_uttrykk, r.monster))})(?= )")) for r in REGLER_LIV + REGLER_VOLD)
    fremmede = tuple((Regel(navn=sprak, slag=slag, monster=()), re.compile(uttrykk)) for sprak, slag, uttrykk in FREMMEDE)
    return tuple(sorted((*regler, *fremmede), key=lambda par: _REKKE.index(par[0].slag)))


def _harmlos(regel: Regel, tekst: str, start: int, slutt: int) -> bool:
    """Return whether a frame that the rule names stands in the sentences of the match."""
    if not regel.unntatt:
        return False
    fra = tekst.rfind(" . ", 0, start + 1) + 1
    til = tekst.find(" . ", slutt - 1)
    setning = f" {tekst[fra : til if til >= 0 else len(tekst)].strip(' .')} "
    for navn in regel.unntatt:
        if navn == "fortid" and _FORTID.search(setning) and not _NAA.search(setning):
            return True
        if navn == "hvis" and _HVIS.search(f" {tekst[fra:slutt].strip(' .')} "):
            return True
        if navn == "tjeneste" and _TJENESTE.search(setning):
            return True
    return False


def finn_akutt(tekst: str, bokmal: str = "") -> str:
    """Return the kind of danger that a message tells of (``medisinsk``, ``brann`` …), or an empty string.

    ``bokmal`` is the same message with dialect brought to bokmål; both are read.
    """
    for variant in dict.fromkeys(normaliser_fare(t) for t in (tekst, bokmal) if t):
        ren = _BILLEDLIG.sub(" –", f" .{variant}. ")
        for regel, uttrykk in _kompilert():
            treff = uttrykk.search(ren)
            while treff:
                if not _harmlos(regel, ren, treff.start(), treff.end()):
                    return regel.slag
                treff = uttrykk.search(ren, treff.start() + 1)
    return ""

"""What no published text may hold: instructions to a machine, hidden text, and who somebody is.

The text is quoted word for word to those who ask, and a language model may read it too. So nothing in
it may address the machine, or be there without the editor seeing it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from veileder.redigering.adresser import uten_adresser
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

_MASKIN = (
    r"(?:(?:KI|AI|chat|digitale?n?)[- ]?assistent(?:en)?|chat-?bot(?:en|ten)?|robot(?:en)?|språkmodell(?:en)?|(?:KI|AI)-?(?:modell)?(?:en)?|LLM|GPT"
    r"|the (?:assistant|model|chatbot|ai)|(?:ai|language) (?:model|assistant))"
)
"""Names of a machine. «Assistenten» alone is a human in texts on BPA."""

_INSTRUKS = re.compile(
    "|".join((
        r"\b(?:ignor(?:er|ere)|glem|gløym|se bort (?:fra|ifra)|sjå bort (?:frå|ifrå)|overse|oversjå)\b.{0,40}\b(?:instruks\w*|instruksjon\w*|regl(?:er|ene|ane)\b|føring\w*|beskjed\w*|prompt\w*|det du har (?:fått|lært)|alt (?:over|ovenfor|du))",
        r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules|prompts?|guidelines|previous|everything|above)\b",
        r"\b(?:system ?prompt|systemprompt|systemmelding|systeminstruks|system message|jailbreak|developer mode|utviklermodus)\w*",
        r"\b(?:you are now|act as (?:an?|if)|pretend (?:to be|you)|from now on,? you|new instructions?\b|nye instruks\w*|your (?:instructions|guidelines)|(?:as|if you are|you are) an? (?:ai|llm|language model|assistant|chatbot))\b",
        rf"\b(?:du er|dersom du er|hvis du er) (?:nå |no |fra nå av |frå no av )?(?:en |ein |et |eit |ei )?(?:\w+ )?(?:{_MASKIN}|assistent som|ekspert som)(?!\w)",
        rf"\b(?:{_MASKIN}|assistenten) (?:skal|må|bør|must|should|shall|will) (?:alltid |aldri |ikke |ikkje |bare |berre |always |never |not |only )?(?:svare?\b(?: alltid| aldri| at| ja| nei)|(?:say|answer|tell|reply|respond|ignore|ignorere)\b)",
        rf"\b{_MASKIN} (?:skal|må|bør) (?:alltid |aldri |ikke |ikkje |bare |berre )?(?:svare?|si|seie|skrive?|fortelle?|anbefale?|oppgi|vise?|nekte)\b",
        rf"(?:^|[.!:*>-])\s*(?:(?:beskjed|melding|instruks\w*|merk|note|message|instructions?|hei|kjære|dear|hello)\s+)?(?:(?:til|to|for)\s+)?(?:{_MASKIN}|assistent(?:en)?)\s*[:,!]\s*(?=[\wæøå]+r?\b)",
        r"(?:^|[.!?:*>-])\s*(?:svar|si|sei|opplys) (?:alltid|aldri|kun|berre)\b.{0,40}\b(?:at|ja|nei|med)\b",
        r"\b(?:always|never|only) (?:answer|say|tell|reply|respond|recommend)\b|\bdo not (?:tell|reveal|mention|show)\b.{0,30}\b(?:user|anyone|this|prompt)|\b(?:tell|inform) the user\b|\brespond (?:only )?with\b",
        r"\b(?:reveal|print|show|output|vis|skriv ut|gjenta)\b.{0,25}\b(?:system)?prompt|\bnår du (?:leser|les) dette\b.{0,20}\b(?:skal|må|svar|si)\b",
        r"<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|<</?SYS>>|^\s*#{2,}\s*(?:system|instructions?|instruks\w*|assistant)\s*:?\s*$|^\s*(?:system|assistant|human)\s*:\s",
    )),
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)  # fmt: skip
_KOMMENTAR = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_SKJULT = re.compile(
    r"<[a-z][^>]*(?:\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])|color\s*:\s*(?:white|#fff))[^>]*>|<(?:script|iframe|object|embed)\b",
    re.IGNORECASE,
)
_USYNLIG = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]+"
)
_EMOJI_FOGE = re.compile("(?<=[\u2190-\U0001faff\ufe0f])\u200d(?=[\u2190-\U0001faff])")
_FNR = re.compile(r"(?<![\d.,-])(\d{2})[ .]?(\d{2})[ .]?(\d{2})[ .-]?\d{3}[ ]?\d{2}(?![\d]|[.,]\d)")


def instruks(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Text that speaks to a machine, also where signs that are not seen break it up."""
    for start, blokk in _blokker(m.tekst):
        ren = unicodedata.normalize("NFKC", _USYNLIG.sub("", blokk))
        treff = _INSTRUKS.search(ren)
        if treff:
            sted = start + max(0, blokk.find(treff[0].strip()[:12]))
            funn = f"Teksten ser ut som en instruks til en maskin: «{_kort(treff[0])}»."
            yield m.merk(
                Alvor.FEIL,
                "instruks",
                sted,
                funn,
                "Fjern den, eller skriv den om til leseren. Spør den som skrev den, hvordan den kom inn.",
            )


def _blokker(tekst: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with their offsets."""
    for t in re.finditer(r"\S(?:.|\n(?!\s*\n))*", tekst):
        yield t.start(), t[0]


def skjult(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Text in a Markdown file that is not shown, but read, searched and quoted all the same."""
    if not m.markdown:
        return
    for t in _KOMMENTAR.finditer(m.tekst):
        yield m.merk(
            Alvor.ADVARSEL,
            "skjult-tekst",
            t.start(),
            f"Skjult kommentar: «{_kort(t[1])}».",
            "Fjern den. Skjult tekst blir søkt i og kan bli sitert.",
        )
    for t in _SKJULT.finditer(m.tekst):
        yield m.merk(
            Alvor.FEIL,
            "skjult-tekst",
            t.start(),
            f"HTML som skjuler eller kjører noe: «{_kort(t[0])}».",
            "Fjern koden, og skriv vanlig tekst.",
        )


def usynlige_tegn(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Signs without width break words in search and can carry hidden text."""
    tekst = _EMOJI_FOGE.sub("\u2190", m.tekst)
    sett: set[int | None] = set()
    for t in _USYNLIG.finditer(tekst):
        linje = m.linje(t.start())
        if linje not in sett:
            sett.add(linje)
            koder = ", ".join(dict.fromkeys(f"U+{ord(c):04X}" for c in t[0][:5]))
            ord_ = _kort(tekst[max(0, t.start() - 15) : t.end() + 15])
            yield m.merk(
                Alvor.FEIL,
                "usynlige-tegn",
                t.start(),
                f"Usynlig tegn ({koder}) ved «{_USYNLIG.sub('', ord_)}».",
                "Slett ordet, og skriv det på nytt for hånd.",
            )


def personopplysning(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Eleven digits that begin with a date are somebody's number; those of D, H and test series too."""
    for t in _FNR.finditer(uten_adresser(m.tekst)):
        # A D-number adds 40 to the day, an H-number or a test number 40 or 80 to the month.
        dag, maned = int(t[1]) % 40, int(t[2]) % 40
        if 1 <= dag <= 31 and 1 <= maned <= 12 and int(t[1]) <= 71:
            yield m.merk(
                Alvor.FEIL,
                "personopplysning",
                t.start(),
                f"Teksten har noe som ligner et fødselsnummer: {t[1]}{t[2]}… .",
                "Fjern nummeret. Bruk et oppdiktet eksempel uten nummer.",
            )


def _kort(tekst: str) -> str:
    ren = " ".join(tekst.split())
    return ren[:77] + "…" if len(ren) > 78 else ren


REGLER = (instruks, skjult, usynlige_tegn, personopplysning)

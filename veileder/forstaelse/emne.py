"""What a question is about: which service, and which aspect of it.

Both are features in ranking and never gates: a question that fits no pattern is searched all the same.
Service comes from the glossary and the titles that the index holds; aspect from cue words, read after
dialect and nynorsk are brought to bokmål by the glossary's word pairs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from veileder.forstaelse.klassifikator import Vektor, sannsynlig
from veileder.forstaelse.ordliste import Ord, Ordliste
from veileder.forstaelse.svartype import finn_svartyper
from veileder.gjenfinning.analyse import normaliser

_TEGN: tuple[tuple[str, float, str], ...] = (
    ("pris", 1.0, r"\bkost\w*|\bpris\w*|\bbetal\w*(?! (?:meg|oss|henne|ham|han|dem|pårørende|familien?)\b)|\begenande\w*|\beige?ndel\w*|\bgratis\b|\bkroner\b|\bdyrt?\b|\bregning\w*|\bgebyr\w*|\bsats\w*|\bvederlag\w*|\bhusleie\w*|\bmakspris|\bfribeløp\w*"),
    ("avslag-og-klage", 1.0, r"\bklag\w*|\bavslag\w*|\bavslått|\bavslår|\buenig\w*|\banke\b|\bstatsforvalter\w*|\bfikk nei|\bfår nei|\bsier nei|\bsa nei|\bsvarer nei|\bnei til\b"),
    ("lovgrunnlag", 1.0, r"\blov(en|er|a|verk|verket|grunnlag\w*|pålagt|festet|hjemmel\w*)?\b|\bparagraf\w*|§|\bforskrift\w*|\bhjem(mel|let)\b|\blovpålag\w*|\bregelverk\w*|\brettskilde"),
    ("kontakt", 0.9, r"\bkontakte?r?\b|\btelefon\w*|\bnummer(et)?\b|\bhvem ringer|\bringe( til)?\b|\bhvem snakker|\bhvem kan (jeg|vi|man) (snakke|spørre)|\bhenvende\w*|\bhvem spør|\be-?post\b"),
    ("soknad", 1.0, r"\bsøke?r?\b|\bsøkt\b|\bsøknad\w*|\bskjema\w*|\blegge ved\b|\bvedlegg\w*|\bdokumentasjon\w*|\bbankid\b|\bfullmakt\w*|\bhvordan (få|får|går|ordner|skaffer|bestiller)|\bfå tak i\b|\bbestille?r?\b|\bsøknadsfrist\w*|\blegeerklæring\w*"),
    ("soknad", 0.5, r"\bsvar(tid)?\b|\bsaksbehandlingstid\w*|\bhvor lang tid\b|\bbehandlingstid"),
    ("vurdering", 1.0, r"\bhjemmebesøk\w*|\bkartleg\w*|\bvurder\w*|\bkommer (dere|de|noen|kommunen) hjem|\biplos\b|\bvurderingssamtale\w*|\bpå besøk\b|\bhvem kommer\b|\bbesøket\b"),
    ("vurdering", 0.6, r"\bspørsmål\b.*\bstille\w*|\bspør (dere|de) om|\bsamtale\w*|\bforberede\w*"),
    ("tildeling", 1.0, r"\bvedtak\w*|\btildel\w*|\bhvor lenge\b|\bvarighet\w*|\bventetid\w*|\bventeliste\w*|\bkø(en)?\b|\boppstart\w*|\bnår (starter|begynner|får|kan|kommer|blir)|\bhvor (raskt|fort|snart)|\bbeskjed\b|\bgjelder\b.*\b(år|måned|lenge)|\bprøve(periode|tid)\w*|\bevaluer\w*|\bfornye\w*"),
    ("omfatter-ikke", 1.0, r"\bomfatter?\b.*\bikke\b|\bikke\b.*\b(omfatte\w*|inkluder\w*|hjelper|gjør|dekker|del av|inngår)|\b(hjelper|gjør|dekker|inkluderer)\b.*\bikke\b|\bikke får hjelp\b|\bikke (hjelp|dekket)"),
    ("kommunens-ansvar", 1.0, r"\bkommunens? (sitt )?(ansvar|plikt\w*|oppgave\w*)|\bansvaret? til kommunen|\b(plikt\w*|ansvar\w*|skyldig\w*|skal|må) kommunen|\bkommunen (må|skal|plikt\w*|har (ansvar|plikt))|\b(kan|bør) (jeg|vi|man|hun|han) (forvente|vente)|\bforvente av (dere|kommunen)|\bplikter\b"),
    ("ditt-ansvar", 1.0, r"\b(må|skal|bør) (jeg|vi|man|hun|han|mor|far|brukeren?|en) (selv|gjøre|ordne|være|ha|betale|stille|rydde|legge)|\bforvente?s?\w* av (meg|oss|henne|ham|brukeren?|den|mottaker\w*)|\bansvar (har|er) (jeg|vi|man|mitt)|\bmitt (eget )?ansvar|\bkrav(ene)? til (meg|oss|søker|bruker)|\bordne selv|\bgjøre selv|\begenansvar|\bhjemme når\b|\beget ansvar|\bforpliktelse\w*"),
    ("kriterier", 1.0, r"\bkriteri\w*|\bvilkår\w*|\bkrav(et|ene)?\b|\blegge\w* vekt\b|\bvektleg\w*|\bhva skal til\b|\bmoment\w*|\bkrever? (det|for)|\bkreves\b|\bprioriter\w*|\bavgjør\w*"),
    ("hvem", 1.0, r"\bhvem\b.*\b(kan|får|har|er|passer|gjelder)\b|\bfor hvem\b|\baldersgrense\w*|\bmålgruppe\w*|\bgjelder (det|den|ordningen) (for|også)|\bkan (man|en|jeg|vi|hun|han|mor|far|barn\w*|alle|folk|personer|de|\w+) (få|ha|søke)\b|\bpasser (det|den) for"),
    ("omfatter", 1.0, r"\bomfatte\w*|\binngår\b|\binkluder\w*|\bfølger med\b|\bhjelpe?r? (dere|de|til|med|meg)\b|\bhjelp (til|med)\b|\bhva (får|gjør|kan) (jeg|man|vi|en|dere|de|du|hun|han)|\binnhold\w*|\bkan (dere|de|hjemmehjelpen|hun|han|assistenten|støttekontakten)\b|\b(slags|typer?|former?|slag)\b|\boppgaver\b|\btilby\w*|\bbrukes til\b"),
    ("omfatter-ikke", 0.6, r"\bkan (dere|de|hjemmehjelpen|hun|han|assistenten|støttekontakten|hjemmetjenesten)\b|\bhjelpe?r? (dere|de)\b|\bhjelp (til|med)\b|\bfår (man|jeg|vi|hun|han) hjelp"),
    ("om", 0.8, r"^\W*(hei\W+)?(hva|ka) (er|e|betyr|innebærer|menes)\b|\bbetyr\b|\bforskjell\w*|\bforklar\w*|\bhva (slags )?\w+ er for noe|\bmenes med|\bhva går\b.*\but på|\bhvordan (virker|fungerer)\b"),
)  # fmt: skip
_KOMPILERT = tuple((aspekt, styrke, re.compile(uttrykk)) for aspekt, styrke, uttrykk in _TEGN)
_ORDGRENSE = re.compile(r"[\wæøåÆØÅ]+")


NEVNT = 8.0
"""How many times likelier a service becomes when a word for it stands in the question."""


TYDELIG, TYDELIG_NAVN = 0.04, 0.002
"""Probability below which a word that belongs to a service («steller», «trening») does not make it one that is asked about;
and the same for its own name, which may be part of another («demens» in a day centre for those who have it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emne:
    """What a question is about.

    ``nevnte`` are services that a word belongs to, ``tydelige`` those of them that are called by name or likely; ``tjenester`` and ``aspekter`` are probabilities from the
    trained classifiers; ``signaler`` are aspects by cue word, with strength in [0, 1]; ``utvidelse``
    holds the official terms for the everyday words that were used; ``trekk`` are the classifiers' features.
    """

    nevnte: tuple[str, ...] = ()
    tydelige: tuple[str, ...] = ()
    tjenester: Mapping[str, float] = field(default_factory=dict)
    aspekter: Mapping[str, float] = field(default_factory=dict)
    signaler: Mapping[str, float] = field(default_factory=dict)
    svartyper: tuple[str, ...] = ()
    utvidelse: str = ""
    bokmal: str = ""
    termer: tuple[str, ...] = ()
    trekk: Vektor | None = field(default=None, repr=False, compare=False)


def til_bokmal(tekst: str, ordliste: Ordliste) -> str:
    """Return the text word by word in bokmål where the glossary has a pair, lower case."""
    return _ORDGRENSE.sub(lambda m: ordliste.sprak.get(m[0], m[0]), normaliser(tekst))


def finn_aspekter(bokmal: str) -> dict[str, float]:
    """Return the aspects that the cue words of a question point to."""
    ut: dict[str, float] = {}
    for aspekt, styrke, uttrykk in _KOMPILERT:
        if styrke > ut.get(aspekt, 0.0) and uttrykk.search(bokmal):
            ut[aspekt] = styrke
    return ut


@lru_cache(maxsize=256)
def finn_ord(tekst: str, bokmal: str, ordliste: Ordliste) -> tuple[Ord, ...]:
    """Return the glossary rows that a question uses, as written, in bokmål, or nearly so."""
    funnet = {rad.term: rad for t in (tekst, bokmal) for _, rad in ordliste.finn(t)}
    for rad in ordliste.finn_naer(bokmal):
        funnet.setdefault(rad.term, rad)
    return tuple(funnet.values())


def finn_emne(tekst: str, ordliste: Ordliste, temaer: Mapping[str, str], trekk_: Vektor | None, modell: str) -> Emne:
    """Return what a question is about, as far as its words and the classifiers tell.

    ``trekk_`` are the classifiers' features of the text; None leaves the classifiers out.
    """
    bokmal = til_bokmal(tekst, ordliste)
    funnet = finn_ord(tekst, bokmal, ordliste)
    titler = [slug for slug, tittel in temaer.items() if _nevnt(tittel, bokmal)]
    nevnte = tuple(dict.fromkeys([*(r.tjeneste for r in funnet if r.tjeneste), *titler]))
    tjenester = samlet(sannsynlig("tjeneste", trekk_, modell), nevnte)
    ved_navn = {*titler, *(r.tjeneste for r in funnet if normaliser(temaer.get(r.tjeneste, "")).startswith(normaliser(r.term)))}
    return Emne(
        nevnte=nevnte,
        tydelige=tuple(n for n in nevnte if tjenester.get(n, 1.0) >= (TYDELIG_NAVN if n in ved_navn else TYDELIG)),
        tjenester=tjenester,
        aspekter=sannsynlig("aspekt", trekk_, modell),
        signaler=finn_aspekter(bokmal),
        svartyper=finn_svartyper(bokmal),
        utvidelse=" ".join(dict.fromkeys(t for rad in funnet for t in (rad.term, *rad.nynorsk[:1]))),
        bokmal=bokmal,
        termer=tuple(dict.fromkeys(rad.term for rad in funnet)),
        trekk=trekk_,
    )


def samlet(gjettet: Mapping[str, float], nevnte: tuple[str, ...]) -> Mapping[str, float]:
    """The classifier's guess with more weight on what was named; still sums to 1."""
    if not gjettet:
        return {n: 1 / len(nevnte) for n in nevnte}
    vektet = {k: p * (1 + NEVNT) if k in nevnte else p for k, p in gjettet.items()}
    sum_ = sum(vektet.values())
    return {k: p / sum_ for k, p in vektet.items()}


def _nevnt(tittel: str, bokmal: str) -> bool:
    ren = re.sub(r"\s*\(.*?\)|\s+i\s+(?:sykehjem|hjemmet)$", "", normaliser(tittel)).strip()
    return len(ren) > 3 and re.search(rf"\b{re.escape(ren)}(?:e|en|et|a|er|ene)?\b", bokmal) is not None

"""Sentences made from the corpus for the checker to learn from: what stands there, said a little otherwise, and changed.

Every way of making is a function from a sentence to another, or to None where it does not fit. None of them is the
checker, none has seen the labelled sets, and each is as likely in bokmål as in nynorsk.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from veileder.domene import Malform, Utdrag
from veileder.formulering.sprakkontroll.passasje import del_i_enheter

Endring = Callable[[str, random.Random], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Eksempel:
    """A sentence beside its passage. ``feil`` is empty where the passage bears it; ``maate`` is how it was made."""

    utdrag: Utdrag
    setning: str
    feil: str
    maate: str


def _bytt(par: Sequence[tuple[str, str]]) -> Endring:
    """Return a change that puts the second of a pair where the first stands, once."""

    def endring(setning: str, trekning: random.Random) -> str | None:
        mulige = [(fra, til) for fra, til in par if re.search(rf"(?<![\wæøå]){fra}(?![\wæøå])", setning, re.IGNORECASE)]
        if not mulige:
            return None
        fra, til = trekning.choice(mulige)

        def sett_inn(treff: re.Match[str]) -> str:
            nytt = treff.expand(til)
            return nytt[:1].upper() + nytt[1:] if treff[0][:1].isupper() else nytt

        return re.sub(rf"(?<![\wæøå]){fra}(?![\wæøå])", sett_inn, setning, count=1, flags=re.IGNORECASE)

    return endring


def _begge_veier(*par: tuple[str, str]) -> list[tuple[str, str]]:
    return [*par, *((b, a) for a, b in par)]


_LIKE = _begge_veier(
    ("vanligvis", "som regel"), ("vanlegvis", "som regel"), ("normalt", "vanligvis"), ("dersom", "hvis"), ("hvis", "når"),
    ("bare", "kun"), ("berre", "kun"), ("høyst", "inntil"), ("høgst", "inntil"), ("avslag", "nei"), ("er gratis", "koster ingenting"),
    ("er gratis", "kostar ingenting"), ("skriftlig", "i et brev"), ("trenger", "har behov for"), ("treng", "har behov for"),
    ("får", "blir gitt"), ("avgjør", "bestemmer"), ("avgjer", "bestemmer"), ("også", "i tillegg"), ("må", "er nødt til å"),
    ("må", "er nøydd til å"), ("kan", "har mulighet til å"), ("kan", "har høve til å"), ("fire uker", "4 uker"), ("tre uker", "3 uker"),
    ("fire veker", "4 veker"), ("tre veker", "3 veker"), ("to uker", "14 dager"), ("to veker", "14 dagar"), ("én måned", "en måned"),
)  # fmt: skip
_LIKE += [
    (r"(\d[\d ]*) kroner", r"kr \1"), ("ektefelle eller samboer", "partner"), ("for eksempel", "blant annet"), ("søke om", "sende søknad om"),
    ("saksbehandleren", "den som behandler saken"), ("helsepersonell", "fagfolk"), ("pårørende", "familien"), ("fastlegen", "legen"),
    ("kommunestyret", "politikerne i kommunestyret"), ("en fullmakt", "skriftlig fullmakt"), ("å betale", "å gi penger"),
    ("sender du", "sender du inn"), ("innen", "før det har gått"), ("innan", "før det har gått"), ("varer", "holder seg"), ("bør", "er det lurt å"),
]  # fmt: skip

_FORBEHOLD = r"vanligvis|vanlegvis|som regel|normalt|gjerne|ofte|som hovedregel|som hovudregel|oftest|blant annet|mellom anna"
_VEKK: list[tuple[str, str]] = [(rf"(?:{_FORBEHOLD}) ", ""), (rf" (?:{_FORBEHOLD})", ""), (_FORBEHOLD, "alltid")]
_NEKT = [
    (" ikke", ""), (" ikkje", ""), ("aldri", "alltid"), ("ingen", "alle"), ("bare ", ""), ("berre ", ""), ("uten", "med"), ("utan", "med"),
    ("kan", "kan ikke"), ("må", "må ikke"), ("skal", "skal ikke"), ("er", "er ikke"), ("får", "får ikke"), ("også ", "ikke "),
    ("kan", "kan bare"), ("gjelder", "gjelder bare"), ("gjeld", "gjeld berre"), ("kan", "kan aldri"), ("med", "uten"), ("har", "har ikke"),
    ("kan", "kan ikkje"), ("skal", "skal ikkje"), ("er", "er ikkje"), ("unntatt", "også"), ("heller ikke", "også"), ("ikke alltid", "alltid"),
]  # fmt: skip
_MODAL = [
    ("kan", "skal"), ("kan", "må"), ("bør", "må"), ("bør", "skal"), ("må", "kan"), ("skal", "kan"), ("skal", "bør"), ("må", "bør"),
    ("kan", "har plikt til å"), ("trenger", "må"), ("kan", "vil alltid"), ("pleier å", "skal"),
]  # fmt: skip
_LOVNAD = [
    ("du kan få", "du har rett til"), ("kan du få", "har du rett til"), ("kan du", "har du krav på å"), ("du kan", "du har rett til å"),
    ("kan få", "får"), ("kan", "vil helt sikkert"), ("skal vurdere", "skal gi deg"), ("kan gi", "gir alltid"), ("bør", "har krav på at de"),
    ("kan gis", "er garantert"), ("kan spørre om", "har rett til"),
]  # fmt: skip
_AKTOR = [
    ("kommunen", ny) for ny in ("NAV", "Statsforvalteren", "fastlegen", "fylkeskommunen", "staten", "sykehuset", "du", "saksbehandleren", "familien", "Helfo")
] + [
    ("du", "kommunen"), ("du", "legen"), ("du", "pårørende"), ("statsforvalteren", "kommunen"), ("statsforvaltaren", "kommunen"), ("nav", "kommunen"),
    ("legen", "kommunen"), ("fastlegen", "NAV"), ("helsepersonell", "saksbehandleren"), ("kommunestyret", "Stortinget"), ("kommunestyret", "rådmannen"),
    ("fylkeskommunen", "kommunen"), ("pårørende", "kommunen"), ("pårørande", "kommunen"), ("saksbehandleren", "legen"), ("statsforvalteren", "NAV"),
    ("statsforvaltaren", "NAV"), ("klagenemnda", "Statsforvalteren"), ("foreldre", "kommunen"), ("ektefelle", "barn"), ("leder", "legen"),
]  # fmt: skip
_OMFANG = [
    ("noen", "alle"), ("nokre", "alle"), ("enkelte", "alle"), ("flere", "alle"), ("mange", "alle"), ("alle", "noen"), ("barn", "voksne"), ("voksne", "barn"),
    ("vaksne", "barn"), ("hele", "deler av"), ("heile", "delar av"), ("ofte", "alltid"), ("også", "bare"), ("hver", "noen"), ("deg som", "alle som"),
    ("blant annet", "bare"), ("personer over 18 år", "alle"), ("under 18 år", "uansett alder"), ("minst én", "alle"), ("pårørende", "nærmeste pårørende"),
    ("kommunen", "alle kommuner"), ("særlig tyngende", "tyngende"), ("særleg tyngande", "tyngande"), ("nødvendig helsehjelp", "helsehjelp"),
]  # fmt: skip
_MOTSATT = _begge_veier(
    ("før", "etter"), ("minst", "høyst"), ("mer", "mindre"), ("meir", "mindre"), ("høyere", "lavere"), ("høgare", "lågare"), ("gratis", "ikke gratis"),
    ("skriftlig", "muntlig"), ("skriftleg", "munnleg"), ("varig", "midlertidig"), ("starter", "slutter"), ("startar", "sluttar"), ("samme", "ulike"),
    ("same", "ulike"), ("over", "under"), ("trekkes fra", "legges til"), ("senest", "tidligst"), ("seinast", "tidlegast"), ("lett", "vanskelig"),
    ("frivillig", "påkrevd"), ("lengre", "kortere"), ("åpen", "stengt"), ("billigere", "dyrere"), ("økt", "redusert"), ("inn", "ut"), ("stor", "liten"),
)  # fmt: skip
_VILKAR = [
    (r",? (?:hvis|dersom|når|så lenge|med mindre|viss) [^,.]+(?=\.)", ""), (r"^(?:Hvis|Dersom|Når) [^,]+, (\w+) (du|kommunen|de|dei)", r"\2 \1"),
    (r"(?:hvis|dersom)", "selv om"), (r"når", "bare når"), (r"bare (?:når|hvis)", "også når"), (r"med mindre", "også når"), (r"\.$", ", men bare når legen er enig."),
    (r"\.$", " hvis kommunen har råd."), (r"\.$", " når du er over 67 år."), (r" på visse vilkår", ""),
]  # fmt: skip
_TILFOYD = [
    (r"\.$", hale) for hale in (
        " innen tre dager.", " og sender deg kopi av alt.", " og ringer deg hver måned.", " sammen med en legeerklæring.", " uten ekstra kostnad.",
        " hele døgnet.", ", og det koster 200 kroner.", " på helsestasjonen.", " med BankID.", " etter et hjemmebesøk.", " og gir beskjed til fastlegen.",
        " og får fradrag på skatten.", " i inntil to år.", ", også i ferien.", " og møter på kontoret.", " innan to veker.", " og sender deg brev i posten.",
        " saman med ei legeerklæring.", " heile døgnet.", " utan ekstra kostnad.", " og fyller ut eit eige skjema.",
    )
] + [
    (r" og ", " og alder, "), (r" og ", ", bankkort og "), (r", ", ", forsikring, "), ("skriftlig", "skriftlig og på eget skjema"), ("søknaden", "den digitale søknaden"),
    ("du", "du og vergen din"), ("kommunen", "kommunen og sykehuset"),
]  # fmt: skip
_SANT = (
    "Du kan klage innen fire uker.", "Statsforvalteren behandler klagen.", "Fastlegen din kan hjelpe deg med søknaden.", "Alle ansatte har taushetsplikt.",
    "Pasient- og brukerombudet kan hjelpe deg gratis.", "Du kan når som helst trekke søknaden.", "Kommunen skal svare uten ugrunnet opphold.",
    "Legevakten har telefon 116 117.", "Et enkeltvedtak skal være skriftlig og begrunnet.", "Kommunen skal sørge for nødvendige helse- og omsorgstjenester.",
    "Du kan be om innsyn i journalen din.", "NAV kan gi hjelpestønad.", "Du har rett til å få informasjon på et språk du forstår.",
    "Barn over 12 år skal bli hørt.", "Egenandelen teller ikke med til frikort.", "Verge blir oppnevnt av Statsforvalteren.", "Du kan ta med deg en du stoler på i møtet.",
    "Du kan klage innan fire veker.", "Statsforvaltaren behandlar klaga.", "Alle tilsette har teieplikt.", "Kommunen skal svare utan ugrunna opphald.",
    "Pasient- og brukarombodet kan hjelpe deg gratis.", "Eit enkeltvedtak skal vere skriftleg og grunngitt.", "Du kan be om innsyn i journalen din.",
)  # fmt: skip

_NN = {"ikke": "ikkje", "bare": "berre", "uten": "utan", "noen": "nokon", "hele": "heile", "selv om": "sjølv om", "pårørende": "pårørande", "voksne": "vaksne",
       "Statsforvalteren": "Statsforvaltaren", "saksbehandleren": "saksbehandlaren", "alltid": "alltid", "sykehuset": "sjukehuset", "er nødt": "er nøydd"}  # fmt: skip


def _tall(setning: str, trekning: random.Random) -> str | None:
    """Change one number: another of its kind, a digit, or its unit."""
    steder = list(re.finditer(r"\d[\d ]*\d|\d|\b(?:to|tre|fire|fem|seks|åtte|ti|tolv)\b", setning))
    if not steder:
        return None
    sted = trekning.choice(steder)
    ord_ = "to tre fire fem seks åtte ti tolv".split()
    if sted[0] in ord_:
        nytt = trekning.choice([o for o in ord_ if o != sted[0]])
    else:
        tall = int(sted[0].replace(" ", ""))
        nytt = str(max(1, tall + trekning.choice((-10, -5, -2, -1, 1, 2, 3, 5, 10, 20))))
        nytt = f"{int(nytt) + 1}" if int(nytt) == tall else nytt
    return setning[: sted.start()] + nytt + setning[sted.end() :]


def _enhet(setning: str, trekning: random.Random) -> str | None:
    par = [("uker", "måneder"), ("uker", "dager"), ("veker", "månader"), ("veker", "dagar"), ("måned", "uke"), ("måneder", "uker"), ("månad", "veke"), ("døgn", "uker")]
    return _bytt(par)(setning, trekning)


def _omvendt(setning: str, _: random.Random) -> str | None:
    """Move a condition to the front: «Du kan søke når du vil» becomes «Når du vil, kan du søke»."""
    treff = re.fullmatch(r"(Du|Kommunen|De|Dei) (\w+) (.+?) ((?:hvis|dersom|når|så lenge|før|etter at) [^,]+)\.", setning)
    if treff is None:
        return None
    hvem = treff[1].lower()
    return f"{treff[4][0].upper()}{treff[4][1:]}, {treff[2]} {hvem} {treff[3]}."


def _fremst(setning: str, _: random.Random) -> str | None:
    """Move a condition from the front: «Når du vil, kan du søke» becomes «Du kan søke når du vil»."""
    treff = re.fullmatch(r"((?:Hvis|Dersom|Når|Før|Etter at) [^,]+), (\w+) (du|kommunen|de|dei) (.+)\.", setning)
    return f"{treff[3].capitalize()} {treff[2]} {treff[4]} {treff[1][0].lower()}{treff[1][1:]}." if treff else None


def _leddet(setning: str, trekning: random.Random) -> str | None:
    """One of two main clauses joined by «, og» or «, men», which each stand alone."""
    deler = re.split(r", (?:og|men|så) (?=(?:du|kommunen|den|det|de|dei|han|ho|hun) )", setning.rstrip("."))
    if len(deler) < 2:
        return None
    del_ = trekning.choice(deler)
    return f"{del_[0].upper()}{del_[1:]}."


FEIL: dict[str, tuple[Endring, ...]] = {
    "tall": (_tall, _enhet),
    "nektelse": (_bytt(_NEKT),),
    "vilkar": (_bytt(_VEKK), _bytt(_MODAL), _bytt(_VILKAR)),
    "aktor": (_bytt(_AKTOR),),
    "omfang": (_bytt(_OMFANG),),
    "lovnad": (_bytt(_LOVNAD),),
    "motsatt": (_bytt(_MOTSATT),),
    "tilfoyd": (_bytt(_TILFOYD),),
}
RETT: tuple[Endring, ...] = (_bytt(_LIKE), _omvendt, _fremst, _leddet)


def lag_eksempler(utdrag: Sequence[Utdrag], fro: int = 1) -> Iterator[Eksempel]:
    """Yield sentences made of passages of the corpus, each passage's with a random state of its own."""
    for u in utdrag:
        trekning = random.Random(f"{fro}:{u.fil}:{u.id}")  # noqa: S311 - examples, not secrets
        enheter = [e.tekst for e in del_i_enheter(u.tekst, u.setninger, u.start) if 5 <= len(e.tekst.split()) <= 40]
        hele = [e for e in enheter if e.endswith(".") and e[0].isupper()]
        for setning in trekning.sample(hele, min(3, len(hele))):
            yield from _av_en(u, setning, trekning)
        if len(hele) > 1:
            a, b = hele[0], hele[1]
            yield Eksempel(utdrag=u, setning=f"{a.rstrip('.')}, og {b[0].lower()}{b[1:]}", feil="", maate="to i ett")
        sanne = [s for s in _SANT if (" innan " in s or "Statsforvaltaren" in s or "tilsette" in s) == (u.malform is Malform.NN)]
        sant = trekning.choice(sanne)
        if sant.rstrip(".").lower() not in u.tekst.lower():
            yield Eksempel(utdrag=u, setning=sant, feil="sant-men-ikke-i-kilden", maate="sant")
        annen = trekning.choice(utdrag)
        fremmede = [e.tekst for e in del_i_enheter(annen.tekst, annen.setninger, annen.start) if 5 <= len(e.tekst.split()) <= 30]
        if fremmede and annen.tema != u.tema and annen.malform is u.malform:
            yield Eksempel(utdrag=u, setning=trekning.choice(fremmede), feil="annen-tjeneste", maate="fra et annet utdrag")


def _av_en(u: Utdrag, setning: str, trekning: random.Random) -> Iterator[Eksempel]:
    yield Eksempel(utdrag=u, setning=setning, feil="", maate="ordrett")
    lik = setning
    for endring in trekning.sample(RETT, 3):
        lik = endring(lik, trekning) or lik
    if lik != setning:
        yield Eksempel(utdrag=u, setning=_i_malform(lik, u), feil="", maate="omskrevet")
    for feil in trekning.sample(list(FEIL), 5):
        grunnlag = lik if trekning.random() < 0.5 else setning
        endret = trekning.choice(FEIL[feil])(grunnlag, trekning)
        if endret and endret != grunnlag:
            yield Eksempel(utdrag=u, setning=_i_malform(endret, u), feil=feil, maate="endret")


def _i_malform(setning: str, u: Utdrag) -> str:
    """Bring the words that a change put in to nynorsk where the passage is."""
    if u.malform is not Malform.NN:
        return setning
    return re.sub(r"[\wæøåÆØÅ]+(?: om)?", lambda t: _NN.get(t[0], t[0]), setning)

"""Flags, reasons and priorities told in words: bokmål first, nynorsk beside it."""

from __future__ import annotations

from collections.abc import Sequence

from veileder.domene import Malform
from veileder.gjennomgang.flagg import TAK_UTEN, TILLEGG, VEKT, prioritet
from veileder.gjennomgang.verdier import Flagg, Flaggslag, Rapportgrunn

Par = tuple[str, str]

NAVN: dict[Flaggslag, Par] = {
    Flaggslag.RAPPORTERT: ("Meldt fra", "Meldt frå"),
    Flaggslag.OVERLEVERT: ("Vist til et menneske", "Vist til eit menneske"),
    Flaggslag.AKUTT: ("Akutt", "Akutt"),
    Flaggslag.UTEN_GRUNNLAG: ("Fant ikke svar", "Fann ikkje svar"),
    Flaggslag.DELVIS: ("Noe manglet", "Noko mangla"),
    Flaggslag.LAV_DEKNING: ("Usikkert treff", "Usikkert treff"),
    Flaggslag.KILDER_UENIGE: ("Kildene er uenige", "Kjeldene er usamde"),
    Flaggslag.KILDE_UTGATT: ("Gammel kilde", "Gammal kjelde"),
    Flaggslag.KILDE_ENDRET: ("Kilden er endret", "Kjelda er endra"),
    Flaggslag.MISBRUK: ("Stanset", "Stansa"),
    Flaggslag.MASKERT: ("Personopplysninger", "Personopplysningar"),
    Flaggslag.KONTROLL_FEILET: ("Feil hos oss", "Feil hos oss"),
    Flaggslag.SPRAKMODELL: ("Språkmodellen stanset", "Språkmodellen stansa"),
    Flaggslag.SPURTE_IGJEN: ("Spurte på nytt", "Spurde på nytt"),
    Flaggslag.STIKKPROVE: ("Stikkprøve", "Stikkprøve"),
}
"""What each flag is called."""

_GRUNN: dict[Flaggslag, Par] = {
    Flaggslag.RAPPORTERT: ("Brukeren meldte fra: {d}.", "Brukaren melde frå: {d}."),
    Flaggslag.OVERLEVERT: (
        "Brukeren ble vist til et menneske, fordi svaret avhenger av en avgjørelse eller ble ønsket.",
        "Brukaren vart vist til eit menneske, fordi svaret avheng av ei avgjerd eller vart ønskt.",
    ),
    Flaggslag.AKUTT: (
        "Meldingen kan gjelde fare for liv eller helse. Brukeren fikk nødnumrene.",
        "Meldinga kan gjelde fare for liv eller helse. Brukaren fekk naudnumra.",
    ),
    Flaggslag.UTEN_GRUNNLAG: ("Vi fant ikke noe svar i kildene.", "Vi fann ikkje noko svar i kjeldene."),
    Flaggslag.DELVIS: (
        "Svaret manglet noe av det brukeren spurte om.",
        "Svaret mangla noko av det brukaren spurde om.",
    ),
    Flaggslag.LAV_DEKNING: (
        "Det er usikkert om kildene svarer på spørsmålet (sikkerhet {d} av 1).",
        "Det er usikkert om kjeldene svarer på spørsmålet (tryggleik {d} av 1).",
    ),
    Flaggslag.KILDER_UENIGE: ("Kildene sier ulike ting: {d}.", "Kjeldene seier ulike ting: {d}."),
    Flaggslag.KILDE_UTGATT: (
        "Kilden skulle vært sett over: {d}.",
        "Kjelda skulle ha vore sett over: {d}.",
    ),
    Flaggslag.KILDE_ENDRET: (
        "Svaret var godkjent, men en kilde er endret siden: {d}. Kjør spørsmålet på nytt, og se om svaret holder.",
        "Svaret var godkjent, men ei kjelde er endra sidan: {d}. Køyr spørsmålet på nytt, og sjå om svaret held.",
    ),
    Flaggslag.MISBRUK: (
        "Meldingen, eller en del av den, ble stanset som misbruk. Var det et ærlig spørsmål?",
        "Meldinga, eller ein del av ho, vart stansa som misbruk. Var det eit ærleg spørsmål?",
    ),
    Flaggslag.MASKERT: (
        "Brukeren skrev personopplysninger, og vi fjernet dem: {d}.",
        "Brukaren skreiv personopplysningar, og vi fjerna dei: {d}.",
    ),
    Flaggslag.KONTROLL_FEILET: (
        "Noe gikk galt hos oss, eller en kontroll av svaret slo ut: {d}.",
        "Noko gjekk gale hos oss, eller ein kontroll av svaret slo ut: {d}.",
    ),
    Flaggslag.SPRAKMODELL: (
        "Noe av det språkmodellen skrev, ble stanset og ikke vist. Grunn: {d}.",
        "Noko av det språkmodellen skreiv, vart stansa og ikkje vist. Grunn: {d}.",
    ),
    Flaggslag.SPURTE_IGJEN: (
        "Brukeren stilte det samme spørsmålet på nytt, {d} melding(er) etter første gang.",
        "Brukaren stilte det same spørsmålet på nytt, {d} melding(ar) etter første gong.",
    ),
    Flaggslag.STIKKPROVE: ("Trukket ut tilfeldig.", "Trekt ut tilfeldig."),
}
_MEDISINSK: Par = (
    "Brukeren spurte om helseråd og ble vist til fastlege eller legevakt.",
    "Brukaren spurde om helseråd og vart vist til fastlege eller legevakt.",
)

_TAK: Par = (
    f"Uten fare eller melding fra en bruker er {TAK_UTEN} det høyeste.",
    f"Utan fare eller melding frå ein brukar er {TAK_UTEN} det høgaste.",
)
_HUNDRE: Par = ("100 er det høyeste.", "100 er det høgaste.")

HVORFOR: dict[Flaggslag, Par] = {
    Flaggslag.AKUTT: ("et liv kan stå på spill", "eit liv kan stå på spel"),
    Flaggslag.RAPPORTERT: ("et menneske tok seg bryet med å si fra", "eit menneske tok seg bryet med å seie frå"),
    Flaggslag.KONTROLL_FEILET: ("vi vet at noe er galt hos oss", "vi veit at noko er gale hos oss"),
    Flaggslag.KILDER_UENIGE: ("minst én av kildene er feil", "minst ei av kjeldene er feil"),
    Flaggslag.KILDE_ENDRET: ("det som var riktig, er kanskje ikke det lenger", "det som var rett, er kanskje ikkje det lenger"),
    Flaggslag.KILDE_UTGATT: ("det som ble vist, kan være utdatert", "det som vart vist, kan vere utdatert"),
    Flaggslag.SPURTE_IGJEN: ("svaret hjalp trolig ikke", "svaret hjelpte truleg ikkje"),
    Flaggslag.UTEN_GRUNNLAG: ("kanskje mangler det en tekst", "kanskje manglar det ein tekst"),
    Flaggslag.DELVIS: ("noe mangler i tekstene", "noko manglar i tekstane"),
    Flaggslag.LAV_DEKNING: ("svaret kan ha bommet", "svaret kan ha bomma"),
    Flaggslag.SPRAKMODELL: ("modellen skrev noe kilden ikke sier", "modellen skreiv noko kjelda ikkje seier"),
    Flaggslag.OVERLEVERT: ("det oftest er som det skal være", "det oftast er som det skal vere"),
    Flaggslag.MISBRUK: ("den oftest er riktig stanset", "ho oftast er rett stansa"),
    Flaggslag.MASKERT: ("noen bør sjekke at alt er fjernet", "nokon bør sjekke at alt er fjerna"),
    Flaggslag.STIKKPROVE: ("svaret er trukket ut tilfeldig", "svaret er trekt ut tilfeldig"),
}
"""Why a flag weighs what it does."""

RAPPORTGRUNN: dict[Rapportgrunn, Par] = {
    Rapportgrunn.FEIL: ("Svaret er feil", "Svaret er feil"),
    Rapportgrunn.UTDATERT: ("Svaret er utdatert", "Svaret er utdatert"),
    Rapportgrunn.MANGLER: ("Svaret mangler noe", "Svaret manglar noko"),
    Rapportgrunn.MISFORSTOD: ("Svaret passer ikke til spørsmålet", "Svaret passar ikkje til spørsmålet"),
    Rapportgrunn.VANSKELIG: ("Språket er vanskelig", "Språket er vanskeleg"),
    Rapportgrunn.UBEHAGELIG: ("Svaret var ubehagelig", "Svaret var ubehageleg"),
    Rapportgrunn.ANNET: ("Noe annet", "Noko anna"),
}
"""What a user can say is wrong, as the buttons say it."""


KILDE_ENDRET_HENDELSE = "la saken tilbake i køen, fordi en kilde er endret:"
"""What the history of a case says when an approved answer comes back."""


def _i(par: Par, malform: Malform) -> str:
    return par[malform is Malform.NN]


def flaggnavn(slag: Flaggslag, malform: Malform = Malform.NB) -> str:
    """Return the name of a flag."""
    return _i(NAVN[slag], malform)


def rapportgrunn(grunn: Rapportgrunn, malform: Malform = Malform.NB) -> str:
    """Return a reason for reporting as its button says it."""
    return _i(RAPPORTGRUNN[grunn], malform)


def begrunnelse(flagg: Flagg, malform: Malform = Malform.NB) -> str:
    """Return the sentence that says why a flag is there."""
    if flagg.slag is Flaggslag.OVERLEVERT and flagg.detalj == "medisinsk":
        return _i(_MEDISINSK, malform)
    detalj = flagg.detalj
    if flagg.slag is Flaggslag.RAPPORTERT and detalj in set(Rapportgrunn):
        detalj = rapportgrunn(Rapportgrunn(detalj), malform).lower()
    return _i(_GRUNN[flagg.slag], malform).format(d=detalj)


def forklar_prioritet(flagg: Sequence[Flagg], malform: Malform = Malform.NB) -> str:
    """Return how the priority came about: «87: Meldt fra gir 85, fordi … Ett flagg til gir 2.»."""
    if not flagg:
        return "0: ingen flagg."
    tyngst, andre, sum_ = max(flagg, key=lambda f: VEKT[f.slag]).slag, len(flagg) - 1, prioritet(flagg)
    deler = [f"{sum_}: {flaggnavn(tyngst, malform)} gir {VEKT[tyngst]}, fordi {_i(HVORFOR[tyngst], malform)}."]
    if andre:
        deler.append(f"{andre} flagg til gir {TILLEGG * andre}.")
    if VEKT[tyngst] + TILLEGG * andre > sum_:
        deler.append(_i(_TAK if sum_ == TAK_UTEN else _HUNDRE, malform))
    return " ".join(deler)

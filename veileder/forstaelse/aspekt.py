"""From a heading, as anyone may phrase it, to the aspect of a service that it is about.

The patterns are ordered: the first that fits decides, so that «omfatter ikke» comes before «omfatter»
and «hva koster det å søke» is a price. They read both målformer.
"""

from __future__ import annotations

import re

_MONSTRE: tuple[tuple[str, str], ...] = (
    ("omfatter-ikke", r"\b(omfatt|inneh|inklud|dekk|gj(ø|e)r|f(å|æ)r|hjelp|tilby)\w*.*\bikk(j?)e\b|\bikk(j?)e\b.*\b(omfatt|inklud|dekk|med i)"),
    ("avslag-og-klage", r"\bklag|\bavslag|\buenig|\bueinig|ikk(j?)e (for)?n(ø|o)gd|misfornøyd|\banke"),
    ("pris", r"\bkost(ar|er|a|e)?\b|\bkostnad|\bpris|\bbetal|egenandel|eigendel|\begenbetaling|eigenbetaling|\bgebyr|\bsats|\bgratis|\bhusleie"),
    ("ditt-ansvar", r"ansvar har du|(ditt|eget|eige|brukers|brukaren sitt|innbyggers?) ansvar|ansvaret ditt|forvent\w* (vi )?(av|til) deg|krav til deg|hva må du|kva må du|du må|dine plikter|forventes at du|vi forventer|vi ventar"),
    ("kommunens-ansvar", r"ansvar har kommunen|kommunens? (sitt )?(ansvar|plikt)|ansvaret til kommunen|kommunen (sitt|sin) (ansvar|plikt)|forvent\w* av (oss|kommunen)|kan du forvente|kan du vente|vi lov(er|ar) deg|kvalitet"),
    ("kriterier", r"kriteri|vilk(å|a)r|krav (til|for)|hva (vi|kommunen) legge?r vekt|kva (vi|kommunen) legg"),
    ("vurdering", r"vurder|kartlegg|hjemmebesøk|heimebesøk|saksbehandl|sakshandsam|behandl\w* søknad"),
    ("soknad", r"\bsøk|\bsøknad|\bsøkj|skjema|slik (går|gjer|gjør)|går du fram|gå fram|\bbestill|\btinge"),
    ("tildeling", r"tildel|\bvedtak|varighet|kor lenge|hvor lenge|oppstart|hva skjer (så|videre|etter)|kva skjer|når (kan|får|vil)|ventetid|venteliste"),
    ("lovgrunnlag", r"\blov(er|en|verk|grunnlag|gjeving|heimel|hjemmel)?\b|forskrift|rettsgrunnlag|regelverk|hjemmel|heimel|rettsleg"),
    ("kontakt", r"(?<!støtte)(?<!fritids)kontakt(?!person)|telefon|åpningstid|opningstid|adresse|\bring(er|e)?\b|hvor finner|kvar finn"),
    ("omfatter", r"omfatt|innhold|innhald|inneheld|(hva|kva) (får|kan) du|tilbyr|tilbod|tilbud|dette får|hjelp til|aktivitet|meny"),
    ("hvem", r"\b(hvem|kven|kem)\b|målgruppe|for hvem|for kven|mottaker"),
    ("om", r"^(hva|kva) er|\bom\b|generelt|kort (sagt|om)|innledning|innleiing|formål|føremål|beskrivelse|bakgrunn"),
)  # fmt: skip
_KOMPILERT = tuple((navn, re.compile(uttrykk, re.IGNORECASE)) for navn, uttrykk in _MONSTRE)
_ASCII = {ord(fra): til for fra, til in {"æ": "ae", "ø": "o", "å": "a", "é": "e", "ò": "o", "ô": "o"}.items()}


def aspekt_av(overskrift: str) -> str:
    """Return the aspect of a heading, or an empty string when it tells none."""
    ren = overskrift.strip().rstrip("?:. ")
    return next((navn for navn, uttrykk in _KOMPILERT if uttrykk.search(ren)), "")


def slugg(overskrift: str) -> str:
    """Return an anchor of a heading: lower case ASCII with hyphens, as the corpus names its files."""
    ren = overskrift.lower().translate(_ASCII)
    return re.sub(r"[^a-z0-9]+", "-", ren).strip("-")[:60].strip("-")

"""Small words that carry what a rule says, in bokmål and nynorsk: not, only, may, must, unless, who, whom for.

Each class is a pattern over the visible text in lower case. They come from the grammar and from the corpus, not from
any labelled sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_KLASSER: dict[str, str] = {
    "nekt": r"ikke|ikkje|ingen|inga|inkje|ingenting|intet|aldri|verken|hverken|korkje|ei heller",
    "uten": r"uten|utan|unntatt|unnateke|unnatekne|unnatatt|unntak|bortsett fr[aå]|med mindre|annet enn|anna enn|slipper?|slepp\w*|frita\w*",
    "bare": r"bare|berre|kun|eneste|einaste|utelukkende|utelukkande|forbeholdt|avgrens[ae] til|begrenset til|først når",
    "alltid": r"alltid|uansett|uavhengig|samtlige|uten videre|utan vidare|automatisk|av seg sj?[eø]lv|i alle tilfeller?|helt sikkert",
    "alle": r"alle|hver|enhver|kvar|kvart|hvert|einkvar|hele|heile|begge",
    "forbehold": r"vanligvis|vanlegvis|som regel|normalt|gjerne|oftest|ofte|som hovedregel|som hovudregel|i utgangspunktet|stort sett|trolig|truleg|kanskje|eventuelt|nødvendigvis|nødvendigvis|blant annet|mellom anna|på visse vilkår|på bestemte vilkår|helst|sjelden|sjeldan",
    "noen": r"noen|nokon|nokre|enkelte|flere|fleire|mange|visse|somme",
    "kan": r"kan|kunne|får lov|har lov|mulighet\w*|høve til|moglegheit\w*|adgang til|åpner for|opnar for",
    "bor": r"bør|burde|lurt|anbefal\w*|tilrår\w*|råd\b|helst|gjerne",
    "skal": r"skal|skulle|må|måtte|plikt\w*|krever|krev|kreve|krevje|krevst|kreves|nødt|pålegg\w*|pålagt|ansvar\w*|trenger?|treng",
    "rett": r"rett til|rett på|krav på|krav om å få|har rett|har krav|kan kreve|kan krevje|sikra|sikret|garanter\w*|lov(?:er|ar) deg",
    "vilkar": r"hvis|dersom|viss|når|såfremt|så lenge|så lenge|forutsatt|føreset\w*|forutset\w*|med mindre|vilkår\w*|krav\w*|kriteri\w*|i tilfelle|bare om",
    "innrom": r"selv om|sjølv om|likevel|uansett|enten|anten|trass",
    "for": r"før|tidligere|tidlegare|først|på forhånd|på førehand|innen|innan|senest|seinast",
    "etter": r"etter|etterpå|deretter|tidligst|tidlegast|siden|sidan|fra og med|frå og med",
    "minst": r"minst|over|mer enn|meir enn|fra|frå|lenger enn|lengre enn|eldre enn|høyere|høgare",
    "hoyst": r"høyst|høgst|inntil|maks\w*|opp til|opptil|under|mindre enn|yngre enn|lavere|lågare|kortere enn|ikke mer enn",
    "gratis": r"gratis|kostnadsfri\w*|uten kostnad|utan kostnad|uten egenandel|utan eigendel|koster (?:deg )?(?:ikke noe|ingenting)|kostar (?:deg )?(?:ikkje noko|ingenting)|fri for betaling",
    "betale": r"betal\w*|koster|kostar|koste|pris\w*|egenandel\w*|eigendel\w*|leie\b|leige\b",
    "skriftlig": r"skriftlig\w*|skriftleg\w*|brev\w*|underskr\w*|signer\w*",
    "muntlig": r"muntlig\w*|munnleg\w*|telefon\w*|ringe\w*",
}  # fmt: skip

KLASSER: Mapping[str, re.Pattern[str]] = {
    navn: re.compile(rf"(?<![\wæøå-])(?:{monster})(?![\wæøå])", re.IGNORECASE) for navn, monster in _KLASSER.items()
}

_AKTORER: dict[str, str] = {
    "fylke": r"fylkeskommun\w*|fylket\b",
    "kommune": r"(?<!fylkes)(?:bosteds|bustads|hjem|heim|nabo|verts)?kommun(?:en|ane|ene|ar|er|e)s?",
    "statsforvalter": r"statsforvalt\w*|fylkesmann\w*",
    "nav": r"nav|trygdekontor\w*",
    "helfo": r"helfo",
    "lege": r"(?:fast|over|sykehus|sjukehus|tilsyns|spesialist)?leg(?:e|en|ar|er|ene|ane|ens)|doktor\w*",
    "legevakt": r"legevakt\w*",
    "saksbehandler": r"saksbehandl\w*|sakshandsam\w*|tildelingskontor\w*|forvaltningskontor\w*",
    "leder": r"leder\w*|leiar\w*|sjef\w*|ledelse\w*|leiing\w*",
    "fagfolk": r"helsepersonell\w*|fagfolk\w*|fagperson\w*|ansatt\w*|tilsett\w*|medarbeid\w*|personal\w*|behandler(?:en)?|behandlar(?:en)?",
    "sykepleier": r"(?:hjemme|heime|helse|kreft)?(?:sykepleie|sjukepleie)r?\w*",
    "terapeut": r"ergoterapeut\w*|fysioterapeut\w*|psykolog\w*|logoped\w*",
    "koordinator": r"(?:barne|demens|kreft)?koordinator\w*",
    "parorende": r"pårørende\w*|pårørande\w*|famili\w*|slekt\w*|nærmeste|næraste",
    "ektefelle": r"ektefelle\w*|samboer\w*|sambuar\w*|kone\w*|kona|mannen din|partner\w*",
    "foreldre": r"forelder\w*|foreldr\w*|mor|far|mamma|pappa|føresett\w*|foresatt\w*",
    "barn": r"barn(?:et|a|ets|ene|i)?|unge?r?|ungdom\w*|datter\w*|dotter\w*|dottera|sønn\w*|son(?:en)?",
    "verge": r"verge\w*|verje\w*|verja|fullmektig\w*",
    "arrangor": r"arrangør\w*|kino\w*|busselskap\w*",
    "politi": r"politi(?:et)?",
    "kommunestyre": r"kommunestyr\w*|politiker\w*|politikar\w*|bystyre\w*|formannskap\w*",
    "nemnd": r"(?:klage)?nemnd\w*|klageorgan\w*",
    "institusjon": r"sykehjem\w*|sjukeheim\w*|institusjon\w*|sykehus\w*|sjukehus\w*",
    "utleier": r"utleie\w*|utleig\w*|huseier\w*|huseigar\w*|husbanken",
    "stat": r"staten|helsedirektorat\w*|departement\w*|regjering\w*|stortinget|direktorat\w*|vegdirektorat\w*|undersøkelseskommisjon\w*|undersøkingskommisjon\w*",
    "tilsyn": r"ombud\w*|datatilsyn\w*|helsetilsyn\w*|sivilombud\w*|trygderett\w*|domstol\w*|tingrett\w*",
    "frivillige": r"frivillig\w*|lag og foreining\w*|lag og foreninger|røde kors|sanitetsforening\w*|nabo\w*|ven[n]?(?:er|ar|en)?",
    "firma": r"firma\w*|leverandør\w*|privat\w*|bedrift\w*|kjøkken\w*|sjåfør\w*",
    "arbeidsgiver": r"arbeidsgi[vg]\w*|arbeidsgjev\w*",
    "tjeneste": r"hjemmetjenest\w*|heimetenest\w*|dagsenter\w*|støttekontakt\w*|avlaster\w*|avlastar\w*|assistent\w*",
    "du": r"du|deg|din|ditt|dine|di",
    "soker": r"søker(?:en|ne)?|søkjar(?:en)?|bruker(?:en|ne)?|brukar(?:en|ane)?|pasient\w*|person(?:en|ar|er)?|vedkommende|vedkomande|den (?:syke|sjuke|det gjelder|det gjeld)|hun|ho|han",
}  # fmt: skip

AKTORER: Mapping[str, re.Pattern[str]] = {
    navn: re.compile(rf"(?<![\wæøå])(?:{monster})(?![\wæøå])", re.IGNORECASE) for navn, monster in _AKTORER.items()
}

MAKT = frozenset(
    "fylke statsforvalter nav helfo lege legevakt saksbehandler koordinator politi nemnd kommunestyre kommune stat tilsyn"
    " arbeidsgiver institusjon utleier terapeut arrangor leder".split()
)
"""Who decides, pays or answers: one of these in a sentence and not in its passage is a fault by itself."""

_PAR = """
billigere/dyrere/samme gratis/betale høyere/lavere øke/minke/redusere/kutte økte/gikk ned flere/færre mer/mindre større/mindre
før/etter start/slutt begynne/avslutte lik/ulik samme/ulik samme/annerledes åpne/lukke lett/vanskelig inn/ut starte/stoppe
gi/nekte innvilge/avslå ja/nei rett/feil ny/gammel varig/kortvarig varig/midlertidig lengre/kortere videre/snevrere
frivillig/pålagt lovlig/ulovlig strengere/mildere trekke fra/legge til fradrag/tillegg alltid/sjelden vanligvis/sjelden
ofte/sjelden alle/ingen alle/noen alle/enkelte foran/bak forside/bakside framside/bakside kveld/morgen dag/natt inne/ute
skriftlig/muntlig hel/delvis hel/halv tidlig/sent tidligst/senest minst/høyst først/sist barn/voksen ung/gammel
offentlig/privat kommunal/privat gyldig/ugyldig mulig/umulig bedre/verre opphør/fortsette opphøre/vare slutte/fortsette
"""
MOTSATTE: tuple[tuple[str, ...], ...] = tuple(
    tuple(d.replace("_", " ") for d in par.split("/")) for par in re.sub(r"(trekke|legge|gikk) (\w+)", r"\1_\2", _PAR).split()
)
"""Words that turn a meaning round when one stands for another, in bokmål (nynorsk is brought to it first)."""

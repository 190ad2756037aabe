"""Words and names: which words are first names, surnames, and which are words that nobody is called."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from veileder.forstaelse.sted import norske_kommuner

_TVETYDIGE = frozenset(
    "anna are arve august balder bent birk bjørn bo brage brede dag dan dung edel elle else endre even florin"
    " frank fred fride gard gloria grace gro gry"
    " hans hauk helga helge inga iris jarl jasmin jo kai kaia kim kristen lasse lin line liv live luna mai"
    " mark max may maya mille mons noa nur odd per"
    " roman rosa rose rune said signe siren siv sol stein stella stig sture søren tim tom tone tora tore"
    " trang vegar vilja".split()
)
"""First names that are words or something else too, by the word lists of Debian's norwegian package: at the head of a
sentence, or without a capital, they need a surname or words around that speak of a person."""
_ORD_UTEN_STOR = frozenset(
    "aksel ante aurora beret borgar ester gitte guri heine helen helle hilda horst karen klara lene lise"
    " malene maren mari marina mette mina omar renate"
    " rikke roar runar sander sanne sindre sondre stella ståle tilde tine trude tuva ulla vera verner vidar"
    " vilde østen ella ivar iver klaus leon liam marte max".split()
)
"""First names that, without a capital, are words in the same lists («klara», «mette»)."""
_MANEDER = frozenset("mars mai august april juni juli may june august".split())
_IKKE_NAVN = frozenset(
    "parkinson parkinsons alzheimer alzheimers crohn crohns tourette tourettes down downs huntington"
    " huntingtons ménière ménières menières bekhterev bekhterevs"
    " asperger aspergers lewy korsakoff korsakoffs guillain barré hodgkin hodgkins addison addisons cushing"
    " raynaud raynauds marfan rett retts angelman usher ushers"
    " creutzfeldt jakob-creutzfeldt hashimoto hashimotos paget sjøgren sjøgrens st sankt kong dronning norge"
    " noreg norges noregs norsk norske europa vipps digipost altinn husbanken"
    " helsenorge bankid minid nav pdf word apple elkjøp facebook google"
    " i'm i am is he she it we they the a an and or but for of to in on at by my your his her our their this"
    " that what when where who why how which can could will would shall"
    " should may might must do does did have has had be been are was were not no yes please thanks thank"
    " hello hi dear if so as from with about there here any some me you him us them"
    " hei hallo heisann hallais takk kjære kjære god morn morgen kveld natt mvh vh hilsen helsing ps obs nb"
    " mor mora moren far faren mamma mammaen pappa pappaen bror broren søster søstera søsteren sønn sønnen"
    " son sonen datter dattera datteren dotter dottera mann mannen kone kona ektefelle"
    " ektefellen ektemann samboer samboeren sambuar sambuaren besteforeldre bestemor bestefar mormor morfar"
    " farmor farfar oldemor oldefar bestemora tante tanta tanten onkel onkelen svigermor"
    " svigerfar svigerinne svoger niese nevø fetter kusine nabo naboen granne grannen venn venninne barn"
    " barnet barnebarn barnebarnet gutten jenta fru frøken frk herr hr dr doktor lege legen"
    " fastlegen fastlege sykepleier sjukepleiar saksbehandler saksbehandlar saksbehandleren enke enkja enkje"
    " enkemann pensjonist ufør blind døv syk sjuk frisk gammel gammal gift skilt ensom einsam"
    " sentrum vest øst aust nord sør midt indre ytre øvre nedre han ho hun hu hass e ej æ i eg jeg dem dåkk"
    " dåkker itj ikkje me mæ mi te å ka kem kor korles korleis kordan kven kva kvar"
    " mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag januar februar"
    " september oktober november desember jul påske pinse sommer sommar vinter høst haust".split()
)
_ORGANISASJON = re.compile(
    r"(?:foren|forbund|kommun|tenest|tjenest|kontor|etat|direktorat|forvalt|ombud|utval|utvalg|sykehus"
    r"|sjukehus|hospital|sykehjem|sjukeheim|bolig|bustad|avis|festival|modell|torg"
    r"|skol|skul|klinikk|apotek|sentral|sent(?:er|re|ere)|institutt|syndrom|sykdom|sjukdom|alarm|tilbud|tilbod"
    r"|bistand|stønad|bevis|tillatels|løyve|hjelp|ordning|opphold|opphald|behandl|omsorg"
    r"|rehabilit|koordinator|pleie|pleiar|terapi|terapeut|team|senter|lov|forskrift|trapp|vakt|demens|kreft"
    r"|legat|stift|fylk|domm|festiv|posten|helse|råd)(?:en|et|a|ene|ane|inga?|ingen|ning|e|er|ar|s|n|sen|ta"
    r"|ten|tet)?s?$"
)
_FORNAVNLIK = re.compile(
    r"[A-ZÆØÅ]\w+(?:gerd|borg|hild|laug|bjørg|frid|fríd|mund|leif|leiv|vald|gunn|ulv|geir|veig|trud|rid|vor"
    r"|dis|fred|urd|valdur)$"
)
_ETTERNAVNLIK = re.compile(
    r"\w{2,}(?:bakk(?:en)?|bukt|vik|nes|stad|rud|sen|dal(?:en)?|haug(?:en)?|land|berg|moen|lien|seth|set|gård"
    r"|gaard|sund|strand|ås|åsen|bø|eide?|tveit|vold|voll|ødegård|li|lund|holm|myr|mark"
    r"|heim|heimli|dottir|[sr]son|poor|pour|ski|ska|ić|ov|ova|enko|nov|skog|fjell|slett|hagen|lia|snes|seter"
    r"|sæter|mo|løkk|aune|brekk(?:e)?)$"
)
_BEFOLKNING = re.compile(r"(?:er|ar|ing|ist|or|sk|ig|leg|lig|løs|laus|ert|ent|ant|ende|ande|ene|isk|het|heit|sjon|rin)$")


@cache
def _liste(navn: str) -> frozenset[str]:
    linjer = (files("veileder.forstaelse") / navn).read_text(encoding="utf-8").splitlines()
    return frozenset(linje.strip().lower() for linje in linjer if linje.strip() and not linje.startswith("#"))


def er_fornavn(ord_: str) -> bool:
    """Whether a word, or each part of one with hyphens, is in the list; a genitive counts, and the old endings of names."""
    lite = ord_.lower()
    navn = _liste("fornavn.txt")
    if (
        lite in navn
        or lite in _TVETYDIGE
        or (lite.removesuffix("s") in navn and lite[:-1] not in _TVETYDIGE and lite not in _IKKE_NAVN)
    ):
        return True
    deler = re.split(r"[-'’]", lite)
    return len(deler) > 1 and (deler[0] in navn or deler[-1] in navn) and ord_.istitle()


def ligner_fornavn(ord_: str) -> bool:
    """Whether a capitalised word that no list has is built as a Norse first name."""
    return bool(_FORNAVNLIK.match(ord_)) and not er_vanlig(ord_) and not er_etternavn(ord_) and not er_kommune(ord_)


def er_etternavn(ord_: str) -> bool:
    """Whether a word, or a part of one with hyphens, is in the list of surnames."""
    liste = _liste("etternavn.txt")
    lite = ord_.lower()
    return lite in liste or lite.removesuffix("s") in liste or any(d in liste for d in lite.split("-")[1:])


def ligner_etternavn(ord_: str) -> bool:
    """Whether a word is a surname or is built as one, and is no common word."""
    return er_etternavn(ord_) or (bool(_ETTERNAVNLIK.match(ord_.lower())) and not er_vanlig(ord_))


def er_tvetydig(ord_: str) -> bool:
    """Whether a first name is a word too."""
    return ord_.lower() in _TVETYDIGE


def er_navn_uten_stor(ord_: str) -> bool:
    """Whether a word without a capital can only be a first name."""
    lite = ord_.lower()
    return len(lite) > 3 and lite in _liste("fornavn.txt") and lite not in _TVETYDIGE | _ORD_UTEN_STOR and not er_vanlig(lite)


def er_maned(ord_: str) -> bool:
    """Whether a name is also a month, which may carry a capital inside a sentence."""
    return ord_.lower() in _MANEDER


def er_vanlig(ord_: str) -> bool:
    """Whether a word is one of ours: a common word, a service, an office, a disease, a relative."""
    lite = ord_.lower()
    if lite in _IKKE_NAVN or lite in _liste("vanligeord.txt"):
        return True
    return bool(_ORGANISASJON.search(lite)) and not er_etternavn(ord_) and not er_fornavn(ord_)


def er_rolle(ord_: str) -> bool:
    """Whether an unknown word ends as words for what someone is: «nynorskbrukar», «ensom»."""
    return bool(_BEFOLKNING.search(ord_.lower()))


def er_kommune(ord_: str) -> bool:
    """Whether a word is a municipality's name."""
    return ord_.lower().removesuffix("s") in norske_kommuner().navn or ord_.lower() in norske_kommuner().navn

"""One spelling for each word that a call for help is made of.

Dialect, nynorsk and misspellings are brought to one form before any rule reads them, so that a rule is
written once: «pust itj», «pustar ikkje» and «pustr ike» all become «puster ikke». Words that mean
something else in another variety are left alone («i» is a preposition as well as Romsdal for «jeg»).
"""

from __future__ import annotations

import re

_FORMER: dict[str, str] = {
    # small words
    "jeg": "eg æ jei jæ jej jai",
    "meg": "mæ mei mej",
    "seg": "sæ sei sej",
    "deg": "dæ",
    "han": "hain hainn ham hannj hainj hann",
    "hun": "ho hu henne hinne hinnes hunn",
    "de": "dem dæm dom",
    "dere": "dåkk dokk dåkker dåkke dykk dokker",
    "ikke": "ikkje ikkj ikje itj ittj itte ikk ike kke ikek ikkke",
    "nå": "no nu nåå",
    "hva": "ka kva hvaa",
    "hvem": "kem kæm kven vem",
    "hvordan": "korsn korsen kossen koss korleis vordan hvordn",
    "hvis": "viss vess vis dersom",
    "noen": "nokon nån nånn nåen nokre",
    "mer": "meir mere mæir",
    "alene": "åleine aleina aleine aleen allene",
    "fra": "frå ifra ifrå",
    "fram": "frem",
    "siden": "sidan sia sida",
    "hjem": "heim hæm hjæm jem",
    "hjemme": "heime hjæmme hemme",
    "fort": "fortt",
    "plutselig": "plutseleg plutsli plutslig brått bratt plusselig",
    "mye": "mykje mytji mykkje møkje myye",
    "helt": "heilt hælt",
    "hele": "heile heil hel heila",
    "halve": "halv",
    "alle": "allj",
    "en": "ein én",
    "et": "eit ett",
    "er": "ær",
    "skal": "ska sku skall",
    "vil": "vill ville",
    "være": "vere vær vera vara",
    "blir": "vert",
    "ble": "vart blei vorte blitt vorti vorten",
    "sier": "seier seie seir sejer",
    "står": "stå",
    "sitter": "sit sitt sitte",
    "ligger": "ligg ligge liggj liger",
    "kommer": "kjem kjæm kåmmer kommr komer kjeme kåmme",
    "klarer": "klarar klare klara greier greie greidde",
    "orker": "orkar orke orka orkr",
    "tør": "tørr torer torr tørj",
    "tar": "tek tær",
    "tok": "tokk",
    "tatt": "teke tækji tekke tat teki tekje",
    "gjør": "gjer gjær jør gjørr",
    "gjøre": "gjere gjera",
    "hjelp": "hjælp hjlep hjelpp jelp",
    # body and life
    "puster": "pustar puste pusta pust pustr puser pusr pustet pustt andar ånder ander anda",
    "pusten": "pustinga pustingen",
    "luft": "lufta",
    "svarer": "svarar svare svara svarr svarte",
    "reagerer": "reagerar reagere reagera",
    "våkner": "vårkner vaknar vakner våkne vakna vakne våknar våkna vaknae våknet",
    "vekke": "vekkje vække vækt vekkjast vekkt vekkes vekket våken vaken",
    "får": "fær",
    "fikk": "fekk fekkj fik",
    "fått": "fåt fåått",
    "slår": "slær slåss slåst slæss",
    "slo": "slog",
    "slått": "slegen slegne slåtte slegi",
    "blør": "blø bløder blødar blødde blødte bløør",
    "blod": "blodet",
    "stopper": "stoppar stoppe stoppa stoppet stanser stanse",
    "slutter": "sluttar slutte slutta sluttet",
    "brystet": "bryste brøstet bringa bryst brøst bringen brøste",
    "hjertet": "hjarte hjartet hjerte jarte jerte",
    "brystsmerter": "brysmerter brystsmerte brøstsmerter brystsmertar",
    "hjerteinfarkt": "hjarteinfarkt jerteinfarkt infarkt hjerteinfakt infakt hjertinfarkt",
    "hjertestans": "hjartestans hjertestopp hjartestopp",
    "bevisstløs": "medvitslaus medvetslaus bevistløs bevistløst bevisstlaus bevisløs umedviten",
    "livløs": "livlaus livlause livløst",
    "besvimt": "besvimmt besvimte besvima svima dåna besvimer besvimet",
    "krampe": "kramper krampar krampa krampen krampene krampeanfall kramp krampetrekninger",
    "ansiktet": "ansikte andletet fjeset fjes ansikt trynet ansiktt",
    "munnen": "munn munnvik munnviken munnvika munnvikn munnvikene kjeften mun",
    "leppene": "lepper leppan leppa leppe lepene leper",
    "halsen": "hals halsn",
    "hodet": "hovudet hauet haue hode hovud huvudet hodett haudet",
    "hånden": "handa hånda handen hånd hand",
    "armen": "arm arma",
    "foten": "fot fotn",
    "beina": "beinet bein beinan benet bena bænan beinene",
    "hofta": "hofte hoften hofto",
    "snakker": "snakkar snakke prater pratar prate prata talar taler snaker snakka",
    "henger": "heng hang henge",
    "falt": "datt dotti dotte detti ramla ramlet fallt deti ramle",
    "gulvet": "golvet gølvet gålve gålvet golve gulve golv gulv gølve gulvett gålv badegulvet badegolvet"
    " kjøkkengulvet kjøkkengolvet stuegolvet stuegulvet badegulv",
    "trappa": "trapp trapa kjellertrappa kjellertrapp trappen trappene",
    "kaster": "kastar kaste kasta kastet spyr spydd brekker",
    "skjev": "skeiv skjeiv skeivt skjevt",
    "lam": "lamt lammet lamma lamme nummen numen",
    "kald": "kaldt iskald iskaldt",
    "kaldsvetter": "kaldsveittar kaldsvetta kaldsveitt kaldsvett kalsvetter kalsveitt kaldsvettar",
    "slapp": "slap slappe",
    "kveles": "kvelast kvæles",
    # fire
    "brenner": "brenn brinn brænn brænner brener brinner brennar brinne breneer",
    "brann": "bran",
    "røyk": "røk røyken røyke røik røykan",
    "ryker": "ryk ryke rykr",
    "fyr": "fyyr",
    "lukter": "luktar lukte lukta luktr",
    "flammer": "flamer flammar flamman",
    # poison
    "drukket": "drukke drøkke drekki drukki drøkki drukkji drakk drak",
    "spist": "ete spiste åt eti spis",
    "svelget": "svelgde svelga svelgd svelja svelgt svelger slukt",
    # self-harm and violence
    "livet": "livt",
    "dø": "døy døø",
    "leve": "lev leva levve",
    "selvmord": "sjølvmord selvmort selvmor sellmor selmord sjølmord selvmordet",
    "drepe": "dræpe drepa dræp",
    "dreper": "drep drepar dræper",
    "skyte": "skyt skyter skyta",
    "truer": "trugar tru truga trua truge truet truar true",
    "tror": "trur trudde trudd trodde tro",
    "kniv": "kniven",
    "låst": "låste låser stengt stenger",
    "redd": "ræd rædd livredd livrædd",
    "penger": "pengar pengan pæng pængan pengane pengene penga pengr penge",
    "natta": "natten",
    "kveld": "kvell kvelden kveldan kvel",
    "drepte": "drap",
    "sparker": "sparkar sparkr sparke sparka",
    "mannen": "mann mainn mannj mainnj",
    "barna": "borna barnan onga ongan ungan ungene ungane",
    "full": "fulle drita",
    # the places of harmless talk
    "i fjor": "ifjor ifjord",
    "i går": "igår",
    "i dag": "idag",
    "i morgen": "imorgn imorgen",
    "i natt": "inatt",
    "i kveld": "ikveld",
}
_KANON: dict[str, str] = {variant: kanon for kanon, varianter in _FORMER.items() for variant in varianter.split()}
_TEGN = re.compile(r"[^\W_]+(?:['’ʼ´`][^\W_]+)*|[.!?;:\n…።؟]+")
_HAN_ETTER = re.compile(r"(?<=\w)['’](?:n|an)$")


def _fold(ord_: str) -> str:
    """Return a word with double letters written once, which is where most misspellings of it meet."""
    return "".join(tegn for i, tegn in enumerate(ord_) if i == 0 or tegn != ord_[i - 1])


_FOLDET: dict[str, str] = {_fold(o): _KANON.get(o, o) for o in (*_KANON, *_FORMER) if len(o) >= 5}


_EGNE = frozenset({"rykker"})
"""Words that the folding would take for another («ryker»)."""


def _kanonisk(ord_: str) -> str:
    if ord_ in _EGNE:
        return ord_
    if kanon := _KANON.get(ord_):
        return kanon
    return _FOLDET.get(_fold(ord_), ord_) if len(ord_) >= 5 else ord_


def normaliser_fare(tekst: str) -> str:
    """Return the words in one form and lower case, one space between and around, « . » at each end of a sentence."""
    ut: list[str] = []
    for tegn in _TEGN.findall(tekst.lower()):
        if not tegn[0].isalnum():
            ut.append(".")
        elif _HAN_ETTER.search(tegn):  # «svare'n» is «svarer han»
            ut += [_kanonisk(_HAN_ETTER.sub("", tegn)), "han"]
        else:
            ut.append(_kanonisk(re.sub(r"['’ʼ´`]", "", tegn)))
    return f" {' '.join(ut)} "

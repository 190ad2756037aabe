"""Where guidance ends: near a decision, medical advice, misuse, small talk, outside the field.

Honest rules over the message in bokmål, which need no index and no model, and a trained classifier
beside them. Either may stop a message; the thresholds were chosen on evaluering/datasett/grense.dev.jsonl.
A missed decision is worse than a needless hand-over, but a general question that merely sounds personal
(«hva koster alarm for mor?») is answered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from veileder.forstaelse.klassifikator import Vektor, sannsynlig


class Grense(StrEnum):
    """What kind of message it is. ``GENERELL`` goes on to retrieval."""

    GENERELL = "generell"
    AKUTT = "akutt"
    VEDTAK = "vedtak"
    MEDISINSK = "medisinsk"
    MISBRUK = "misbruk"
    HILSEN = "hilsen"
    TAKK = "takk"
    HVEM = "hvem_er_du"
    MENNESKE = "menneske"
    TOM = "tom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grensevurdering:
    """The kind, and which rule or probability decided.

    ``steg`` says what about the decision (``soknad``, ``klage``, ``sak``, ``pris``), or which danger.
    ``sannsynlig`` is how sure the classifier was of misuse or of a decision, 1 where there is none.
    ``mulig_fare``: not likely enough to be met as danger, too likely to leave the numbers out.
    """

    grense: Grense
    steg: str = ""
    regel: str = ""
    sannsynlig: float = 1.0
    mulig_fare: bool = False

    @property
    def er_gjetning(self) -> bool:
        """Whether the classifier alone took it for chatter, misuse or medical advice."""
        return self.regel.partition(" ")[0] in ("smaaprat", "misbruk", "medisinsk") and self.regel[-1].isdigit()

    @property
    def kan_leses_om(self) -> bool:
        """Whether a follow-up is read again with what it leans on. Rules for danger are read before this."""
        if self.grense is Grense.MISBRUK:
            return self.sannsynlig < SIKKERT_MISBRUK
        return self.grense in (Grense.GENERELL, Grense.VEDTAK, Grense.MEDISINSK, Grense.AKUTT)


_MEG = r"(?:jeg|vi|hun|han|ho|mor(?:en)?(?: min)?|far(?:en)?(?: min)?|mamma|pappa|mannen(?: min)?|kona(?: mi)?|sønnen(?: min| vår)?|datteren(?: min| vår)?|datra|bestemor|bestefar|farmor|mormor|tante|onkel|søsteren? min|broren? min|samboeren min|barnet (?:mitt|vårt)|gutten(?: vår| min)?|jenta(?: vår| mi)?|sønn min|svigermor|svigerfar|besta|foreldrene mine|moren til \w+|min (?:mor|far|mann|kone|sønn|datter|bestemor|bestefar|samboer|svigermor|svigerfar)|mi mor|mor mi|far min)"
_MITT = r"(?:mitt|min|mi|mine|vårt|vår|våre|hennes|hans|deres|mors|fars|mammas|pappas|(?:til|for) (?:meg|oss|henne|ham|mor|far|mamma|pappa|mannen|kona|sønnen|datteren))"

_VEDTAK: tuple[tuple[str, str, str], ...] = (
    ("klage", "fikk avslag", rf"\b{_MEG}\b.{{0,25}}\b(?:fikk|fått|har fått|får|ble|blitt|er)\b.{{0,20}}\b(?:avslag|avslått|nei)\b|\b(?:fikk|fått) (?:vi |jeg )?(?:avslag|nei)\b|\bavslaget (?:vi|jeg|mor|far|han|hun|mitt|vårt)\b|\b(?:avslag|nei) (?:på|til) (?:søknaden? )?(?:min|vår|mors?|fars?|hennes|hans)\b"),
    ("klage", "egen klage", rf"\bklag(?:e|en|er|et|a)\b.{{0,30}}\b{_MITT}\b|\b{_MITT}\b.{{0,15}}\bklage\w*|\b(?:vinne|vinner|nå fram|når fram|nytter det|vits i|medhold|sjanse\w*)\b.{{0,40}}\bklag\w*|\bklag\w*.{{0,60}}\b(?:vinne\w*|nå fram|nytter|medhold|sjanse\w*|fører fram)\b|\bskrive? (?:en |ei )?klag\w* (?:for|til) (?:meg|oss)\b|\bhjelp\w* (?:meg|oss) .{{0,20}}\bklag\w*"),
    ("sak", "eget vedtak", rf"\bvedtak(?:et|ene|a)?\b.{{0,12}}\b(?:mitt|vårt|hennes|hans|til (?:mor|far|mannen|kona|meg|oss))\b|\b{_MITT} vedtak|\b{_MEG} (?:har|fikk|fått|hadde) (?:et |eit )?vedtak\b|\b(?:her er|les|vurder\w*|hva synes du om|se på) (?:mitt |dette |hele )?vedtak\w*|\ber vedtaket (?:ulovlig|lovlig|gyldig|riktig|feil|rett)"),
    ("sak", "egen sak", rf"\b(?:saken?|søknaden?|papirene|journalen?)\b.{{0,15}}\b{_MITT}\b|\b{_MITT} (?:sak|søknad|journal)\b|\bhvor (?:langt|lenge) (?:har|er) (?:saken|søknaden)|\bstatus (?:på|i|for)\b|\bhva står det (?:om|i journal)|\bsaksbehandleren min\b|\bhvem er saksbehandler\w*|\b(?:jeg|vi|mor|far|hun|han) (?:har )?(?:søkte|søkt|sendte|sendt|leverte)\b.{{0,80}}\b(?:når|hvorfor|ikke (?:hørt|fått|svar)|hvor lenge|fått svar|blir|skjer)\b"),
    ("sak", "plass i kø", rf"\b(?:hvor|hvilken?|hvilket|når)\b.{{0,40}}\b(?:kø(?:en)?|venteliste\w*|lista|listen|tur)\b.{{0,40}}\b{_MEG}\b|\b{_MEG}\b.{{0,40}}\b(?:står|er|ligger|stått)\b.{{0,25}}\b(?:kø(?:en)?|venteliste\w*|lista|listen)\b|\bnår (?:får|kommer|slipper|blir det) {_MEG}\b|\b(?:er|når er) det {_MEG}s? (?:sin )?tur\b|\bnummer er {_MEG}\b|\b(?:går|gå) foran {_MEG}?"),
    ("pris", "egen pris", rf"\b(?:hva|hvor (?:mye|mykje|my))\b.{{0,25}}\b(?:må|skal|kommer|vil) {_MEG}\b.{{0,25}}\bbetale?\b|\b(?:regne?|rekne?|beregn\w*) (?:ut|på|feil|rett|riktig)?\b.{{0,40}}\b(?:{_MEG}|meg|oss|henne|ham|betale|egenandel\w*|pris\w*)\b|\b{_MEG} (?:har|tjener|får)\b.{{0,30}}\b(?:\d[\d .]{{3,}}|pensjon|uføre\w*|inntekt)\b.{{0,80}}\b(?:betale|koste?r?|egenandel\w*)\b|\b(?:betaler|betalt) {_MEG} for mye\b|\b{_MEG} (?:har )?(?:fått|fikk) (?:en |ei )?(?:regning|faktura)\b|\bhvor mye (?:får|sitter|har) {_MEG} (?:igjen|att)\b"),
    ("soknad", "egen rett", rf"\b(?:har|får|fikk|hadde|burde|skulle|må) (?:ikke )?{_MEG}\b(?: \w+){{0,2}} (?:ikke )?(?:rett|krav|krav på|rett på|rett til|juridisk)\b|\b{_MEG} (?:har|hadde|må ha|burde ha|burde) (?:vel |da |jo |ikke )*(?:rett|krav)\b|\b(?:burde|skulle|bør) (?:ikke )?{_MEG} (?:ikke )?(?:hatt|ha|fått|få)\b|\bfortjen\w*"),
    ("soknad", "egen utmåling", rf"\bhvor (?:mye|mykje|mange|ofte|my)\b(?! (?:koster|er|tar|betaler)).{{0,40}}\b(?:får|vil|kan|kommer|skal) {_MEG}\b|\b(?:mange timer|mange dager|mye hjelp|timer) (?:får|kan|vil) {_MEG}\b|\bnok hjelp\b|\b{_MEG} (?:får|har|fikk)\b.{{0,30}}\b\d+ (?:timer?|dager|ganger)\b.{{0,80}}\b(?:mer|flere|for lite|nok|økt|øke|mindre|burde|kuttet|kutta|kutter|redusert|krav|rett)|\b(?:kuttet|kutta|kutter|redusert|reduserer|tatt fra|tar fra|ta ifra|fratatt|mistet|mister|trappet ned|avslutta|avsluttet)\b.{{0,40}}\b(?:{_MEG}|meg|oss|henne|ham|mitt|min|vår)\b|\b{_MEG}\b.{{0,25}}\b(?:mister|mistet|fratas|kuttes)\b"),
    ("soknad", "får en bestemt person", rf"\b(?:får|vil|kommer) {_MEG} (?:til å få |få |nå |da |noe |noen |nå da )*(?!vite|svar|beskjed|tak|ringe|snakke|komme|inn|høre)\w+.*\?|\b(?:kan|vil|skal) {_MEG} (?:da |nå |også |likevel )*få (?!vite|svar|beskjed|tak|ringe|snakke)\w+.{{0,60}}\b(?:når (?:hun|han|jeg|vi|mor|far|det)|fordi|siden|for hun|for han|selv om|med (?:diagnosen|den)|hvis (?:hun|han|jeg|vi)|dersom (?:hun|han|jeg|vi))\b|\b(?:får|fikk) {_MEG} det\b|\b(?:kvalifiserer|oppfyller|fyller) {_MEG}\b|\ber {_MEG} (?:\w+ )?(?:syk|dårlig|gammel|ung|frisk) nok\b|\b(?:må|plikter) dere (?:da )?(?:gi|skaffe|la) (?:meg|oss|henne|ham|mor|far)\b|\b(?:kommer|vil) {_MEG} (?:til å )?(?:få|bli prioritert|komme)\b"),
    ("sak", "andres sak", r"\bhvorfor (?:fikk|får|har) (?:naboen|søsteren?|hun|han|andre|de|venninn\w*|hun ved siden)\b.{0,60}|\bhva (?:fikk|får|ville) naboen\b|\bnaboen (?:fikk|får|har)\b"),
    ("soknad", "tvang eller samtykke i en sak", r"\blåse?\b.{0,20}\b(?:døra|inne|henne|ham|mor|far)\b.{0,30}\b(?:natt\w*|inne)\b|\b(?:uten å si det|uten at (?:hun|han|mor|far) vet|i skjul|hemmelig|mot (?:hennes|hans) vilje)\b|\b(?:mor|far|hun|han|mannen|kona|bestemor|bestefar)\b.{0,30}\b(?:nekter|vil ikke ha|motsetter)\b"),
)  # fmt: skip

_MEDISINSK = (
    r"\b(?:slutte|slutt|kutte|øke|redusere|doble|bytte|hoppe over|begynne|stoppe|seponere|knuse|dele)\b.{0,25}\b(?:med )?(?:medisin\w*|tablett\w*|piller?|blodfortynn\w*|insulin\w*|marevan|blodtrykksmedisin\w*|antidepressiv\w*|sovetablett\w*|dosen?|antibiotika\w*|paracet|ibux|morfin\w*|plaster)\b"
    r"|\b(?:hvor (?:mye|mange|ofte)|kan (?:jeg|hun|han|mor|far|man|vi)|bør (?:jeg|hun|han|mor|far))\b.{0,40}\b(?:paracet|ibux|ibuprofen|voltaren|insulin|morfin|sobril|tablett\w*|piller|medisin(?:en|er|ene)?|dose\w*|antibiotika|vitamin\w*|naturmedisin|alkohol)\b.{0,50}\b(?:ta|tas|gi|få|drikke|sammen|blande|om dagen|per dag|i døgnet|samtidig)?\b"
    r"|\bdoser?ing\w*|\bbivirkning\w*|\ber det farlig\b|\ber dette farlig|\bhvor farlig\b|\bfarlig (?:at|å|med|når|om)\b|\bsymptom\w*|\b(?:hvilken|riktig|en|sette|få) diagnose\b|\bkan det være (?:demens|kreft|slag|alzheimer|parkinson|infeksjon|blodpropp|lungebetennelse|gikt|depresjon|noe alvorlig|uvi)\b|\ber (?:mor|far|hun|han|mannen|kona|bestemor|bestefar|jeg|moren min|faren min)\b.{0,15}\b(?:dement|demens|deprimert|psykotisk|alzheimer|senil)\b|\b(?:har|tror (?:du|dere)) (?:mor|far|hun|han|jeg|mannen|kona)\b.{0,20}\b(?:demens|kreft|alzheimer|parkinson|infeksjon|lungebetennelse|blodpropp|urinveisinfeksjon|uvi|depresjon|influensa|gikt)\b"
    r"|\b(?:utslett|feber|kvalm\w*|svimmel\w*|hoste\w*|hodepine|magesmerter|diar\w+|forstoppelse|oppkast|kløe|verk\w*|hovne|hoven|betent|betennelse|blodtrykk\w*|blodsukker\w*|puls(?:en)?|temperatur|sår(?:et)?)\b.{0,70}\b(?:hva (?:gjør|bør|kan|er)|bør|normalt|farlig|vanlig|går over|hvorfor|hjelper mot|kan det|er det|råd|skal jeg|må jeg|lege)\b"
    r"|\b(?:hva (?:gjør|bør|kan|er)|bør jeg|hvorfor|hva hjelper|kan (?:jeg|en|man) ta)\b.{0,50}\b(?:utslett|feber|kvalm\w*|svimmel\w*|hoste|hodepine|magesmerter|diar\w+|forstoppelse|kløe|blodtrykk\w*|blodsukker\w*|infeksjon\w*|betennelse\w*|hovne (?:bein|føtter|legger))\b"
    r"|\bspiser nesten (?:ikke|ingenting)\b|\bhvilken (?:medisin|behandling|salve|krem)\b|\b(?:behandle|kurere|lindre)s? (?:jeg |selv )?(?:utslett|sår|smert\w*|demens|kreft|eksem|sopp)\b|\boperer\w* eller\b|\b(?:blande|kombinere) .{0,30}(?:medisin\w*|tablett\w*|alkohol)\b|\bovermedisiner\w*|\bfeilmedisiner\w*"
)
_MISBRUK = (
    r"\b(?:ignor\w+|glem|glemme?r?|se bort fra|overse|drit i|forget|disregard|override|bypass)\b.{0,40}\b(?:instruks\w*|instruction\w*|regl\w*|rules|prompt\w*|beskjed\w*|føring\w*|alt (?:du|over)|previous|tidligere|above|ovenfor)\b"
    r"|\bsystem ?(?:prompt|melding|instruks|message)\w*|\b(?:vis|skriv|gjenta|reveal|print|show|repeat)\b.{0,30}\b(?:prompt\w*|instruks\w*|instructions|hemmelige|api.?nøkkel\w*|passord\w*|konfigurasjon\w*)\b|\bdu er (?:nå|no|fra nå av) (?:en|ein|ei|et|dan|ikke)\b|\b(?:lat|late|latt) som (?:du|om du)\b|\bpretend (?:to be|you)|\bjailbreak\w*|\bdeveloper mode|\butviklermodus|\bdan mode|\bact as\b|\byou are now\b|\brollespill\w*|\buten (?:begrensninger|filter|sensur)\b"
    r"|\b(?:skriv|lag|dikt|komponer|generer|write|make)\b.{0,25}\b(?:dikt\w*|vits\w*|rap|sang\w*|låt\w*|stil\b|essay\w*|fortelling\w*|eventyr\w*|roman\w*|python\w*|kode\b|kodesnutt|program\b|script|sql|javascript|poem|story|code|song|joke|limerick|tale til|bursdags\w*|jobbsøknad\w*|cv\b|kjærlighetsbrev\w*|middagsoppskrift\w*|oppskrift\w*|lekse\w*|norskstil\w*|haiku|dikt om)\b|\b(?:fortell|kom med|tell)\b.{0,12}\b(?:vits|joke|eventyr|spøkelseshistorie)\w*|\boversett\b.{0,40}\b(?:til|fra) (?:engelsk|tysk|spansk|fransk|polsk|italiensk|kinesisk)|\b(?:løs|regn ut|solve)\b.{0,15}\b(?:ligning\w*|likning\w*|oppgave\w*|stykke\w*|matte\w*|equation)"
    r"|\b(?:din|ditt|din|dine|ditt|jævla|forbanna|helvetes|drittsekk\w*|fitte\w*|hore\w*|kuk\w*|faen ta|fuck|idiot\w*|tosk\w*|jævel\w*|kjerring\w*|dumme? (?:robot|maskin|bot)|stupid (?:bot|machine)|dust\w*|møkka\w*|ubrukelig\w* (?:robot|maskin|program|dritt))\b.{0,18}(?:robot|maskin|idiot\w*|bot|dritt\w*|fitte\w*|hore\w*|kuk\w*|kjerring\w*|jævl\w*|$|!)|\bhold kjeft\b|\bdra til helvete\b|\bfuck (?:you|off)\b|\bdere er (?:noen )?(?:idioter|udugelige|jævl\w*)"
    r"|\b(?:hvordan|how)\b.{0,25}\b(?:hacke?|hacking|lage (?:bombe|våpen|sprengstoff)|svindle|lure systemet|jukse|forfalske|drepe)\b|\b(?:lyve|juge|jukse|overdrive|forfalske)\b.{0,60}\b(?:søknad\w*|legen|legeerklæring\w*|skjema\w*|få (?:mer|flere|plass))\b"
)  # fmt: skip
_HILSEN = r"(?:hei+|heisann?|hallo+|halla|god (?:dag|morgen|kveld|ettermiddag|formiddag)|goddag|godmorgen|morn|mårn|hei hei|hello|hi|hey|tjena|hei du|heia|hei på deg|er (?:det )?noen der|står til|hvordan (?:går det|har du det)|how are you|test(?:er)?|hei igjen|der|på deg|alle sammen|dere|og)"
_TAKK = r"(?:(?:tusen |mange |hjertelig )?takk(?: skal du ha| for (?:hjelpen|svaret|det|praten|info\w*|nå|i dag)| du| så mye| då)?|thanks?(?: you)?(?: very much| a lot)?|ok(?:ei|ay)?|greit|fint|flott|supert|bra|topp|perfekt|den er god|ha det(?: bra)?|hadet|farvel|på gjensyn|god (?:natt|helg|jul)|bye(?: bye)?|skjønner|forstår|jeg forstår|det var (?:alt|bra|fint)|nei takk|ja takk|ja|nei|så bra|da vet jeg|hjelpen|for hjelpen|det var til god hjelp|du var til god hjelp|snill)"
_HVEM = r"\b(?:hvem|hva|who|what) (?:er|are) (?:du|dette|det jeg (?:snakker|skriver) med|you)\b(?! (?:som|for))|\ber du (?:et |en |eit |ein )?(?:menneske|robot|maskin|ekte|bot|ki|ai|person|data\w*|chatgpt)\b|\b(?:snakker|skriver|chatter) jeg (?:med|til) (?:et |en )?(?:menneske|robot|person|maskin|ki|ekte)|\bhva (?:kan|gjør) du\b(?! (?:for|hvis|når))|\bhva kan du (?:hjelpe|svare)\b|\bhva heter du\b|\bhvem har laget deg\b|\bhvordan (?:virker|fungerer) du\b|\bare you (?:a )?(?:human|robot|bot|ai|real)\b|\bwhat can you do\b|\bhusker du\b.{0,20}\b(?:meg|sist)|\blagrer du\b|\ber (?:dette|svaret|svarene) (?:bindende|til å stole på)"
_MENNESKE = r"\b(?:snakke|prate|ringe|få|ha|chatte|kontakt)\b.{0,25}\b(?:med |til )?(?:et |en |eit |ein )?(?:menneske|ekte person|levende person|ansatt|person i kommunen|medarbeider|ordentlig person|real person|human)\b|\bi (?:want|need) (?:to (?:talk|speak)) (?:to|with) (?:a )?(?:human|person)|^\W*(?:menneske|et menneske|sett meg over|saksbehandler)\W*$"

_K_VEDTAK = tuple((steg, navn, re.compile(uttrykk)) for steg, navn, uttrykk in _VEDTAK)
_K_MEDISINSK = re.compile(_MEDISINSK)
_K_MISBRUK = re.compile(_MISBRUK)
_K_HILSEN = re.compile(rf"\W*(?:{_HILSEN}\b\W*)+")
_K_TAKK = re.compile(rf"\W*(?:(?:{_TAKK}|{_HILSEN})\b\W*)+")
_K_HVEM = re.compile(_HVEM)
_K_MENNESKE = re.compile(_MENNESKE)
_TENKT = re.compile(
    r"\b(?:hvis|dersom|om|når|viss|i tilfelle) (?:man|en|noen|jeg|vi|du|søkeren|brukeren) (?:får|skulle få|har fått|fikk|blir|er) (?:\w+ )?(?:avslag|avslått|nei|uenig\w*)[^.?!,]*"
)
"""A refusal that is only imagined («hva er fristen hvis jeg får avslag?») is a general question."""
_DELING = re.compile(r"(?<=[.!?])\s+|\n+")


TERSKEL = {"akutt": 0.20, "misbruk": 0.12, "medisinsk": 0.15, "vedtaksnaert": 0.08, "smaaprat": 0.60}
"""Probability from which the classifier stops a message by itself, tried in this order. Chosen on the 426 messages of
evaluering/datasett/grense.dev.jsonl, two thirds of them near misses, on 554 plain questions of the other development
sets and on 160 stories that end in another matter. By itself it finds danger in 0.87 (the rules are beside it), in
0.00 of the near misses, 0.01 of the plain and 0.04 of the stories; a decision in 0.98 (0.03, 0.03, 0.08), misuse in
1.00 (0.01, 0.00, 0.01), medical advice in 0.97 (0.00, 0.01, 0.00)."""

SIKKERT_MISBRUK = 0.80
"""Probability from which a follow-up is misuse whatever came before it."""

SIKKERT_VEDTAK = 0.40
"""Probability from which a follow-up that is general by itself is near a decision together with what it leans on:
«enn for guten vår på 15?» goes on with a general question, «får han det da?» does not."""

STOTTE = {"misbruk": 0.05, "smaaprat": 0.10, "medisinsk": 0.05, "vedtaksnaert": 0.05}
"""Probability that a rule needs beside it, so that a harmless likeness goes on. Without a classifier the rules stand
alone."""

ORD_I_TAKK = 5
"""A greeting or thanks with a question mark and more words than this asks something as well."""

MULIG_FARE = 0.05
"""Probability of danger from which the emergency numbers stand above an ordinary answer."""


def vurder_grense(bokmal: str, trekk: Vektor | None = None, modell: str = "") -> Grensevurdering:
    """Return what kind of message it is.

    ``bokmal`` is lower case with dialect brought to bokmål; ``trekk`` are the classifiers' features of
    the message, None where no classifier fits the embedding model.
    """
    tekst = " ".join(bokmal.split())
    if not any(tegn.isalnum() for tegn in tekst):
        return Grensevurdering(grense=Grense.TOM, regel="ingen ord")
    p = sannsynlig("grense", trekk, modell)
    vurdering = _etter_hilsen(tekst) or _etter_klassifikator(p, tekst, trekk, modell) or _etter_regel(tekst, p)
    return replace(vurdering, mulig_fare=p.get("akutt", 0.0) >= MULIG_FARE)


def _steg_av_regel(tekst: str) -> str:
    """What about the decision, by the first rule that sees one; a refusal only imagined is none."""
    virkelig = _TENKT.sub(" ", tekst)
    return next((steg for steg, _, uttrykk in _K_VEDTAK if uttrykk.search(virkelig)), "")


def _etter_hilsen(tekst: str) -> Grensevurdering | None:
    """A message that is nothing but a greeting or thanks, whatever the classifier says."""
    for grense, uttrykk in ((Grense.HILSEN, _K_HILSEN), (Grense.TAKK, _K_TAKK)):
        if uttrykk.fullmatch(tekst):
            return Grensevurdering(grense=grense, regel=grense.value)
    return None


def _etter_klassifikator(p: Mapping[str, float], tekst: str, trekk: Vektor | None, modell: str) -> Grensevurdering | None:
    """What the classifier is sure enough of."""
    over = [k for k, terskel in TERSKEL.items() if p.get(k, 0.0) >= terskel]
    if "misbruk" in over and p["misbruk"] < p["vedtaksnaert"]:
        over.remove("misbruk")  # «jeg krever at mor får tilbake tilsynet sitt» is met as a question, not turned away
    klasse = next(iter(over), "")
    regel = f"{klasse} {p.get(klasse, 0.0):.2f}"
    if klasse == "akutt":
        slag = sannsynlig("akutt_slag", trekk, modell)
        return Grensevurdering(grense=Grense.AKUTT, steg=max(slag, key=lambda s: slag[s]), regel=regel)
    if klasse == "vedtaksnaert":
        return Grensevurdering(
            grense=Grense.VEDTAK, steg=_steg_av_regel(tekst) or _steg(tekst), regel=regel, sannsynlig=p[klasse]
        )
    if klasse == "smaaprat":
        slag = sannsynlig("smaaprat_slag", trekk, modell)
        grense = _SMAAPRAT[max(slag, key=lambda s: slag[s])]
        if "?" in tekst and grense in (Grense.HILSEN, Grense.TAKK) and len(tekst.split()) > ORD_I_TAKK:
            return None  # «takk for svaret! hvordan får jeg tak i en?» asks something
        return Grensevurdering(grense=grense, regel=regel)
    if klasse in ("misbruk", "medisinsk"):
        return Grensevurdering(grense=Grense(klasse), regel=regel, sannsynlig=p[klasse])
    return None


def _etter_regel(tekst: str, p: Mapping[str, float]) -> Grensevurdering:
    """What the rules see, with some support from the classifier where there is one."""

    def stottes(klasse: str) -> bool:
        return not p or p[klasse] >= STOTTE[klasse]

    if stottes("misbruk") and _K_MISBRUK.search(tekst):
        return Grensevurdering(grense=Grense.MISBRUK, regel="misbruk")
    for grense, uttrykk in ((Grense.HVEM, _K_HVEM), (Grense.MENNESKE, _K_MENNESKE)) if stottes("smaaprat") else ():
        if uttrykk.search(tekst):
            return Grensevurdering(grense=grense, regel=grense.value)
    if stottes("medisinsk") and _K_MEDISINSK.search(tekst):
        return Grensevurdering(grense=Grense.MEDISINSK, regel="medisinsk råd")
    if stottes("vedtaksnaert") and (steg := _steg_av_regel(tekst)):
        return Grensevurdering(grense=Grense.VEDTAK, steg=steg, regel="vedtak", sannsynlig=p.get("vedtaksnaert", 1.0))
    return Grensevurdering(grense=Grense.GENERELL)


_SMAAPRAT = {
    "hilsen": Grense.HILSEN,
    "kommentar": Grense.TAKK,
    "takk": Grense.TAKK,
    "farvel": Grense.TAKK,
    "hvem": Grense.HVEM,
    "menneske": Grense.MENNESKE,
}


def _steg(tekst: str) -> str:
    """What about the decision, when the classifier alone saw one."""
    regler = (
        ("klage", r"\bklag\w*|\bavsl(?:ag|å|o)\w*|\bnei\b|\brefused\b|\bappeal\w*"),
        ("pris", r"\bbetal\w*|\bkost\w*|\bpris\w*|\bpensjon\w*|\bpangsjon\w*|\bregning\w*|\bfaktura\w*|\bpay\b"),
        (
            "sak",
            r"\bvedtak\w*|\bsak(?:en|a)?\b|\bkø(?:en)?\b|\blist[ae]n?\b|\bvente\w*|\bnår (?:får|blir|kommer|kan)\b|\bsøkt[e]?\b|\bsøknaden\b",
        ),
    )
    return next((steg for steg, uttrykk in regler if re.search(uttrykk, tekst)), "soknad")


def aerlig_del(bokmal_setninger: list[str]) -> list[int]:
    """Return which sentences of a message with misuse are honest questions that can be answered."""
    return [i for i, s in enumerate(bokmal_setninger) if not _K_MISBRUK.search(s) and len(s.split()) > 2]


def del_melding(tekst: str) -> list[str]:
    """Return the sentences of a message."""
    return [s.strip() for s in _DELING.split(tekst) if s.strip()]

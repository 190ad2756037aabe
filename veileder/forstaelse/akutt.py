"""Is somebody in danger now? Rules in code, so that they hold when index and models are down.

High recall is wanted: a needless emergency number costs little. What is left out on purpose are
words of alarm in a harmless place («slå plenen», «brannalarm», «når noen dør på sykehjem»), read as
questions about services rather than as calls for help.
"""

from __future__ import annotations

import re

_REGLER: tuple[tuple[str, str], ...] = (
    ("selvmord",
     r"(?:ta|tar|tok|tek) (?:livet av (?:meg|seg|henne|ham)|livet (?:mitt|sitt)|selvmord|sjølvmord|sitt eget liv|mitt eget liv)|\b(?:ende|avslutte) livet"
     r"|\b(?:selvmord|sjølvmord|suicid)\w*(?!sforebygg)|(?:orker|orkar|vil|ønsker|ønskjer|gidder|klarer|makter) ikk(?:j)?e (?:å )?(?:leve|mer av livet|være til|vere til|våkne)"
     r"|(?:orker|orkar|vil|ønsker|klarer) ikk(?:j)?e lev\w*|(?:ikk(?:j)?e|itj|inte) (?:noe|noko|nå|noen) (?:å|grunn til å) leve|livet er ikk(?:j)?e verdt|lyst (?:til )?å dø|vil (?:bare |berre )?dø\b|ønsker (?:bare )?å dø"
     r"|(?:verden|alle|dere|familien|ungene) (?:er|hadde vært|ville hatt det|har det|får det) bedre uten meg|(?:slippe|sleppe) å (?:leve|våkne)|skade meg selv|skade meg sjølv|(?:kutter|kuttar|skjærer) meg"
     r"|hoppe (?:fra|frå|av|ut) |(?:henge|hengt) (?:meg|seg)|(?:samlet|samla|spart|sparer) (?:opp )?(?:piller|tabletter|medisin\w*).*(?:nok|slutt|alt)|kill (?:my|him|her)self|want to die|end my life|suicid"
     r"|ikke være her mer|ikkje vere her meir|gjøre slutt på (?:alt|det hele|livet)|sagt farvel"),
    ("forgiftning",
     r"(?:tatt|tok|tek|drukket|drakk|drukke|spist|spiste|svelget|svelga|svelgde|fått i seg|fekk i seg|fikk i seg|åt|ete).{0,40}(?:for mange|for mye|for mykje|alle|en hel|et helt|heile|hele|dobb\w+|feil) ?(?:\w+ )?(?:tablett\w*|pil(?:le|l|e)\w*|medisin\w*|paracet\w*|brett\w*|doset\w*|insulin\w*|blodfortynn\w*|morfin\w*|dosett\w*|vann\w*)"
     r"|(?:drukket|drakk|drukke|svelget|svelga|fått i seg|fikk i seg|fekk i seg|spist|ete|tygget).{0,30}(?:klor\w*|lut\b|salmiakk|rengjør\w*|reingjer\w*|oppvask\w*|tennvæske|bensin|lampeolje|frostvæske|gift\w*|sopp|batteri\w*|white.?spirit|avløps\w*|såpe\w*|vaskemid\w*)"
     r"|\bforgift\w*|overdose|(?:for mange|for mye) (?:piller|tabletter|sovetabletter|paracet\w*)|swallowed (?:bleach|pills|batter)|kullos"),
    ("brann",
     r"(?:det|huset|hytta|kjøkkenet|gardin\w*|senga|komfyren|leiligheten|leilegheita|stua|rommet|naboen|heile huset|hele huset) (?:brenner|brenn|har begynt å brenne|tok fyr|har tatt fyr|står i (?:full )?(?:fyr|brann|flammer)|tek fyr)"
     r"|brann (?:i|på) (?:huset|kjøkkenet|leiligheten|leilegheita|bygget|rommet|komfyren|kjelleren|sykehjemmet|bygningen|gardin\w*|trappa)|(?:full|tett|mye|masse|svart) røyk|røyk (?:i|fra|ut av|kommer|veller|overalt)|ryk(?:er)? (?:av|fra|frå|ut)\b.*(?:komfyr|ovn|stikk|sikring|vegg)|\bflammer\b|gasslekk|lukter gass|luktar gass|house is on fire|there is a fire|smoke (?:in|everywhere)"),
    ("barn",
     r"(?:barn\w*|ung\w+|baby\w*|guten|gutten|jenta|nabo(?:barn\w*|jent\w*|gutt\w*|ung\w*)|elev\w*|barnebarn\w*|spedbarn\w*|småbarn\w*|tenåring\w*|sønn\w*|datter\w*|dotter\w*)\b.{0,60}(?:blir slått|vert slegen|blir slegen|slås|blir misbrukt|misbruk\w+|mishandl\w+|overgrep|seksuelt|alene hjemme|åleine heime|er forsvunnet|er borte vekk|har blåmerker|låst inne|innelåst|får ikke mat|får juling|skadet av|blir (?:filmet|truet))"
     r"|(?:slår|slo|slår|rister|rista|mishandler|misbruker) (?:barn\w*|ung\w+|baby\w*|sønn\w*|datter\w*|dotter\w*|gutten|jenta)|(?:jeg er|eg er|e er) (?:[5-9]|1[0-7]|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten) (?:år\s)?.{0,50}(?:redd|slår|slått|pappa|mamma|tafs)|child (?:is|being) (?:hurt|abused|beaten|hit)"),
    ("vold",
     r"(?:slår|slo|sparker|sparka|dytter|denger|banker|lugger|kveler|tar kvelertak|biter|truer|trugar|trua|truet|angriper|angrep|mishandler|mishandlar|voldtok|voldtar) (?:meg|henne|ham|han|ho|mor\w*|far\w*|kona|mannen|bestemor|bestefar|farmor|mormor|besta|tante|onkel|oss|noen|nokon|pasient\w*|beboer\w*|naboen|hverandre)\b"
     r"|(?:blir|blei|ble|vart|vert|har blitt) (?:slått|slegen|slegne|sparket|truet|truga|mishandl\w+|overfalt|voldtatt|valdteken|banket|lugget|holdt nede|utsatt for (?:vold|vald|overgrep)|låst inne)|\bkniv\b.{0,30}(?:tru|mot|hånd|stikk|stakk)|tru\w+ (?:med|meg|oss|henne).{0,30}(?:kniv|våpen|drep|slå|drap|øks|gevær|pistol)|(?:har|med) (?:våpen|pistol|gevær|øks)"
     r"|\bvoldtekt|\bvaldtekt|overgrep|\bmishandl\w+|vold i (?:hjemmet|nære|familien)|vald i (?:heimen|nære)|(?:stjeler|stel|stjæler|tar|tek|tømmer|raner|presser|pressar|svindler|lurer) .{0,30}(?:pengene|pengar|penger|pensjon\w*|konto\w*|smykk\w*|bankkort\w*|minibank\w*).{0,20}(?:til|fra|frå|hennes|hennar|hans|av) |innbrudd nå|noen (?:bryter|prøver å bryte) seg inn|redd for (?:mannen|kona|sønnen|faren|ham|han|samboer\w*)|(?:he|she|husband|son|someone) (?:hits|hit|is hitting|beats|beat|is threatening|threatens)"),
    ("medisinsk",
     r"(?:puster|pustar|puste|pust|pusta|pustet|anda|ånder|ander) (?:\w+ )?(?:ikk(?:j)?e|itj|inte|rart|tungt|dårlig|dårleg|rallende|surkl\w*|nesten ikke)|ikk(?:j)?e (?:puster|pustar|puste|får puste|får pust)|får ikk(?:j)?e (?:puste|pust|luft|puste ordentlig|vekket|vekt|liv i|kontakt med)|fær itj (?:pust|luft)|(?:tung|tungt for|vanskelig for|problem\w* med å) (?:pust\w*|å puste) (?:nå|no|nettopp|plutselig)"
     r"|bevisstløs|medvitslaus|medvetslaus|bevistløs|besvim\w+|livløs|livlaus|(?:svarer|svarar|reagerer|reagerar|våkner|vaknar) (?:ikk(?:j)?e|itj)(?! på (?:telefon|brev|e-?post|mail|søknad|henvend|sms|spørs|klag))\b(?!.{0,25}(?:søknad|telefon|brev|mail|klage|henvendelse|kommunen))|ikk(?:j)?e (?:kontakt med (?:henne|ham|mor|far)|til å vekke|mulig å vekke|råd å få liv)"
     r"|brystsmerte\w*|vondt i brystet|vondt i bringa|(?:smerter?|trykk|klem\w*|stram\w*|press) (?:i|over|for) (?:brystet|bringa|hjertet)|hjerteinfarkt|hjarteinfarkt|hjertestans|hjartestans|hjerteattakk|\b(?:hjerne)?slag (?:nå|no|akkurat)|(?:fått|får|hatt|fekk|fikk) (?:et |eit )?(?:hjerne)?slag (?:nå|no|akkurat|i dag|nettopp|tror)|(?:tror|trur) .{0,20}(?:slag|hjerneslag|infarkt|drypp)\b|skjev i (?:ansikt\w*|munn\w*|fjes\w*|andletet)|henger i (?:munnvik\w*|ansiktet|den ene)|lam(?:met)? i (?:\w+ )?(?:arm\w*|side\w*|ansikt\w*|andletet|bein\w*)|(?:snakker|snakkar|prater|snøvler|snøvlar|taler) (?:plutselig |plutseleg |så )?(?:rart|utydelig|utydeleg|snøvl\w*|tull)|snøvl\w+ plutse|plutselig (?:ikke|lam|forvirra|forvirret|snøvl|dårlig|så dårlig)|plutseleg (?:ikkje|lam|forvirra|snøvl|dårleg)"
     r"|(?:blør|blødde|bløder|blør\w*|blødning\w*) .{0,20}(?:mye|mykje|kraftig|stopper ikk|stoppar ikk|fra hodet|frå hovudet|overalt|voldsomt|fælt|masse)|(?:stopper|stoppar) (?:ikk(?:j)?e|itj) (?:å )?(?:blø|bløde|blødn)|mye blod|mykje blod|masse blod|kaster opp blod|hoster blod|(?:får|fått) (?:ikk(?:j)?e )?stoppa? blød\w*"
     r"|(?:har )?(?:nettopp |akkurat )?(?:falt|fallt|datt|ramla|ramlet|dotte|detti|fell|fallet|dette) .{0,50}(?:kommer (?:seg )?ikk|kjem (?:seg )?ikk|kommer (?:seg )?itj|klarer ikk(?:j)?e (?:å )?(?:reise|komme)|greier ikk(?:j)?e (?:å )?(?:reise|komme)|ligg\w* (?:på gulvet|på golvet|der|ute|nede)|slo hodet|slått hodet|slo hovudet|brukket|brekt|ut av trapp|ned trapp\w*)|ligg\w* på (?:gulvet|golvet|badegulvet|badegolvet|badet)(?! om natta)|kommer (?:seg )?ikke opp (?:fra|igjen|av gulvet)|kjem (?:seg )?ikkje opp (?:frå|att)"
     r"|kramp(?:er|e|ar|eanfall)|anafyla\w+|allergisk (?:sjokk|reaksjon)|hoven i (?:hals\w*|tung\w*)|setter (?:noe )?i hals\w*|satt (?:noe |maten )?i halsen|kveles|kvelast|blå (?:i ansiktet|på leppene|om munnen|i andletet)|drukn\w+(?! i (?:skjema|papir|arbeid|post|krav|regning))|livsfare|livstruende|livstrugande|(?:trenger|treng|må ha) (?:en )?(?:ambulanse|sjukebil|sykebil) |ring\w* (?:etter )?(?:ambulanse|sjukebil|sykebil)|insulinsjokk|føling .{0,20}(?:bevisst|våkn|svar)|nødsituasjon|not breathing|can'?t breathe|cannot breathe|unconscious|chest pain|heart attack|having a stroke|bleeding (?:a lot|heavily|badly)|collapsed|won'?t wake up|turned blue"
     r"|hjelp hjelp|(?:er|ligger) (?:helt )?(?:livløs|kald og stiv|slapp og)|er hun død\b|er han død\b|tror (?:hun|han|mor|far) (?:er død|dør|holder på å dø)|(?:holder|held) på å dø nå"),
)  # fmt: skip
_KOMPILERT = tuple((slag, re.compile(uttrykk, re.IGNORECASE)) for slag, uttrykk in _REGLER)

_UFARLIG = re.compile(
    r"slå (?:av|på|opp|sammen|i hjel tid|plen\w*|gras\w*|gress\w*|hage\w*|ned på|fast|til)|brannalarm\w*|brannvarsl\w*|røykvarsl\w*|røykdykk\w*|brannsikr\w*|brannvern\w*|brannøvelse"
    r"|slagpasient\w*|slagrammede|etter (?:et |eit )?(?:hjerne)?slag\w*|(?:hatt|hadde|fikk|fekk|gjennomgått) (?:et |eit )?(?:hjerne)?slag (?:i fjor|for|i vår|i høst|i sommer|i vinter|tidligere|sist)"
    r"|selvmordsforebygg\w*|voldsforebygg\w*|forebygg\w* (?:vold|vald|selvmord|sjølvmord|brann|fall)|(?:handlingsplan|rutine\w*|retningslinje\w*|kurs|opplæring|plan|tilbud|tilbod|hjelpetilbud) (?:mot|for|ved|om|i) (?:vold|vald|selvmord|sjølvmord|brann|overgrep|akutt|hjertestans)"
    r"|(?:hva|kva|ka) (?:skjer|gjør (?:jeg|vi|man|en|ein|de|kommunen)|gjer (?:eg|ein|me|vi)) (?:når|hvis|dersom|om|viss) (?:noen|nokon|man|en|ein|en beboer|ein bebuar|en bruker|en pasient)\b|i tilfelle|dersom det skulle|hvis det skulle|ved (?:en eventuell )?brann|ved fall\b|redd for å (?:falle|ramle|dette|bli|miste|drukne|besvime)|fallfare|fallforebygg\w*|for et år siden|i fjor\b"
    r"|alarmen? (?:reagerer|svarer|virker) ikk",
    re.IGNORECASE,
)
_NA = re.compile(
    r"\b(?:nå|no|nu|akkurat|nettopp|plutselig|plutseleg|hjelp|i natt|i kveld|fort|haster|hastar|right now|help)\b|!{1,}|\b(?:jeg|eg|æ|i) (?:vil|orker|orkar|klarer|har|skal)\b", re.IGNORECASE
)


def finn_akutt(tekst: str, bokmal: str = "") -> str:
    """Return the kind of danger that a message tells of (``medisinsk``, ``brann`` …), or an empty string.

    ``bokmal`` is the same message with dialect brought to bokmål; both are read.
    """
    varianter = dict.fromkeys([tekst.lower(), bokmal.lower()] if bokmal else [tekst.lower()])
    for variant in varianter:
        ren = _UFARLIG.sub(" ", variant)
        harmlos = ren != variant and not _NA.search(ren)
        for slag, uttrykk in _KOMPILERT:
            if uttrykk.search(ren) and not harmlos:
                return slag
    return ""

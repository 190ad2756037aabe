"""Words that say that a name follows. Three strengths: what may stand there grows weaker."""

from __future__ import annotations

import re

from veileder.forstaelse.maske import NAVNETEGN
from veileder.forstaelse.navnefremmed import PRESENTASJON

_SLEKT = (
    r"(?:svige?r|beste?|olde|tvilling|halv|ste|fos?ter|små|lille|pleie)?(?:mo(?:r|ra|ren|deren)|fa(?:r|ren"
    r"|deren)|mamma(?:en)?|pappa(?:en)?|bror(?:en|er)?|søst(?:er|era|eren|ra|ri)|søsken|sø(?:nn|nnen)"
    r"|s[oø]n(?:en)?"
    r"|da(?:tter|ttera|tteren)|do(?:tter|ttera)|barn(?:et)?|gutt(?:en)?|jent(?:e|a)|foreldrene|foreldra)"
    r"|mann(?:en)?|kone?(?:a|n)?|kjerring(?:a)?|ektefelle(?:n)?|ektemann(?:en)?|sambo(?:er|eren)|sambua(?:r"
    r"|ren)|kjæreste(?:n)?"
    r"|besteforeldre|mormor|morfar|farmor|farfar|bestemora|gammelonkel|tant(?:e|a|en)|onkel(?:en)?"
    r"|svoger(?:en)?|svigerinn(?:e|a|en)|nies(?:e|a|en)|nevø(?:en)?|fetter(?:en)?|kusin(?:e|a|en)"
    r"|barnebarn(?:et)?"
    r"|nab[ou](?:en|ar|aren)?|nabokon[ae]|grann(?:e|en|ekona)|venn(?:en|inne|inna|innen)?|ven(?:en)?"
    r"|kompis(?:en)?|tenåring(?:en)?|ungdommen|eldstemann|yngstemann|poden"
    r"|mother|father|son|daughter|husband|wife|brother|sister|neighbou?r|uncle|aunt|grandmother|grandfather"
    r"|bestevenn(?:en|inna|inne)?|klassekamerat(?:en)?|forlovede|forlova|trulova|eks(?:en|mann(?:en)?|kon[ae]|kjæreste(?:n)?)|stesønn(?:en)?"
    r"|\w+sønn(?:en)?|\w+datter(?:a|en)?|\w+dotter(?:a)?|fadder(?:en)?|gudmor|gudfar|husvert(?:en)?|leieboer(?:en)?|leigebuar(?:en)?"
    r"|friend|mum|mom|dad|partner|cousin|nephew|niece|grandson|granddaughter|grandma|grandpa"
    r"|mąż|żona|syn(?:a)?|córk(?:a|i)|matk(?:a|i)|ojciec|mam[ayi]|tat[ay]|мам[аи]|тат[оа]|чоловік|дружина|син|дочка|донька"
)
_ROLLE = (
    r"(?:\w*(?:fast|over|tilsyns|sykehjems))?lege(?:n)?|tannlege(?:n)?|\w*sykepleier(?:en)?|\w*sjukepleiar(?:en)?|helsesøster|helsesyster|jordmor(?:a)?"
    r"|\w*terapeut(?:en)?|vaktmester(?:en)?|vaktmeister(?:en)?|sjåfør(?:en)?|lærling(?:en)?|nattevakt(?:en|a)?|renholder(?:en)?|frisør(?:en)?"
    r"|lærer(?:en)?|lærar(?:en)?|trener(?:en)?|sosionom(?:en)?|ruskonsulent(?:en)?|\w*veileder(?:en)?|\w*rettleiar(?:en)?|advokat(?:en)?|kundebehandler(?:en)?"
    r"|vernepleier(?:en)?|hjelpepleier(?:en)?|hjelpepleiar(?:en)?|pleier(?:en)?|helsefagarbeid(?:er|eren|ar"
    r"|aren)"
    r"|saksbehandl(?:er|eren|ar|aren)|konsulent(?:en)?|rådgiv(?:er|eren|ar|aren)|(?:(?:avdelings|verksemds"
    r"|team|einings)leiar(?:en)?|leiaren)|(?:(?:avdelings|enhets|virksomhets|team)leder(?:en)?|lederen)|rektor"
    r"|ordføreren|prest(?:en)?|støttekontakt(?:en)?"
    r"|(?:primær|tillits|pårørende)?kontakt(?:en)?|kontaktperson(?:en)?"
    r"|assistent(?:en)?|verge(?:n)?|verj(?:e|a|en)|tolk(?:en)?|\w*koordinator(?:en)?|koll?ega(?:en)?"
    r"|sjef(?:en)?|psykolog(?:en)?|advokat(?:en)?"
    r"|hjemmehjelp(?:en|eren|er)?|heimehjelp(?:a|en)?|avlast(?:er|eren|ar|aren)|brukeren|brukaren"
    r"|pasient(?:en)?|bebo(?:er|eren)|bebua(?:r|ren)|klient(?:en)?|søkeren|søkjaren|vikar(?:en)?"
    r"|logoped(?:en)?|kommunelege(?:n)?"
    r"|familien|ekteparet|ekteparret|søskenparet|søsknene|søskena|tvillingene|tvillingane|nurse|caseworker"
    r"|case worker|social worker|carer|patient"
)
_TITTEL = (
    r"fru|frk\.?|frøken|herr|hr\.?|dr\.?(?:\s?philos\.?|\s?med\.?)?|doktor|prof(?:essor)?\.?|pastor|mr\.?"
    r"|mrs\.?|ms\.?|miss|doctor|pan|pani|пан|пані|frau"
)
_EIE = r"(?:min|mi|mine|mitt|vår|vårt|våre|hans|hennes|hennar|hass|sin|si|deres|deira|din|di|my|our|her|his)"
_HAN = r"(?:han|ho|hu|hun|'n|n|hass)"
_HETER = r"(?:het(?:er|te|e)?|heit(?:er|e|te|ter)?|eiter|skriv(?:er)? seg|kall(?:er|ar) (?:seg|meg)|hedder|heißt|called|named)"
_VERB = rf"(?:{_HETER}|kall(?:er|es|ast|ar)|(?:blir )?kalt|kalla|imieniem)"
_MELLOM = rf"(?:\s+{_EIE})?(?:\s*,\s*|\s*\(\s*|\s*:\s*|\s+)(?:som\s+{_VERB}\s+|{_VERB}\s+|altså\s+|(?:{_TITTEL})\s+|{_HAN}\s+)*"

STERK = re.compile(
    rf"(?<!\w)(?:(?:jeg|eg|æ|e|ej|i|hun|ho|han|de|dei|hu|barnet|jenta|gutten|vi"
    rf"|(?:{_SLEKT})(?:\s+{_EIE})?(?:\s+som)?)\s+(?:jo\s+|altså\s+|visst\s+|bare\s+|berre\s+)?{_HETER}\s+(?:altså\s+)?"
    r"|(?:mitt|hennes|hans|hennar|fullt|fulle|mi|mine?)\s+(?:\w*)na(?:v|m)n\s+(?:er|e)\s+|(?:etter|for|mellom|fødsels|kalle)?na(?:v|m)net\s+(?:(?:mitt|hennes"
    r"|hans|ditt|hennar|vårt|deres)\s+)?(?:er|e|var|skrives|skrivast)\s+|\w*na(?:v|m)n(?:et)?(?:\s(?:på|til)\s\w+)?\s*[:=]\s*"
    r"|(?:^|\n|[.;]\s)(?:pasient|bruker|brukar|søker|søkjar|klient|pårørende|pårørande|avsender|avsendar|innsender|verge|beboer|kontaktperson)\s*:\s*"
    rf"|{PRESENTASJON})",
    re.IGNORECASE,
)
"""«Jeg heter»: whatever stands there is a name, in lower case too."""

HILSEN = re.compile(
    r"(?<!\w)(?:(?:(?:med|m|beste|mange|varm\w*|vennlig\w*|venleg\w*|best|kind|warm|many)\.?\s+)*(?:hilsen"
    r"|hilsn\w*|helsing\w*|hels['’]n|hils\s?en|hels|mvh|m\.v\.h\.?|vh|v/h|bh|regards|sincerely|wishes|cheers"
    r"|hälsningar)"
    r"|mfg|mit\s+freundlichen\s+grü(?:ß|ss)en|pozdrawiam|z\s+poważaniem|pagarbiai|з\s+повагою|с\s+уважением"
    r"|signert|undertegn(?:et|ede|a)|underteikn(?:a|et|ede)|undertegnede)(?!\w)[\s,.:!–-]*(?:(?:fra|frå|from"
    r"|ifrå|'n|n|i|e|æ|ho|han|oss|til|te)\s+)*",
    re.IGNORECASE,
)
"""A greeting at the end, also over a line break."""

TITTEL = re.compile(rf"(?<!\w)(?!MS\b)(?i:{_TITTEL})\s+")
"""«Fru»: even the name of a municipality is a surname there."""

TIL = re.compile(
    rf"(?<!\w)(?:{_SLEKT}|verge|verje|pårørende|pårørande|nærmeste|hjelpeverge|fullmektig|guardian|caregiver|\w*kontakt(?:en)?)"
    rf"(?:\s+{_EIE})?\s+(?:til|åt|av|for|te|of|to)\s+(?:{_HAN}\s+)?",
    re.IGNORECASE,
)
"""«Verge for», «datter av»."""

MIDDELS = re.compile(
    rf"(?<!\w)(?:(?:{_SLEKT}|{_ROLLE}){_MELLOM}|(?:på|pa)\s+veg(?:ne|ner|na)\s+(?:av|til)\s+"
    rf"|on\s+behalf\s+of\s+|w\s+imieniu\s+|від\s+імені\s+"
    rf"|(?<!\bdu )(?<!\btu ){_VERB}\s+"
    rf"|(?<!\w)(?:c/o|v/|att(?:n)?\.?:?)\s*"
    rf"|(?:det(?:te)?|this|it|her|hær|d)\s+(?:er|e|is)\s+(?:{_HAN}\s+)?(?!\w+\s+(?:er|som)\b)"
    rf"|(?:på\s+)?(?:gjeld(?:er)?|angående|ang\.?|vedr\.?|vedrørende|re)\s*:?\s+)",
    re.IGNORECASE,
)
"""Relatives, roles, titles, «på vegne av»: a capitalised word there is a name unless it is one of ours."""

SVAK = re.compile(
    rf"(?<!\w)(?:(?:jeg|eg|e|ej|æ|i)\s+(?:er|e)\s+|(?:i\s+am|i['’]m|ich\s+bin|jestem|aš\s+esu|waxaan\s+ahay"
    rf"|я)\s+|(?:jeg|eg|e|ej|æ|i|я|ja)\s*,\s+|{NAVNETEGN}\s(?:og|å|and|i|та|och|und"
    rf"|&)\s+|(?:^|[.!?,(]\s*|\b(?:te|til|me|med|for|av|hos|frå|fra|at|å|og|enn|som)\s+)(?:han|ho|hu|hass"
    rf"|'n)\s+|\bhass\s+)",
    re.IGNORECASE,
)
"""«Jeg er», «ho»: a name when the word is in the lists, is built as a name, or stands with another."""

_SAKEN = (
    r"(?:søknad|søkna|vedtak|sak|journal|klag|tim|besøk|faktura|rekning|regning|brev|resept|medisin|alarm|rullestol|rullator|seng|rom"
    r"|leilighet|leilegheit|bolig|bustad|tilsyn|avtale|nøk|hjelp|tjeneste|teneste|plass|epikrise|henvisning|tilvising|dødsbo|oppdrag"
    r"|støttekontakt|avlastning|avlasting|fullmakt|melding|spørsmål|foreldre|familie|hjem|heim|hus)\w*"
)
PERSONLIG = re.compile(
    rf"(?<!\w)(?:(?:jeg|eg|e|ej|æ|я)\s+|{_SAKEN}\s+(?:til|åt|for|fra|frå|om|hos|etter|te)\s+"
    r"|(?:skriv|ring|spør|søk|svar|handl|betal|henvend|spurt|søkt)\w*\s+(?:på\s+vegne\s+av|for|åt)\s+"
    r"|(?:snakk|prat|hør|møt|avtal|bor|bur|samarbeid)\w*\s+(?:med|me|hos|om)\s+|(?:pass|stell|ser|tar\s+vare)\w*\s+(?:på|etter)\s+"
    r"|(?:hils|takk|send|meld|beskjed|hjelp|gi|følg|hent|besøk|kjør|ring|kontakt|dusj)\w*\s+(?:til\s+|fra\s+|på\s+)?"
    r"|(?:snill|gamle|gamal|unge|lille|vesle|kjære|stakkars|avdøde|hei|hallo|heisann|god\s+dag|til|for|av|hos|at|når|fordi|om|hvis|siden)\s*,?\s+)",
    re.IGNORECASE,
)
"""«Vedtaket til», «snakket med»: two unknown words with capitals, or one with foreign letters, are a person there."""

PERSON_BAK = re.compile(
    r"\s(?:bor|bur|trenger|treng|ringte|ringde|sa|sier|fikk|fekk|klarer|falt|fall|skal|vil|har\s(?:fått|vært"
    r"|vore|hatt|ikke|ikkje|slutta|sluttet|falt|demens)|(?:er|e)\s(?:min|mi|mor|far|bror|søster|\d|født|fødd|pasient|innlagt"
    r"|syk|sjuk|dement|død)|og\s[A-ZÆØÅ]\w*)\b|\s?\(\d{1,3}(?:\så\w+)?\)|,\s\d{1,3}\b"
)
"""Behind a first name that is a word too, at the head of a sentence."""
PERSON_SIKKER = re.compile(
    r"\s(?:bor|bur|ringte|ringde|falt|datt|gråter|græt|sover|søv|heter|heiter|trenger|treng|ønsker|ønskjer|fyller|døde|døydde"
    r"|søker|søkjer|lurer|har\s(?:falt|fått|hatt|ringt|demens|kreft|søkt|bodd|vært|vore|ligget|brukt)|klarer\sikke|klarar\sikkje"
    r"|(?:må|skal|kan|bør|vil)\s(?:få|ha|bo|bu|betale|flytte|søke|søkje|hjem|heim|opereres|dusje|klage|reise)|sier|seier|mener"
    r"|meiner|sa|(?:er|e|var|ble|blei|vart|is|was)\s(?:pasient\w*|bruker\w*|brukar\w*|klient\w*|beboer\w*|innlagt|innlagd|syk"
    r"|sjuk|død|dement|blind|døv|alene|aleine|åleine|redd|født|fødd|enke\w*|gift|skilt|min|mi|vår|sønn\w*|datter\w*|far\w*|mor\w*"
    r"|\d{1,3}\s?år|a\spatient|my))\b|\s(?:få|ha|bo|bu|søke|søkje|klage|flytte|betale|rett\spå|krav\spå|hjelp|plass)\b"
    r"|\s?\(\d{1,3}(?:\så\w+)?\)|,\s\d{1,3}\så|,?\s(?:f\.|født|fødd|born)\b"
)
"""Behind words that no list has."""

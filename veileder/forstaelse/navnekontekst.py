"""Words that say that a name follows. Three strengths: what may stand there grows weaker."""

from __future__ import annotations

import re

from veileder.forstaelse.maske import NAVNETEGN

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
    r"|friend|mum|mom|dad|partner"
    r"|mąż|żona|syn(?:a)?|córk(?:a|i)|matk(?:a|i)|ojciec|mam[ayi]|tat[ay]|мам[аи]|тат[оа]|чоловік|дружина|син|дочка|донька"
)
_ROLLE = (
    r"(?:fast)?lege(?:n)?|tannlege(?:n)?|(?:hjemme)?sykepleier(?:en)?|(?:heime)?sjukepleiar(?:en)?"
    r"|vernepleier(?:en)?|hjelpepleier(?:en)?|hjelpepleiar(?:en)?|pleier(?:en)?|helsefagarbeid(?:er|eren|ar"
    r"|aren)"
    r"|saksbehandl(?:er|eren|ar|aren)|konsulent(?:en)?|rådgiv(?:er|eren|ar|aren)|(?:(?:avdelings|verksemds"
    r"|team|einings)leiar(?:en)?|leiaren)|(?:(?:avdelings|enhets|virksomhets|team)leder(?:en)?|lederen)|rektor"
    r"|ordføreren|prest(?:en)?|støttekontakt(?:en)?"
    r"|(?:fysio|ergo)terapeut(?:en)?|(?:primær|tillits|pårørende)?kontakt(?:en)?|kontaktperson(?:en)?"
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
_VERB = (
    r"(?:het(?:er|te|e)?|heit(?:er|e|te|ter)?|eiter|skriv(?:er)? seg|kall(?:er|es|ast|ar)(?: seg| meg)?|blir"
    r" kalt|called|named)"
)
_MELLOM = rf"(?:\s+{_EIE})?(?:\s*,\s*|\s*\(\s*|\s*:\s*|\s+)(?:som\s+{_VERB}\s+|{_VERB}\s+|altså\s+|(?:{_TITTEL})\s+|{_HAN}\s+)*"

STERK = re.compile(
    rf"(?<!\w)(?:(?:jeg|eg|æ|e|ej|i|hun|ho|han|de|dei|hu|barnet|jenta|gutten|vi"
    rf"|(?:{_SLEKT})(?:\s+{_EIE})?(?:\s+som)?)\s+(?:jo\s+|altså\s+)?{_VERB}\s+(?:altså\s+)?"
    r"|(?:mitt|hennes|hans|hennar|fullt|fulle|mi)\s+na(?:v|m)n\s+(?:er|e)\s+|na(?:v|m)net\s+(?:(?:mitt|hennes"
    r"|hans|ditt|hennar)\s+)?(?:er|e)\s+|na(?:v|m)n\s*:\s*"
    r"|(?:my|his|her)\s+(?:full\s+)?name\s+is\s+|i\s+am\s+called\s+|name\s*:\s*|nazywam\s+się\s+|(?:mam"
    r"|ma)\s+na\s+imię\s+|nazywa\s+się\s+|moje\s+imię\s+to\s+|imię(?: i nazwisko)?\s*:\s*"
    r"|(?:мене|його|її|маму|меня)\s+з(?:вати|вуть)\s+|(?:меня|его|её|ее)\s+зовут\s+|мо[єе]\s+(?:ім['’ʼ]я|имя)\s*[-–—:]?\s*"
    r"|magac\w+\s+(?:waa|wuxuu yahay)\s+|waxa?a?\s+la\s+i\s+(?:yiraahdaa|yidhaahdaa|dhahaa)\s+"
    r"|ich\s+hei(?:ß|ss)e\s+|mein\s+name\s+ist\s+|mano\s+vardas(?:\s+yra)?\s+|vardu\s+|jag\s+heter\s+"
    r"|mitt\s+namn\s+är\s+|me\s+llamo\s+|mi\s+nombre\s+es\s+|je\s+m['’]appelle\s+|numele\s+meu\s+este\s+"
    r"|mă\s+numesc\s+"
    r"|benim\s+adım\s+|adım\s+|navê\s+min\s+|ako\s+(?:po\s+)?si\s+|ang\s+pangalan\s+ko\s+ay\s+"
    r"|jina\s+langu\s+ni\s+|tôi\s+tên\s+là\s+|tên\s+tôi\s+là\s+)",
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

TITTEL = re.compile(rf"(?<!\w)(?:{_TITTEL})\s+", re.IGNORECASE)
"""«Fru»: even the name of a municipality is a surname there."""

MIDDELS = re.compile(
    rf"(?<!\w)(?:(?:{_SLEKT}|{_ROLLE}){_MELLOM}|(?:på|pa)\s+veg(?:ne|ner|na)\s+(?:av|til)\s+"
    rf"|on\s+behalf\s+of\s+|w\s+imieniu\s+|від\s+імені\s+"
    rf"|(?:{_SLEKT}|{_ROLLE}|verge|verje|pårørende|pårørande|nærmeste|hjelpeverge|fullmektig|guardian"
    rf"|caregiver)(?:\s+\w+)?\s+(?:til|åt|av|for|te|of|to)\s+(?:{_HAN}\s+)?|(?<!\bdu )(?<!\btu ){_VERB}\s+"
    rf"|(?:det(?:te)?|this|it|her)\s+(?:er|e|is)\s+(?:{_HAN}\s+)?(?!\w+\s+(?:er|som)\b)"
    rf"|(?:på\s+)?(?:gjeld(?:er)?|angående|ang\.?|vedr\.?|vedrørende|re)\s*:?\s+)",
    re.IGNORECASE,
)
"""Relatives, roles, titles, «på vegne av»: a capitalised word there is a name unless it is one of ours."""

SVAK = re.compile(
    rf"(?<!\w)(?:(?:jeg|eg|e|ej|æ|i)\s+(?:er|e)\s+|(?:i\s+am|i['’]m|ich\s+bin|jestem|aš\s+esu|waxaan\s+ahay"
    rf"|я)\s+|(?:jeg|eg|e|ej|æ|я)\s+|(?:jeg|eg|e|ej|æ|i|я|ja)\s*,\s+|{NAVNETEGN}\s(?:og|å|and|i|та|och|und"
    rf"|&)\s+|(?:^|[.!?,(]\s*|\b(?:te|til|me|med|for|av|hos|frå|fra|at|å|og|enn|som)\s+)(?:han|ho|hu|hass"
    rf"|'n)\s+|\bhass\s+)",
    re.IGNORECASE,
)
"""«Jeg er», «ho»: a name when the word is in the lists, is built as a name, or stands with another."""

UTEN_STORE = re.compile(
    r"(?<!شي )(?<!شيء )(?:^|(?<=[\s.،,!؟]))(?:و?(?:اسمي|إسمي|اسمه|اسمها|أسمي)|(?:أنا|انا)\s+(?:اسمي|إسمي|أدعى)"
    r"|أدعى|ስመይ|ሽመይ|ስሜ|ስሙ|ስማ|نام من|اسم من)\s+(?:هو\s+|هي\s+|هى\s+)?"
)
"""Introducers in scripts without capitals."""
STOPP_UTEN_STORE = frozenset(
    ("من في هو هي أنا انا عمري أريد اريد أبحث ابحث أود لدي عندي و أعيش اعيش እዩ እየ ይባላል ነው ይበሃል ኣነ ካብ است هستم و من").split()
)
"""Words that end a name there."""

"""What people say before their name in languages other than Norwegian."""

from __future__ import annotations

import re

PRESENTASJON = (
    r"(?:(?:my|his|her)\s+(?:full\s+)?name\s+is\s+|i\s+am\s+called\s+|name\s*:\s*|nazywam\s+się\s+|(?:mam"
    r"|ma)\s+na\s+imię\s+|nazywa\s+się\s+|moje\s+imię\s+to\s+|imię(?: i nazwisko)?\s*:\s*"
    r"|(?:мене|його|її|маму|меня)\s+з(?:вати|вуть)\s+|(?:меня|его|её|ее)\s+зовут\s+|мо[єе]\s+(?:ім['’ʼ]я|имя)\s*[-–—:]?\s*"
    r"|nimeni\s+on\s+|mi\s+chiamo\s+|(?:o\s+)?meu\s+nome\s+é\s+|(?:eu\s+)?(?:me\s+chamo|chamo-me)\s+|jeg\s+hedder\s+|mit\s+navn\s+er\s+"
    r"|ég\s+heiti\s+|nafn\s+mitt\s+er\s+|minu\s+nimi\s+on\s+|mani\s+sauc\s+|mans\s+vārds\s+ir\s+|zovem\s+se\s+|moje\s+ime\s+je\s+|ime\s+mi\s+je\s+"
    r"|un[eë]\s+quhem\s+|quhem\s+|emri\s+im\s+është\s+|ismim\s+|(?:a\s+)?nevem\s+|jmenuj[iu]\s+se\s+|volám\s+sa\s+|mă\s+cheamă\s+|казвам\s+се\s+"
    r"|името\s+ми\s+е\s+|με\s+λένε\s+|ονομάζομαι\s+|ako\s+si\s+|naitwa\s+|maqaan\s+koo\s+|mu\s+namma\s+lea\s+|nama\s+saya\s+|mijn\s+naam\s+is\s+|ik\s+heet\s+"
    r"|mo[jy][ae]?\s+(?:imię|ime|jméno)\s+(?:to|je)\s+|ez\s+navê\s+min\s+|navê\s+min\s+e?\s*"
    r"|magac\w+\s+(?:waa|wuxuu yahay)\s+|waxa?a?\s+la\s+i\s+(?:yiraahdaa|yidhaahdaa|dhahaa)\s+"
    r"|ich\s+hei(?:ß|ss)e\s+|mein\s+name\s+ist\s+|mano\s+vardas(?:\s+yra)?\s+|vardu\s+|jag\s+heter\s+"
    r"|mitt\s+namn\s+är\s+|me\s+llamo\s+|mi\s+nombre\s+es\s+|je\s+m['’]appelle\s+|numele\s+meu\s+este\s+"
    r"|mă\s+numesc\s+"
    r"|benim\s+adım\s+|adım\s+|ako\s+(?:po\s+)?si\s+|ang\s+pangalan\s+ko\s+ay\s+"
    r"|jina\s+langu\s+ni\s+|tôi\s+tên\s+là\s+|tên\s+tôi\s+là\s+)"
)
"""«My name is», «nazywam się»; to be read without regard to capitals."""

UTEN_STORE = re.compile(
    r"(?<!شي )(?<!شيء )(?:^|(?<=[\s.،,!؟]))(?:و?(?:اسمي|إسمي|اسمه|اسمها|أسمي)|(?:أنا|انا)\s+(?:اسمي|إسمي|أدعى)"
    r"|أدعى|ስመይ|ሽመይ|ስሜ|ስሙ|ስማ|نام من|اسم من)\s+(?:هو\s+|هي\s+|هى\s+)?"
)
"""Introducers in scripts without capitals."""
STOPP_UTEN_STORE = frozenset(
    ("من في هو هي أنا انا عمري أريد اريد أبحث ابحث أود لدي عندي و أعيش اعيش እዩ እየ ይባላል ነው ይበሃል ኣነ ካብ است هستم و من").split()
)
"""Words that end a name there."""

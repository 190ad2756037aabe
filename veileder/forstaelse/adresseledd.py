"""The parts that an address is made of, as pieces of patterns."""

from __future__ import annotations

from veileder.forstaelse.maske import SLAG

STOR = r"[A-ZÆØÅÄÖÁ]"
ORD = rf"{STOR}[\w'’-]+"
VEI = (
    r"(?:vei|veien|veg|vegen|ve[ij]n|vn\.?|vg\.?|gate|gata|gaten|gatan|gt\.?|allé|alléen|alle|alleen|stien"
    r"|svingen|smauet|smuget|brygga|bryggen|kaia|kaien|terrasse|terrassen|promenaden)"
)
# Endings that are words or surnames too: they need a capital and a number.
STED = (
    r"(?:pl\.|plass|plassen|torg|torget|bakken?|bakkan|bakkane|bakka|lia|lien|liene|tunet|tun|ringen|kroken"
    r"|haugen|haugan|haug|hagen|hagan|åsen|ås|jordet|jorda|kleiva|kleiven"
    r"|nes|neset|vika|vikja|viken|vik|moen|mo|moan|sletta|sletten|myra|myran|dalen|dal|lunden|lund|eidet|øra"
    r"|øya|holmen|berget|berga|marka|skogen|løkka|løkken|strand|stranda"
    r"|grenda|gården|garden|gard|gård|toppen|brekka|hammaren|hamran|sundet|odden|odda|enga|engen|engan|teigen"
    r"|reina|voll|vollen|vollan|stad|set|heim|heimen|rud|rabben|elva|brua|bygget|parken|hølen|dammen|kvartalet)"
)
ENHET = (
    r"(?:dag|døgn|uke|veke|time|minutt|min\b|måned|månad|mnd|natt|nett|år|kr|gang|stk|person|plass|grad|meter"
    r"|m\b|cm\b|km\b|mål\b|prosent|%|etasje|rom\b|bebuar|beboer|brukar|bruker)"
)
NR = (
    rf"(?:nr\.?\s?)?(?!(?:19|20)\d\d\b)\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}}\b)?(?:\s?(?:[A-H]|[J-Z](?!\.))\b"
    rf"|[a-z]\b)?(?![\d,:]?\d)(?![-.]\d)(?!\s*[.]?\s*{ENHET})"
)
FORLEDD = (
    r"(?:(?:[Øø]vre|[Nn]edre|[Ss]øndre|[Nn]ordre|[Gg]amle|[Vv]estre|[Øø]stre|[Ss]tore|[Ll]ille|[Ii]ndre"
    r"|[Yy]tre|[Mm]idtre|[Nn]ye)\s)?"
)
EIGNE = rf"(?:{ORD}\.?\s){{0,2}}"
ETASJE = (
    r"(?:(?:\d{1,2}\.?|første|fyrste|andre|annen|tredje|fjerde|femte|sjette)\s?(?:etg?\b\.?|etasje|høgda|høyden)"
    r"|u\.?\s?etg?\b\.?|underetasjen?|kjeller(?:en|leilighet\w*|leilegheit\w*)?\b|sokkel(?:en|etasjen|leilighet\w*)?\b"
    r"|loft(?:et|sleilighet\w*)?\b|hybel(?:en)?\b|kårbolig\w*|kårhus\w*|inngang\s?[A-Z0-9]{1,2}\b|oppgang\s?[A-Z0-9]{1,2}\b"
    r"|t\.?\s?[vh]\b\.?|til\s(?:venstre|høyre|høgre))"
)
LEILIGHET = (
    r"(?:,?\s*(?:[HUKL]\s?\d{4}\b|(?:bueining|boenhet|leiligh|leilegh|leil|bolignr|bustadnr|lgh|apt|flat"
    rf"|oppg)\w*\.?\s*(?:nr\.?|nummer)?\s*[A-Z]?\d{{0,4}}\b)|,?\s*(?i:{ETASJE})){{0,3}}"
)
FORAN_GATE = (
    r"(?:(?:(?i:apartment|apt\.?|flat|unit|leilighet|leil\.?|bolig|rom|room)\s(?:nr\.?\s?)?[A-Z]?\d{1,4}[A-Z]?"
    r"|Villa\s[A-ZÆØÅ]\w+),\s+)?"
)
POST = (
    rf"(?:,?\s*(?:NO-|N-)?(?!(?:19|20)\d\d\s[a-zæøå])\d{{4}}\s+(?P<sted>{ORD}(?:\s(?:[A-ZÆØÅ]{{1,2}}\b"
    rf"|i\s{ORD}))?|[a-zæøå]{{2,}}))?"
)
GARD = rf"(?:{FORLEDD}{ORD},\s+)?"
BOR = (
    r"(?:\b(?:bo[rd]?|bur|budde|bodde|bodd|flytt\w*|heime?|hjemme|adress\w*|gateadress\w*|holder til|held til|live[sd]?|living"
    r"|mieszkam|wohne|мешкаю|живу)\b:?\s+(?:(?:er|e|is|til|te|fra|frå|i|på|in|at|w|in der|nå|no|heilt|aleine"
    r"|alene|åleine|meg|meir|ned|oppe?|inne?|ute?|borte?|nede|oppi|nedi|borti|ved|øverst|ytterst|her|fortsatt|framleis)\s+){0,3})"
)
HUS = rf"{FORLEDD}{ORD}(?:\s{ORD}){{0,2}}\s+{NR}"
GNR = (
    r"(?:g\.?\s?nr\.?\s?/\s?b\.?\s?nr\.?:?\s+)?g\.?\s?(?:års?|ards?)?\s?(?:nr|nummer)\.?:?\s*\d+\W{0,3}(?:(?:og|,|/)\s*)?"
    r"b\.?\s?(?:ruks)?\s?(?:nr|nummer)\.?:?\s*\d+"
    r"|(?:g(?:nr)?\.?\s?/\s?b(?:nr)?\.?|g\.?b\.?nr\.?|matrikkel\w*(?:\s?(?:nr|nummer)\.?)?"
    r"|g[åa]rds?(?:\s?nr\.?|nummer|-)?\s?(?:og|/|&)\s?bruks\s?(?:nr\.?|nummer))(?:et)?:?\s*(?:(?:er|e|is)\s)?"
    r"\d+\s?[/-]\s?\d+(?:/\d+){0,2}"
    r"|(?:g[åa]rds?|bruks)\s?(?:nr\.?|nummer):?\s*\d+|\b[gb]\.?nr\.?:?\s*\d+"
)
GNR_BAK = (
    rf"(?:,?\s*(?:s(?:eksjons)?|f(?:este)?)\.?nr\.?\s*\d+)?"
    rf"(?:,\s*(?:altså\s|kalt\s|dvs\.?\s)?{ORD}(?![\w-]|\s(?:kommune|sykehjem|sjukeheim)))?"
)
FAST = (
    r"(?:Torget|Torvet|Bryggen|Brygga|Kaia|Kaien|Bakken|Bakka|Sletta|Moen|Haugen|Åsen|Tunet|Vegen|Gata|Veien|Gaten|Plassen|Kroken"
    r"|Svingen|Bukta|Neset|Odden|Tangen|Hagen|Marka|Lia|Stranda|Strandkanten|Fjæra|Allmenningen|Jordet|Hammaren|Havna|Myra)"
)
MASKE = chr(0xFDD0 + SLAG.index("adresse"))
JEG = (
    r"(?:\b(?i:jeg|eg|æ|e|i|vi|me|mi|mor og far)\s+(?:bor|bur|bodde|budde|held til)"
    r"\s+(?:(?:\w+\s+){0,2}(?:på|i|ved)|\w{2,4}i)\s+)"
)

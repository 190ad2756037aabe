"""How names, and words that are none, are built: their endings and letters."""

from __future__ import annotations

import re

from veileder.forstaelse.navneord import er_etternavn, er_kommune, er_vanlig

_FORNAVNLIK = re.compile(
    r"[A-ZÆØÅ]\w+(?:gerd|borg|hild|laug|bjørg|frid|fríd|mund|leif|leiv|vald|gunn|ulv|geir|veig|trud|rid|vor"
    r"|dis|fred|urd|valdur|gunde|mir|slav|sław|islav|islava|ullah|uddin|rahman)$"
)
_ETTERNAVNLIK = re.compile(
    r"\w{2,}(?:bakk(?:en)?|bukt|vik|nes|stad|rud|sen|dal(?:en)?|haug(?:en)?|land|berg|moen|lien|seth|set|gård"
    r"|gaard|sund|strand|ås|åsen|bø|eide?|tveit|vold|voll|ødegård|li|lund|holm|myr|mark"
    r"|heim|heimli|d[oó]ttir|[sr]son|poor|pour|ski|ska|ić|ov|ova|enko|nov|skog|fjell|slett|hagen|lia|snes|seter"
    r"|sæter|mo|løkk|aune|brekk(?:e)?|dahl|våge?|øy|tun|gjerde|hus|ham(?:mer|re|ran)|vang|vatn|st[øå]l|støyl|teig(?:en)?|tangen"
    r"|odden|garden|stranda|vika|botn|flat(?:en)?|foss|heia|holt|hovde|krok(?:en)?|rust|rød|rønning|skar|skjær|stuen|tjønn|trø"
    r"|ødegaard|åker|osen|hjell|engen?|kvist|qvist|str[öø]m|gren|blad|sjö|sj[øo]|torp|hult|ei[dk]|nakk(?:en)?|kleiv|røys|sletta"
    r"|vicz|wicz|czyk|czak|czuk|chuk|chenko|escu|eanu|oğlu|oglu|yan|shvili|dze|[aä]inen|öinen|[kt][kt]inen|[ktl]onen|zadeh"
    r"|nejad|zai|opoulos|idis|akis|ez|ães|auskas|ienė|aitė|ytė|iūtė|ius|aitis|ulis|ević|ovic|evic|mann|meier|meyer|bauer|hofer|nathan|swamy|singh|eira|elli|etti"
    r"|ini|inho|mariam|giorgis|michael|medhin|selassie|yev|yeva|evna|ovna|ovich|ko|yuk|енко|ук|юк|ський|ська|ова|ов|ева|ев|ин|ина)$"
)
_ORDLIK = re.compile(
    r"(?:er|ar|et|te|de|ene|ane|ing|inga|ingen|else|elsen|het|heten|heit|leg|lig|isk|sk|sjon|tet|skap|dom|bar|som|løs|aus|sker"
    r"|tt|an)$"
)
_BEFOLKNING = re.compile(r"(?:er|ar|ing|ist|or|sk|ig|leg|lig|løs|laus|ert|ent|ant|ende|ande|ene|isk|het|heit|sjon|rin)$")
LENGST = 40
"""Letters of the longest word that may be a name."""
_FREMMED = re.compile(r"[^a-zæøåéèêóòôäöü'’ʼ´-]")


def er_fremmed(ord_: str) -> bool:
    """Whether a word has a letter that Norwegian and Swedish words have not: «Guðmundsdóttir», «Özdemir»."""
    return bool(_FREMMED.search(ord_.lower())) or ord_[0] in "ÄÖÜÉ"


def ligner_ord(ord_: str) -> bool:
    """Whether a word ends as Norwegian verbs, adjectives and nouns with an article do."""
    return bool(_ORDLIK.search(ord_.lower()))


def ligner_fornavn(ord_: str) -> bool:
    """Whether a capitalised word that no list has is built as a Norse first name."""
    if len(ord_) > LENGST or not _FORNAVNLIK.match(ord_):
        return False
    return not (er_vanlig(ord_) or er_etternavn(ord_) or er_kommune(ord_))


def ligner_etternavn(ord_: str) -> bool:
    """Whether a word is a surname or is built as one, and is no common word."""
    if er_etternavn(ord_):
        return True
    return len(ord_) <= LENGST and bool(_ETTERNAVNLIK.match(ord_.lower())) and not er_vanlig(ord_)


def er_rolle(ord_: str) -> bool:
    """Whether an unknown word ends as words for what someone is: «nynorskbrukar», «ensom»."""
    return bool(_BEFOLKNING.search(ord_.lower()))

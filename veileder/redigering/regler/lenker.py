"""Links and paragraphs that do not lead where they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from veileder.redigering.adresser import LENKE, uten_adresser
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

_APNING = re.compile(r"\]\(|\]\s\(https?:|\)\[https?:")
_ADRESSE = re.compile(r"\]\(\s*<?[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)")
VIST = 80
"""Characters of an address that a remark shows."""

_DATO = r"(?:1[6-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_LOV = re.compile(
    rf"/(?:dokument/\w+/)?(lov|forskrift)/({_DATO}(?:-\d{{1,4}})?)(?:/(?:(§)(\d+[A-Z]?(?:-\d+)?[a-zæøå]?)|kap\w*|KAPITTEL\w*))?/?",
    re.IGNORECASE,
)
_PARAGRAF = re.compile(r"\d+[A-Z]?(?:-\d+)?(?:\s?[a-z]\b(?!\.))?")
_TEGN = re.compile(r"§+")
_NUMMER = re.compile(r"\s?\d+(?:\s?[A-Z](?![a-zæøå]))?(?:-\d+)?")


def lenkeform(m: Manus, s: Samling) -> Iterable[Merknad]:
    """A link is closed, has a text, and an address that can be opened."""
    if not m.markdown:
        return
    tekst = m.tekst
    for apning in _APNING.finditer(tekst, m.kropp):
        sted = apning.start()
        if not _ADRESSE.match(tekst, sted):
            rettelse = "Skriv den slik, uten mellomrom: [teksten](https://adressen)."
            yield m.merk(Alvor.FEIL, "lenke", sted, f"Lenken er ikke skrevet rett: «{_utsnitt(tekst, sted)}».", rettelse)
    for t in LENKE.finditer(tekst, m.kropp):
        if feil := _feil(t[1], t[2], m, s.mappe):
            yield m.merk(Alvor.FEIL, "lenke", t.start(), *feil)
        elif t[2].startswith("http://"):
            rettelse = "Bruk https:// hvis siden har det."
            yield m.merk(Alvor.ADVARSEL, "lenke-usikker", t.start(), f"Adressen er uten kryptering: {t[2]}", rettelse)


def _feil(navn: str, adresse: str, m: Manus, mappe: Path) -> tuple[str, str] | None:
    """What is wrong with a link, and its mend."""
    deler, vist = _delt(adresse), adresse if len(adresse) <= VIST else f"{adresse[:VIST]}…"
    if deler is None:
        return f"Adressen kan ikke leses: {vist}", "Kopier adressen på nytt fra nettleseren."
    if not adresse or adresse == "#":
        return f"Lenken «{navn}» har ingen adresse.", "Sett inn adressen mellom parentesene."
    if not navn.strip() and not _er_bilde(m, adresse):
        return f"Lenken til {vist} har ingen tekst.", "Skriv hva lenken går til, mellom hakeparentesene."
    if deler.scheme in ("http", "https"):
        if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", deler.hostname or ""):
            return None
        return f"Adressen har ikke noe gyldig nettsted: {vist}", "Kopier adressen på nytt fra nettleseren."
    if deler.scheme and deler.scheme not in ("mailto", "tel"):
        return f"Lenker av typen {deler.scheme}: er ikke tillatt.", "Bruk en https-adresse."
    if deler.scheme or not deler.path or _finnes(mappe, m.fil, unquote(deler.path)):
        return None
    return f"Lenken går til en fil som ikke finnes: {vist}", "Rett filnavnet, eller bruk hele adressen med https://."


def _delt(adresse: str) -> SplitResult | None:
    """The parts of an address, or None for one that cannot be read."""
    try:
        deler = urlsplit(adresse)
        _ = deler.hostname
    except ValueError:
        return None
    return deler


def _finnes(mappe: Path, fil: str, sti: str) -> bool:
    """Whether a path leads to a file beside the text, below the folder, or to the page of a text."""
    fra_roten = mappe / sti.lstrip("/")
    try:
        return any(x.exists() for x in ((mappe / fil).parent / sti.lstrip("/"), fra_roten, Path(f"{fra_roten}.md")))
    except (OSError, ValueError):
        return False  # longer than a name can be


def _er_bilde(m: Manus, adresse: str) -> bool:
    return f"![]({adresse}" in m.tekst


def lovdata(m: Manus, s: Samling) -> Iterable[Merknad]:
    """An address at Lovdata names a law and a paragraph that can exist, and those that the link's text says."""
    for t in LENKE.finditer(m.tekst, m.kropp):
        deler = _delt(t[2]) if "lovdata.no" in t[2] else None
        if deler is None or not (deler.hostname or "").endswith("lovdata.no"):
            continue
        sti = unquote(deler.path)
        if not re.match(r"/(?:dokument/\w+/)?(?:lov|forskrift)\b", sti):
            continue
        lov = _LOV.fullmatch(sti)
        if not lov:
            rettelse = "Skriv den slik: https://lovdata.no/lov/ÅÅÅÅ-MM-DD-NR/§NUMMER, uten mellomrom."
            yield m.merk(Alvor.FEIL, "lovdata-adresse", t.start(), f"Adressen til Lovdata er ikke skrevet rett: {t[2]}", rettelse)
            continue
        yield from _samsvar(m, s, t, f"{lov[1].lower()}/{lov[2]}", lov[4] or "", deler.fragment)


def _samsvar(m: Manus, s: Samling, t: re.Match[str], lov: str, paragraf: str, anker: str) -> Iterable[Merknad]:
    """The link's text and its address speak of the same law and paragraph."""
    navn = t[1]
    kjent = next((adresse for monster, adresse in s.lister.lover if monster.match(navn.strip())), lov)
    halv = next((adresse for _, adresse in s.lister.lover if adresse.startswith(f"{lov}-") and lov.count("-") == 2), "")
    if halv and kjent in (lov, halv):
        yield m.merk(
            Alvor.FEIL,
            "lovdata-adresse",
            t.start(),
            f"Adressen mangler nummeret på loven: {t[2]}",
            f"Bruk https://lovdata.no/{halv}.",
        )
    elif kjent != lov:
        funn = f"«{navn}» lenker til en annen lov ({lov})."
        yield m.merk(Alvor.FEIL, "lenke-og-lov", t.start(), funn, f"Bruk https://lovdata.no/{kjent}, eller rett navnet på loven.")
    elif "§" in navn and not anker:
        nevnt = [n.replace(" ", "").lower() for n in _PARAGRAF.findall(navn[navn.index("§") :])]
        if paragraf.lower() not in nevnt:
            hvor = f"§ {paragraf}" if paragraf else "hele loven"
            yield m.merk(
                Alvor.FEIL,
                "lenke-og-paragraf",
                t.start(),
                f"«{navn}» lenker til {hvor}.",
                "La teksten og adressen ha samme paragraf.",
            )


def paragraftegn(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A paragraph has a number, written as Lovdata writes it."""
    tekst = uten_adresser(m.tekst)
    for tegn in _TEGN.finditer(tekst, m.kropp):
        etter = tekst[tegn.end() : tegn.end() + 16]
        nummer = _NUMMER.match(etter)
        if not nummer:
            if not re.match(r"[-»\"”)]", etter):
                yield m.merk(
                    Alvor.FEIL,
                    "paragraf",
                    tegn.start(),
                    f"Paragraftegnet mangler nummer: «{_utsnitt(tekst, tegn.start())}».",
                    "Skriv nummeret etter tegnet, som § 3-2.",
                )
        elif re.match(r"\s?[–—−]\s?\d|\s-\s?\d|-\s\d|\.\d", etter[nummer.end() :]) and tegn[0] == "§":
            yield m.merk(
                Alvor.FEIL,
                "paragraf",
                tegn.start(),
                f"Paragrafen er ikke skrevet rett: «{_utsnitt(tekst, tegn.start())}».",
                "Bruk kort strek uten mellomrom, som § 3-2.",
            )


def _utsnitt(tekst: str, sted: int) -> str:
    return " ".join(tekst[max(0, sted - 20) : sted + 40].split())


REGLER = (lenkeform, lovdata, paragraftegn)

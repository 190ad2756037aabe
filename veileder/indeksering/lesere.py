"""Reading one file of any supported format into text with Markdown structure.

Markdown and plain text are kept exactly as stored, so that offsets and quotations hold against the
file. HTML and Word become Markdown by way of markdownify (and mammoth), PDF by pdfplumber.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veileder.feil import Lesefeil

STORSTE_FIL = 40 * 1024 * 1024
"""Bytes. A larger file is refused with a clear line rather than filling the memory."""

FORMATER = (".md", ".txt", ".html", ".htm", ".pdf", ".docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lest:
    """A file as text. ``markdown`` is False for plain text, where headings must be guessed."""

    tekst: str
    markdown: bool
    tittel: str = ""
    adresse: str = ""
    nettsted: str = ""


def les_fil(sti: Path) -> Lest:
    """Read a file by its ending.

    Raises:
        Lesefeil: with one line saying what is wrong, for anything that cannot be read as text.
    """
    try:
        storrelse = sti.stat().st_size
        if storrelse > STORSTE_FIL:
            raise Lesefeil(sti.name, f"filen er større enn {STORSTE_FIL // 1024**2} MB og ble hoppet over")
        if storrelse == 0:
            raise Lesefeil(sti.name, "filen er tom")
        lest = _LESERE[sti.suffix.lower()](sti)
    except Lesefeil:
        raise
    except OSError as feil:
        raise Lesefeil(sti.name, f"kunne ikke åpnes ({feil.strerror or feil})") from feil
    except Exception as feil:  # a parser may fail in any way on a damaged file
        raise Lesefeil(sti.name, f"kunne ikke leses som {sti.suffix[1:]} ({type(feil).__name__})") from feil
    if not re.search(r"\w", lest.tekst):
        raise Lesefeil(sti.name, "filen har ingen tekst (er den skannet som bilde?)")
    return lest


def _dekod(sti: Path) -> str:
    r"""Decode as UTF-8, else by detection; refuse what is not text. Newlines become ``\n``."""
    data = sti.read_bytes()
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Lesefeil(sti.name, "filen er binær, ikke tekst")
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = _dekod_eldre(data, sti.name)
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


_NORSKE_TEGN = frozenset("æøåÆØÅéèêëóòôöüäÉÈÖÜÄ«»–—…“”’‘•§°½¼€©®·´\u00a0")


def _dekod_eldre(data: bytes, navn: str) -> str:
    """Text that is not UTF-8: Windows' own set when that gives Norwegian letters, else by detection.

    A few words are too little to detect from, and «søknadsfrist» must not become «s¯knadsfrist».
    """
    try:
        tekst = data.decode("cp1252")
    except UnicodeDecodeError:
        tekst = "\x00"
    if all(c.isascii() or c in _NORSKE_TEGN for c in tekst) and "\x00" not in tekst:
        return tekst
    from charset_normalizer import from_bytes

    gjett = from_bytes(data, cp_isolation=["cp1252", "utf_16", "utf_16_le", "utf_16_be", "mac_roman"]).best()
    if gjett is None:
        raise Lesefeil(navn, "tegnsettet er ukjent; lagre filen som UTF-8")
    return str(gjett)


def _les_markdown(sti: Path) -> Lest:
    return Lest(tekst=_dekod(sti), markdown=True)


def _les_tekst(sti: Path) -> Lest:
    return Lest(tekst=_dekod(sti), markdown=False)


_STOY_TAGG = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg", "iframe")
_STOY_NAVN = re.compile(
    r"(?:^|[\s_-])(?:cookies?\w*|informasjonskaps\w*|consent|breadcrumbs?|brodsmule\w*|br\u00f8dsmule\w*|navbar|nav|menu|hovedmeny|footer|bunntekst"
    r"|topptekst|skip-?link|share|social|banner|popup|modal|sidebar|search(?:-?(?:form|box|bar))?)(?=[\s_-]|$)",
    re.IGNORECASE,
)
_STOY_ROLLE = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu"}


def _les_html(sti: Path) -> Lest:
    from bs4 import BeautifulSoup

    suppe = BeautifulSoup(_dekod(sti), "lxml")
    tittel = suppe.title.get_text(" ", strip=True) if suppe.title else ""
    adresse = _attributt(suppe, "link[rel=canonical]", "href") or _attributt(suppe, 'meta[property="og:url"]', "content")
    nettsted = _attributt(suppe, 'meta[property="og:site_name"]', "content")
    kropp = _uten_stoy(suppe)
    return Lest(tekst=_til_markdown(str(kropp)), markdown=True, tittel=tittel, adresse=adresse, nettsted=nettsted)


def _attributt(suppe: Any, velger: str, navn: str) -> str:
    funnet = suppe.select_one(velger)
    return str(funnet.get(navn) or "") if funnet else ""


def _uten_stoy(suppe: Any) -> Any:
    """The page's content without menus, banners and footers; a heading inside ``header`` is kept."""
    kropp = suppe.find("main") or suppe.find("article") or suppe.body or suppe
    overskrift = suppe.find("h1")
    utenfor = overskrift is not None and overskrift not in kropp.find_all("h1")
    for tagg in kropp.find_all(_STOY_TAGG):
        if tagg.name == "header" and tagg.find(["h1", "h2"]):
            continue
        if tagg.name == "form" and len(tagg.get_text(strip=True)) > 400:
            continue
        tagg.decompose()
    for tagg in kropp.find_all(True):
        if tagg.decomposed or tagg.name in ("body", "main", "article", "html"):
            continue
        merke = " ".join([*(tagg.get("class") or []), str(tagg.get("id") or "")])
        stoy = tagg.get("role") in _STOY_ROLLE or tagg.get("hidden") is not None or (merke and _STOY_NAVN.search(merke))
        if stoy and len(tagg.get_text(strip=True)) < 0.5 * len(kropp.get_text(strip=True)):
            tagg.decompose()
    for dl in kropp.find_all("dl"):
        _definisjoner_til_avsnitt(dl)
    if utenfor and overskrift is not None:
        kropp.insert(0, overskrift)
    return kropp


def _definisjoner_til_avsnitt(dl: Any) -> None:
    """``<dt>Pris</dt><dd>90 kroner</dd>`` reads as «Pris: 90 kroner», one paragraph a pair."""
    for dt in dl.find_all("dt"):
        navn = dt.get_text(" ", strip=True)
        for dd in dt.find_next_siblings(["dt", "dd"]):
            if dd.name == "dt":
                break
            dd.insert(0, f"{navn}: " if not navn.endswith((":", "?")) else f"{navn} ")
            dd.name = "p"
        dt.decompose()


def _til_markdown(html: str) -> str:
    from markdownify import markdownify

    tekst = markdownify(
        html, heading_style="ATX", bullets="-", escape_asterisks=False, escape_underscores=False, escape_misc=False,
        strip=["img"], table_infer_header=True,
    )  # fmt: skip
    tekst = re.sub(r"[\u00a0\u202f]", " ", tekst)
    tekst = re.sub(r"[ \t]+\n", "\n", tekst)
    return re.sub(r"\n{3,}", "\n\n", tekst).strip() + "\n"


# Word's Title is the page's heading, so the document's own levels go one down.
_ORDSTILER = "\n".join(
    [
        *(f"p[style-name='{navn}'] => h1:fresh" for navn in ("Title", "Tittel")),
        *(
            f"p[style-name='{navn} {n}'] => h{min(n + 1, 6)}:fresh"
            for n in range(1, 7)
            for navn in ("heading", "Heading", "overskrift", "Overskrift")
        ),
    ]
)


def _les_docx(sti: Path) -> Lest:
    import mammoth

    with sti.open("rb") as fil:
        html = mammoth.convert_to_html(fil, style_map=_ORDSTILER).value
    return Lest(tekst=_til_markdown(html), markdown=True)


def _les_pdf(sti: Path) -> Lest:
    import logging

    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(sti) as pdf:
            tittel = str((pdf.metadata or {}).get("Title") or "")
            sider = [_pdf_side(side) for side in pdf.pages]
    except (PDFPasswordIncorrect, PDFEncryptionError, PdfminerException) as feil:
        raise Lesefeil(sti.name, "PDF-en er kryptert eller skadet") from feil
    return Lest(tekst=_pdf_tekst(sider), markdown=True, tittel="" if tittel.lower() in ("untitled", "(anonymous)") else tittel)


_Linje = tuple[str, float, bool]


def _pdf_side(side: Any) -> list[_Linje]:
    """Lines as (text, size in points, bold); a table becomes Markdown rows at its place."""
    tabeller = side.find_tables()
    linjer: list[tuple[float, _Linje]] = []
    for tabell in tabeller:
        rader = [[" ".join((celle or "").split()) for celle in rad] for rad in tabell.extract()]
        if len(rader) > 1 and len(rader[0]) > 1:
            linjer.append((tabell.bbox[1], ("\n" + _markdown_tabell(rader) + "\n", 0.0, False)))
    for linje in side.extract_text_lines(return_chars=True, strip=True):
        midt = (linje["top"] + linje["bottom"]) / 2
        if any(t.bbox[1] <= midt <= t.bbox[3] and t.bbox[0] <= linje["x0"] <= t.bbox[2] for t in tabeller if len(t.rows) > 1):
            continue
        tegn = linje["chars"]
        storrelse = Counter(round(t["size"], 1) for t in tegn).most_common(1)[0][0]
        fet = sum("bold" in t["fontname"].lower() for t in tegn) > len(tegn) / 2
        linjer.append((linje["top"], (linje["text"], storrelse, fet)))
    return [linje for _, linje in sorted(linjer, key=lambda par: par[0])]


def _markdown_tabell(rader: list[list[str]]) -> str:
    forst, *resten = ["| " + " | ".join(celle.replace("|", "/") for celle in rad) + " |" for rad in rader]
    return "\n".join([forst, "|" + " --- |" * len(rader[0]), *resten])


_SIDETALL = re.compile(r"(?:side\s*)?\d+(?:\s*(?:av|/)\s*\d+)?", re.IGNORECASE)


def _pdf_tekst(sider: list[list[_Linje]]) -> str:
    """Join the lines: larger or bold short lines become headings, repeated page edges are dropped."""
    kanter = Counter(re.sub(r"\d+", "#", s[i][0]) for s in sider for i in {0, len(s) - 1} if s)
    gjentatt = {t for t, n in kanter.items() if len(sider) > 2 and n > len(sider) / 2}
    vekt: Counter[float] = Counter()
    for side in sider:
        for tekst, storrelse, _ in side:
            vekt[storrelse] += len(tekst) if storrelse else 0
    brod = vekt.most_common(1)[0][0] if vekt else 0.0
    storre = sorted({s for s in vekt if s > brod + 0.8}, reverse=True)[:3]
    ut: list[str] = []
    forrige_niva = 0
    for side in sider:
        for i, (tekst, storrelse, fet) in enumerate(side):
            if i in (0, len(side) - 1) and (re.sub(r"\d+", "#", tekst) in gjentatt or _SIDETALL.fullmatch(tekst)):
                continue
            niva = storre.index(storrelse) + 1 if storrelse in storre else 0
            if not niva and fet and len(tekst) < 90 and not tekst.endswith((".", ",")):
                niva = len(storre) + 1
            if niva and ut and niva == forrige_niva:  # a heading that runs over two lines
                ut[-1] = ut[-1].rstrip("\n") + f" {tekst}\n"
            else:
                ut.append(f"\n{'#' * niva} {tekst}\n" if niva else tekst)
            forrige_niva = niva
    samlet = re.sub(r"(\w)-\n(?=[a-zæøå])", r"\1", "\n".join(ut))
    samlet = re.sub(r"^[•▪●◦·]\s*", "- ", samlet, flags=re.MULTILINE)
    samlet = re.sub(r"([^\n])\n(- )", r"\1\n\n\2", samlet, count=0) if "\n- " in samlet else samlet
    return re.sub(r"\n{3,}", "\n\n", samlet).strip() + "\n"


_LESERE: dict[str, Callable[[Path], Lest]] = {
    ".md": _les_markdown,
    ".txt": _les_tekst,
    ".html": _les_html,
    ".htm": _les_html,
    ".pdf": _les_pdf,
    ".docx": _les_docx,
}

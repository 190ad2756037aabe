"""Documents as a municipality has them, made in code where the format is binary. «Nordvåg» does not exist."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
from PIL import Image, ImageDraw
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

DATA = Path(__file__).parent / "data" / "import"

Del = tuple[str, str] | tuple[str, list[list[str]]]
"""A piece of a document: ("h0" the title, "h1", "p" or "li", the text), ("tabell", rows), or ("side", "") for a new page."""

HJEMMEHJELP: list[Del] = [
    ("h0", "Hjemmehjelp i Nordvåg kommune"),
    ("p", "Hjemmehjelp, eller praktisk bistand, er hjelp til rengjøring og klesvask når du ikke klarer det selv."),
    ("h1", "Hva kan du få hjelp til?"),
    ("li", "vask av golv på stue, soverom, kjøkken og bad"),
    ("li", "skift av sengetøy"),
    ("p", "Hjelpen blir vanligvis gitt hver tredje uke."),
    ("h1", "Dette hjelper vi ikke med"),
    ("p", "Vi vasker ikke vinduer, og vi måker ikke snø. Frivilligsentralen kan ha noen som gjør det."),
    ("h1", "Egenbetaling i 2026"),
    ("p", "Du betaler etter inntekten i husstanden."),
    ("tabell", [["Inntekt", "Pris per måned"], ["Under 2 G", "240 kroner"], ["2 G til 4 G", "1 450 kroner"], ["Over 4 G", "2 780 kroner"]]),
    ("h1", "Rutiner hjemme hos deg"),
    ("p", "Du må ha støvsuger og mopp klar. Røyk ikke mens hjelperen er der."),
]  # fmt: skip

KORTTIDSOPPHOLD: list[Del] = [
    ("h0", "Korttidsopphold på Nordvåg sykehjem"),
    ("p", "Nordvåg kommune har ni plasser til korttidsopphold, på avdeling Fjordgløtt."),
    ("h1", "Før du kommer"),
    ("p", "Ta med medisinlisten din, tøy for en uke og gode innesko. Verdisaker lar du være hjemme."),
    ("h1", "Besøk"),
    ("p", "Det er ingen faste besøkstider, men vi låser inngangsdøra klokka 21."),
    ("h1", "Betaling"),
    ("p", "Et døgn på korttidsopphold koster 203 kroner i 2026. Dagopphold koster 106 kroner."),
]

RUTINE: list[Del] = [
    ("h0", "Rutine for inntaksmøtet"),
    ("p", "Gjelder saksbehandlere ved tildelingskontoret. Sist revidert: 20.08.2025"),
    ("h1", "Når holdes møtet?"),
    ("p", "Inntaksmøtet holdes hver onsdag klokka 9. Saksbehandleren melder saken i fagsystemet senest tirsdag klokka 12."),
    ("h1", "Hva skal saksbehandleren ha klart?"),
    ("li", "kartleggingen av søkeren"),
    ("li", "legens uttalelse, hvis den er hentet inn"),
    ("h1", "Etter møtet"),
    ("p", "Saksbehandleren skriver vedtaket innen fem virkedager og journalfører det i saken."),
]

OMSORGSBOLIG: list[Del] = [
    ("h0", "Solsiden omsorgsboliger"),
    ("p", "Solsiden er seksten omsorgsboliger for eldre i Nordvåg kommune. Du leier boligen, og søker om hjelp for seg."),
    ("h1", "Hvem kan få bolig?"),
    ("p", "Boligen er for deg som har nedsatt funksjonsevne og ikke lenger kan bo trygt der du bor."),
    ("h1", "Hva koster det å bo her?"),
    ("tabell", [["Hva", "Pris i måneden"], ["Husleie, toroms", "9 850 kroner"], ["Strøm og internett", "640 kroner"]]),
    ("h1", "Innflytting"),
    ("p", "Du får tre uker på deg fra tilbudet kommer, til du må flytte inn."),
]

SATSER: list[Del] = [
    ("h0", "Betalingssatser for helse og omsorg 2026"),
    ("p", "Nordvåg kommunestyre vedtok satsene i sak 88/25."),
    ("h1", "Hjemme"),
    ("tabell", [["Tjeneste", "Sats"], ["Trygghetsalarm", "245 kroner i måneden"], ["Middag levert hjem", "118 kroner"], ["Vaskeritjeneste", "95 kroner per maskin"]]),
    ("h1", "På institusjon"),
    ("tabell", [["Tjeneste", "Sats"], ["Korttidsopphold, døgn", "203 kroner"], ["Gjestemiddag for pårørende", "142 kroner"], ["Fotpleie", "410 kroner"]]),
]  # fmt: skip


def lag_docx(deler: Sequence[Del]) -> bytes:
    """Return a Word document."""
    d = docx.Document()
    for slag, innhold in deler:
        if isinstance(innhold, list):
            tabell = d.add_table(rows=len(innhold), cols=len(innhold[0]))
            for rad, celler in zip(tabell.rows, innhold, strict=True):
                for celle, tekst in zip(rad.cells, celler, strict=True):
                    celle.text = tekst
        elif slag.startswith("h"):
            d.add_heading(innhold, int(slag[1]))
        else:
            d.add_paragraph(innhold, style="List Bullet" if slag == "li" else None)
    ut = io.BytesIO()
    d.save(ut)
    return ut.getvalue()


def lag_pdf(deler: Sequence[Del], *, passord: str = "") -> bytes:
    """Return a PDF with headings in sizes and ruled tables."""
    stil = getSampleStyleSheet()
    navn = {"h0": "Title", "h1": "Heading2", "p": "BodyText", "li": "BodyText"}
    rutenett = [("GRID", (0, 0), (-1, -1), 1, colors.black)]
    flyt: list[Flowable] = []
    for slag, innhold in deler:
        if slag == "side":
            flyt.append(PageBreak())
        else:
            flyt.append(Table(innhold, style=rutenett) if isinstance(innhold, list) else Paragraph(innhold, stil[navn[slag]]))
    ut = io.BytesIO()
    SimpleDocTemplate(ut, encrypt=pdfencrypt.StandardEncryption(passord) if passord else None).build(flyt)
    return ut.getvalue()


def skannet_pdf() -> bytes:
    """Return a PDF that is a picture of a text and nothing else, as from a scanner."""
    bilde = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(bilde).text((50, 50), "Soknad om trygghetsalarm", fill=0)
    ut = io.BytesIO()
    ark = Canvas(ut)
    ark.drawImage(ImageReader(bilde), 0, 0, 600, 800)
    ark.save()
    return ut.getvalue()


def med_endringer(dokument: bytes, endre: Callable[[str], str]) -> bytes:
    """Return a Word document whose body has been changed as XML."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(dokument)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as ny:
        for navn in inn.namelist():
            data = inn.read(navn)
            ny.writestr(navn, endre(data.decode()).encode() if navn == "word/document.xml" else data)
    return ut.getvalue()


def nordvag(mappe: Path) -> Path:
    """Write the twelve documents of Nordvåg in five formats below a folder and return it."""
    shutil.copytree(DATA / "nordvag", mappe)
    word = {"Hjemmehjelp.docx": HJEMMEHJELP, "korttidsopphold sykehjem.docx": KORTTIDSOPPHOLD, "Rutine inntaksmøte.docx": RUTINE}
    for navn, deler in word.items():
        (mappe / navn).write_bytes(lag_docx(deler))
    (mappe / "brosjyrer").mkdir()
    (mappe / "brosjyrer" / "solsiden.pdf").write_bytes(lag_pdf(OMSORGSBOLIG))
    (mappe / "brosjyrer" / "satser-2026.PDF").write_bytes(lag_pdf(SATSER))
    return mappe

"""From a folder of files, ours or anybody's, to documents: what is kept, what is left out, and what is said about it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from conftest import brett, skriv
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from veileder.domene import FELLES, Dokument, Malform
from veileder.feil import Bruksfeil
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering import lesere
from veileder.indeksering.korpus import Korpus, les_korpus

TEKST = "Støttekontakt er for deg som trenger følge ut. Du søker på skjema, og kommunen svarer innen én måned."
MD = f"# Støttekontakt\n\n## Hvem kan få?\n\n{TEKST}\n"


@pytest.fixture
def les(tmp_path: Path) -> Callable[..., Korpus]:
    """Read a folder with the files given."""

    def les_filer(filer: dict[str, str | bytes]) -> Korpus:
        return les_korpus(skriv(tmp_path / "mappe", filer), norske_kommuner())

    return les_filer


@pytest.fixture
def les_en(les: Callable[..., Korpus]) -> Callable[..., Dokument]:
    """Read a folder with one file that must be readable."""

    def les_fil(navn: str, innhold: str | bytes) -> Dokument:
        korpus = les({navn: innhold})
        assert not korpus.ulest, korpus.ulest
        (dokument,) = korpus.dokumenter
        return dokument

    return les_fil


Les = Callable[..., Korpus]
LesEn = Callable[..., Dokument]


def kropper(d: Dokument) -> dict[str, str]:
    """Each section's last heading and its body, white space folded."""
    return {(s.overskrifter or ("",))[-1]: brett(d.tekst[s.start : s.slutt]) for s in d.seksjoner}


# --- Markdown --------------------------------------------------------------------------------------


def test_front_matter_fyller_feltene_og_teksten_blir_staende_som_i_filen(les_en: LesEn) -> None:
    fil = (
        "---\nid: stottekontakt\ntittel: Støttekontakt\ntype: tjeneste\nkommune: felles\nmalform: nb\nmalgruppe: innbygger\n"
        "status: utkast\nlokalt: [pris]\ngjelder_fra: 2026-11-23\nrevideres: 2027-06-30\nkilde_dato: 2024\nintern: true\n"
        "lenke: https://eksempel.no/a\n---\n\n" + MD
    )
    d = les_en("tjenester/stottekontakt.md", fil)
    assert d.tekst == fil
    assert (d.id, d.fil, d.tema) == ("tjenester/stottekontakt", "tjenester/stottekontakt.md", "stottekontakt")
    assert (d.tittel, d.type, d.kommune, d.malgruppe, d.status) == ("Støttekontakt", "tjeneste", FELLES, "innbygger", "utkast")
    assert (d.gjelder_fra, d.revideres, d.kilde_dato, d.lenke) == ("2026-11-23", "2027-06-30", "2024", "https://eksempel.no/a")
    assert d.lokale_aspekter == ("pris",) and d.intern and d.malform is Malform.NB
    assert kropper(d) == {"Hvem kan få?": TEKST}


def test_uten_front_matter_kommer_tittelen_fra_overskriften_og_resten_er_tomt(les_en: LesEn) -> None:
    d = les_en("noe/side.md", MD)
    assert (d.id, d.tittel, d.type, d.kommune, d.malgruppe) == ("noe/side", "Støttekontakt", "importert", FELLES, "alle")
    assert (d.status, d.gjelder_fra, d.revideres, d.lenke, d.lokale_aspekter, d.intern) == ("", "", "", "", (), False)
    assert d.seksjoner[0].aspekt == "hvem"


def test_uten_overskrift_kommer_tittelen_fra_filnavnet(les_en: LesEn) -> None:
    d = les_en("slik_soker-du.md", TEKST)
    assert d.tittel == "slik soker du" and kropper(d) == {"": TEKST}


def test_en_strek_overst_er_ikke_front_matter(les_en: LesEn) -> None:
    d = les_en("a.md", f"---\n\n{TEKST}\n\n---\n\nMer tekst.\n")
    assert TEKST in " ".join(kropper(d).values()) and not d.status


def test_odelagt_front_matter_gir_linjenummer_og_ingen_gjetning(les: Les) -> None:
    korpus = les({"a.md": "---\ntittel: En: to: tre\n---\n\n" + MD, "b.md": MD})
    assert [d.fil for d in korpus.dokumenter] == ["b.md"]
    (feil,) = korpus.ulest
    assert feil.fil == "a.md" and "linje 2" in feil.grunn


@pytest.mark.parametrize("verdi", ["ja", "'true'", "1", "false"])
def test_bare_true_skjuler_et_dokument(les_en: LesEn, verdi: str) -> None:
    assert not les_en("a.md", f"---\nintern: {verdi}\n---\n\n{MD}").intern


@pytest.mark.parametrize("tekst", ["Ring 71 11 10 00 for å søke.\n\n# Støttekontakt\n\nMer.\n", "Innledning her.\n\n## Pris\n\nMer.\n"])
def test_tekst_foran_tittelen_gar_ikke_tapt(les_en: LesEn, tekst: str) -> None:
    d = les_en("a.md", tekst)
    assert tekst.partition("\n")[0] in " ".join(d.tekst[s.start : s.slutt] for s in d.seksjoner)


# --- character sets and line endings ---------------------------------------------------------------


@pytest.mark.parametrize("endelse", ["md", "txt", "html"])
@pytest.mark.parametrize("tegnsett", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tegnsettet_blir_kjent_igjen(les_en: LesEn, tegnsett: str, endelse: str) -> None:
    d = les_en(f"a.{endelse}", f"Om tjenesten\n\n{TEKST}\n".encode(tegnsett))
    assert TEKST in brett(d.tekst)
    assert not d.tekst.startswith("\ufeff")


def test_bom_skjuler_ikke_front_matter(les_en: LesEn) -> None:
    assert les_en("a.md", ("---\nkommune: Molde\n---\n" + MD).encode("utf-8-sig")).kommune == "molde"


@pytest.mark.parametrize("linjeslutt", ["\r\n", "\r"])
def test_linjeslutt_fra_andre_maskiner_endrer_ingenting(tmp_path: Path, linjeslutt: str) -> None:
    fil = "---\ntittel: Et navn\n---\n\n" + MD
    her, der = (
        les_korpus(skriv(tmp_path / m, {"a.md": f.encode()}), norske_kommuner()).dokumenter
        for m, f in (("her", fil), ("der", fil.replace("\n", linjeslutt)))
    )
    assert her == der


@pytest.mark.parametrize("tekst", ["hjelpen organisert slik. Loven har ingen søknadsfrist for", "Søknad"])
def test_ogsa_en_kort_tekst_i_cp1252_blir_norsk(les_en: LesEn, tekst: str) -> None:
    assert les_en("a.txt", tekst.encode("cp1252")).tekst == tekst


# --- plain text ------------------------------------------------------------------------------------


def test_ren_tekst_far_overskrifter_av_understrek_versaler_og_nummer(les_en: LesEn) -> None:
    d = les_en(
        "a.txt",
        "Dagsenter\n=========\n\nEt sted å være om dagen.\n\nÅpningstid\n----------\n\nHverdager fra ni til tre.\n\n"
        "HVA KOSTER DET\n\nPrisen er 150 kroner dagen.\n\n3. Slik søker du\n\nBruk skjemaet på nettsiden.\n",
    )
    assert d.tittel == "Dagsenter"
    deler = kropper(d)
    assert deler["Åpningstid"] == "Hverdager fra ni til tre."
    assert deler["HVA KOSTER DET"] == "Prisen er 150 kroner dagen."
    assert next(v for k, v in deler.items() if k.endswith("Slik søker du")) == "Bruk skjemaet på nettsiden."
    assert [s.aspekt for s in d.seksjoner][-2:] == ["pris", "soknad"]


def test_vanlige_linjer_i_ren_tekst_blir_ikke_overskrifter(les_en: LesEn) -> None:
    d = les_en("a.txt", "Brev til deg\n\nNAV og kommunen samarbeider om dette.\nDu kan få hjelp:\n- til vask\n- til mat\n\nTa kontakt.\n")
    assert [s.overskrifter for s in d.seksjoner] == [()]


@pytest.mark.parametrize(
    ("tekst", "linjer"),
    [
        ("Slik søker du.\n\n1. Fyll ut skjemaet\n\n2. Send det\n\n3. Vent på svar\n", ["Fyll ut skjemaet", "Send det", "Vent på svar"]),
        ("Om alarmen\n\nDu kan få alarm.\n\nRING 113 VED FARE FOR LIV\n", ["RING 113 VED FARE FOR LIV"]),
    ],
)
def test_en_linje_som_ligner_en_overskrift_uten_innhold_gar_ikke_tapt(les_en: LesEn, tekst: str, linjer: list[str]) -> None:
    d = les_en("a.txt", tekst)
    alt = " ".join([*kropper(d), *kropper(d).values()])
    assert [linje for linje in linjer if linje not in alt] == []


# --- HTML ------------------------------------------------------------------------------------------

HTML = """<!doctype html><html lang="no"><head><title>Dagsenter - Vestnes kommune</title>
<link rel="canonical" href="https://www.vestnes.kommune.no/dagsenter/"></head><body>
<header><a href="/">Forsiden</a></header><nav><ul><li>Meny</li></ul></nav>
<div class="cookie-banner">Vi bruker informasjonskapsler. <button>Godta</button></div>
<main><h1>Dagsenter</h1><p>Et sted å være om&nbsp;dagen, med mat og <strong>gode folk</strong>.</p>
<h2>Hva koster det?</h2><table><tr><th>Opphold</th><th>Pris</th></tr><tr><td>Hel dag</td><td>150 kroner</td></tr>
<tr><td>Halv dag</td><td>90 kroner</td></tr></table>
<h2>Praktisk</h2><dl><dt>Åpningstid</dt><dd>Hverdager fra ni</dd><dt>Skyss</dt><dd>Buss henter deg</dd></dl>
<ul><li>Ta med <a href="/medisin">medisin</a></li><li>Si fra om allergi</li></ul><script>alert(1)</script>{mer}</main>
<footer>Sist endret 2024</footer></body></html>"""


def test_en_nettside_blir_til_innholdet_uten_meny_og_kapsler(les_en: LesEn) -> None:
    d = les_en("a.html", HTML.format(mer=""))
    assert (d.tittel, d.kommune, d.lenke) == ("Dagsenter", "vestnes", "https://www.vestnes.kommune.no/dagsenter/")
    for stoy in ("Forsiden", "Meny", "informasjonskapsler", "Godta", "alert", "Sist endret"):
        assert stoy not in d.tekst
    assert "Et sted å være om dagen, med mat og **gode folk**." in d.tekst
    deler = kropper(d)
    assert deler["Hva koster det?"] == "| Opphold | Pris | | --- | --- | | Hel dag | 150 kroner | | Halv dag | 90 kroner |"
    assert "Åpningstid: Hverdager fra ni" in deler["Praktisk"] and "Skyss: Buss henter deg" in deler["Praktisk"]
    assert "- Ta med [medisin](/medisin) - Si fra om allergi" in deler["Praktisk"]


@pytest.mark.parametrize("navn", ["soknad", "besokstid", "meny", "samtykke", "del 2"])
def test_norsk_innhold_blir_ikke_tatt_for_stoy(les_en: LesEn, navn: str) -> None:
    d = les_en("a.html", HTML.format(mer=f'<section id="{navn}" class="{navn}"><h2>Mer</h2><p>Dette må med.</p></section>'))
    assert "Dette må med." in d.tekst


def test_en_side_uten_main_og_med_ukjente_tagger_leses_likevel(les_en: LesEn) -> None:
    d = les_en("a.htm", f"<title>Støttekontakt</title><h3>Om</h3><p>{TEKST}<p>Mer <nytt>innhold</nytt>")
    assert TEKST in d.tekst and "Mer innhold" in d.tekst


# --- PDF and Word ----------------------------------------------------------------------------------


def lag_pdf(*, kryptering: pdfencrypt.StandardEncryption | None = None) -> bytes:
    """A page of prose, then a page with a table, with headings in two sizes."""
    stil = getSampleStyleSheet()
    avsnitt = "Du kan få hjelp hjemme når sykdom gjør at du ikke kommer deg til legekontoret. Hjelpen tilpasses deg."
    ut = io.BytesIO()
    SimpleDocTemplate(ut, title="Helsehjelp i Rauma", encrypt=kryptering).build(
        [
            Paragraph("Helsehjelp i Rauma", stil["Title"]),
            Paragraph("Hvem kan få hjelp?", stil["Heading2"]),
            *[Paragraph(avsnitt, stil["BodyText"])] * 8,
            PageBreak(),
            Paragraph("Hva koster det?", stil["Heading2"]),
            Paragraph("Hjelpen er gratis, men utstyr koster.", stil["BodyText"]),
            Table([["Utstyr", "Pris"], ["Bandasje", "40 kroner"], ["Rullator", "0 kroner"]], style=[("GRID", (0, 0), (-1, -1), 1, colors.black)]),
            Paragraph("Spør den som kommer hjem til deg.", stil["BodyText"]),
        ]
    )
    return ut.getvalue()


def test_en_pdf_beholder_overskrifter_over_to_sider_og_tabellen(les_en: LesEn) -> None:
    d = les_en("a.pdf", lag_pdf())
    assert (d.tittel, d.kommune) == ("Helsehjelp i Rauma", "rauma")
    deler = kropper(d)
    assert list(deler) == ["Hvem kan få hjelp?", "Hva koster det?"]
    assert deler["Hvem kan få hjelp?"].count("Hjelpen tilpasses deg.") == 8
    assert deler["Hva koster det?"] == (
        "Hjelpen er gratis, men utstyr koster. | Utstyr | Pris | | --- | --- | | Bandasje | 40 kroner | | Rullator | 0 kroner |"
        " Spør den som kommer hjem til deg."
    )


def test_et_word_dokument_beholder_stiler_punkter_og_tabell(les_en: LesEn) -> None:
    d = docx.Document()
    d.add_heading("Dagsenter i Aukra", 0)
    d.add_heading("Kven kan få plass?", 1)
    d.add_paragraph("Du kan få plass når du bur heime og treng nokon å vere saman med.")
    d.add_paragraph("Ta med matpakke", style="List Bullet")
    d.add_heading("Pris", 2)
    tabell = d.add_table(rows=2, cols=2)
    for celle, tekst in zip((c for rad in tabell.rows for c in rad.cells), ("Kva", "Pris", "Ein dag", "150 kroner"), strict=True):
        celle.text = tekst
    ut = io.BytesIO()
    d.save(ut)
    lest = les_en("a.docx", ut.getvalue())
    assert (lest.tittel, lest.kommune, lest.malform) == ("Dagsenter i Aukra", "aukra", Malform.NN)
    assert [s.overskrifter for s in lest.seksjoner] == [("Kven kan få plass?",), ("Kven kan få plass?", "Pris")]
    assert kropper(lest)["Kven kan få plass?"].endswith("- Ta med matpakke")
    assert kropper(lest)["Pris"] == "| Kva | Pris | | --- | --- | | Ein dag | 150 kroner |"


def tegnet_pdf() -> bytes:
    """A page with a drawing and no text, as from a scanner."""
    ut = io.BytesIO()
    ark = Canvas(ut)
    ark.rect(10, 10, 100, 100)
    ark.save()
    return ut.getvalue()


# --- files that cannot be read ---------------------------------------------------------------------

UMULIGE: dict[str, tuple[bytes, str]] = {
    "tom.md": (b"", "tom"),
    "blank.md": (b" \n\t\n", "ingen tekst"),
    "binaer.txt": (bytes(range(256)) * 20, "binær"),
    "odelagt.pdf": (b"%PDF-1.4\nikke en pdf", "skadet"),
    "kappet.pdf": (lag_pdf()[:900], "skadet"),
    "laast.pdf": (lag_pdf(kryptering=pdfencrypt.StandardEncryption("hemmelig")), "kryptert"),
    "skannet.pdf": (tegnet_pdf(), "skannet"),
    "odelagt.docx": (b"PK\x03\x04 ikke en zip", "docx"),
    "tom.html": (b"<html><body></body></html>", "ingen tekst"),
}


@pytest.mark.parametrize("navn", UMULIGE)
def test_en_fil_som_ikke_kan_leses_far_en_linje_og_stopper_ikke_de_andre(les: Les, navn: str) -> None:
    innhold, grunn = UMULIGE[navn]
    korpus = les({"a.md": MD, f"under/{navn}": innhold, "z.md": MD})
    assert [d.fil for d in korpus.dokumenter] == ["a.md", "z.md"]
    (feil,) = korpus.ulest
    assert feil.fil == f"under/{navn}" and grunn in feil.grunn
    assert "\n" not in str(feil)


def test_en_svaer_fil_hoppes_over_i_stedet_for_a_fylle_minnet(les: Les, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesere, "STORSTE_FIL", 2000)
    korpus = les({"liten.md": MD, "stor.md": MD * 100})
    assert [d.fil for d in korpus.dokumenter] == ["liten.md"]
    assert korpus.ulest[0].fil == "stor.md" and "større enn" in korpus.ulest[0].grunn


def test_det_som_ikke_er_innhold_blir_ikke_lest(les: Les) -> None:
    filer = {"a.MD": MD, "README.md": MD, ".skjult/b.md": MD, "~$c.docx": "x", "d.py": "x = 1", "mappe.md/e.txt": TEKST, "ordliste.yaml": "ord: []"}
    korpus = les(filer)
    assert [d.fil for d in korpus.dokumenter] == ["a.MD", "mappe.md/e.txt"] and not korpus.ulest


def test_en_mappe_som_ikke_finnes_gir_en_klar_feil(tmp_path: Path) -> None:
    with pytest.raises(Bruksfeil, match="finnes ikke"):
        les_korpus(tmp_path / "nei", norske_kommuner())


@given(data=st.binary(max_size=300), endelse=st.sampled_from(lesere.FORMATER), forst=st.sampled_from([b"", b"---\n", b"%PDF-1.7\n", b"<p>", b"\xff\xfe"]))
def test_enhver_fil_blir_et_dokument_eller_en_klar_linje(tmp_path_factory: pytest.TempPathFactory, data: bytes, endelse: str, forst: bytes) -> None:
    mappe = skriv(tmp_path_factory.mktemp("vilkarlig"), {f"a{endelse}": forst + data})
    korpus = les_korpus(mappe, norske_kommuner())
    assert len(korpus.dokumenter) + len(korpus.ulest) == 1
    for d in korpus.dokumenter:
        assert d.tittel
        assert all(0 <= s.start < s.slutt <= len(d.tekst) for s in d.seksjoner)
    for feil in korpus.ulest:
        assert feil.grunn and "\n" not in str(feil)


# --- kommune and målform ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fil", "innhold", "kommune"),
    [
        ("a.md", "---\nkommune: Molde\n---\n\n# Pris i Rauma\n\nTekst.\n", "molde"),
        ("lokalt/hustadvika/pris.md", "# Pris\n\nTekst.\n", "hustadvika"),
        ("kopi/lokalt/Aukra/pris.txt", "Pris\n\nTekst om Molde kommune.\n", "aukra"),
        ("a.md", "# Dagsenter i Rauma\n\nTekst.\n", "rauma"),
        ("a.md", "# Dagsenteret i Fjellvær kommune\n\nTekst.\n", "fjellvaer"),
        ("a.md", "---\nkilde: https://www.kristiansund.kommune.no/side\n---\n\n# Pris\n\nTekst.\n", "kristiansund"),
        ("a.html", "<link rel=canonical href='https://molde.kommune.no/x'><h1>Pris</h1><p>Tekst.</p>", "molde"),
        ("a.html", "<title>Pris - Vestnes kommune</title><h1>Pris</h1><p>Tekst.</p>", "vestnes"),
        ("a.html", "<meta property='og:site_name' content='Aukra kommune'><h1>Pris</h1><p>Tekst.</p>", "aukra"),
        ("a.md", "# Pris\n\nSlik er det i Rauma kommune.\n", "rauma"),
        ("a.md", "# Pris\n\nSlik er det i Rauma, og i mange andre kommuner.\n", FELLES),
        ("a.md", "---\ntype: tjeneste\n---\n\n# Pris\n\nMolde kommune er nevnt her.\n", FELLES),
        ("a.md", "# Pris i kommunen din\n\nTekst.\n", FELLES),
        ("a.md", "# Time for time: en dag på dagsenteret\n\nTekst.\n", FELLES),
    ],
)
def test_kommunen_kommer_fra_hodet_stien_tittelen_eller_adressen(les_en: LesEn, fil: str, innhold: str, kommune: str) -> None:
    assert les_en(fil, innhold).kommune == kommune


def test_et_ord_med_stor_bokstav_foran_kommunenavnet_blir_ikke_med(les_en: LesEn) -> None:
    assert les_en("a.md", "# Når Molde kommune hjelper deg\n\nTekst.\n").kommune == "molde"


def test_den_nynorske_tvillingen_er_samme_dokument(les: Les) -> None:
    korpus = les({"tjenester/bpa.md": "# BPA\n\nDu kan få det.\n", "tjenester/bpa.nn.md": "# BPA\n\nDu kan få det.\n"})
    assert [(d.id, d.fil, d.malform) for d in korpus.dokumenter] == [
        ("tjenester/bpa", "tjenester/bpa.md", Malform.NB),
        ("tjenester/bpa", "tjenester/bpa.nn.md", Malform.NN),
    ]
    assert len({d.tema for d in korpus.dokumenter}) == 1


@pytest.mark.parametrize(
    ("innhold", "malform"),
    [
        ("Dei som treng hjelp heime, kan søkje. Eg veit ikkje korleis.", Malform.NN),
        ("De som trenger hjelp hjemme, kan søke. Jeg vet ikke hvordan.", Malform.NB),
        ("---\nmalform: nn\n---\n\nDu kan få plass.", Malform.NN),
        ("Pris: 120.", Malform.NB),
    ],
)
def test_malformen_leses_av_teksten_nar_ingen_sier_den(les_en: LesEn, innhold: str, malform: Malform) -> None:
    assert les_en("a.md", innhold).malform is malform


def test_samme_mappe_gir_samme_dokumenter_i_samme_rekkefolge(tmp_path: Path) -> None:
    filer = {f"{i}/{navn}.md": MD for i in range(3) for navn in "cab"}
    en = les_korpus(skriv(tmp_path / "en", filer), norske_kommuner())
    to = les_korpus(skriv(tmp_path / "to", dict(reversed(filer.items()))), norske_kommuner())
    assert en == to and [d.fil for d in en.dokumenter] == sorted(filer)


def test_en_dato_som_ikke_finnes_i_kalenderen_gir_en_klar_linje(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: a\nrevideres: 2027-02-31\n---\n\n# A\n\nTekst.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# B\n\nTekst.\n", encoding="utf-8")
    korpus = les_korpus(tmp_path, norske_kommuner())
    assert [d.fil for d in korpus.dokumenter] == ["b.md"]
    assert [f.fil for f in korpus.ulest] == ["a.md"] and "hodet er ikke gyldig" in korpus.ulest[0].grunn

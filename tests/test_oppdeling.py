"""Splitting: nothing that a reader sees is lost, and what may be quoted is whole."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import skriv
from hypothesis import assume, given
from hypothesis import strategies as st

from veileder.domene import Dokument, Utdrag
from veileder.forstaelse.sted import Stedsnavn
from veileder.indeksering.korpus import les_dokument
from veileder.indeksering.oppdeling import STORST, del_opp
from veileder.indeksering.setninger import del_setninger

Les = Callable[..., Dokument]


@pytest.fixture(scope="module")
def les(tmp_path_factory: pytest.TempPathFactory) -> Les:
    """Read one text as a file."""
    mappe = tmp_path_factory.mktemp("oppdeling")

    def les_tekst(tekst: str, fil: str = "a.md") -> Dokument:
        return les_dokument(skriv(mappe, {fil: tekst}) / fil, fil, Stedsnavn({}))

    return les_tekst


def enheter(d: Dokument) -> list[str]:
    """The text of every unit, in reading order."""
    return [d.tekst[s.start : s.slutt] for u in del_opp(d) for s in u.setninger]


def setninger(tekst: str) -> list[str]:
    return [tekst[a:b] for a, b in del_setninger(tekst, 0, len(tekst))]


# --- sentences -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "deler"),
    [
        ("Se § 3-2 første ledd nr. 6 a. Der står det.", ["Se § 3-2 første ledd nr. 6 a.", "Der står det."]),
        ("Du kan f.eks. Få hjelp. Ring oss.", ["Du kan f.eks. Få hjelp.", "Ring oss."]),
        ("Fristen er 1. mai i år. Etterpå er det for sent.", ["Fristen er 1. mai i år.", "Etterpå er det for sent."]),
        ("Det gjelder fra 1. Januar 2026. Ikke før.", ["Det gjelder fra 1. Januar 2026.", "Ikke før."]),
        ("Se forvaltningsloven § 11 a. Svaret skal være skriftlig.", ["Se forvaltningsloven § 11 a.", "Svaret skal være skriftlig."]),
        ("Etter jf. § 2-1 og kap. 4 gjelder det. Ja!", ["Etter jf. § 2-1 og kap. 4 gjelder det.", "Ja!"]),
        ("Vi åpner kl. 9 og stenger ca. 15.30. Velkommen.", ["Vi åpner kl. 9 og stenger ca. 15.30.", "Velkommen."]),
        ("Taket er 12.500 kr. Det står i § 10.", ["Taket er 12.500 kr.", "Det står i § 10."]),
        ("Hva er dette? En tjeneste! Den er din.", ["Hva er dette?", "En tjeneste!", "Den er din."]),
        ("Vi bruker bl.a. Gerica m.m. Spør oss.", ["Vi bruker bl.a. Gerica m.m. Spør oss."]),
        ("Kontakt dr. Hansen ved St. Olavs hospital i dag. Haster det, ring 113.", ["Kontakt dr. Hansen ved St. Olavs hospital i dag.", "Haster det, ring 113."]),
        ("«Du må søke.» Det sa hun. (Se § 3.) Ferdig.", ["«Du må søke.»", "Det sa hun.", "(Se § 3.)", "Ferdig."]),
        ("§ 3-2 gjelder. § 3-3 gjelder også.", ["§ 3-2 gjelder.", "§ 3-3 gjelder også."]),
    ],
)
def test_setninger_deles_der_en_leser_ville_delt_dem(tekst: str, deler: list[str]) -> None:
    assert [d.strip() for d in setninger(tekst)] == deler


UDELELIG = ["nr. 6 a", "f.eks. Molde", "1. mai", "17. Mai", "§ 3-2", "§ 11 a", "jf. § 2-1", "kl. 9", "ca. 30", "kap. 4", "tlf. 71 11 10 00", "bl.a. BPA"]


@given(
    foran=st.lists(st.text("qxæøå", min_size=1, max_size=8), min_size=1, max_size=6),
    bit=st.sampled_from(UDELELIG),
    bak=st.lists(st.text("qxæøå", min_size=1, max_size=8), max_size=6),
)
def test_forkortelser_datoer_og_paragrafer_deles_aldri(foran: list[str], bit: str, bak: list[str]) -> None:
    setning = " ".join(["Ord", *foran, bit, *bak]) + "."
    assert setninger(f"{setning} Neste setning her.")[0] == setning


@given(st.text("abÅ.:!?…»\")]*_ \n19§-", max_size=200))
def test_setningsdeling_mister_ingen_synlige_tegn_og_overlapper_ikke(tekst: str) -> None:
    grenser = del_setninger(tekst, 0, len(tekst))
    assert "".join("".join(tekst[a:b] for a, b in grenser).split()) == "".join(tekst.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(grenser))


@pytest.mark.parametrize("tekst", ["Telefon: 71 11 10 00.", "Pris: 520 kroner.", "Åpningstid: Hverdager fra ni til tre."])
def test_en_opplysning_star_sammen_med_ledeteksten_sin(tekst: str) -> None:
    assert setninger(tekst) == [tekst]


# --- laws over made-up documents -------------------------------------------------------------------

_ORD = st.sampled_from(
    "Du kan få hjelp. nr. 6 a f.eks. 1. mai § 3-2 kr 520 (se «Pris») søknad; Ring: 113! Hva? og [lenke](https://x.no/a_b) **fet** osv. – Åpent".split()
) | st.text("abcæøåABCÆØÅ", min_size=1, max_size=8)
_CELLE = st.text("abcæøå 0123456789§.,–%", max_size=12).map(lambda s: s.strip() or "z")

Biter = list[tuple[str, bool]]
"""Pieces of a document; True for what a reader sees and must be able to have quoted."""


def _tekst(storst: int = 25) -> st.SearchStrategy[str]:
    return st.lists(_ORD, min_size=1, max_size=storst).map(lambda o: "x" + " ".join(o))


@st.composite
def _avsnitt(draw: st.DrawFn) -> Biter:
    ut: Biter = []
    for linje in draw(st.lists(_tekst(), min_size=1, max_size=3)):
        ut += [("\n" if ut else "", False), (linje, True)]
    return ut


@st.composite
def _liste(draw: st.DrawFn, tegn: tuple[str, ...] = ("- ", "* ", "1. ", "2) ")) -> Biter:
    ut: Biter = []
    merke = draw(st.sampled_from(tegn))
    for linje in draw(st.lists(_tekst(10), min_size=1, max_size=6)):
        innrykk = draw(st.sampled_from(["", "    "])) if ut else ""
        ut += [("\n" if ut else "", False), (innrykk + merke, False), (linje, True)]
    return ut


@st.composite
def _sitat(draw: st.DrawFn) -> Biter:
    ut: Biter = []
    for linje in draw(st.lists(_tekst(8), min_size=1, max_size=3)):
        ut += [("\n" if ut else "", False), ("> ", False), (linje, True)]
    return ut


@st.composite
def _tabell(draw: st.DrawFn) -> Biter:
    bredde, ut = draw(st.integers(2, 4)), []
    for nr in range(draw(st.integers(2, 40))):
        ut += [("\n|" if nr else "|", False)]
        for _ in range(bredde):
            ut += [(" ", False), (draw(_CELLE), True), (" |", False)]
        if nr == 0:
            ut += [("\n" + "| --- " * bredde + "|", False)]
    return ut


@st.composite
def _overskrift(draw: st.DrawFn) -> Biter:
    return [("#" * draw(st.integers(2, 4)) + " H" + draw(st.text("abcæøå ", max_size=20)).strip(), False)]


@st.composite
def dokumenter(draw: st.DrawFn, *blokker: st.SearchStrategy[Biter]) -> tuple[str, list[int]]:
    """Return a text and the places of its visible characters."""
    tekst, synlig = "# Tittel\n\n", []
    for blokk in draw(st.lists(st.one_of(*blokker), min_size=1, max_size=8)):
        for bit, vises in blokk:
            synlig += [len(tekst) + i for i, tegn in enumerate(bit) if vises and not tegn.isspace()]
            tekst += bit
        tekst += "\n\n"
    return tekst, synlig


MARKDOWN = dokumenter(_avsnitt(), _liste(), _sitat(), _tabell(), _overskrift())
REN = dokumenter(_avsnitt(), _liste(("- ", "* ")))
ALT = st.tuples(MARKDOWN, st.just("a.md")) | st.tuples(REN, st.just("a.txt"))


def _dekket(d: Dokument, utdrag: tuple[Utdrag, ...]) -> set[int]:
    """The places that can be quoted or read as a heading: every unit, and the header that goes with a table's rows."""
    inne = {i for s in d.seksjoner for i in range(s.start, s.slutt)}
    ut = {i for i in range(len(d.tekst)) if i not in inne and _i_overskrift(d, i)}
    for s in (s for u in utdrag for s in u.setninger):
        ut |= set(range(s.start, s.slutt))
        if s.slag == "rad":
            ut |= set(range(s.hode, d.tekst.index("\n", s.hode)))
    return ut


def _i_overskrift(d: Dokument, sted: int) -> bool:
    linje = d.tekst[d.tekst.rfind("\n", 0, sted) + 1 :].split("\n", 1)[0].strip().strip("*=# ").rstrip(":")
    return linje in (d.tittel, *(o for s in d.seksjoner for o in s.overskrifter))


@given(ALT)
def test_oppdeling_mister_ingen_synlig_tekst(les: Les, dok: tuple[tuple[str, list[int]], str]) -> None:
    (tekst, synlig), fil = dok
    d = les(tekst, fil)
    dekket = _dekket(d, del_opp(d))
    assert "".join(tekst[i] for i in synlig if i not in dekket) == ""


@given(st.text("abÅ.:-*#>| \n()[`_~!\t&;1", max_size=120), st.sampled_from(["a.md", "a.txt"]))
def test_heller_ikke_tilfeldig_tekst_mister_bokstaver_fra_seksjonene(les: Les, tekst: str, fil: str) -> None:
    assume("]:" not in tekst and any(c in tekst for c in "abÅ"))
    d = les(f"# Tittel\n\n{tekst}\n", fil)
    dekket = _dekket(d, del_opp(d))
    inne = {i for s in d.seksjoner for i in range(s.start, s.slutt) if d.tekst[i] in "abÅ"}
    assert "".join(d.tekst[i] for i in sorted(inne - dekket)) == ""


@given(ALT)
def test_hver_enhet_ligger_i_utdraget_sitt_og_utdraget_er_et_stykke_av_dokumentet(les: Les, dok: tuple[tuple[str, list[int]], str]) -> None:
    (tekst, _), fil = dok
    d = les(tekst, fil)
    for u in del_opp(d):
        assert u.tekst == d.tekst[u.start : u.slutt] and u.setninger
        for s in u.setninger:
            assert u.start <= s.hode <= s.start < s.slutt <= u.slutt
            assert d.tekst[s.start : s.slutt].strip() == d.tekst[s.start : s.slutt]
        assert all(a.slutt <= b.start for a, b in zip(u.setninger, u.setninger[1:], strict=False))


@given(ALT)
def test_ingen_to_utdrag_i_en_fil_har_samme_id(les: Les, dok: tuple[tuple[str, list[int]], str]) -> None:
    (tekst, _), fil = dok
    ider = [u.id for u in del_opp(les(tekst, fil))]
    assert len(ider) == len(set(ider))


def test_overskriften_tekst_gir_ikke_samme_id_som_teksten_uten_overskrift(les: Les) -> None:
    ider = [u.id for u in del_opp(les("# Tittel\n\nInnledning.\n\n## Tekst\n\nMer.\n"))]
    assert len(ider) == len(set(ider))


@given(ALT)
def test_oppdelingen_er_den_samme_hver_gang(les: Les, dok: tuple[tuple[str, list[int]], str]) -> None:
    (tekst, _), fil = dok
    assert del_opp(les(tekst, fil)) == del_opp(les(tekst, fil))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=60))
def test_prosa_deles_i_utdrag_som_ikke_er_for_lange(les: Les, lengder: list[int]) -> None:
    d = les("# Tittel\n\n" + "\n\n".join("Ord " + "ord " * n + "slutt." for n in lengder))
    utdrag = del_opp(d)
    assert all(len(u.tekst) <= STORST or len(u.setninger) == 1 for u in utdrag)
    assert len(utdrag) <= 2 * len(d.tekst) // STORST + 1


# --- lists and tables ------------------------------------------------------------------------------


def test_en_rad_siteres_fra_hodet_av_sin_egen_tabell(les: Les) -> None:
    d = les("# T\n\n| A | B |\n| --- | --- |\n| en | 1 |\n| to | 2 |\n\nMellom.\n\n| C | D |\n| --- | --- |\n| tre | 3 |\n")
    rader = {d.tekst[s.start : s.slutt]: d.tekst[s.hode :].split("\n")[0] for u in del_opp(d) for s in u.setninger if s.slag == "rad"}
    assert rader == {"| en | 1 |": "| A | B |", "| to | 2 |": "| A | B |", "| tre | 3 |": "| C | D |"}


def test_en_tabell_som_er_for_lang_for_ett_utdrag_har_hodet_med_i_alle(les: Les) -> None:
    d = les("# T\n\n| Tjeneste | Pris |\n| --- | --- |\n" + "".join(f"| Tjeneste nummer {i} som er lang | {i} kroner |\n" for i in range(200)))
    utdrag = del_opp(d)
    assert len(utdrag) > 1
    assert all(u.tekst.startswith("| Tjeneste | Pris |") for u in utdrag)


def test_en_innledning_star_i_samme_utdrag_som_lista_si(les: Les) -> None:
    fyll = "Fyll fyll fyll fyll fyll fyll fyll fyll fyll fyll. " * 24
    d = les(f"# T\n\n{fyll}\n\nDu må ha med:\n\n- pass\n- bilde\n- penger\n")
    siste = del_opp(d)[-1]
    assert all(ord_ in siste.tekst for ord_ in ("Du må ha med:", "pass", "bilde", "penger"))


def test_punkter_blir_egne_enheter_uten_merket_sitt(les: Les) -> None:
    assert enheter(les("# T\n\nTa med:\n\n- pass\n- bilde\n  fra i år\n\n1. først\n2. så\n")) == ["Ta med:", "pass", "bilde\n  fra i år", "først", "så"]


def test_en_tabell_med_bare_hode_gar_ikke_tapt(les: Les) -> None:
    assert "Ring 71 11 10 00" in " ".join(enheter(les("# T\n\n| Ring 71 11 10 00 | Hverdager |\n| --- | --- |\n")))


@pytest.mark.parametrize(
    ("fil", "tekst"),
    [
        ("a.txt", "Frister\n\n15. august er fristen for å søke.\n"),
        ("a.md", "# Frister\n\n15. august er fristen for å søke.\n"),
        ("a.md", "# Frister\n\nDu kan søke helt fram til\n1. august er fristen for å søke.\n"),
        ("a.html", "<h1>Frister</h1><p>15. august er fristen for å søke.</p>"),
    ],
)
def test_en_dato_forst_pa_linja_beholder_dagen(les: Les, fil: str, tekst: str) -> None:
    d = les(tekst, fil)
    assert any(e.startswith(("15. august", "1. august", "Du kan søke helt fram til\n1. august")) for e in enheter(d))


# --- identity --------------------------------------------------------------------------------------


def test_id_er_lesbar_og_star_fast_nar_noe_kommer_til(les: Les) -> None:
    for_ = {u.id: u.digest for u in del_opp(les("# T\n\nOm.\n\n## Hva koster det?\n\nGratis.\n\n## Noe helt annet\n\nJa.\n"))}
    etter = {u.id: u.digest for u in del_opp(les("# T\n\nOm.\n\n## Hva koster det?\n\nIkke gratis.\n\n## Noe helt annet\n\nJa.\n\n## Klage\n\nSkriv.\n"))}
    assert list(for_) == ["a#tekst#1", "a#pris#1", "a#noe-helt-annet#1"]
    assert set(etter) - set(for_) == {"a#avslag-og-klage#1"}
    assert [i for i in for_ if for_[i] != etter[i]] == ["a#pris#1"]


def test_vart_eget_korpus_folger_de_samme_lovene(eget_korpus: Path) -> None:
    from veileder.indeksering.korpus import les_korpus

    for d in les_korpus(eget_korpus, Stedsnavn({})).dokumenter:
        utdrag = del_opp(d)
        assert len({u.id for u in utdrag}) == len(utdrag), d.fil
        dekket = _dekket(d, utdrag)
        tapt = [d.tekst[i] for s in d.seksjoner for i in range(s.start, s.slutt) if i not in dekket and d.tekst[i].isalnum()]
        assert not [t for t in tapt if not t.isdigit()], d.fil

"""The report of a run: one page that asks for nothing, three files that agree, and what changed since last time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from evaluering.gull import Gullrad
from evaluering.metrikker import Rad, Vurdert, mal_soket, mal_svar
from evaluering.rapport import lag_rapport
from evaluering.rapport.navn import les_navn
from evaluering.rapport.sammenligning import dom
from evaluering.rapport.tallform import endringsspenn, poeng, prosent, spenn, utvid
from evaluering.statistikk import Tall
from veileder.domene import Utfall

OND = '<script>alert("x")</script> | hva koster *alarm*?'


def gullrad(nr: int, sett: str = "dev", **felt: Any) -> Gullrad:
    grunn: dict[str, Any] = {
        "sporsmal": f"Hva koster alarm nummer {nr}?",
        "seksjoner": ["tjenester/trygghetsalarm#pris"],
        "utfall": ["besvart"],
    }
    return Gullrad.model_validate({"id": f"g{nr:03d}", "sett": sett, **grunn, **felt})


GULL = [
    gullrad(1, sporsmal=OND),
    *(gullrad(n) for n in range(2, 13)),
    *(gullrad(n, sett="test", sporsmal=f"Et prøvespørsmål nummer {n}") for n in range(13, 25)),
]


def svarrad(g: Gullrad, *, godt: bool = True, **felt: Any) -> Rad:
    kilde = {
        "nr": 1, "dokument": "tjenester/trygghetsalarm", "fil": "tjenester/trygghetsalarm.md", "aspekt": "pris", "malform": "nb",
        "sitat": "Alarmen er gratis.",
    }  # fmt: skip
    return {
        "id": g.id,
        "variant": "",
        "sporsmal": g.sporsmal,
        "kommune": "",
        "utfall": "besvart" if godt else "uten_grunnlag",
        "tekst": f"Godt svar til {g.id}. [1]" if godt else f"Vet ikke, {g.id}.",
        "sprak": "nb",
        "kilder": [kilde] if godt else [],
        "treff": [{"seksjon": "tjenester/trygghetsalarm#pris", "kommune": "felles", "poeng": 1.0}],
        "vurderinger": [{"kontroll": "grunnlag", "bestatt": godt, "grunn": "0.90 mot 0.50"}],
        "ms": 100.0,
        **felt,
    }


def tall(snitt: float, antall: int, bredde: float = 0.05) -> dict[str, float]:
    return {"snitt": snitt, "lav": round(snitt - bredde, 4), "hoy": round(snitt + bredde, 4), "antall": antall}


def vurdering(**felt: Any) -> dict[str, Any]:
    hoved = {
        "seksjon vist": tall(0.765, 12),
        "utfall": tall(0.914, 12),
        "forbudt vist": tall(0, 12, 0),
        "ms": tall(123.4, 12, 9.0),
    }
    return {
        "oppsett": {"kode": {"versjon": "0.1.0", "commit": "abc", "endret": False}, "korpus": {"digest": "d1"}, "sporsmal": {"antall": 24}},
        "metrikker": {"dev": hoved, "test": {**hoved, "seksjon vist": tall(0.683, 12)}},
        "grupper": {
            s: {
                "tjeneste": {"trygghetsalarm": {"utfall": tall(0.9, 12)}},
                "aspekt": {"pris": {"utfall": tall(0.9, 12)}},
                "språk": {"nb": {"utfall": tall(0.9, 6)}, "nn": {"utfall": tall(0.5, 6)}, "en": {"utfall": tall(0.1, 1)}},
            }
            for s in ("dev", "test")
        },
        "varmekart": {"trygghetsalarm": {"pris": {"andel": 0.75, "antall": 12}}},
        "forveksling": {"dev": {"besvart": {"besvart": 10, "uten_grunnlag": 2}}, "test": {}},
        "avstaelse": [{"terskel": t / 20, "svart": 1 - t / 40, "avstatt": t / 20} for t in range(21)],
        "palitelighet": [{"sikkerhet": 0.1, "rett": 0.2, "antall": 5}, {"sikkerhet": 0.9, "rett": 0.95, "antall": 19}],
        "robusthet": {"stavefeil": {"seksjon vist": tall(-0.123, 12)}},
        "likhet": {
            "språk": {
                "nb": {"rett": tall(0.9, 12), "forskjell": tall(0, 12, 0), "samme": tall(1, 12, 0)},
                "en": {"rett": tall(0.6, 12), "forskjell": tall(-0.3, 12), "samme": tall(0.5, 12)},
            }
        },
        "golv": {"dev": [{"metrikk": "utfall", "gulv": 0.95, "mal": 0.98, "hvorfor": "Noen kan stå uten hjelp.", **tall(0.914, 12), "holder": False}], "test": []},
        "dommer": None,
        "tid": [80.0, 100.0, 120.0, 500.0],
        "verste": [
            {
                "id": "g001", "sporsmal": OND, "vil_vite": "", "språk": "nb", "rolle": "innbygger", "utfall": "uten_grunnlag",
                "feil": ["endte som uten_grunnlag, skulle være besvart eller delvis"], "svar": "Vet ikke <b>her</b>.", "viste": [],
                "riktige": ["tjenester/trygghetsalarm#pris"], "søket": ["tjenester/trygghetsalarm#om"], "referanse": "", "avsto": True,
            }
        ],
        **felt,
    }  # fmt: skip


def kjoring(mappe: Path, rader: Sequence[Rad] | None = None, **felt: Any) -> Path:
    mappe.mkdir(parents=True)
    (mappe / "vurdering.json").write_text(json.dumps(vurdering(**felt)), encoding="utf-8")
    rader = [svarrad(g) for g in GULL] if rader is None else rader
    (mappe / "rader.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rader), encoding="utf-8")
    return mappe


@pytest.fixture(scope="module")
def korpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rot = tmp_path_factory.mktemp("korpus")
    (rot / "tjenester").mkdir()
    (rot / "tjenester" / "trygghetsalarm.md").write_text(
        "---\ntittel: Trygghetsalarm\n---\n\n## Pris\n\nAlarmen er gratis.\n", encoding="utf-8"
    )
    (rot / "tjenester" / "bpa.md").write_text("---\ntittel: Brukerstyrt personlig assistanse (BPA)\n---\n", encoding="utf-8")
    return rot


def vurder(gull: Sequence[Gullrad], svar: Iterable[Rad], korpus: Path) -> list[Vurdert]:
    """Judge without ragas, which takes seconds to load and measures nothing that these tests look at."""
    rader = list(svar)
    return [
        Vurdert(gull=g, svar=s, verdier={**x, **mal_svar(g, s, korpus)})
        for g, s, x in zip(gull, rader, mal_soket(gull, rader), strict=True)
    ]


def rapport(mappe: Path, korpus: Path) -> tuple[str, str, dict[str, Any]]:
    side = lag_rapport(mappe, gull=GULL, korpus=korpus, vurder=vurder)
    assert side == mappe / "rapport.html"
    html, md = (side.with_suffix(e).read_text(encoding="utf-8") for e in (".html", ".md"))
    return html, md, json.loads(side.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def to_kjoringer(tmp_path_factory: pytest.TempPathFactory, korpus: Path) -> tuple[str, str, dict[str, Any], Path]:
    """Three questions are worse than the run before (one of them a test question), and two are better."""
    rot = tmp_path_factory.mktemp("kjoringer")
    kjoring(rot / "20261101-090000", [svarrad(g, godt=g.id not in ("g004", "g005")) for g in GULL])
    na = kjoring(rot / "20261123-140500", [svarrad(g, godt=g.id not in ("g002", "g003", "g014")) for g in GULL])
    return *rapport(na, korpus), na


class Leser(HTMLParser):
    """Every tag and attribute of a page, and the text that a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger: list[tuple[str, dict[str, str]]] = []
        self.tekst = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tagger.append((tag, {k: v or "" for k, v in attrs}))

    def handle_data(self, data: str) -> None:
        self.tekst += data


def les(html: str) -> Leser:
    leser = Leser()
    leser.feed(html)
    return leser


# --- the page --------------------------------------------------------------------------------------


def test_siden_henter_ingenting_og_kjorer_ingenting(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html = to_kjoringer[0]
    tagger = les(html).tagger
    assert {t for t, _ in tagger}.isdisjoint({"script", "link", "img", "iframe", "object", "base"})
    assert not [
        a for _, a in tagger for k, v in a.items() if k in ("src", "href", "xlink:href", "srcset") and not v.startswith("#")
    ]
    assert "url(http" not in html and "@import" not in html and "http://" not in html


def test_sporsmal_og_svar_er_data_og_aldri_kode(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, _, _ = to_kjoringer
    assert "<script" not in html and "<script" not in md
    assert OND in les(html).tekst
    assert "Vet ikke <b>her</b>." in les(html).tekst and "<b>" not in md
    assert r"\| hva koster \*alarm\*?" in md


def test_lenker_og_navn_peker_pa_noe_som_finnes_en_gang(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    tagger = les(to_kjoringer[0]).tagger
    ider = [a["id"] for _, a in tagger if "id" in a]
    assert len(ider) == len(set(ider))
    pekere = {v[1:] for _, a in tagger for k, v in a.items() if k == "href"}
    navngitt = {n for _, a in tagger for k in ("aria-labelledby",) for n in a.get(k, "").split()}
    klipp = set(re.findall(r"url\(#([^)]+)\)", to_kjoringer[0]))
    assert (pekere | navngitt | klipp) <= set(ider)


def test_overskriftene_gar_ett_trinn_om_gangen(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    trinn = [int(t[1]) for t, _ in les(to_kjoringer[0]).tagger if re.fullmatch(r"h[1-6]", t)]
    assert trinn[0] == 1 and trinn.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(trinn))


def test_hver_figur_har_navn_lesning_og_tabell(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, _, data, _ = to_kjoringer
    assert [f["id"] for f in data["figurer"]] == ["varmekart", "palitelighet", "avstaelse", "svartid", "vekst"]
    assert html.count("<svg") == html.count("<desc") == html.count("Tallene i figuren som tabell") == 5
    tekst = les(html).tekst
    assert all(tekst.count(f["lesning"]) >= 2 for f in data["figurer"])  # beside the drawing and within it


def test_en_tjeneste_uten_sporsmal_star_som_blank_rad(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, _, data, _ = to_kjoringer
    assert "27 av 28 ruter er blanke" in data["figurer"][0]["lesning"]
    assert "Brukerstyrt personlig" in html and "75\u00a0% av 12" in html


# --- the figures -----------------------------------------------------------------------------------


def test_tallene_er_de_samme_i_de_tre_filene(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, data, mappe = to_kjoringer
    fra = json.loads((mappe / "vurdering.json").read_text(encoding="utf-8"))["metrikker"]
    tekst = les(html).tekst
    for rad in data["hovedtall"]:
        for sett, celle in rad["sett"].items():
            assert celle["snitt"] == fra[sett][rad["navn"]]["snitt"]
            vist = prosent(celle["snitt"]) if rad["enhet"] == "andel" else "123\u00a0ms"
            assert vist in tekst and vist in md
    assert "68,3\u00a0%" in tekst and "76,5\u00a0%" in md
    assert all(" ".join(data["kort_sagt"]) in t for t in (tekst, md))


def test_brutt_gulv_sies_med_ord(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, data, _ = to_kjoringer
    utfall = next(r for r in data["hovedtall"] if r["navn"] == "utfall")
    assert utfall["sett"]["dev"]["status"] == "under" and utfall["sett"]["test"]["status"] == ""
    assert "under gulvet" in html and "Gulvet: Noen kan stå uten hjelp." in html and "✗ under gulvet" in md


def test_nar_alle_svar_er_like_regnes_intervallet_med_treregelen(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    celle = next(r for r in to_kjoringer[2]["hovedtall"] if r["navn"] == "forbudt vist")["sett"]["test"]
    assert (celle["lav"], celle["hoy"], celle["treregel"]) == (0, 0.25, True)
    assert utvid({"snitt": 1.0, "lav": 1.0, "hoy": 1.0, "antall": 60})["lav"] == 0.95
    assert not utvid({"snitt": 0.5, "lav": 0.4, "hoy": 0.6, "antall": 60})["treregel"]


def test_bare_grupper_som_er_store_nok_kalles_svakest(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    sprak = next(g for g in to_kjoringer[2]["grupper"] if g["slag"] == "språk")["rader"]
    assert [(r["navn"], r["svakest"]) for r in sprak] == [("Bokmål", []), ("Nynorsk", ["utfall"]), ("Engelsk", [])]
    assert sprak[1]["tall"]["utfall"] == {"snitt": 0.5, "antall": 12}


def test_gruppen_som_kommer_darligst_ut_er_nevnt(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    assert "gruppen engelsk med 60,0\u00a0%" in to_kjoringer[0]
    assert "Mest taper assistenten på «stavefeil»" in to_kjoringer[0]


def test_feilen_star_med_ord_og_ikke_med_nokler(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, _, _ = to_kjoringer
    for tekst in (les(html).tekst, md):
        assert "ndte med «vet ikke», skulle være «svar» eller «delvis svar»" in tekst
        assert "Trygghetsalarm – pris" in tekst and "uten_grunnlag" not in tekst


# --- two runs --------------------------------------------------------------------------------------


def test_sporsmalene_som_ble_verre_er_nevnt_med_begge_svarene(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, data, _ = to_kjoringer
    s = data["sammenligning"]
    assert [r["id"] for r in s["verre"]] == ["g002", "g003"] and [r["id"] for r in s["bedre"]] == ["g004", "g005"]
    assert s["verre"][0]["for"]["svar"] == "Godt svar til g002. [1]" and s["verre"][0]["na"]["svar"] == "Vet ikke, g002."
    for tekst in (html, md):
        assert "Vet ikke, g002." in tekst and "Godt svar til g002." in tekst


def test_provesporsmal_vises_aldri_bare_telles(to_kjoringer: tuple[str, str, dict[str, Any], Path]) -> None:
    html, md, data, _ = to_kjoringer
    assert data["sammenligning"]["antall"]["test"] == {"verre": 1, "bedre": 0, "annerledes": 0}
    assert not [t for t in (html, md, json.dumps(data, ensure_ascii=False)) if "Et prøvespørsmål nummer" in t or "g014" in t]


def test_en_endring_er_sikker_bare_nar_hele_intervallet_er_pa_en_side() -> None:
    def diff(lav: float, hoy: float) -> Tall:
        return Tall(snitt=(lav + hoy) / 2, lav=lav, hoy=hoy, antall=9)

    assert [dom("utfall", diff(*x)) for x in ((0.1, 0.2), (-0.2, -0.1), (-0.1, 0.2), (0, 0))] == [
        "bedre",
        "verre",
        "usikker",
        "uendret",
    ]
    assert dom("unødig avslag", diff(0.1, 0.2)) == "verre" and dom("ms", diff(-20, -10)) == "endret"


def test_rader_som_er_borte_gir_tall_uten_intervall(tmp_path: Path, korpus: Path) -> None:
    gammel = kjoring(tmp_path / "20261101-090000")
    (gammel / "rader.jsonl").unlink()
    html, _, data = rapport(kjoring(tmp_path / "20261102-090000"), korpus)
    s = data["sammenligning"]
    assert s["grunn"].startswith("svarene fra den forrige") and s["grunn"] in html
    assert {r["dom"] for r in s["forskjeller"]["dev"]} == {"ukjent"} and not s["verre"]


def test_bare_sporsmal_med_samme_ord_sammenlignes(tmp_path: Path, korpus: Path) -> None:
    kjoring(
        tmp_path / "20261101-090000",
        [svarrad(g, godt=False, **({"sporsmal": "Et annet"} if g.id == "g002" else {})) for g in GULL],
    )
    _, _, data = rapport(kjoring(tmp_path / "20261102-090000"), korpus)
    assert data["sammenligning"]["felles"] == {"test": 12, "dev": 11}
    assert "g002" not in [r["id"] for r in data["sammenligning"]["bedre"]]


def test_sitater_dommes_ikke_pa_nytt_mot_tekster_som_er_endret(tmp_path: Path, korpus: Path) -> None:
    kjoring(tmp_path / "20261101-090000", oppsett={"korpus": {"digest": "annen"}})
    _, _, data = rapport(kjoring(tmp_path / "20261102-090000"), korpus)
    navn = {r["navn"] for r in data["sammenligning"]["forskjeller"]["dev"]}
    assert "sitat bærer" in navn and not {"sitat ordrett", "målform"} & navn
    assert not data["sammenligning"]["samme_program"]


def test_en_eldre_kjoring_som_ikke_kan_leses_sies_fra_om(tmp_path: Path, korpus: Path) -> None:
    (kjoring(tmp_path / "20261101-090000") / "vurdering.json").write_text("{", encoding="utf-8")
    html, _, data = rapport(kjoring(tmp_path / "20261102-090000"), korpus)
    assert data["uleselige"] == ["20261101-090000"] and "hoppet over: 20261101-090000" in html


# --- runs of every kind ----------------------------------------------------------------------------


def test_samme_kjoring_gir_samme_filer_pa_byten(tmp_path: Path, korpus: Path) -> None:
    kjoring(tmp_path / "20261101-090000")
    mappe = kjoring(tmp_path / "20261102-090000")
    forste = rapport(mappe, korpus)
    assert rapport(mappe, korpus) == forste


def test_en_forste_kjoring_uten_gulv_og_grupper(tmp_path: Path, korpus: Path) -> None:
    tomt: dict[str, Any] = {
        "golv": {},
        "grupper": {"dev": {}, "test": {}},
        "likhet": {},
        "robusthet": {},
        "varmekart": {},
        "verste": [],
    }
    html, md, data = rapport(kjoring(tmp_path / "alene", **tomt, avstaelse=[], palitelighet=[], forveksling={}, tid=[]), korpus)
    assert data["sammenligning"] is None and data["figurer"] == [] and data["grupper"] == []
    for tekst in (html, md):
        assert "første kjøringen" in tekst and "Ingen gulv er satt" in tekst


def test_en_kjoring_med_bare_utviklingssporsmal(tmp_path: Path, korpus: Path) -> None:
    html, md, data = rapport(kjoring(tmp_path / "dev", metrikker={"dev": vurdering()["metrikker"]["dev"]}), korpus)
    assert "Assistenten fikk 12 utviklingsspørsmål." in html and "Gulvet er brutt for «utfall»" in md
    assert all(r["sett"]["test"] is None for r in data["hovedtall"])


def test_en_kjoring_uten_noen_tall(tmp_path: Path, korpus: Path) -> None:
    mappe = tmp_path / "tom"
    mappe.mkdir()
    (mappe / "vurdering.json").write_text("{}", encoding="utf-8")
    html, _, data = rapport(mappe, korpus)
    assert "Ingen spørsmål er vurdert" in html and data["hovedtall"] == []


def test_en_mappe_uten_vurdering_gir_en_linje_om_hva_som_mangler(tmp_path: Path, korpus: Path) -> None:
    with pytest.raises(ValueError, match="er ikke vurdert"):
        lag_rapport(tmp_path, gull=GULL, korpus=korpus, vurder=vurder)
    assert list(tmp_path.iterdir()) == []


def test_dommeren_vises_med_det_den_ikke_klarte(tmp_path: Path, korpus: Path) -> None:
    dommer = {
        "dommer": "prove:modell", "ganger": 2, "tegn": 4000, "kuttet": [{"id": "g001"}], "prompter": {"trofasthet": "abc123"},
        "metrikker": {
            "trofasthet": {**tall(0.877, 9), "uten_verdi": 3, "uten_dommer": 0, "feil": {"tidsavbrudd": 3}, "spredning": 0.02},
            "svarrelevans": {"snitt": None, "antall": 0, "uten_verdi": 12, "uten_dommer": 0, "feil": {}, "spredning": None},
        },
        "rader": {"g014": {}},
    }  # fmt: skip
    html, md, data = rapport(kjoring(tmp_path / "dømt", dommer=dommer), korpus)
    for tekst in (html, md):
        assert "87,7\u00a0%" in tekst and "tidsavbrudd: 3" in tekst and "prove:modell" in tekst
    assert "abc123" in html and data["dommer"]["kuttet"] == 1


# --- words and numbers -----------------------------------------------------------------------------


def test_tall_skrives_pa_norsk() -> None:
    assert prosent(0.942) == "94,2\u00a0%" and spenn(0.88, 0.98, "andel") == "88,0–98,0\u00a0%"
    assert [poeng(x) for x in (0.012, -0.04, 0.0, -0.0001)] == ["+1,2", "−4,0", "0,0", "0,0"]
    assert endringsspenn(-0.404, 0.0) == "−40,4 til 0,0"


def test_seksjoner_heter_det_de_heter_i_tekstene(korpus: Path) -> None:
    navn = les_navn(korpus)
    assert navn.seksjon("tjenester/bpa#avslag-og-klage") == "Brukerstyrt personlig assistanse (BPA) – avslag og klage"
    assert navn.seksjon("lokalt/molde/trygghetsalarm#pris") == "Trygghetsalarm (Molde) – pris"
    assert navn.seksjon("veileder/ny#hva-na") == "Ny – Hva na"


def test_alle_utfall_har_ord() -> None:
    from evaluering.rapport.navn import UTFALL

    assert set(UTFALL) == set(Utfall) and len(set(UTFALL.values())) == len(Utfall)

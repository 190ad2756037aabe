"""Learn how candidates are ranked and when there is enough basis: ``python -m evaluering.tren_rangering``.

Ranking: pairwise logistic regression (Joachims 2002) over the features of ``rangtrekk.TREKK``. Basis:
logistic regression over ``grunnlag.TREKK``. Questions come from the development sets, and from NorQuAD's
validation split when its folder is given with ``--norquad``. Writes veileder/gjenfinning/vekter.json and prints what it measured.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from evaluering.eksempler import ROT, enkle_sporsmal, les
from evaluering.gull import Gullrad, les_gull
from evaluering.hurtiglager import husk_sporsmal
from veileder import oppstart
from veileder.domene import Malform, Rolle, Utdrag
from veileder.forstaelse.emne import finn_emne
from veileder.forstaelse.felt import utenfor_feltet
from veileder.forstaelse.sprak import gjett_malform
from veileder.forstaelse.sted import uten_steder
from veileder.forstaelse.trekk import trekk_for
from veileder.gjenfinning import grunnlag as gr
from veileder.gjenfinning import soker
from veileder.gjenfinning.rangtrekk import TREKK
from veileder.gjenfinning.sporring import Sok
from veileder.innstillinger import Innstillinger
from veileder.ressurser import Ressurser

UT = ROT.parent / "veileder" / "gjenfinning" / "vekter.json"
Rad = dict[str, Any]


@dataclasses.dataclass
class Eksempel:
    """One question's candidates: features (n, k), which are right (n,), and the features of the basis."""

    trekk: np.ndarray
    rett: np.ndarray
    grunnlag: np.ndarray | None
    svarbar: bool


def apne(korpus: Path, arbeid: Path) -> Ressurser:
    """Index a folder below ``arbeid`` and open it."""
    innst = Innstillinger(korpus=korpus, data=arbeid / korpus.name)
    oppstart.indekser(innst)
    r = oppstart.LevendeRessurser(innst)()
    husk_sporsmal(r.indeks.embedder)
    return r


def les_sporsmal(
    r: Ressurser,
    rad: Rad,
    rett: Callable[[Utdrag], bool],
    svarbar: bool,
    rolle: str,
) -> Eksempel:
    """Return what the ranker sees for one question."""
    tekst, e = str(rad["sporsmal"]), r.indeks.embedder
    vektor = np.asarray(e.embed_query(tekst), np.float32)
    trekk_ = trekk_for(tekst, r.ordliste, r.indeks.leksikalsk.analyse, e)
    emne = finn_emne(tekst, r.ordliste, r.indeks.temaer, trekk_, e.navn)
    s = Sok(
        tekst=tekst,
        utvidelse=emne.utvidelse,
        kommune=str(rad.get("kommune") or ""),
        rolle=Rolle(rolle),
        malform=gjett_malform(tekst) or Malform.NB,
        tjenester=emne.tjenester,
        aspekter=emne.aspekter,
        signaler=emne.signaler,
        svartyper=emne.svartyper,
        trekk=emne.trekk,
    )
    rader, _, x = soker.kandidater(r.indeks, s, vektor)
    funn = soker.sok(r.indeks, s)
    utenfor = utenfor_feltet(uten_steder(tekst, r.stedsnavn), r.ordliste, r.indeks.leksikalsk.analyse, e)
    g = gr.grunnlagstrekk(r.indeks, tekst, emne, funn, utenfor) if funn.treff else None
    return Eksempel(trekk=x, rett=np.array([rett(r.indeks.utdrag[i]) for i in rader], bool), grunnlag=g, svarbar=svarbar)


def egne(r: Ressurser) -> list[Eksempel]:
    """The development questions. None of the training questions: the field model has learnt those."""
    rader: list[Rad] = les((ROT / "datasett").glob("*.dev.jsonl"))
    rader = [q for q in rader if "fasit" in q and all(f["dokument"] in r.indeks.temaer for f in q["fasit"])]
    return [les_sporsmal(r, rad, _i_fasit(rad), bool(rad["fasit"]), rad["rolle"]) for rad in rader] + gull(r)


def grunnlag(r: Ressurser) -> list[Eksempel]:
    """Questions with and without an answer, for the basis alone: nobody said where the answer stands."""
    return [
        les_sporsmal(r, q, lambda _: bool(q["svarbar"]), bool(q["svarbar"]), "innbygger")  # noqa: B023 - used at once
        for q in les([ROT / "datasett" / "grunnlag.dev.jsonl"])
    ]


def gull(r: Ressurser) -> list[Eksempel]:
    """The golden questions of the development split that have an answer."""
    rader = [g for g in les_gull(("dev",)) if g.svarbar]
    roller = ["saksbehandler" if g.rolle == "saksbehandler" else "innbygger" for g in rader]
    return [
        les_sporsmal(r, {"sporsmal": g.sporsmal, "kommune": g.kommune}, _i_seksjon(g), True, rolle)
        for g, rolle in zip(rader, roller, strict=True)
    ]


def _i_seksjon(g: Gullrad) -> Callable[[Utdrag], bool]:
    return lambda u: f"{u.dokument}#{u.aspekt}" in g.seksjoner


def _i_fasit(rad: Rad) -> Callable[[Utdrag], bool]:
    return lambda u: any(u.tema == f["dokument"] and (not f["aspekt"] or u.aspekt in f["aspekt"]) for f in rad["fasit"])


def _med_faktum(rad: Rad) -> Callable[[Utdrag], bool]:
    return lambda u: u.fil == rad["fil"] and any(f in u.tekst for f in rad["fakta"])


def _over_svaret(q: Rad) -> Callable[[Utdrag], bool]:
    til = q["start"] + len(q["svar"])
    return lambda u: u.fil == f"{q['dokument']}.txt" and u.start < til and u.slutt > q["start"]


FREMMEDE = ("fremmed_dev", "fremmed_dev2")
"""Folders of foreign pages, each with its questions beside it."""


def fremmede(r: Ressurser, navn: str) -> list[Eksempel]:
    """Development questions about foreign pages."""
    rader: list[Rad] = les([ROT / "datasett" / f"{navn}.jsonl"])
    return [les_sporsmal(r, rad, _med_faktum(rad), bool(rad["fil"]), "innbygger") for rad in rader]


def norquad(r: Ressurser, mappe: Path, antall: int) -> tuple[list[Eksempel], list[Eksempel]]:
    """Questions over NorQuAD with their document, and the same with it hidden (nothing to answer from)."""
    rader: list[Rad] = les([mappe / "sporsmal.jsonl"])[:antall]
    med = [les_sporsmal(r, q, _over_svaret(q), True, "innbygger") for q in rader]
    return med, [_uten_dokument(r, q) for q in rader[::2]]


def _uten_dokument(r: Ressurser, q: Rad) -> Eksempel:
    tekst, e = q["sporsmal"], r.indeks.embedder
    emne = finn_emne(tekst, r.ordliste, r.indeks.temaer, trekk_for(tekst, r.ordliste, r.indeks.leksikalsk.analyse, e), e.navn)
    funn = soker.sok(r.indeks, Sok(tekst=tekst, utvidelse=emne.utvidelse, svartyper=emne.svartyper, antall=30))
    andre = dataclasses.replace(funn, treff=tuple(t for t in funn.treff if t.utdrag.fil != f"{q['dokument']}.txt")[:10])
    g = gr.grunnlagstrekk(r.indeks, tekst, emne, andre, 0.0) if andre.treff else None
    return Eksempel(trekk=np.zeros((0, len(TREKK))), rett=np.zeros(0, bool), grunnlag=g, svarbar=False)


def treffsikkerhet(eksempler: Sequence[Eksempel], vekter: np.ndarray) -> list[float]:
    """Return hit@1, @3, @5 and @10 of answerable questions."""
    h, n = np.zeros(4), 0
    for e in eksempler:
        if e.svarbar:
            o = e.rett[np.argsort(-(e.trekk @ vekter), kind="stable")]
            h, n = h + [bool(o[:k].any()) for k in (1, 3, 5, 10)], n + 1
    return [round(float(x), 3) for x in h / max(n, 1)]


def tilpass(grupper: Sequence[tuple[Sequence[Eksempel], float]], start: np.ndarray) -> np.ndarray:
    """Fit the ranking's weights, scaled so that the six retrieval scores sum to 1."""
    xs, ws = [], []
    for eksempler, vekt in grupper:
        brukbare = [e for e in eksempler if e.svarbar and e.rett.any() and not e.rett.all()]
        for e in brukbare:
            poeng = e.trekk @ start
            gode, gale = e.trekk[e.rett][np.argsort(-poeng[e.rett])][:2], e.trekk[~e.rett][np.argsort(-poeng[~e.rett])][:20]
            for g in gode:
                xs.append(g - gale)
                ws.append(np.full(len(gale), vekt / len(brukbare) / len(gode) / len(gale)))
    x, w = np.vstack(xs), np.concatenate(ws)
    lr = LogisticRegression(C=3000, fit_intercept=False, max_iter=3000)
    lr.fit(np.vstack([x, -x]), np.r_[np.ones(len(x)), np.zeros(len(x))], sample_weight=np.r_[w, w])
    vekter = lr.coef_[0]
    skalert: np.ndarray = vekter / max(1e-6, vekter[:6].sum())
    return skalert


EGNE_TREKK = ("dense", "dense_3", "gram", "tema", "utenfor", "svakest", "nevnt")
"""What decides for our own texts; more features fitted the development questions and failed plain ones."""


def tilpass_grunnlag(
    grupper: Sequence[tuple[str, Sequence[Eksempel], float]], bruk: Sequence[str] = gr.TREKK
) -> dict[str, float]:
    """Fit when there is a basis; each group has the weight given. Prints what some thresholds would do."""
    kolonner = [gr.TREKK.index(t) for t in bruk]
    x, y, w, forst = [], [], [], []
    for navn, eksempler, vekt in grupper:
        for klasse in (True, False):
            del_ = [e for e in eksempler if e.grunnlag is not None and e.svarbar is klasse]
            for e in del_:
                assert e.grunnlag is not None
                x.append(e.grunnlag[kolonner])
                y.append(int(klasse))
                w.append(100 * vekt / len(del_))
                forst.append(navn == grupper[0][0])
    xa, ya, wa, fa = np.array(x), np.array(y), np.array(w), np.array(forst)
    skala = xa[fa].std(0) + 1e-6
    lr = LogisticRegression(C=1, max_iter=3000)
    p = np.zeros(len(ya))
    for inn, ut in StratifiedKFold(10, shuffle=True, random_state=0).split(xa, ya):
        p[ut] = lr.fit(xa[inn] / skala, ya[inn], sample_weight=wa[inn]).predict_proba(xa[ut] / skala)[:, 1]
    for t in (0.3, 0.4, 0.5, 0.6):
        svart, avstatt = np.mean(p[fa & (ya == 1)] >= t), np.mean(p[fa & (ya == 0)] < t)
        print(f"  {grupper[0][0]} ved {t}: svarer på {svart:.2f} av svarbare, avstår fra {avstatt:.2f} av de andre")
    lr.fit(xa / skala, ya, sample_weight=wa)
    return {
        **dict(zip(bruk, np.round(lr.coef_[0] / skala, 4).tolist(), strict=True)),
        "konstant": round(float(lr.intercept_[0]), 4),
    }


def main() -> None:
    """Index the folders, learn, measure, write."""
    valg = argparse.ArgumentParser(description=__doc__)
    valg.add_argument("--norquad", type=Path, help="mappe med dokumenter.jsonl og sporsmal.jsonl")
    valg.add_argument("--arbeid", type=Path, help="mappe å beholde indeksene i")
    valg.add_argument("--rangering", action="store_true", help="ta i bruk de lærte vektene for rangering")
    a = valg.parse_args()
    arbeid = a.arbeid or Path(tempfile.mkdtemp())
    korpus = apne(ROT.parent / "korpus", arbeid)
    dev, fd = egne(korpus), [e for navn in FREMMEDE for e in fremmede(apne(ROT / "datasett" / navn, arbeid), navn)]
    enkle = [les_sporsmal(korpus, {"sporsmal": q}, lambda _: True, True, "innbygger") for q, *_ in enkle_sporsmal()]
    med: list[Eksempel] = []
    uten: list[Eksempel] = []
    if a.norquad:
        from evaluering.norquad import skriv_mappe

        med, uten = norquad(apne(skriv_mappe(a.norquad, arbeid), arbeid), a.norquad, 260)
    nye = tilpass([(dev, 2.0), (fd, 0.7), (med, 0.5)], soker.VEKTER)
    vekter = nye if a.rangering else soker.VEKTER.astype(float)
    print("rangering", dict(zip(TREKK, np.round(vekter, 3).tolist(), strict=True)))
    for navn, e in (("utvikling", dev), ("fremmede sider", fd), ("norquad", med)):
        print(f"  {navn}: hit@1, 3, 5, 10 = {treffsikkerhet(e, vekter)} (før {treffsikkerhet(e, soker.VEKTER)})")
    vektfil = {
        **json.loads(UT.read_text(encoding="utf-8")),
        "modell": korpus.indeks.embedder.navn,
        "rangering": dict(zip(TREKK, np.round(vekter, 4).tolist(), strict=True)),
        "grunnlag": tilpass_grunnlag(
            [("egne tekster", [*dev, *grunnlag(korpus)], 1.0), ("de enkleste", enkle, 0.2)], EGNE_TREKK
        ),
        "grunnlag_importert": tilpass_grunnlag(
            [("fremmede sider", fd, 1.0), *([("norquad", [*med, *uten], 0.3)] if med else [])]
        ),
    }
    UT.write_text(json.dumps(vektfil, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

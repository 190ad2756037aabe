"""Learn how sure an answer is of covering its question: ``python -m evaluering.tren_dekning``.

Logistic regression over ``dekning.TREKK``: was a right section among those shown? Questions come from the
development sets; one without an answer counts as not covered. Writes the part «dekning» of
veileder/gjenfinning/vekter.json, and prints a reliability table from ten-fold cross-validation.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from evaluering.eksempler import ROT, les
from evaluering.gull import les_gull
from evaluering.hurtiglager import husk_sporsmal
from evaluering.tren_rangering import UT
from veileder import oppstart
from veileder.domene import Henvendelse, Rolle
from veileder.formulering.dekning import GODT, TREKK, dekningstrekk
from veileder.formulering.oppslag import sla_opp
from veileder.forstaelse.grense import Grense
from veileder.forstaelse.melding import Klokke, finn_grense, forsta, les_melding
from veileder.innstillinger import Innstillinger
from veileder.ressurser import Ressurser

Sporsmal = tuple[str, str, str, frozenset[str]]
"""Text, kommune, role, and the right sections (document#aspect; none: nothing covers it)."""


def sporsmal() -> list[Sporsmal]:
    """Return the development questions."""
    ut: list[Sporsmal] = [
        (g.sporsmal, g.kommune, "saksbehandler" if g.rolle == "saksbehandler" else "innbygger", frozenset(g.seksjoner))
        for g in les_gull(("dev",))
    ]
    uten = [q for q in les([ROT / "datasett" / "grunnlag.dev.jsonl"]) if not q["svarbar"]]
    return ut + [(str(q["sporsmal"]), "", "innbygger", frozenset()) for q in uten]


def eksempel(q: Sporsmal, r: Ressurser) -> tuple[np.ndarray, bool] | None:
    """Return the features and whether a right section was shown; None for a question that was not answered."""
    tekst, kommune, rolle, rette = q
    melding = les_melding(Henvendelse(id="tren", tekst=tekst, kommune=kommune, rolle=Rolle(rolle)), r, Klokke())
    grense, melding = finn_grense(melding, r)
    if grense.grense is not Grense.GENERELL:
        return None
    selvstendig, emne = forsta(melding, r)
    o = sla_opp(selvstendig, emne, melding, grense, r, 1)
    if not o.utkast.kilder:
        return None
    return dekningstrekk(emne, o.funn, o.grunnlag, o.utkast.kilder), any(
        f"{k.dokument}#{k.aspekt}" in rette for k in o.utkast.kilder
    )


def main() -> None:
    """Answer the questions, learn, measure, write."""
    with tempfile.TemporaryDirectory() as mappe:
        innst = Innstillinger(data=Path(mappe))
        oppstart.indekser(innst)
        r = oppstart.LevendeRessurser(innst)()
        husk_sporsmal(r.indeks.embedder)
        par = [e for q in sporsmal() if (e := eksempel(q, r))]
    x, y = np.array([t for t, _ in par]), np.array([v for _, v in par], int)
    skala = np.maximum(x.std(0), 1e-6)
    skala[-1] = 1.0
    modell = LogisticRegression(C=1.0, fit_intercept=False, max_iter=3000)
    deling = StratifiedKFold(10, shuffle=True, random_state=0)
    p = cross_val_predict(modell, x / skala, y, cv=deling, method="predict_proba")[:, 1]
    print(f"{len(y)} besvarte, {y.mean():.3f} med rett seksjon; {np.mean(p >= GODT):.3f} «godt dekket»")
    for fra, til in ((0.0, 0.25), (0.25, 0.5), (0.5, GODT), (GODT, 0.9), (0.9, 1.01)):
        i = (p >= fra) & (p < til)
        if i.any():
            print(f"  {fra:.2f}–{til:.2f}: sagt {p[i].mean():.2f}, rett {y[i].mean():.2f}, {i.sum()} svar")
    modell.fit(x / skala, y)
    vekter = json.loads(UT.read_text(encoding="utf-8"))
    vekter["dekning"] = dict(zip(TREKK, np.round(modell.coef_[0] / skala, 4).tolist(), strict=True))
    UT.write_text(json.dumps(vekter, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

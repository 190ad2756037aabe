"""Train the classifiers that ship with the package: ``python -m evaluering.tren``.

Reads evaluering/trening/*.jsonl, writes veileder/forstaelse/modeller/*.npz, and prints the accuracy in
ten-fold cross-validation. Run it when the examples change, not when a corpus is indexed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from evaluering.hurtiglager import husk_sporsmal
from veileder.adaptere.embedding import InnebygdE5
from veileder.forstaelse.felt import sporsmalsdel
from veileder.forstaelse.ordliste import les_ordliste
from veileder.forstaelse.trekk import trekk_av, vektorpar
from veileder.gjenfinning.analyse import Analyse
from veileder.overlevering.kontakt import les_kontakter

ROT = Path(__file__).resolve().parent
UT = ROT.parent / "veileder" / "forstaelse" / "modeller"
STYRKE = 2.0
"""Inverse regularisation, chosen on the development questions among 1, 2, 4 and 16."""

FELTSTYRKE = 5.0
"""The same for the head «outside the field», among 0.3, 1, 2, 5 and 15."""

Rad = dict[str, Any]


def les(filer: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the rows of JSON-lines files."""
    return [json.loads(linje) for fil in sorted(filer) for linje in fil.read_text(encoding="utf-8").splitlines() if linje.strip()]


def main() -> None:
    """Train all heads."""
    emne, grense = les_emne(), les_grense()
    embedder = InnebygdE5()
    husk_sporsmal(embedder)
    ordliste = les_ordliste(ROT.parent / "korpus" / "ordliste.yaml")
    analyse = Analyse(ordliste.sprak)
    midt = np.array([vektorpar(str(r["sporsmal"]), ordliste, embedder) for r in emne]).mean(0)

    @cache
    def trekk(tekst: str) -> np.ndarray:
        return trekk_av(vektorpar(tekst, ordliste, embedder), midt, tekst, ordliste, analyse)

    generelle = [i for i in range(len(emne)) if i % 4 == 0]
    emne = [*emne, *({"sporsmal": s, "tjeneste": t, "aspekt": [a]} for s, t, a in enkle_sporsmal())]
    x = np.array([trekk(str(r["sporsmal"])) for r in emne])
    tren("tjeneste", x, [str(r["tjeneste"]) for r in emne], midt, embedder.navn, emne)
    med = [(i, str(a)) for i, r in enumerate(emne) for a in r["aspekt"]]
    tren("aspekt", x[[i for i, _ in med]], [a for _, a in med], midt, embedder.navn, emne)
    gx = np.array([trekk(str(r["sporsmal"])) for r in grense])
    # General questions of the other sets are examples of what must be answered, too: most of what people write.
    seksjon = [str(r["sporsmal"]) for r in les((ROT / "trening").glob("seksjon_*.jsonl"))[::2]]
    y = [str(r["klasse"]) for r in grense] + ["generelt"] * (len(generelle) + len(seksjon))
    gxs = np.vstack([gx, x[generelle], np.array([trekk(t) for t in seksjon])])
    tren("grense", gxs, y, midt, embedder.navn, [grense, seksjon])
    for navn, klasse in (("akutt_slag", "akutt"), ("smaaprat_slag", "smaaprat")):
        egne = [i for i, r in enumerate(grense) if r["klasse"] == klasse and r["slag"]]
        tren(navn, gx[egne], [str(grense[i]["slag"]) for i in egne], midt, embedder.navn, grense)
    _tren_felt(feltrader(), trekk, midt, embedder.navn)


_ENKLE: dict[str, tuple[str, ...]] = {
    "om": ("hva er {}?", "hva betyr {}", "kva er {}?", "fortell om {}"),
    "hvem": ("hvem kan få {}?", "kven kan få {} i {}?", "er det aldersgrense for {}", "hvem er {} for"),
    "omfatter": ("hva får jeg med {}?", "hva omfatter {}", "kva inneheld {}", "hva er med i {}"),
    "omfatter-ikke": ("hva er ikke med i {}", "hva hjelper dere ikke med ved {}?", "kva er ikkje med i {}"),
    "kommunens-ansvar": (
        "hva har kommunen ansvar for ved {}?", "hva kan jeg forvente av kommunen ved {}",
        "kva pliktar har kommunen ved {}",
    ),
    "ditt-ansvar": ("hva må jeg gjøre selv ved {}", "hva forventes av meg ved {}?", "kva ansvar har eg sjølv ved {}"),
    "kriterier": (
        "kriterier for {}", "hva legger kommunen vekt på ved {}", "kva legg kommunen vekt på ved {}",
        "vilkår for {}", "hva skal til for å få {}",
    ),
    "soknad": ("hvordan søker jeg om {}", "korleis søkjer eg om {}?", "søke om {} i {}", "skjema for {}"),
    "vurdering": (
        "kommer dere på hjemmebesøk før {}?", "hvordan vurderer dere søknaden om {}",
        "korleis blir søknaden om {} vurdert",
    ),
    "tildeling": ("hvor lenge varer {}", "når får jeg {}?", "kor lenge gjeld {}", "hva står i vedtaket om {}"),
    "avslag-og-klage": ("{} klage", "hvordan klager jeg på avslag på {}", "klagefrist {}", "kvar klagar eg på {}"),
    "pris": ("hva koster {}?", "hva koster {} i {}", "kva kostar {} i {}?", "{} pris", "er {} gratis"),
    "lovgrunnlag": ("hvilken lov gjelder for {}", "er {} lovpålagt?", "lovheimel for {}"),
    "kontakt": ("hvem kontakter jeg om {}", "kven ringjer eg om {} i {}?", "telefon {} {}"),
}  # fmt: skip


def enkle_sporsmal() -> list[tuple[str, str, str]]:
    """Return (question, service, aspect): the plainest about every service, with and without a place.

    Whatever the weights, these must be answered.
    """
    korpus = ROT.parent / "korpus"
    steder = [k.navn for k in les_kontakter(korpus / "kommuner.yaml").kommuner.values()]
    former = [(mal, aspekt) for aspekt, maler in _ENKLE.items() for mal in maler]
    ut = []
    for i, fil in enumerate(sorted((korpus / "tjenester").glob("*.md"))):
        tittel = re.search(r"^tittel: (.+)$", fil.read_text(encoding="utf-8"), re.MULTILINE)
        assert tittel is not None, fil
        navn, slug = tittel[1].split(" (")[0].lower(), fil.name.removesuffix(".md").removesuffix(".nn")
        # A ninth of the forms for each title: all services and all forms, and far less weight than people's own words.
        ut += [(m.format(navn, steder[(i + j) % len(steder)]), slug, a) for j, (m, a) in enumerate(former) if (i + j) % 9 == 0]
    return ut


def les_emne() -> list[Rad]:
    """Return the examples of what a question is about."""
    return les((ROT / "trening").glob("emne_*.jsonl"))


def les_grense() -> list[Rad]:
    """Return the examples of what kind of message it is, all with the fields ``sporsmal``, ``klasse`` and ``slag``."""
    eldre = les(ROT / "trening" / navn for navn in ("grense.jsonl", "utenfor.jsonl"))
    nye = les((ROT.parent / "veileder" / "forstaelse" / "eksempler").glob("grense_*.jsonl"))
    klasser = {"vedtak": "vedtaksnaert"}
    return [*eldre, *({**r, "sporsmal": r["melding"], "klasse": klasser.get(r["klasse"], r["klasse"])} for r in nye)]


def feltrader() -> list[tuple[str, str]]:
    """Return (question, ``innenfor`` or ``utenfor``) of every example that is the one or the other."""
    klasser = {"utenfor": "utenfor", "innenfor": "innenfor", "generelt": "innenfor", "vedtaksnaert": "innenfor"}
    andre = [*les_grense(), *les((ROT / "trening").glob("utenfor_*.jsonl"))]
    inne = list(dict.fromkeys([*(str(r["sporsmal"]) for r in les_emne()), *(s for s, *_ in enkle_sporsmal())]))
    return [(s, "innenfor") for s in inne] + [(str(r["sporsmal"]), klasser[r["klasse"]]) for r in andre if r["klasse"] in klasser]


def _tren_felt(rader: Sequence[tuple[str, str]], trekk: Callable[[str], np.ndarray], midt: np.ndarray, modell: str) -> None:
    """Train the head for «outside the field» on whole messages and on their asking sentences alike."""
    par = list(dict.fromkeys((t, klasse) for tekst, klasse in rader for t in (tekst, sporsmalsdel(tekst))))
    x = np.array([trekk(t) for t, _ in par])
    tren("felt", x, [k for _, k in par], midt, modell, rader, styrke=FELTSTYRKE, vekting="balanced")


def tren(
    navn: str,
    x: np.ndarray,
    y: Sequence[str],
    midt: np.ndarray,
    modell: str,
    rader: object,
    *,
    styrke: float = STYRKE,
    vekting: str | None = None,
) -> None:
    """Fit one head, print its cross-validated accuracy, and write its coefficients."""
    lr = LogisticRegression(C=styrke, max_iter=3000, class_weight=vekting)
    gjettet = cross_val_predict(lr, x, y, cv=StratifiedKFold(5, shuffle=True, random_state=1))
    rett = np.mean(gjettet == np.array(y))
    print(f"{navn}: {len(y)} eksempler, {len(set(y))} klasser, treffsikkerhet i kryssvalidering {rett:.3f}")
    lr.fit(x, y)
    vekter, konstant = lr.coef_, lr.intercept_
    if len(vekter) == 1:  # two classes: one row, of the second; softmax over half of it each way is the same
        vekter, konstant = np.vstack([-vekter, vekter]) / 2, np.r_[-konstant, konstant] / 2
    versjon = hashlib.blake2b(json.dumps(rader, ensure_ascii=False, sort_keys=True).encode(), digest_size=6).hexdigest()
    UT.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        UT / f"{navn}.npz",
        klasser=np.array(lr.classes_),
        vekter=vekter.astype(np.float16),
        konstant=konstant.astype(np.float32),
        midt=midt.astype(np.float32),
        modell=np.array(modell),
        versjon=np.array(versjon),
    )


if __name__ == "__main__":
    main()

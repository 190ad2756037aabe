"""Which service a text is about, by its title, the file's name, its words and the classifier; and what a heading may be."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from veileder.domene import Malform
from veileder.redigering.importer_grunnlag import Grunnlag
from veileder.redigering.manus import Manus
from veileder.redigering.overskrifter import OVERSKRIFTER

SIKKER_TJENESTE = 1.2
"""Least evidence for a service: 1 for its name in the title, 0.5 in the file's name, its share of the words for
services in the text, and the classifier's probability. On our own corpus without front matter all descriptions and
local files pass for their own service, and one of the 18 chapters passes for any."""

NEST_BEST = 0.8
"""Share of the best service's evidence from which the second best makes it a text about several."""

SIKKER_ASPEKT = 0.9
"""Least probability for proposing what a heading is about that no pattern understands. High, since the classifier is
taught to read questions: «Pengar. Du betaler 200 kroner» is sure (0.92), «Rutiner hjemme hos deg» is not (0.23)."""


def finn_tjeneste(m: Manus, g: Grunnlag, tekst: str) -> tuple[str, str]:
    """Return the service that a text is about, and why; or an empty string, and why none."""
    oppgitt = str(m.felt["id"].verdi) if "id" in m.felt else ""
    if oppgitt in g.temaer:
        return (oppgitt, "filen selv sier det") if g.er_tjeneste(oppgitt) else ("", "filen er et kapittel")
    tittel = " ".join(m.dokument.tittel.split())[:200]
    emne = g.emne(tittel)
    filnavn = g.emne(re.sub(r"[-_\d]+", " ", PurePosixPath(m.fil).stem)).nevnte
    ord_ = Counter(rad.tjeneste for _, rad in g.ordliste.finn(tekst) if rad.tjeneste)
    alle = max(1, ord_.total())

    gjettet = emne.tjenester if len(emne.nevnte) < 2 else {}  # a title that names several is about none more than another

    def poeng(slug: str) -> float:
        return gjettet.get(slug, 0.0) + ord_[slug] / alle + (slug in emne.nevnte) + 0.5 * (slug in filnavn)

    ordnet = sorted({*emne.tjenester, *emne.nevnte, *filnavn, *ord_}, key=poeng, reverse=True)
    if not ordnet or not g.er_tjeneste(ordnet[0]) or poeng(ordnet[0]) < SIKKER_TJENESTE:
        return "", "verken tittelen eller teksten peker klart på én tjeneste"
    if len(ordnet) > 1 and poeng(ordnet[1]) > NEST_BEST * poeng(ordnet[0]):
        return "", f"teksten handler om flere tjenester, mest {ordnet[0]} og {ordnet[1]}"
    best = ordnet[0]
    hvorfor = [f"tittelen er «{tittel}»"] if best in emne.nevnte or emne.tjenester.get(best, 0.0) > 0.5 else []
    hvorfor += ["filnavnet sier det"] if best in filnavn else []
    hvorfor += [f"{ord_[best]} av {alle} ord for tjenester i teksten hører til den"] if ord_[best] else []
    return best, " og ".join(filter(None, (", ".join(hvorfor[:-1]), hvorfor[-1])))


def foresla_overskrift(tekst: str, malform: Malform, g: Grunnlag) -> str:
    """Return the heading of ours that a section may belong under, or an empty string; ``tekst`` is how it begins."""
    sannsynlig = g.emne(tekst).aspekter
    best = max(sannsynlig, key=lambda a: sannsynlig[a], default="")
    return OVERSKRIFTER[malform][best] if best and sannsynlig[best] >= SIKKER_ASPEKT else ""

"""What an import knows beforehand: the glossary, the descriptions there are, the places, and a model of language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from veileder.domene import Malform
from veileder.feil import Bruksfeil
from veileder.forstaelse.aspekt import slugg
from veileder.forstaelse.emne import Emne, finn_emne
from veileder.forstaelse.ordliste import Ordliste, les_ordliste
from veileder.forstaelse.sted import Stedsnavn, norske_kommuner
from veileder.forstaelse.trekk import trekk_for
from veileder.gjenfinning.analyse import Analyse
from veileder.indeksering.korpus import les_korpus
from veileder.overlevering.kontakt import les_kontakter
from veileder.porter import Embedder
from veileder.redigering.manus import MAPPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Grunnlag:
    """What proposals are made from. ``temaer`` are the descriptions and chapters known: slug -> (type, title).

    ``kommune`` is the one to take where a file names none.
    """

    ordliste: Ordliste
    temaer: Mapping[str, tuple[str, str]]
    steder: Stedsnavn
    stedsnavn: Callable[[str], str]
    analyse: Analyse
    embedder: Embedder
    i_dag: dt.date
    kommune: str = ""

    def emne(self, tekst: str) -> Emne:
        """Return what a short text is about, as a question would be read."""
        titler = {slug: tittel for slug, (_, tittel) in self.temaer.items()}
        trekk = trekk_for(tekst, self.ordliste, self.analyse, self.embedder)
        return finn_emne(tekst, self.ordliste, titler, trekk, self.embedder.navn)

    def er_tjeneste(self, slug: str) -> bool:
        """Whether a subject is a service, not a chapter of the guide."""
        return self.temaer.get(slug, ("tjeneste", ""))[0] == "tjeneste"


def les_grunnlag(korpus: Iterable[Path], ordliste: Path, kommuner: Path, embedder: Embedder, kommune: str = "") -> Grunnlag:
    """Return what proposals are made from: the descriptions and chapters in some corpora, word list and contacts.

    Raises:
        Bruksfeil: one of the files cannot be read, or a folder does not exist.
    """
    liste, kontakter = les_ordliste(ordliste), les_kontakter(kommuner)
    steder = kontakter.steder(norske_kommuner())
    temaer: dict[str, tuple[str, str]] = {}
    for rot in korpus:
        if not rot.is_dir():
            raise Bruksfeil(f"Mappen {rot} finnes ikke.")
        for mappe, type_ in ((rot / navn, type_) for navn, type_ in MAPPER.items() if type_ != "lokalt"):
            beskrevet = les_korpus(mappe, steder).dokumenter if mappe.is_dir() else ()
            temaer.update({d.tema: (type_, d.tittel) for d in beskrevet if d.malform is Malform.NB})
    return Grunnlag(
        ordliste=liste,
        temaer=temaer,
        steder=steder,
        stedsnavn=kontakter.navn,
        analyse=Analyse(liste.sprak),
        embedder=embedder,
        i_dag=dt.datetime.now(tz=dt.UTC).astimezone().date(),
        kommune=steder.navn.get(kommune.strip().lower()) or slugg(kommune),
    )

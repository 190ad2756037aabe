"""The only place that wires adapters: settings in, a service or an index run out."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from veileder.adaptere.embedding import velg_embedder
from veileder.adaptere.krysskoder import velg_krysskoder
from veileder.adaptere.vektorlager import Vektorlager, lagre_medfolgende
from veileder.feil import Bruksfeil, Indeksfeil, Lagerfeil, Lesefeil
from veileder.forstaelse.sted import norske_kommuner
from veileder.indeksering import bundt
from veileder.indeksering.delsporsmal import les_delsporsmal
from veileder.indeksering.enheter import enheter
from veileder.indeksering.korpus import les_korpus
from veileder.indeksering.oppdeling import del_opp
from veileder.innstillinger import ROT, Innstillinger
from veileder.oppstart_indeks import apne_indeks, er_hel, samling
from veileder.overlevering.kontakt import les_kontakter
from veileder.porter import Embedder, Vektorer, Vektorindeks
from veileder.ressurser import Ressurser
from veileder.tjeneste import Tjeneste

if TYPE_CHECKING:
    from veileder.formulering.sprakmodell.oppsett import Sprakoppsett
    from veileder.gjennomgang.arkiv import Arkiv
    from veileder.gjennomgang.porter import Gjennomgangslager
    from veileder.redigering.kontroll import Rapport

logg = logging.getLogger(__name__)

Framdrift = Callable[[Iterable[object], int, str], Iterable[object]]
"""Wraps (things, how many, what is done) and may draw a progress bar."""


def _uten_framdrift(ting: Iterable[object], _antall: int, _hva: str) -> Iterable[object]:
    return ting


def sett_trygge_miljovariabler() -> None:
    """Switch off what libraries would send or fetch by themselves; an operator's own choice stands."""
    for navn, verdi in {
        "ANONYMIZED_TELEMETRY": "False",
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "LANGSMITH_TRACING": "false",
        "LANGCHAIN_TRACING_V2": "false",
        "OTEL_SDK_DISABLED": "true",
        "RAGAS_DO_NOT_TRACK": "true",
        "TOKENIZERS_PARALLELISM": "false",
    }.items():
        os.environ.setdefault(navn, verdi)


def datafil(innst: Innstillinger, navn: str) -> Path:
    """Return the corpus's own ordliste.yaml or kommuner.yaml, or ours where it has none."""
    egen = innst.korpus / navn
    return egen if egen.is_file() else ROT / "korpus" / navn


def lagre_vektorer(innst: Innstillinger, *, framdrift: Framdrift = _uten_framdrift) -> Path:
    """Write the vectors of the corpus beside it, so that they can be shipped with it; return the file."""
    sett_trygge_miljovariabler()
    embedder = velg_embedder(innst.embedding, innst.hurtiglagermappe)
    steder = les_kontakter(datafil(innst, "kommuner.yaml")).steder(norske_kommuner())
    tekster = [t for d in les_korpus(innst.korpus, steder).dokumenter for u in del_opp(d) for t in enheter(u)]
    tekster += [t for liste in les_delsporsmal(innst.korpus)[0].values() for t in liste]
    vektorer = Vektorlager(innst.hurtiglagermappe).hent_eller_lag(
        tekster, embedder, lambda ting, n: framdrift(ting, n, "Regner vektorer")  # type: ignore[arg-type,return-value]
    )  # fmt: skip
    return lagre_medfolgende(innst.korpus, tekster, vektorer, embedder)


def indekser(
    innst: Innstillinger, *, framdrift: Framdrift = _uten_framdrift, vent: float = 0.0
) -> tuple[bundt.Bygd, tuple[Lesefeil, ...]]:
    """Bring the index in line with the corpus; return what was done and which files were left out.

    ``vent`` is how many seconds to wait for another process that indexes into the same folder.

    Raises:
        Bruksfeil: the corpus or the data folder cannot be used.
    """
    sett_trygge_miljovariabler()
    embedder = velg_embedder(innst.embedding, innst.hurtiglagermappe)
    kontakter = les_kontakter(datafil(innst, "kommuner.yaml"))
    korpus = les_korpus(
        innst.korpus, kontakter.steder(norske_kommuner()), framdrift=lambda filer: framdrift(filer, _lengde(filer), "Leser")  # type: ignore[arg-type,return-value]
    )  # fmt: skip
    if not korpus.dokumenter and korpus.ulest:
        raise Bruksfeil("Ingen filer kunne leses: " + "; ".join(str(f) for f in korpus.ulest[:5]))
    skrevne, uleste_sporsmal = les_delsporsmal(innst.korpus)
    lager = Vektorlager(innst.hurtiglagermappe, innst.korpus)
    bygd = bundt.bygg(
        innst.data,
        korpus.dokumenter,
        datafil(innst, "ordliste.yaml"),
        datafil(innst, "kommuner.yaml"),
        embedder,
        vektoriser=lambda t: lager.hent_eller_lag(t, embedder, lambda ting, n: framdrift(ting, n, "Regner vektorer")),  # type: ignore[arg-type,return-value]
        bygg_vektorer=partial(_bygg_chroma, innst, embedder),
        sted=innst.chroma_url,
        delsporsmal=skrevne,
        er_hel=partial(er_hel, innst),
        slett_vektorer=partial(_slett_chroma, innst),
        vent=vent,
    )
    if indeksert_korpus(innst) != str(innst.korpus.resolve()):
        (innst.data / "indeks" / "korpus").write_text(str(innst.korpus.resolve()), encoding="utf-8")
    return bygd, (*korpus.ulest, *uleste_sporsmal)


def kontroller(innst: Innstillinger) -> Rapport:
    """Check the texts of the corpus; write nothing but vectors of new sentences to the cache.

    Raises:
        Bruksfeil: the corpus cannot be used.
    """
    from veileder.redigering.kontroll import kontroller as kontroller_mappe

    sett_trygge_miljovariabler()
    embedder = velg_embedder(innst.embedding, innst.hurtiglagermappe)
    lager = Vektorlager(innst.hurtiglagermappe, innst.korpus)
    i_dag = datetime.now(UTC).astimezone().date()
    return kontroller_mappe(
        innst.korpus, ROT / "korpus", embedder, lambda t: lager.hent_eller_lag(t, embedder, _hoyst_en_bunke), i_dag
    )  # fmt: skip


def _hoyst_en_bunke(bunker: Iterable[int], antall: int) -> Iterable[int]:
    """A check waits for a few new vectors, not for a whole corpus."""
    if antall > 1:
        raise Indeksfeil("Mange setninger er nye. Kjør først: veileder indekser, med den samme mappen.")
    return bunker


def indeksert_korpus(innst: Innstillinger) -> str:
    """Return the folder that the index in use was made from, or an empty string when that is not known."""
    try:
        return (innst.data / "indeks" / "korpus").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _lengde(ting: Iterable[object]) -> int:
    return len(ting) if isinstance(ting, Sequence) else 0


def _bygg_chroma(
    innst: Innstillinger, embedder: Embedder, mappe: Path, versjon: str, vektorer: Vektorer, kommuner: Sequence[str]
) -> Vektorindeks:
    from veileder.adaptere.chroma import ChromaIndeks

    return ChromaIndeks.bygg(mappe, innst.chroma_url, samling(versjon), vektorer, kommuner, embedder.navn)


def _slett_chroma(innst: Innstillinger, versjoner: Sequence[str]) -> None:
    if innst.chroma_url and versjoner:
        from veileder.adaptere.chroma import slett

        slett(innst.chroma_url, [samling(v) for v in versjoner])


def lag_sprak(innst: Innstillinger) -> Sprakoppsett | None:
    """Return the chat model with its tasks, or None when none is set; nothing of it is imported then.

    Raises:
        Bruksfeil: the model cannot be made, a task is unknown, or what is sent would be copied to a third party.
    """
    if not innst.sprakmodell:
        return None
    from veileder.oppstart_sprak import lag_oppsett

    oppsett = lag_oppsett(innst, ROT / "prompts")
    logg.warning(
        "Språkmodell: %s. Spørsmål, uten personopplysninger, og utdrag av tekstene sendes til %s.",
        oppsett.modell.navn,
        oppsett.modell.sted,
    )
    return oppsett


class LevendeRessurser:
    """The newest index: looks at the pointer file at each message and opens what it names.

    A new version that cannot be opened is reported once, and the old one serves on.
    """

    def __init__(self, innst: Innstillinger) -> None:
        self._innst = innst
        self._sprak = lag_sprak(innst)
        self._embedder = velg_embedder(innst.embedding, innst.hurtiglagermappe)
        self._krysskoder = velg_krysskoder(innst.krysskoder)
        self._las = threading.Lock()
        self._apen: Ressurser | None = None
        self._provd = ""

    def __call__(self) -> Ressurser:
        """Return what to answer from.

        Raises:
            Indeksfeil: no index can be opened.
        """
        navn = bundt.gjeldende(self._innst.data)
        if self._apen is not None and navn in (self._apen.indeks.versjon, self._provd):
            return self._apen
        with self._las:
            if self._apen is not None and navn in (self._apen.indeks.versjon, self._provd):
                return self._apen
            if not navn:
                raise Indeksfeil("Søkeindeksen mangler. Bygg den med: veileder indekser")
            try:
                self._apen = replace(
                    apne_indeks(self._innst, navn, self._embedder), sprak=self._sprak, krysskoder=self._krysskoder
                )
            except Indeksfeil:
                if self._apen is None:
                    raise
                logg.exception("Ny indeks %s kunne ikke åpnes; den gamle brukes videre", navn)
                self._provd = navn
            return self._apen


def lag_lager(innst: Innstillinger) -> Gjennomgangslager:
    """Return what is stored, in the database of the settings; nothing is opened yet. Raises Bruksfeil for a bad address."""
    from veileder.adaptere.database.lager import DatabaseLager

    return DatabaseLager(innst.databaseadresse)


def lag_arkiv(innst: Innstillinger) -> Arkiv:
    """Return the archive over the database of the settings, its tables brought up to date when it can be reached.

    When it cannot, that is logged; the archive tries again by itself, and answers are given meanwhile.

    Raises:
        Bruksfeil: the address is of no use.
    """
    from veileder.gjennomgang.arkiv import Arkiv
    from veileder.gjennomgang.gravsteiner import Gravsteiner

    lager = lag_lager(innst)
    try:
        lager.klargjor()
    except Lagerfeil as feil:
        logg.error("Databasen kan ikke brukes (%s). Chatten svarer, men ingenting blir lagret.", feil.grunn)
    return Arkiv(lager, stikkprove=innst.stikkprove, svarfrist=innst.svarfrist, gravsteiner=Gravsteiner(innst.data))


def lag_tjeneste(innst: Innstillinger, arkiv: Arkiv | None = None) -> Tjeneste:
    """Return the service over the index in use. Answers are stored only when an archive is given.

    Raises:
        Indeksfeil: there is no index yet.
    """
    sett_trygge_miljovariabler()
    ressurser = LevendeRessurser(innst)
    ressurser()
    return Tjeneste(ressurser, arkiv)

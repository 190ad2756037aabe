"""Opening a version of the index: all that was built together, read together. ``oppstart`` says which version, and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from veileder.domene import Utdrag
from veileder.feil import Indeksfeil, VeilederFeil
from veileder.forstaelse.ordliste import Ordliste, les_ordliste
from veileder.forstaelse.sted import norske_kommuner
from veileder.gjenfinning.delsporsmal import Delsporsmal
from veileder.gjenfinning.indeks import Indeks
from veileder.gjenfinning.leksikalsk import LeksikalskIndeks
from veileder.indeksering import bundt, bundtfiler
from veileder.innstillinger import Innstillinger
from veileder.overlevering.kontakt import Kontakter, les_kontakter
from veileder.porter import Embedder
from veileder.ressurser import Ressurser


def er_hel(innst: Innstillinger, versjon: str) -> bool:
    """Whether a version can be opened; nothing is written by looking."""
    from veileder.adaptere import chroma

    try:
        _les_versjon(innst, versjon)
    except VeilederFeil:
        return False
    return chroma.er_hel(bundt.mappe_for(innst.data, versjon), innst.chroma_url, samling(versjon))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Versjon:
    """All of a version but what Chroma holds."""

    manifest: dict[str, Any]
    ordliste: Ordliste
    kontakter: Kontakter
    utdrag: tuple[Utdrag, ...]
    leksikalsk: LeksikalskIndeks
    enhetsvektorer: NDArray[np.float16]
    delsporsmal: Delsporsmal
    delsporsmal_leksikalsk: LeksikalskIndeks


def _les_versjon(innst: Innstillinger, versjon: str) -> _Versjon:
    """Read all of a version but its dense index.

    Raises:
        Indeksfeil: something is missing or damaged.
    """
    mappe = bundt.mappe_for(innst.data, versjon)
    manifest = bundt.les_manifest(innst.data, versjon)
    ordliste = les_ordliste(mappe / "ordliste.yaml")
    utdrag = bundtfiler.les_utdrag(mappe / "utdrag.jsonl", manifest["antall"].get("utdrag", -1))
    return _Versjon(
        manifest=manifest,
        ordliste=ordliste,
        kontakter=les_kontakter(mappe / "kommuner.yaml"),
        utdrag=utdrag,
        leksikalsk=bundtfiler.les_leksikalsk(mappe, ordliste, len(utdrag)),
        enhetsvektorer=bundtfiler.les_vektorer(mappe, manifest["antall"].get("enheter", -1)),
        delsporsmal=bundtfiler.les_delsporsmal(mappe),
        delsporsmal_leksikalsk=bundtfiler.les_leksikalsk(mappe / "delsporsmal", ordliste, len(utdrag)),
    )


def samling(versjon: str) -> str:
    """Return what the dense index of a version is called."""
    return f"veileder-{versjon}"


def apne_indeks(innst: Innstillinger, versjon: str, embedder: Embedder) -> Ressurser:
    """Open a version of the index with all that goes with it.

    Raises:
        Indeksfeil: it is missing, damaged, or made with another model.
    """
    from veileder.adaptere.chroma import ChromaIndeks

    v = _les_versjon(innst, versjon)
    if v.manifest["modell"] != embedder.navn:
        raise Indeksfeil("Søkeindeksen er laget med en annen språkmodell. Bygg den på nytt med: veileder indekser")
    mappe, dimensjon = bundt.mappe_for(innst.data, versjon), int(v.manifest["dimensjon"])
    indeks = Indeks(
        versjon=versjon,
        utdrag=v.utdrag,
        leksikalsk=v.leksikalsk,
        tett=ChromaIndeks.apne(mappe, innst.chroma_url, samling(versjon), embedder.navn, dimensjon),
        embedder=embedder,
        enhetsvektorer=v.enhetsvektorer,
        delsporsmal=v.delsporsmal,
        delsporsmal_leksikalsk=v.delsporsmal_leksikalsk,
    )
    return Ressurser(
        indeks=indeks,
        ordliste=v.ordliste,
        kontakter=v.kontakter,
        steder=v.kontakter.steder(norske_kommuner()),
        egne_kontakter=(innst.korpus / "kommuner.yaml").is_file(),
        ordgrense=innst.ordgrense,
        meldingslengde=innst.meldingslengde,
        korpus=str(v.manifest.get("digest", "")),
    )

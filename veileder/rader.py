"""Questions from the command line or a file of JSON lines, and answers as JSON: the contract of the tools."""

from __future__ import annotations

import json
import logging
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veileder.domene import Henvendelse, Kontakt, Rolle, Svar, Treff, Tur
from veileder.feil import Bruksfeil
from veileder.forstaelse.melding import Klokke, emne_av, les_melding
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.tjeneste import Tjeneste

logg = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rad:
    """One question, or a conversation whose last turn is the one to answer."""

    id: str | int | None
    turer: tuple[str, ...]
    kommune: str
    rolle: Rolle


def les_rader(fil: str | None, sporsmal: str | None, kommune: str, rolle: str) -> list[Rad]:
    """Return the questions to run, all checked before any is answered.

    Raises:
        Bruksfeil: the file cannot be read, or a row is malformed; the message has its line number.
    """
    if fil is None:
        if not (sporsmal or "").strip():
            raise Bruksfeil("Spørsmålet er tomt.")
        return [Rad(id=None, turer=(str(sporsmal),), kommune=kommune.lower(), rolle=Rolle(rolle))]
    try:
        innhold = sys.stdin.buffer.read() if fil == "-" else Path(fil).read_bytes()
        linjer = innhold.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except OSError as feil:
        raise Bruksfeil(f"Kunne ikke lese {fil}: {feil.strerror or feil}") from feil
    except UnicodeDecodeError as feil:
        raise Bruksfeil(f"{fil} er ikke UTF-8.") from feil
    rader = [_rad(linje, nr, kommune, rolle) for nr, linje in enumerate(linjer, 1) if linje.strip()]
    if not rader:
        raise Bruksfeil(f"{fil} har ingen rader.")
    return rader


def _rad(linje: str, nr: int, kommune: str, rolle: str) -> Rad:
    try:
        data = json.loads(linje)
    except ValueError as feil:
        raise Bruksfeil(f"Linje {nr} er ikke gyldig JSON.") from feil
    if not isinstance(data, dict):
        raise Bruksfeil(f"Linje {nr} må være et objekt med id og sporsmal.")
    turer = data.get("turer") if "turer" in data else [data.get("sporsmal")]
    if not isinstance(turer, list) or not turer or not all(isinstance(t, str) and t.strip() for t in turer):
        raise Bruksfeil(f"Linje {nr} mangler sporsmal (tekst) eller turer (liste av tekster).")
    valgt = data.get("rolle") or rolle
    if valgt not in tuple(Rolle):
        raise Bruksfeil(f"Linje {nr}: rolle må være innbygger eller saksbehandler.")
    sted = data.get("kommune") or kommune
    if not isinstance(sted, str):
        raise Bruksfeil(f"Linje {nr}: kommune må være tekst.")
    return Rad(id=data.get("id"), turer=tuple(turer), kommune=sted.lower(), rolle=Rolle(valgt))


def finn_rad(tjeneste: Tjeneste, rad: Rad, antall: int) -> dict[str, Any]:
    """Retrieve for one row; a row whose handling breaks gets an empty list and the reason."""
    sporsmal = rad.turer[-1]
    try:
        treff = [_treff(t) for t in _finn(tjeneste, rad, antall)]
    except Exception:
        logg.exception("Raden %s feilet", rad.id)
        return _med_id(rad, {"sporsmal": sporsmal, "treff": [], "utfall": "feilet"})
    return _med_id(rad, {"sporsmal": sporsmal, "treff": treff})


def _finn(tjeneste: Tjeneste, rad: Rad, antall: int) -> tuple[Treff, ...]:
    r = tjeneste.ressurser
    henvendelse = Henvendelse(id="", tekst=rad.turer[-1], rolle=rad.rolle, kommune=rad.kommune)
    # A name may be what is searched for («hvem er …» in a folder of news), and nothing of the question is kept.
    m = les_melding(henvendelse, r, Klokke(), maskering=False)
    kommune = m.kommune if m.kommune in r.dekket else rad.kommune
    emne = emne_av(m.tekst, r)
    return sok(r.indeks, lag_sok(m.tekst, emne, kommune=kommune, rolle=rad.rolle, malform=m.sprak, antall=antall)).treff


def _treff(t: Treff) -> dict[str, Any]:
    u = t.utdrag
    return {
        "utdrag": u.id,
        "dokument": u.dokument,
        "fil": u.fil,
        "tittel": u.tittel,
        "seksjon": u.seksjon,
        "aspekt": u.aspekt,
        "kommune": u.kommune,
        "malform": u.malform.value,
        "tekst": u.tekst,
        "start": u.start,
        "slutt": u.slutt,
        "poeng": round(t.poeng, 5),
    }


def svar_rad(tjeneste: Tjeneste, rad: Rad) -> dict[str, Any]:
    """Run a row's turns through the service, each answer feeding the next; return the last as JSON."""
    turer: list[Tur] = []
    svar: Svar | None = None
    for tekst in rad.turer:
        henvendelse = Henvendelse(id=uuid.uuid4().hex, tekst=tekst, rolle=rad.rolle, kommune=rad.kommune, tidligere=tuple(turer))
        svar = tjeneste.svar(henvendelse)
        if svar.tur:
            turer.append(svar.tur)
    assert svar is not None  # les_rader lets no empty row through
    return _med_id(rad, {"sporsmal": rad.turer[-1], **svar_json(svar)})


def svar_json(svar: Svar) -> dict[str, Any]:
    """Return an answer in the form that other tools rely on."""
    til = svar.overlevering
    return {
        "utfall": svar.utfall.value,
        "tekst": svar.tekst,
        "sprak": svar.sprak.value,
        "kilder": [
            {
                "nr": k.nr,
                "dokument": k.dokument,
                "fil": k.fil,
                "tittel": k.tittel,
                "seksjon": k.seksjon,
                "aspekt": k.aspekt,
                "kommune": k.kommune,
                "malform": k.malform.value,
                "sitat": k.sitat,
                "status": k.status,
                "gjelder_fra": k.gjelder_fra,
                "kilde_dato": k.kilde_dato,
                "lenke": k.lenke,
            }
            for k in svar.kilder
        ],
        "overlevering": {"grunn": til.grunn, "kontakt": kontakt_json(til.kontakt)} if til else None,
        "valg": list(svar.valg),
        "spor": {**svar.spor, "dekning": svar.dekning} if svar.dekning else dict(svar.spor),
    }


def kontakt_json(kontakt: Kontakt) -> dict[str, str]:
    """Return a contact with its empty fields left empty."""
    return {felt: getattr(kontakt, felt) for felt in Kontakt.__slots__}


def _med_id(rad: Rad, innhold: dict[str, Any]) -> dict[str, Any]:
    return {"id": rad.id, **innhold} if rad.id is not None else innhold

"""Who a person can talk to in their municipality, from kommuner.yaml. Missing facts stay missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from veileder import standardtekster as st
from veileder.domene import Kontakt, Malform, Overlevering
from veileder.feil import Bruksfeil
from veileder.forstaelse.sted import Stedsnavn, navn_av_slug
from veileder.overlevering.andre import Kontor, les_andre_kontorer
from veileder.overlevering.apningstid import les_tider


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontakter:
    """Contacts by slug of municipality, and the names that point to each."""

    kommuner: Mapping[str, Kontakt]
    andre_navn: Mapping[str, str]
    andre_kontorer: tuple[Kontor, ...] = ()

    def navn(self, kommune: str) -> str:
        """Return the official name of a municipality, or its slug made readable when no list knows it."""
        kontakt = self.kommuner.get(kommune)
        return kontakt.navn if kontakt else navn_av_slug().get(kommune) or kommune.replace("-", " ").title()

    def steder(self, norske: Stedsnavn) -> Stedsnavn:
        """Return place names that point to a municipality: Norway's, and the local ones here."""
        egne = {k.navn.lower(): slug for slug, k in self.kommuner.items()}
        return Stedsnavn({**norske.navn, **egne, **{navn.lower(): slug for navn, slug in self.andre_navn.items()}})


def les_kontakter(sti: Path) -> Kontakter:
    """Read kommuner.yaml.

    Raises:
        Bruksfeil: the file is not YAML of the expected form.
    """
    try:
        alt = yaml.safe_load(sti.read_text(encoding="utf-8")) or {}
        data = alt.get("kommuner") or {}
        kommuner = {str(slug): _kontakt(str(slug), felt or {}) for slug, felt in data.items()}
        andre = {str(navn): str(slug) for slug, felt in data.items() for navn in (felt or {}).get("andre_navn") or ()}
        kontorer = les_andre_kontorer(alt.get("andre_kontorer") or ())
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, KeyError, TypeError) as feil:
        raise Bruksfeil(f"{sti.name} kunne ikke leses: {feil}") from feil
    return Kontakter(kommuner=kommuner, andre_navn=andre, andre_kontorer=kontorer)


def _kontakt(slug: str, felt: Mapping[str, object]) -> Kontakt:
    def t(verdi: object) -> str:
        return "" if verdi is None else str(verdi).strip()

    kontor = felt.get("tildelingskontor")
    kontor = kontor if isinstance(kontor, dict) else {}
    tider = felt.get("apningstid")
    return Kontakt(
        kommune=slug,
        navn=t(felt.get("navn")) or slug.title(),
        kontor=t(kontor.get("navn")),
        telefon=t(kontor.get("telefon")) or t(felt.get("sentralbord")),
        epost=t(felt.get("epost")),
        nettsted=t(felt.get("nettsted")),
        lenke=t(kontor.get("lenke")),
        apningstid=", ".join(f"{dag} {tid}" for dag, tid in tider.items()) if isinstance(tider, dict) else t(tider),
        kilde_dato=t(felt.get("kilde_dato")),
        sist_kontrollert=t(felt.get("sist_kontrollert")),
        tider=les_tider(tider),
        stengte_dager=tuple(t(d) for d in stengt) if isinstance(stengt := felt.get("stengte_dager"), list) else (),
    )


def lag_overlevering(grunn: str, kommune: str, kontakter: Kontakter, notat: str = "") -> Overlevering:
    """Return a hand-over to the municipality's office, or to «your municipality» when none is chosen."""
    return Overlevering(grunn=grunn, kontakt=kontakter.kommuner.get(kommune, Kontakt(kommune=kommune)), notat=notat)


def kontaktlinje(kontakt: Kontakt, sprak: Malform) -> str:
    """Return one sentence that says where to reach a human, and plainly what we do not know."""
    if not kontakt.navn:
        return st.tekst("kontakt_uten", sprak)
    hvem = st.tekst("kontakt_kommune", sprak, navn=kontakt.navn) + (f", {kontakt.kontor}" if kontakt.kontor else "")
    if kontakt.telefon:
        sted = f" ({kontakt.lenke or kontakt.nettsted})" if kontakt.lenke or kontakt.nettsted else ""
        alder = f" {st.tekst('kontakt_alder', sprak, ar=kontakt.kilde_dato)}" if kontakt.kilde_dato else ""
        return f"{hvem}: {st.tekst('kontakt_telefon', sprak, telefon=kontakt.telefon)}{sted}.{alder}"
    sted = kontakt.lenke or kontakt.nettsted
    return f"{hvem}. " + (st.tekst("kontakt_mangler", sprak, nettsted=sted) + "." if sted else st.tekst("kontakt_uten", sprak))

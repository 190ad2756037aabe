"""The harmonisation view: for each service, aspect and kommune, what is shared, local, missing or old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from veileder.domene import ASPEKTER, FELLES
from veileder.web.sider.adresse import med_valg, sti_for
from veileder.web.sider.bibliotek import Avsnitt, Tekst
from veileder.web.sider.gjengivelse import brodtekst
from veileder.web.sider.kildealder import Alder, alder
from veileder.web.sider.ramme import Ramme
from veileder.web.sider.side import Lokal, lag_lokal
from veileder.web.sider.tall import Tallrad, sammenlign_tall


class Tilstand(Enum):
    """Where one aspect stands in one municipality. Names are keys of the fixed texts."""

    MANGLER = "mangler"
    GAMMEL = "gammel"
    UDATERT = "udatert"
    LOKAL = "lokal"
    FELLES = "felles"
    TOM = "tom"


_AV_ALDER = {Alder.NY: Tilstand.LOKAL, Alder.GAMMEL: Tilstand.GAMMEL, Alder.UDATERT: Tilstand.UDATERT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Celle:
    """One aspect in one municipality. ``lokale`` are its own texts about it."""

    kommune: str
    tilstand: Tilstand
    kilde_dato: str = ""
    lokale: tuple[Lokal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspektrad:
    """One aspect across the municipalities."""

    aspekt: str
    overskrift: str
    adresse: str
    felles: Markup
    celler: tuple[Celle, ...]
    tall: tuple[Tallrad, ...]

    @property
    def er_ulik(self) -> bool:
        """Whether anything is local or missing, so that there is something to compare."""
        return any(c.tilstand not in (Tilstand.FELLES, Tilstand.TOM) for c in self.celler)

    @property
    def er_bare_felles(self) -> bool:
        """Whether every municipality has the shared text and nothing else."""
        return all(c.tilstand is Tilstand.FELLES for c in self.celler)

    def med(self, *tilstander: Tilstand) -> tuple[Celle, ...]:
        """Return the cells in any of these states."""
        return tuple(c for c in self.celler if c.tilstand in tilstander)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sammenligning:
    """A service across the municipalities."""

    slug: str
    tittel: str
    rader: tuple[Aspektrad, ...]

    @property
    def er_bare_felles(self) -> bool:
        """Whether nothing is local, and nothing is missing."""
        return not any(rad.er_ulik for rad in self.rader)

    def per_kommune(self, nr: int) -> Mapping[Tilstand, tuple[tuple[str, Celle], ...]]:
        """Return the (aspect, cell) pairs of the municipality in column ``nr`` by state, worst first; FELLES only alone."""
        ut: dict[Tilstand, list[tuple[str, Celle]]] = {}
        for rad in self.rader:
            ut.setdefault(rad.celler[nr].tilstand, []).append((rad.aspekt, rad.celler[nr]))
        stille = (Tilstand.FELLES, Tilstand.TOM)
        viktige: dict[Tilstand, tuple[tuple[str, Celle], ...]] = {
            t: tuple(ut[t]) for t in Tilstand if t in ut and t not in stille
        }
        return viktige or {Tilstand.FELLES: ()}


def kommuner(ramme: Ramme) -> tuple[str, ...]:
    """Return the municipalities to compare: those of kommuner.yaml, by name."""
    return tuple(sorted(ramme.ressurser.kontakter.kommuner, key=ramme.navn))


def alle(ramme: Ramme) -> tuple[Sammenligning, ...]:
    """Return every service across the municipalities, by title."""
    return tuple(_sammenlign(ramme, t, t.slug) for t in ramme.bibliotek.i_mappe("tjenester", ramme.malform))


def en(ramme: Ramme, slug: str) -> Sammenligning | None:
    """Return one service across the municipalities."""
    tekst = ramme.bibliotek.hent(f"tjenester/{slug}", ramme.malform)
    return _sammenlign(ramme, tekst, slug) if tekst else None


def summer(rader: Sequence[Sammenligning], nr: int) -> Counter[Tilstand]:
    """Return how many aspects of all services stand in each state in the municipality in column ``nr``."""
    return Counter(rad.celler[nr].tilstand for s in rader for rad in s.rader)


def _sammenlign(ramme: Ramme, tekst: Tekst, slug: str) -> Sammenligning:
    lokale = {k: ramme.bibliotek.lokale(slug, k, ramme.malform) for k in kommuner(ramme)}
    egne = {a.forst.aspekt for avsnitt in lokale.values() for a in avsnitt}
    i_teksten = [a.forst.aspekt for a in tekst.avsnitt]
    aspekter = dict.fromkeys([*ASPEKTER, *i_teksten, *sorted(egne)])
    rader = [
        _rad(ramme, tekst, aspekt, lokale) for aspekt in aspekter if aspekt in ASPEKTER or aspekt in egne or aspekt in i_teksten
    ]
    return Sammenligning(slug=slug, tittel=tekst.hode.tittel, rader=tuple(rader))


def _rad(ramme: Ramme, tekst: Tekst, aspekt: str, lokale: Mapping[str, tuple[Avsnitt, ...]]) -> Aspektrad:
    felles = tekst.med_aspekt(aspekt)
    egne = {k: [a for a in avsnitt if a.forst.aspekt == aspekt] for k, avsnitt in lokale.items()}
    forst = next((a.forst for a in (felles, *(a for liste in egne.values() for a in liste)) if a), None)
    sti = med_valg(sti_for(tekst.hode.dokument), kommune=ramme.kommune, malform=ramme.malform)
    tekster = [(FELLES, felles.tekst if felles else ""), *((k, " ".join(a.tekst for a in liste)) for k, liste in egne.items())]
    return Aspektrad(
        aspekt=aspekt,
        overskrift=forst.seksjon if forst else aspekt,
        adresse=f"{sti}#{aspekt}" if felles else "",
        felles=brodtekst(felles.utdrag, set()) if felles and any(egne.values()) else Markup(),
        celler=tuple(_celle(ramme, k, liste, felles, lovet=aspekt in tekst.hode.lokale_aspekter) for k, liste in egne.items()),
        tall=sammenlign_tall(tekster) if any(egne.values()) else (),
    )


def _celle(ramme: Ramme, kommune: str, egne: Sequence[Avsnitt], felles: Avsnitt | None, *, lovet: bool) -> Celle:
    if not egne:
        tilstand = Tilstand.MANGLER if lovet else Tilstand.FELLES if felles else Tilstand.TOM
        return Celle(kommune=kommune, tilstand=tilstand)
    i_dag = ramme.valg.i_dag
    eldst = min((alder(a.forst.kilde_dato, i_dag) for a in egne), key=[Alder.UDATERT, Alder.GAMMEL, Alder.NY].index)
    return Celle(
        kommune=kommune,
        tilstand=_AV_ALDER[eldst],
        kilde_dato=next(a.forst.kilde_dato for a in egne if alder(a.forst.kilde_dato, i_dag) is eldst),
        lokale=tuple(lag_lokal(a, ramme.navn(kommune), i_dag, set()) for a in egne),
    )

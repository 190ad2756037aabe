"""``OmkjoringRepo`` and ``GodkjentRepo``: questions asked again, and what approved answers rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from veileder.adaptere.database.database import Database
from veileder.adaptere.database.flagg import sett_flagg
from veileder.adaptere.database.gjennomgangstabeller import Sakrad, Sakshendelse
from veileder.adaptere.database.omkjoringstabeller import Bindingsrad, Omkjoringsrad
from veileder.adaptere.database.tabeller import Kilderad, Melding
from veileder.domene import Malform, Utfall
from veileder.gjennomgang.godkjente import Binding, Digester
from veileder.gjennomgang.omkjoring import Omkjoring, Omkjort
from veileder.gjennomgang.saker import Arsak, Dom, Hendelse, Sakstilstand
from veileder.gjennomgang.verdier import Flagg, Kildeinnslag


class DatabaseOmkjoringer:
    """Questions asked again; see ``gjennomgang.porter.OmkjoringRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hent(self, melding_id: str) -> Omkjoring | None:
        """Return the latest run of a message."""
        with self._database.les() as sesjon:
            rad = sesjon.get(Omkjoringsrad, melding_id)
            return _til_omkjoring(rad) if rad else None

    def lagre(self, ny: Omkjoring) -> bool:
        """Store a run in place of the one before."""
        felt = _felt(replace(ny, versjon=ny.versjon + 1))
        denne = (Omkjoringsrad.melding_id == ny.melding_id) & (Omkjoringsrad.versjon == ny.versjon)
        with self._database.skriv() as sesjon:
            try:
                if ny.versjon:
                    setning = update(Omkjoringsrad).where(denne).values(**felt).returning(Omkjoringsrad.melding_id)
                    return bool(sesjon.scalars(setning).all())
                sesjon.add(Omkjoringsrad(**felt))
                sesjon.flush()
            except IntegrityError:  # the message is gone, or another was first
                sesjon.rollback()
                return False
        return True

    def liste(
        self, omfang: frozenset[str] | None, *, arsak: Arsak | None = None, fil: str = "", antall: int
    ) -> tuple[Omkjort, ...]:
        """Return cases of a cause or answers that cite a file, newest first."""
        kolonner = (Melding.id, Melding.samtale_id, Melding.tidspunkt, Melding.sporsmal, Melding.kommune, Melding.utfall)
        sporring = select(*kolonner, Sakrad.tilstand, Sakrad.dom, Omkjoringsrad)
        sporring = sporring.outerjoin(Sakrad, Sakrad.melding_id == Melding.id)
        sporring = sporring.outerjoin(Omkjoringsrad, Omkjoringsrad.melding_id == Melding.id)
        if arsak:
            sporring = sporring.where(Sakrad.arsak == str(arsak))
        if fil:
            sporring = sporring.where(exists().where(Kilderad.melding_id == Melding.id, Kilderad.fil == fil))
        if omfang is not None:
            sporring = sporring.where(Melding.kommune.in_(sorted(omfang)))
        with self._database.les() as sesjon:
            rader = sesjon.execute(sporring.order_by(Melding.tidspunkt.desc(), Melding.id).limit(antall)).all()
            return tuple(_til_omkjort(r) for r in rader)

    def arsaker(self, omfang: frozenset[str] | None) -> Mapping[Arsak, int]:
        """Return how many cases each cause has."""
        sporring = select(Sakrad.arsak, func.count()).join(Melding, Melding.id == Sakrad.melding_id).where(Sakrad.arsak != "")
        if omfang is not None:
            sporring = sporring.where(Melding.kommune.in_(sorted(omfang)))
        with self._database.les() as sesjon:
            return {Arsak(a): n for a, n in sesjon.execute(sporring.group_by(Sakrad.arsak)).all()}

    def endrede_filer(self, omfang: frozenset[str] | None, digester: Digester) -> Mapping[str, int]:
        """Return the cited files in which a cited passage is another now, with how many answers cite such passages."""
        kolonner = (Kilderad.fil, Kilderad.utdrag, Kilderad.digest)
        sporring = select(*kolonner, func.count()).where(Kilderad.digest != "").group_by(*kolonner)
        if omfang is not None:
            sporring = sporring.join(Melding, Melding.id == Kilderad.melding_id).where(Melding.kommune.in_(sorted(omfang)))
        antall: Counter[str] = Counter()
        with self._database.les() as sesjon:
            for fil, utdrag, digest, n in sesjon.execute(sporring):
                antall[fil] += n if digester.get((utdrag, fil), "") != digest else 0
        return {fil: n for fil, n in sorted(antall.items()) if n}

    def sporsmal(self, nyeste: int) -> tuple[str, ...]:
        """Return messages to ask again: all that are approved, and so many of the newest besides."""
        nye = select(Melding.id).order_by(Melding.tidspunkt.desc()).limit(nyeste)
        with self._database.les() as sesjon:
            godkjente = sesjon.scalars(select(Sakrad.melding_id).where(Sakrad.dom == str(Dom.RIKTIG))).all()
            return tuple(dict.fromkeys([*godkjente, *sesjon.scalars(nye)]))


class DatabaseGodkjente:
    """What approved answers rest on; see ``gjennomgang.godkjente.GodkjentRepo``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def alle(self) -> tuple[Binding, ...]:
        """Return every binding."""
        with self._database.les() as sesjon:
            rader = sesjon.scalars(select(Bindingsrad).order_by(Bindingsrad.melding_id, Bindingsrad.utdrag))
            return tuple(Binding(**{f.name: getattr(r, f.name) for f in fields(Binding)}) for r in rader)

    def send_tilbake(self, melding_id: str, flagg: Flagg, hendelse: Hendelse) -> bool:
        """Open the case, flag it and let the bindings go, all or nothing. Whoever takes the bindings does the rest."""
        setning = delete(Bindingsrad).where(Bindingsrad.melding_id == melding_id).returning(Bindingsrad.utdrag)
        with self._database.skriv() as sesjon:
            if not sesjon.scalars(setning).all():
                return False
            sett_flagg(sesjon, melding_id, [flagg])
            denne = update(Sakrad).where(Sakrad.melding_id == melding_id)
            sesjon.execute(denne.values(tilstand=str(Sakstilstand.NY), versjon=Sakrad.versjon + 1, endret=hendelse.tidspunkt))
            sesjon.add(Sakshendelse(melding_id=melding_id, **asdict(hendelse)))
        return True


def sett_bindinger(sesjon: Session, melding_id: str, bindinger: Iterable[Binding]) -> None:
    """Put bindings in place of those of a message, within a transaction."""
    sesjon.execute(delete(Bindingsrad).where(Bindingsrad.melding_id == melding_id))
    sesjon.add_all(Bindingsrad(**asdict(b)) for b in bindinger)


def _felt(ny: Omkjoring) -> dict[str, Any]:
    felt = {f.name: getattr(ny, f.name) for f in fields(ny)}
    tekster = {n: str(felt[n] or "") for n in ("utfall", "malform", "dom", "arsak")}
    return {**felt, **tekster, "kilder": [asdict(k) for k in ny.kilder], "versjoner": dict(ny.versjoner)}


def _til_omkjoring(rad: Omkjoringsrad) -> Omkjoring:
    egne = {"utfall", "malform", "kilder", "dom", "arsak"}
    return Omkjoring(
        **{f.name: getattr(rad, f.name) for f in fields(Omkjoring) if f.name not in egne},
        utfall=Utfall(rad.utfall),
        malform=Malform(rad.malform),
        kilder=tuple(_kilder(rad.kilder)),
        dom=Dom(rad.dom) if rad.dom else None,
        arsak=Arsak(rad.arsak) if rad.arsak else None,
    )


def _kilder(rader: Sequence[Mapping[str, Any]]) -> Iterable[Kildeinnslag]:
    yield from (Kildeinnslag(**{**k, "malform": Malform(k["malform"])}) for k in rader)


def _til_omkjort(r: Any) -> Omkjort:
    return Omkjort(
        melding_id=r.id,
        **{n: getattr(r, n) for n in ("samtale_id", "tidspunkt", "sporsmal", "kommune")},
        utfall=Utfall(r.utfall),
        tilstand=Sakstilstand(r.tilstand or Sakstilstand.NY),
        dom=Dom(r.dom) if r.dom else None,
        ny=_til_omkjoring(r.Omkjoringsrad) if r.Omkjoringsrad else None,
    )

"""The weekly letter in words: plain, warm, one page. The same words make the page, the PDF and the Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from veileder.gjennomgang.innsikt import Rad
from veileder.gjennomgang.innsikttekster import Navn, overskrift, ukenavn
from veileder.gjennomgang.skjul import MINST
from veileder.gjennomgang.ukesbrev import TEKSTER, Ukesbrev


@dataclass(frozen=True, slots=True, kw_only=True)
class Del:
    """A part of the letter: heading, a paragraph, and lines of a list."""

    overskrift: str
    tekst: str = ""
    punkter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brev:
    """The letter to be read."""

    tittel: str
    ingress: str
    deler: tuple[Del, ...]
    note: str


NOTE = (
    f"Tallene gjelder samtaler, og er rundet av til nærmeste {MINST}. Tall under {MINST} vises ikke, så ingen kan kjennes igjen. "
    "Ingen spørsmål er gjengitt."
)


def skriv_brev(brev: Ukesbrev, sted: str, tjenestenavn: Navn) -> Brev:
    """Return the letter. ``sted`` is the municipality's name, or what all are called together."""
    return Brev(
        tittel=f"Ukesbrev fra Veileder, {ukenavn(brev.uke)}",
        ingress=_ingress(brev, sted),
        deler=(_flest(brev, tjenestenavn), _ubesvart(brev, tjenestenavn), _rettet(brev), _venter(brev)),
        note=NOTE,
    )


def _ingress(b: Ukesbrev, sted: str) -> str:
    forelopig = "" if b.ferdig else " Uka er ikke over, så tallene er foreløpige."
    if not b.samtaler:
        hvor = f"Få eller ingen skrev med Veileder i {sted} denne uka, så her er det lite å fortelle."
        return f"Hei! {hvor}{forelopig}"
    deler = {r.navn: r.tall for r in b.utfall}
    svarte = f" I {deler['besvart']} av samtalene fant den svar." if deler.get("besvart") else ""
    vist = f" I {deler['overlevert']} ble folk vist videre til et menneske." if deler.get("overlevert") else ""
    return f"Hei! Veileder hadde om lag {b.samtaler} samtaler i {sted} denne uka.{svarte}{vist}{forelopig}"


def _linjer(rader: Sequence[Rad], navn: Navn) -> tuple[str, ...]:
    return tuple(f"{navn(r.navn)}: {r.tall} samtaler" for r in rader)


def _flest(b: Ukesbrev, navn: Navn) -> Del:
    if not b.flest:
        return Del(overskrift="Dette spurte folk mest om", tekst="Ingen tjeneste ble nevnt av så mange at den kan stå her.")
    return Del(overskrift="Dette spurte folk mest om", punkter=_linjer(b.flest, navn))


def _ubesvart(b: Ukesbrev, navn: Navn) -> Del:
    tittel = "Dette kunne vi ikke svare på"
    if b.grupper:
        punkter = tuple(f"{overskrift(g, navn)}: {g.tall} samtaler" for g in b.grupper)
        return Del(overskrift=tittel, tekst="Her mangler det kanskje et avsnitt. Forslag til overskrift:", punkter=punkter)
    if b.ubesvart:
        return Del(overskrift=tittel, tekst="Noe manglet i svarene om disse tjenestene:", punkter=_linjer(b.ubesvart, navn))
    return Del(overskrift=tittel, tekst="Ikke noe som mange nok spurte om. Det er godt nytt.")


def _rettet(b: Ukesbrev) -> Del:
    antall = (_antall(b.rapporter, "meldinger fra brukere er rettet"), _antall(b.saker_lukket, "svar er gått gjennom"))
    gjort = " og ".join(filter(None, antall))
    setninger = [f"{_stor(gjort)}. Takk for innsatsen!"] if gjort else []
    setninger += ["Disse tekstene er blitt bedre:"] if b.tekster else []
    tekst = " ".join(setninger) or "Ingenting er meldt rettet denne uka."
    return Del(overskrift="Dette er rettet", tekst=tekst, punkter=_kort(b.tekster))


def _kort(tekster: Sequence[str]) -> tuple[str, ...]:
    rest = len(tekster) - TEKSTER
    return (*tekster[:TEKSTER], *((f"og {rest} til",) if rest > 0 else ()))


def _venter(b: Ukesbrev) -> Del:
    deler = (
        _antall(b.saker, "svar venter på at noen ser på dem"),
        _antall(b.henvendelser, "henvendelser venter på et menneske"),
        _antall(b.over_frist, "av henvendelsene er over fristen"),
    )
    punkter = tuple(_stor(d) for d in deler if d)
    if not punkter:
        return Del(overskrift="Dette venter", tekst="Ingenting. Køen er tom.")
    return Del(overskrift="Dette venter", punkter=punkter)


def _antall(antall: int | None, hva: str) -> str:
    """Return «om lag 10 svar venter …», with a few for a figure that is hidden; nothing for none."""
    if antall == 0:
        return ""
    return f"{'noen få' if antall is None else f'om lag {antall}'} {hva}"


def _stor(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def som_markdown(brev: Brev) -> str:
    """Return the letter as Markdown."""
    deler = [f"# {brev.tittel}", brev.ingress]
    for d in brev.deler:
        deler.append(f"## {d.overskrift}")
        deler += [d.tekst] if d.tekst else []
        deler += ["\n".join(f"- {_trygt(p)}" for p in d.punkter)] if d.punkter else []
    return "\n\n".join([*deler, f"*{brev.note}*"]) + "\n"


def _trygt(tekst: str) -> str:
    """Return a line in which a title cannot be read as mark-up."""
    return "".join(f"\\{t}" if t in "\\`*_[]<>#|" else t for t in tekst)

"""One call of the model that writes sentences: the prompt filled in, each sentence checked as it comes, the costs kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from veileder.domene import Malform, Rolle, Vurdering
from veileder.feil import Sprakmodellfeil
from veileder.formulering.sprakkontroll.kontroll import Setningskontroll
from veileder.formulering.sprakkontroll.tvil import Tvil
from veileder.formulering.sprakmodell.arbeid import KONTROLL, Arbeid, Vis
from veileder.formulering.sprakmodell.ledetekst import Ledetekst, avgrens
from veileder.formulering.sprakmodell.lesing import Setningsleser
from veileder.porter import Bit

if TYPE_CHECKING:
    from veileder.formulering.sprakmodell.grunnlag import Grunn
    from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett
    from veileder.ressurser import Ressurser

_HVEM = {
    Rolle.INNBYGGER: "Leseren er en innbygger som ikke kjenner fagordene.",
    Rolle.SAKSBEHANDLER: "Leseren er saksbehandler i kommunen og kjenner fagordene.",
}
MALFORMER = {Malform.NB: "bokmål", Malform.NN: "nynorsk"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leser:
    """Whom it is written for; ``malform`` is nb or nn."""

    malform: Malform
    rolle: Rolle
    kommune: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skrevet:
    """What came of the call; ``brudd`` says why the model broke off."""

    arbeid: Arbeid
    brudd: str
    spor: Mapping[str, object]


def skriv(
    oppgave: Oppgave, grunner: Mapping[str, Grunn], sporsmal: str, leser: Leser, r: Ressurser, vis: Vis | None = None
) -> Skrevet:
    """Let the model write for a task, from these passages, and check each sentence. ``r.sprak`` is set."""
    assert r.sprak is not None
    mal = r.sprak.ledetekster[oppgave.value]
    system, bruker = _fyll(mal, grunner, sporsmal, leser, r)
    arbeid = Arbeid(
        grunner=grunner,
        kontroll=Setningskontroll(r.indeks.embedder, r.ordliste, r.indeks.leksikalsk.analyse),
        malform=leser.malform,
        ledetekst=system,
        sporsmal=sporsmal,
        oppsett=r.sprak,
        vis=vis,
    )
    bit, brudd = _les(r.sprak, system, bruker, arbeid)
    brukt = {"tokens_inn": bit.tokens_inn, "tokens_ut": bit.tokens_ut, "kroner": round(bit.kroner, 5)}
    sett = {"setninger": arbeid.lest, "vist": len(arbeid.vist), "egne": arbeid.egne, "avbrudd": brudd}
    return Skrevet(arbeid=arbeid, brudd=brudd, spor={"ledetekst": f"{mal.navn}@{mal.digest}"} | brukt | sett)


def _les(oppsett: Sprakoppsett, system: str, bruker: str, arbeid: Arbeid) -> tuple[Bit, str]:
    """Let ``arbeid`` take what the model writes; return what was used, and why it broke off or an empty string."""
    leser, bit = Setningsleser(), Bit()
    try:
        for bit in oppsett.modell.strom(system, bruker):
            if not all(arbeid.ta_imot(s) for s in leser.ta_imot(bit.tekst)):
                return bit, ""
    except Sprakmodellfeil as feil:
        arbeid.vurderinger.append(Vurdering(kontroll=KONTROLL, bestatt=False, grunn=f"avbrudd: {feil.grunn}"))
        return bit, feil.grunn
    if leser.avslutt():
        arbeid.stans((Tvil.FORM,))
    return bit, ""


def _fyll(mal: Ledetekst, grunner: Mapping[str, Grunn], sporsmal: str, leser: Leser, r: Ressurser) -> tuple[str, str]:
    assert r.sprak is not None
    utdrag = [(merke, f"{g.utdrag.tittel} – {g.utdrag.seksjon}", g.vist) for merke, g in grunner.items()]
    tekst, spurt = avgrens(utdrag, sporsmal)
    return mal.fyll(
        malform=MALFORMER[leser.malform],
        hvem=_HVEM[leser.rolle],
        kommune=f"Kommune: {r.kontakter.navn(leser.kommune)}\n\n" if leser.kommune else "",
        ord=str(r.sprak.ord),
        utdrag=tekst,
        sporsmal=spurt,
        merke=next(iter(grunner)),
    )

"""The case: the conversation as the user saw it, beside what the answer was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi.responses import Response

from veileder.domene import FELLES, Malform, Utdrag
from veileder.gjennomgang.ansatte import Bruker, Handling, Rett
from veileder.gjennomgang.godkjente import Binding, bind, digester_av, fingeravtrykk
from veileder.gjennomgang.saker import Arsak, Dom, Sak
from veileder.gjennomgang.verdier import Innslag, Kildeinnslag, Rapport, Rapportstatus, Treffinnslag
from veileder.web.gjennomgang.kofilter import les_filter, som_sporring
from veileder.web.gjennomgang.kontekst import Kontekst
from veileder.web.gjennomgang.korpus import Korpus
from veileder.web.merking import finn
from veileder.web.sider.adresse import anker_for, er_lokal, med_valg, sti_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Avsnitt:
    """A passage as it is shown: ``endret`` tells that the text is another now, ``tekst`` is empty when it is gone."""

    id: str
    fil: str
    tittel: str
    seksjon: str
    kommune: str
    adresse: str
    tekst: str
    endret: bool
    kilde: Kildeinnslag | None = None
    treff: Treffinnslag | None = None

    @property
    def sitat(self) -> str:
        """The quotation as it stands in the text, with its lines; as it was kept, without them, when the text is another now."""
        sitat = self.kilde.sitat if self.kilde else ""
        sted = finn(self.tekst, sitat)
        return self.tekst[slice(*sted)] if sted else sitat


def hent(k: Kontekst, melding_id: str) -> Innslag:
    """Return a message that the user may see; the access is logged first. Raises IngenSide."""
    innslag = k.lager.samtaler.hent(melding_id)
    if innslag is None or not k.bruker.kan(Rett.SAMTALER, innslag.kommune):
        k.finnes_ikke()
    k.logg(Handling.SA_SAK, gjelder=innslag.samtale_id, detalj=innslag.id)
    return innslag


def vis(k: Kontekst) -> Response:
    """Show a case."""
    return side(k, hent(k, k.inn.deler["melding"]))


def side(k: Kontekst, innslag: Innslag, status: int = 200, **felt: object) -> Response:
    """Return the page of a case; ``felt`` overrides what is stored, such as a form that could not be taken."""
    sak = k.lager.saker.hent(innslag.id)
    sporring = k.inn.sporring
    for_, etter = k.lager.saker.naboer(les_filter(sporring, k.omfang(Rett.SAMTALER)), innslag.id)
    turer, skjulte = _samtale(k, innslag)
    valg: dict[str, object] = {
        "innslag": innslag,
        "sak": sak,
        "skrevet": sak,
        "turer": turer,
        "skjulte": skjulte,
        "rapporter": k.lager.rapporter.for_melding(innslag.id),
        "kolonner": avsnitt(k.korpus(), innslag),
        "kilder": fingeravtrykk(bindinger(k, innslag)),
        "hendelser": k.lager.saker.hendelser(innslag.id),
        "forslag": k.lager.forslag.for_melding(innslag.id),
        "omkjoring": k.lager.omkjoringer.hent(innslag.id),
        "navn": {b.brukernavn: b.navn for b in k.lager.brukere.alle()},
        "brukere": kan_tildeles(k, innslag.kommune),
        "dommer": tuple(Dom),
        "arsaker": tuple(Arsak),
        "statuser": tuple(Rapportstatus),
        "sporring": som_sporring(sporring),
        "forrige": for_,
        "neste": etter,
        "feil": "",
        "lagret": sporring.get("lagret", "") == "ja",
    }
    return k.side("sak.html", status, **{**valg, **felt})


def bindinger(k: Kontekst, innslag: Innslag) -> tuple[Binding, ...]:
    """Return what the answer rests on when it is approved: it comes back when one of those texts is another."""
    return bind(innslag.id, innslag.kilder, digester_av(tuple(k.korpus().utdrag.values())))


def kan_tildeles(k: Kontekst, kommune: str) -> Mapping[str, str]:
    """Return id and name of those who may see a case, oneself first."""
    andre: Sequence[Bruker] = [b for b in k.lager.brukere.alle() if not b.stengt and b.kan(Rett.SAMTALER, kommune)]
    return {b.id: b.navn for b in sorted(andre, key=lambda b: b.id != k.bruker.id)}


def _samtale(k: Kontekst, innslag: Innslag) -> tuple[list[Innslag], int]:
    """Return the conversation, and how many of its messages are about another kommune and not the user's to see."""
    alle = k.lager.samtaler.samtale(innslag.samtale_id)
    synlige = [i for i in alle if not i.kommune or k.bruker.kan(Rett.SAMTALER, i.kommune)]
    return synlige, len(alle) - len(synlige)


def avsnitt(korpus: Korpus, innslag: Innslag) -> dict[str, list[Avsnitt]]:
    """Return the passages: those quoted, those found and not quoted, and those left out."""
    treff = {(t.utdrag, t.fil): t for t in innslag.treff}
    sitert = {(kilde.utdrag, kilde.fil) for kilde in innslag.kilder}
    brukt = [_avsnitt(korpus, s.utdrag, s.fil, s.digest, kilde=s, treff=treff.get((s.utdrag, s.fil))) for s in innslag.kilder]
    rest = [(t.brukt, _avsnitt(korpus, t.utdrag, t.fil, t.digest, treff=t)) for n, t in treff.items() if n not in sitert]
    return {"brukt": brukt, "vurdert": [a for b, a in rest if b], "forkastet": [a for b, a in rest if not b]}


def _avsnitt(korpus: Korpus, id_: str, fil: str, digest: str, **felt: object) -> Avsnitt:
    u, kilde = korpus.utdrag.get((id_, fil)), felt.get("kilde")
    hode = u or (kilde if isinstance(kilde, Kildeinnslag) else None)
    return Avsnitt(
        id=id_,
        fil=fil,
        tittel=hode.tittel if hode else id_,
        seksjon=hode.seksjon if hode else "",
        kommune=hode.kommune if hode else FELLES,
        adresse=adresse(u) if u and not u.intern else "",
        tekst=u.tekst if u else "",
        endret=bool(u and digest and u.digest != digest),
        **felt,  # type: ignore[arg-type]
    )


def adresse(u: Utdrag) -> str:
    """Return where a passage stands on the pages of the corpus."""
    kommune = u.kommune if er_lokal(u.dokument) else ""
    malform = u.malform if u.malform is Malform.NN else Malform.NB
    return f"{med_valg(sti_for(u.dokument), kommune=kommune, malform=malform)}#{anker_for(u.id, u.kommune)}"


def finn_rapport(k: Kontekst, innslag: Innslag, nummer: str) -> Rapport:
    """Return a report on this very message. Raises IngenSide."""
    funnet = next((r for r in k.lager.rapporter.for_melding(innslag.id) if r.nummer == nummer), None)
    return funnet or k.finnes_ikke()


def endringer(for_: Sak, etter: Sak) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of the page."""
    return tuple(n for n in ("dom", "arsak", "kommentar", "tildelt", "tilstand") if getattr(for_, n) != getattr(etter, n))

"""The queue: what should be looked at first, and why."""

from __future__ import annotations

from fastapi.responses import Response

from veileder.domene import Malform, Utfall
from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.ansatte import Bruker, Handling, Rett
from veileder.gjennomgang.saker import Tilstandsvalg
from veileder.gjennomgang.verdier import Flaggslag
from veileder.web.gjennomgang.innlogging import forside
from veileder.web.gjennomgang.kofilter import FELT, les_filter, som_sporring
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

PER_SIDE = 25
"""Cases on a page."""

SIDER = 400
"""Pages that can be turned to."""


def vis(k: Kontekst) -> Response:
    """Show the queue, or where a user belongs who has none."""
    if not k.bruker.har(Rett.SAMTALER):
        return k.videre(forside(k))
    felt, nr = k.inn.sporring, _sidetall(k.inn.sporring.get("side", ""))
    side = k.lager.saker.ko(les_filter(felt, k.omfang(Rett.SAMTALER)), nr, PER_SIDE)
    samtaler = " ".join(dict.fromkeys(r.samtale_id for r in side.rader))
    k.logg(Handling.SA_KO, detalj=samtaler)
    brukere = {b.id: b for b in k.lager.brukere.alle()}
    return k.side(
        "ko.html",
        side=side,
        felt={n: felt.get(n, "") for n in FELT},
        valgt=[n for n in FELT if felt.get(n)],
        valg=_valg(k, brukere),
        navn={i: b.navn for i, b in brukere.items()},
        sporring=som_sporring(felt),
        fra=(nr - 1) * PER_SIDE + 1,
        forrige=som_sporring(felt, side=str(nr - 1)) if nr > 1 else "",
        neste=som_sporring(felt, side=str(nr + 1)) if side.antall > nr * PER_SIDE and nr < SIDER else "",
    )


def sok(k: Kontekst) -> Response:
    """Take the filter's form. What is typed to search for is masked before it stands in an address."""
    felt = {n: k.inn.ett(n, 200) for n in FELT}
    return k.videre(f"{ROT}{som_sporring({**felt, 'q': masker(felt['q']).tekst})}")


def _sidetall(skrevet: str) -> int:
    return min(int(skrevet), SIDER) if skrevet.isascii() and skrevet.isdigit() and int(skrevet[:6]) > 0 else 1


def _valg(k: Kontekst, brukere: dict[str, Bruker]) -> dict[str, list[tuple[str, str]]]:
    """Return (value, what it is called) for each list of the filter."""
    finnes = k.lager.saker.valg(k.omfang(Rett.SAMTALER))
    andre = [b for b in brukere.values() if b.id != k.bruker.id and not b.stengt and b.har(Rett.SAMTALER)]
    return {
        "grunn": [("alle", tekst("ogsa_uten_flagg")), *((s.value, tekst(f"flagg_{s.value}")) for s in Flaggslag)],
        "tilstand": [(t.value, tekst(f"tilstand_{t.value}")) for t in Tilstandsvalg],
        "tildelt": [(k.bruker.id, tekst("meg")), ("ingen", tekst("ingen")), *((b.id, b.navn) for b in andre)],
        "kommune": [(s, k.kommunenavn(s)) for s in finnes.kommuner],
        "tjeneste": sorted(((s, k.tjenestenavn(s)) for s in finnes.tjenester), key=lambda par: par[1]),
        "utfall": [(u.value, tekst(f"utfall_{u.value}")) for u in Utfall],
        "malform": [(m.value, tekst(f"malform_{m.value}")) for m in Malform],
    }

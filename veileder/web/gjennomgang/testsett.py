"""«Legg til i testsettet»: the need in the reviewer's own words, to be checked after every change from now on."""

from __future__ import annotations

import json
import uuid

from fastapi.responses import Response

from veileder.domene import Malform, Utfall
from veileder.feil import Bruksfeil
from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.saker import Testtilfelle
from veileder.gjennomgang.testtilfelle import MALFORMER, lag_rad
from veileder.gjennomgang.verdier import Innslag
from veileder.web.gjennomgang import sak as saksside
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

ROLLER = ("innbygger", "parorende", "saksbehandler")
"""Who may ask in a golden question."""


def nytt(k: Kontekst) -> Response:
    """Show the form. The person's words are in it nowhere."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    felt = {"rolle": innslag.rolle.value, "kommune": innslag.kommune, "malform": innslag.malform.value}
    return _skjema(k, innslag, felt, (), (innslag.utfall.value,))


def _skjema(
    k: Kontekst, innslag: Innslag, felt: dict[str, str], valgte: tuple[str, ...], utfall: tuple[str, ...], feil: str = ""
) -> Response:
    i_bokmal_sist = sorted(k.korpus().utdrag.items(), key=lambda par: par[1].malform is not Malform.NN)
    kjente = {_nokkel(id_): u for (id_, _), u in i_bokmal_sist}
    brukt = (*(s.utdrag for s in innslag.kilder), *(t.utdrag for t in innslag.treff if t.brukt))
    naere = list(dict.fromkeys(map(_nokkel, brukt)))
    navn = {n: f"{u.tittel} – {u.seksjon}" for n in (*naere, *valgte) if (u := kjente.get(n))}
    alle = sorted(((n, f"{u.tittel} – {u.seksjon}") for n, u in kjente.items()), key=lambda par: par[1])
    return k.side(
        "nytt_test.html",
        400 if feil else 200,
        innslag=innslag,
        felt={n: felt.get(n, "") for n in ("sporsmal", "vil_vite", "referanse", "rolle", "kommune", "malform")},
        valgte=valgte,
        naere=navn,
        alle=alle,
        utfall=tuple(u for u in Utfall if u is not Utfall.FEILET),
        valgte_utfall=utfall,
        malformer=MALFORMER,
        roller=ROLLER,
        feil=feil,
    )


def lagre(k: Kontekst) -> Response:
    """Keep a case for the test set."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    felt = {n: k.inn.ett(n, 2000) for n in ("sporsmal", "vil_vite", "referanse", "rolle", "malform")}
    kommune = k.inn.ett("kommune")
    felt["kommune"] = kommune if kommune in k.kommuner else ""
    seksjoner = tuple(dict.fromkeys(s for s in (*k.inn.flere("seksjon"), k.inn.ett("annen_seksjon", 500)) if s))
    utfall = k.inn.flere("utfall")
    sagt = [i.sporsmal for i in k.lager.samtaler.samtale(innslag.samtale_id)]
    kjente = {_nokkel(id_) for id_, _ in k.korpus().utdrag}
    try:
        rad = lag_rad(felt, seksjoner, utfall, kjente=kjente, sagt=sagt)
    except Bruksfeil as feil:
        return _skjema(k, innslag, felt, seksjoner, utfall, str(feil))
    id_ = uuid.uuid4().hex
    tilfelle = Testtilfelle(
        id=id_,
        melding_id=innslag.id,
        kommune=felt["kommune"],
        rad={"sak": f"G-{id_[:8]}", **rad},
        laget_av=k.bruker.brukernavn,
        opprettet=k.na,
    )
    k.lager.forslag.legg_til_test(tilfelle)
    k.lager.saker.noter(innslag.id, k.hendelse(tekst("hendelse_test"), str(rad["sporsmal"])))
    return k.videre(f"{ROT}/sak/{innslag.id}?lagret=ja")


def _nokkel(utdrag: str) -> str:
    """Return the section of a passage, as the golden questions name it: «tjenester/bpa#pris»."""
    return utdrag.rsplit("#", 1)[0]


def _synlige(k: Kontekst) -> list[Testtilfelle]:
    """A need that names no kommune is everybody's."""
    return [t for t in k.lager.forslag.tester() if not t.kommune or k.bruker.kan(Rett.TEKSTER, t.kommune)]


def liste(k: Kontekst) -> Response:
    """Show the cases for the test set."""
    return k.side("testsett.html", tester=_synlige(k), navn={b.brukernavn: b.navn for b in k.lager.brukere.alle()})


def last_ned(k: Kontekst) -> Response:
    """Return the rows for ``python -m evaluering fra-sak``."""
    k.logg(Handling.LASTET_NED, detalj="testsettet")
    linjer = "".join(json.dumps(dict(t.rad), ensure_ascii=False) + "\n" for t in _synlige(k))
    hode = {"Content-Disposition": 'attachment; filename="testsett.jsonl"'}
    return Response(linjer, media_type="application/jsonl; charset=utf-8", headers=hode)

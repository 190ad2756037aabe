"""«Foreslå tekst»: a suggestion to whoever owns the text, kept, and to be downloaded as a patch."""

from __future__ import annotations

import hashlib
import uuid

from fastapi.responses import Response

from veileder.domene import FELLES, Utdrag
from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.endringsforslag import lag_patch, les_fil, seksjonstekst
from veileder.gjennomgang.saker import Forslagsstatus, Tekstforslag
from veileder.gjennomgang.verdier import Innslag
from veileder.web.gjennomgang import sak as saksside
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.tekster import tekst

LENGST = 20_000
"""Characters of a suggested text."""


def nytt(k: Kontekst) -> Response:
    """Show a section in a form, to be written anew."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    u = _utdrag(k, k.inn.sporring.get("utdrag", ""), k.inn.sporring.get("fil", ""))
    na = _na(k, u)
    return _skjema(k, innslag, u, na, skrevet=na)


def lagre(k: Kontekst) -> Response:
    """Keep a suggestion. The section is read anew: what stood in the form is not believed."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    u = _utdrag(k, k.inn.ett("utdrag", 500), k.inn.ett("fil", 500))
    opprinnelig, skrevet = _na(k, u), k.inn.ett("forslag", LENGST)
    begrunnelse = k.inn.ett("begrunnelse", 1000)
    slag = masker(begrunnelse).slag
    uendret = skrevet.strip() == opprinnelig.strip()
    if slag or uendret or not skrevet:
        feil = tekst("personopplysninger", slag=", ".join(slag)) if slag else tekst("forslag_likt")
        return _skjema(k, innslag, u, opprinnelig, skrevet=skrevet, begrunnelse=begrunnelse, feil=feil, status=400)
    if k.inn.ett("lest") != _avtrykk(opprinnelig):  # else the suggestion would undo what another has written meanwhile
        felt = {"skrevet": skrevet, "begrunnelse": begrunnelse, "feil": tekst("forslag_byttet"), "byttet": True}
        return _skjema(k, innslag, u, opprinnelig, status=409, **felt)
    forslag = Tekstforslag(
        id=uuid.uuid4().hex,
        melding_id=innslag.id,
        fil=u.fil,
        utdrag=u.id,
        tittel=u.tittel,
        seksjon=u.seksjon,
        kommune=u.kommune,
        opprinnelig=opprinnelig,
        forslag=skrevet,
        begrunnelse=begrunnelse,
        laget_av=k.bruker.brukernavn,
        opprettet=k.na,
    )
    k.lager.forslag.opprett(forslag)
    k.lager.saker.noter(innslag.id, k.hendelse(tekst("hendelse_forslag"), f"{u.tittel} – {u.seksjon}"))
    return k.videre(f"{ROT}/sak/{innslag.id}?lagret=ja")


def _skjema(k: Kontekst, innslag: Innslag, u: Utdrag, opprinnelig: str, *, status: int = 200, **felt: object) -> Response:
    fast = {"innslag": innslag, "u": u, "opprinnelig": opprinnelig, "lest": _avtrykk(opprinnelig)}
    return k.side("nytt_forslag.html", status, **{"feil": "", "begrunnelse": "", "byttet": False, **fast, **felt})


def _avtrykk(opprinnelig: str) -> str:
    """Return what tells this text from another: the form carries it."""
    return hashlib.blake2b(opprinnelig.encode(), digest_size=12).hexdigest()


def _utdrag(k: Kontekst, id_: str, fil: str) -> Utdrag:
    """Return a passage of the index, never a path of the reader's. Raises IngenSide."""
    return k.korpus().utdrag.get((id_, fil)) or k.finnes_ikke()


def _na(k: Kontekst, u: Utdrag) -> str:
    """Return the section as it stands in the file, or as it was indexed when it cannot be found there."""
    korpus = k.korpus()
    seksjon = [v for v in korpus.utdrag.values() if (v.fil, v.overskrifter, v.aspekt) == (u.fil, u.overskrifter, u.aspekt)]
    return seksjonstekst(les_fil(korpus.mappe, u.fil), seksjon) or "\n\n".join(v.tekst for v in seksjon)


def liste(k: Kontekst) -> Response:
    """Show the suggestions."""
    synlige = [f for f in k.lager.forslag.alle() if _synlig(k, f)]
    navn = {b.brukernavn: b.navn for b in k.lager.brukere.alle()}
    lagret = k.inn.sporring.get("lagret", "")
    return k.side("forslag.html", forslag=synlige, statuser=tuple(Forslagsstatus), lagret=lagret, navn=navn)


def _synlig(k: Kontekst, f: Tekstforslag) -> bool:
    """Shared texts are everybody's."""
    return f.kommune == FELLES or k.bruker.kan(Rett.TEKSTER, f.kommune)


def _hent(k: Kontekst) -> Tekstforslag:
    funnet = k.lager.forslag.hent(k.inn.deler["id"])
    return funnet if funnet and _synlig(k, funnet) else k.finnes_ikke()


def patch(k: Kontekst) -> Response:
    """Return the suggestion as a patch against the file as it is now, or say why there is none."""
    f, korpus = _hent(k), k.korpus()
    innhold = lag_patch(f"{korpus.mappe.name}/{f.fil}", les_fil(korpus.mappe, f.fil), f.opprinnelig, f.forslag)
    if not innhold:
        return k.side("stopp.html", 409, hva="ingen_patch", skrevet=[f.forslag])
    k.logg(Handling.LASTET_NED, detalj=f"tekstforslag {f.id}")
    hode = {"Content-Disposition": f'attachment; filename="forslag-{f.id[:8]}.patch"'}
    return Response(innhold, media_type="text/x-diff; charset=utf-8", headers=hode)


def sett_status(k: Kontekst) -> Response:
    """Say what came of a suggestion."""
    f, status, versjon = _hent(k), k.inn.ett("status"), k.inn.ett("versjon", 9)
    if status not in set(Forslagsstatus):
        k.finnes_ikke()
    endret = versjon == str(f.versjon) and k.lager.forslag.oppdater(f.id, f.versjon, Forslagsstatus(status))
    if endret and f.melding_id:
        k.lager.saker.noter(f.melding_id, k.hendelse(tekst("hendelse_forslag_status"), status))
    return k.videre(f"{ROT}/forslag?lagret={'ja' if endret else 'nei'}")

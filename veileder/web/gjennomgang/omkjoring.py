"""«Kjør på nytt»: the answer that was given beside the one that would be given now, and the verdict on the latter."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from fastapi.responses import Response

from veileder.domene import Malform
from veileder.forstaelse.maskering import masker
from veileder.gjennomgang.ansatte import Handling, Rett
from veileder.gjennomgang.godkjente import bind, digester_av
from veileder.gjennomgang.omkjoring import Endring, Forskjell, Omkjoring, forskjeller
from veileder.gjennomgang.saker import Arsak, Dom, Sakstilstand
from veileder.gjennomgang.ulikheter import linjer
from veileder.gjennomgang.verdier import Innslag, Rapportstatus
from veileder.web.gjennomgang import sak as saksside
from veileder.web.gjennomgang.kofilter import som_sporring
from veileder.web.gjennomgang.kontekst import ROT, Kontekst
from veileder.web.gjennomgang.sakshandling import TILBAKEMELDING
from veileder.web.gjennomgang.tekster import tekst

MEST = 500
"""Questions that are asked again at a time, the newest first."""


def vis(k: Kontekst) -> Response:
    """Show both answers, or the button that makes the new one."""
    return _side(k, saksside.hent(k, k.inn.deler["melding"]))


def kjor(k: Kontekst) -> Response:
    """Ask the question again."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    k.logg(Handling.KJORTE, gjelder=innslag.samtale_id, detalj=innslag.id)
    k.omkjorer.en(innslag, k.bruker)
    return k.videre(f"{ROT}/sak/{innslag.id}/omkjoring{som_sporring(k.inn.sporring)}")


def _side(k: Kontekst, innslag: Innslag, status: int = 200, **felt: object) -> Response:
    ny, sak = k.lager.omkjoringer.hent(innslag.id), k.lager.saker.hent(innslag.id)
    da, na = linjer(innslag.svar, ny.svar) if ny else ((), ())
    apne = [r for r in k.lager.rapporter.for_melding(innslag.id) if r.status is not Rapportstatus.RETTET]
    valg: dict[str, object] = {
        "innslag": innslag,
        "ny": ny,
        "sak": sak,
        "forskjeller": [forklar(f) for f in forskjeller(innslag, ny)] if ny else [],
        "da": da,
        "na": na,
        "rapporter": apne,
        "skrevet": {r.nummer: tekst(f"rettet_{'nn' if r.malform is Malform.NN else 'nb'}") for r in apne},
        "dommer": tuple(Dom),
        "arsaker": tuple(Arsak),
        "navn": {b.brukernavn: b.navn for b in k.lager.brukere.alle()},
        "sporring": som_sporring(k.inn.sporring),
        "lagret": k.inn.sporring.get("lagret", "") == "ja",
        "feil": "",
    }
    return k.side("omkjoring.html", status, **{**valg, **felt})


def forklar(f: Forskjell) -> str:
    """Return what differs as a sentence."""
    utfall = {"for_": f.for_, "etter": f.etter}
    if f.slag is Endring.UTFALL:
        utfall = {n: tekst(f"utfall_{v}") for n, v in utfall.items()}
    return tekst(f"endring_{f.slag.value}", **utfall)


def vurder(k: Kontekst) -> Response:
    """Store the verdict on the new answer, and tell those who reported when it is right."""
    innslag = saksside.hent(k, k.inn.deler["melding"])
    ny, sak = k.lager.omkjoringer.hent(innslag.id), k.lager.saker.hent(innslag.id)
    dom, arsak = k.inn.ett("dom"), k.inn.ett("arsak")
    if ny is None:
        k.finnes_ikke()
    if k.inn.ett("versjon", 9) != str(ny.versjon) or k.inn.ett("saksversjon", 9) != str(sak.versjon):
        return _side(k, innslag, 409, feil=tekst("omkjoring_kollisjon"))
    if dom not in set(Dom) or (dom != Dom.RIKTIG and arsak not in set(Arsak)):
        return _side(k, innslag, 400, feil=tekst("mangler_dom" if dom not in set(Dom) else "mangler_arsak"))
    ord_ = {r.nummer: k.inn.ett(f"ord_{r.nummer}", TILBAKEMELDING) for r in k.lager.rapporter.for_melding(innslag.id)}
    if slag := masker("\n".join(ord_.values())).slag:
        return _side(k, innslag, 400, feil=tekst("personopplysninger", slag=", ".join(slag)))
    riktig = dom == Dom.RIKTIG
    if riktig and _byttet(k, ny):
        return _side(k, innslag, 409, feil=tekst("omkjoring_byttet"))
    vurdert = replace(ny, dom=Dom(dom), arsak=None if riktig else Arsak(arsak), vurdert_av=k.bruker.brukernavn)
    if not _lagre(k, vurdert):
        return _side(k, innslag, 409, feil=tekst("omkjoring_kollisjon"))
    if riktig and not ny.lik:
        _si_fra(k, innslag, ord_)
    return k.videre(f"{ROT}/sak/{innslag.id}/omkjoring{som_sporring(k.inn.sporring, lagret='ja')}")


def _lest(ny: Omkjoring) -> dict[tuple[str, str], str]:
    """Return the digests of the texts that the new answer was made from, which are what is read on the page."""
    return {(s.utdrag, s.fil): s.digest for s in ny.kilder if s.digest}


def _byttet(k: Kontekst, ny: Omkjoring) -> bool:
    """Tell whether a text is another than when the question was asked again."""
    utdrag = k.korpus().utdrag
    return any((u := utdrag.get(n)) is None or u.digest != digest for n, digest in _lest(ny).items())


def _lagre(k: Kontekst, vurdert: Omkjoring) -> bool:
    """Store the verdict, and close the case with what it rests on when the new answer is right."""
    riktig, sak = vurdert.dom is Dom.RIKTIG, k.lager.saker.hent(vurdert.melding_id)
    digester = digester_av(tuple(k.korpus().utdrag.values())) | _lest(vurdert)
    if not k.lager.omkjoringer.lagre(vurdert):
        return False
    assert vurdert.dom is not None
    hendelser = [k.hendelse(tekst("hendelse_ny_dom"), tekst(f"dom_{vurdert.dom.value}"))]
    tilstand = Sakstilstand.LUKKET if riktig else Sakstilstand.ARBEID
    if tilstand is not sak.tilstand:
        hendelser.append(k.hendelse(tekst(f"hendelse_tilstand_{tilstand.name.lower()}")))
    endret = replace(sak, tilstand=tilstand, endret=k.na, endret_av=k.bruker.brukernavn)
    return k.lager.saker.lagre(endret, hendelser, bind(vurdert.melding_id, vurdert.kilder, digester) if riktig else ())


def _si_fra(k: Kontekst, innslag: Innslag, ord_: dict[str, str]) -> None:
    """Tell each reporter that is chosen. One that somebody else has written to meanwhile is left as it is."""
    for r in k.lager.rapporter.for_melding(innslag.id):
        if not k.inn.ett(f"si_fra_{r.nummer}"):
            continue
        if k.lager.rapporter.oppdater(r.nummer, r.versjon, Rapportstatus.RETTET, ord_[r.nummer]):
            hva = tekst("hendelse_svar", nummer=r.nummer, status=tekst(f"rapport_{Rapportstatus.RETTET.value}"))
            k.lager.saker.noter(innslag.id, k.hendelse(hva, ord_[r.nummer]))


def liste(k: Kontekst) -> Response:
    """Show what may be run again together: the cases of a cause, or the answers that cite a changed file."""
    omfang, felt = k.omfang(Rett.SAMTALER), k.inn.sporring
    arsak, fil = _valgt(felt.get("arsak", ""), felt.get("fil", ""))
    rader = k.lager.omkjoringer.liste(omfang, arsak=arsak, fil=fil, antall=MEST) if arsak or fil else ()
    if rader:
        k.logg(Handling.SA_KO, detalj=" ".join(dict.fromkeys(r.samtale_id for r in rader)))
    return k.side(
        "omkjoringer.html",
        arsaker=k.lager.omkjoringer.arsaker(omfang),
        filer=k.lager.omkjoringer.endrede_filer(omfang, digester_av(tuple(k.korpus().utdrag.values()))),
        rader=rader,
        arsak=arsak.value if arsak else "",
        fil=fil,
        mest=MEST,
        framdrift=k.omkjorer.framdrift,
        opptatt=felt.get("opptatt", "") == "ja",
    )


def kjor_mange(k: Kontekst) -> Response:
    """Begin to ask them all again."""
    arsak, fil = _valgt(k.inn.ett("arsak"), k.inn.ett("fil", 500))
    if not arsak and not fil:
        k.finnes_ikke()
    rader = k.lager.omkjoringer.liste(k.omfang(Rett.SAMTALER), arsak=arsak, fil=fil, antall=MEST)
    startet = k.omkjorer.mange([r.melding_id for r in rader], k.bruker)
    return k.videre(f"{ROT}/omkjoring{_utvalg(arsak.value if arsak else '', fil, opptatt='' if startet else 'ja')}")


def _valgt(arsak: str, fil: str) -> tuple[Arsak | None, str]:
    """Return one of the two: a cause goes before a file."""
    if arsak in set(Arsak):
        return Arsak(arsak), ""
    return None, fil[:500]


def _utvalg(arsak: str, fil: str, **mer: str) -> str:
    """Return the choice as the end of an address."""
    return "?" + urlencode({n: v for n, v in {"arsak": arsak, "fil": fil, **mer}.items() if v})

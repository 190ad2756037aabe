"""``besvar`` for a running process: stores and flags the answer; catches what should not happen, and logs it once."""

from __future__ import annotations

import logging
import uuid
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from veileder import standardtekster as st
from veileder.besvar import besvar
from veileder.domene import FELLES, Forslag, Henvendelse, Malform, Svar, Utfall
from veileder.formulering.videre import foresla
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.maskering import masker
from veileder.forstaelse.sprak import gjett_malform
from veileder.overlevering.kontakt import lag_overlevering
from veileder.ressurser import Ressurser

if TYPE_CHECKING:
    from veileder.gjennomgang.arkiv import Arkiv

logg = logging.getLogger(__name__)

HUSK_PROVDE = 5000
"""Questions to go on with whose answers are remembered, so that each is tried once for an index."""

Ressurskilde = Callable[[], Ressurser]


class Tjeneste:
    """Answers messages. Safe to call from several threads at once.

    ``ressurser`` is asked for at each message, so that a new index is taken into use between two. With an ``arkiv``
    each answer is stored before it is returned; the command line and the evaluation give none.
    """

    def __init__(self, ressurser: Ressurskilde, arkiv: Arkiv | None = None) -> None:
        self._ressurser = ressurser
        self._arkiv = arkiv
        self._provd: OrderedDict[tuple[str, ...], Svar] = OrderedDict()

    @property
    def ressurser(self) -> Ressurser:
        """What the newest message would be answered from."""
        return self._ressurser()

    def enklere(self, svar: Svar) -> Svar:
        """Return an answer of ours said in simpler words by the chat model, or as it was where that does not hold."""
        r = self._ressurser()
        if r.sprak is None:
            return svar
        from veileder.formulering.sprakmodell.enklere import si_enklere

        return si_enklere(svar, r)

    def videre(self, svar: Svar, henvendelse: Henvendelse, vist: Collection[tuple[str, str]] = ()) -> tuple[Forslag, ...]:
        """Return questions to go on with; each is one that the index is known to answer.

        ``vist`` are (title, heading) of sections that the conversation has shown. Nothing is stored, and no chat model asked.
        """
        r = replace(self._ressurser(), sprak=None)
        kommune = svar.tur.kommune if svar.tur else henvendelse.kommune

        def svarer(sporsmal: str) -> Svar:
            nokkel = (r.indeks.versjon, sporsmal, kommune, henvendelse.rolle.value, svar.sprak.value)
            if (husket := self._provd.get(nokkel)) is None:
                h = Henvendelse(id="", tekst=sporsmal, rolle=henvendelse.rolle, kommune=kommune, sprak=svar.sprak)
                husket = self._provd[nokkel] = _uten_treff(besvar(h, r))
            while len(self._provd) > HUSK_PROVDE:
                self._provd.popitem(last=False)
            return husket

        return foresla(svar, henvendelse.rolle, vist, svarer)

    def kommuner(self) -> tuple[tuple[str, str], ...]:
        """Return (slug, name) of the municipalities that the index or the contact list covers."""
        r = self._ressurser()
        navn = {slug: k.navn for slug, k in r.kontakter.kommuner.items()}
        if not r.egne_kontakter:
            navn = {slug: navn.get(slug, slug.replace("-", " ").title()) for slug in r.indeks.kommuner if slug != FELLES}
        return tuple(sorted(navn.items(), key=lambda par: par[1]))

    def svar(self, henvendelse: Henvendelse, vis: Callable[[str], None] | None = None) -> Svar:
        """Return the answer; any error of ours becomes ``feilet`` with a way to a human.

        ``vis`` is given each checked sentence of a chat model as it comes, where one is set.
        """
        svar = self._svar(henvendelse, vis)
        if self._arkiv is not None:
            self._lagre(self._arkiv, henvendelse, svar)
        return svar

    def _lagre(self, arkiv: Arkiv, henvendelse: Henvendelse, svar: Svar) -> None:
        """Store the answer, by what is known of it when the index or the model is down, too."""
        from veileder.gjennomgang.likhet import likheter, vektor_av
        from veileder.gjennomgang.versjoner import versjoner

        felt: dict[str, Any] = {}
        try:
            r = self._ressurser()
            felt["versjoner"] = versjoner(r)
            felt["likhet"] = likheter(r.indeks.embedder, henvendelse, svar)
            felt["vektor"] = vektor_av(r.indeks.embedder, svar)
        except Exception:  # noqa: BLE001 - logged when the answer was made; what is known is stored
            felt.setdefault("versjoner", {})
        arkiv.lagre(henvendelse, svar, **felt)

    def _svar(self, henvendelse: Henvendelse, vis: Callable[[str], None] | None) -> Svar:
        try:
            r = self._ressurser()
            svar = besvar(henvendelse, r, vis)
            return svar if r.sprak is None else _med_tillegg(svar, henvendelse, r)
        except Exception:
            if akutt := self._akutt(henvendelse):
                return akutt
            sak = uuid.uuid4().hex[:8]
            logg.exception("Henvendelse %s feilet (sak %s)", henvendelse.id, sak)
            return self._feilet(henvendelse, sak)

    def _akutt(self, henvendelse: Henvendelse) -> Svar | None:
        """Emergency numbers are told even when index and models are down."""
        slag = finn_akutt(henvendelse.tekst)
        if not slag:
            return None
        sprak = henvendelse.sprak or gjett_malform(henvendelse.tekst) or Malform.NB
        return Svar(
            henvendelse=henvendelse.id,
            sporsmal=masker(henvendelse.tekst).tekst,
            tekst=st.tekst(f"akutt_{slag}", sprak),
            utfall=Utfall.AKUTT,
            sprak=sprak,
        )

    def _feilet(self, henvendelse: Henvendelse, sak: str) -> Svar:
        sprak = henvendelse.sprak or gjett_malform(henvendelse.tekst) or Malform.NB
        try:
            overlevering = lag_overlevering(st.tekst("grunn_feilet", sprak), henvendelse.kommune, self._ressurser().kontakter)
        except Exception:  # noqa: BLE001 - logged above; the message must come out without a contact, too
            overlevering = None
        return Svar(
            henvendelse=henvendelse.id,
            sporsmal=masker(henvendelse.tekst).tekst,
            tekst=st.tekst("feilet", sprak).format(sak=sak),
            utfall=Utfall.FEILET,
            sprak=sprak,
            overlevering=overlevering,
            spor={"sak": sak, "ms": {}},
        )


def _uten_treff(svar: Svar) -> Svar:
    """Return an answer with what is asked of a tried question only: how it ended, and its sources without their texts."""
    return replace(svar, tekst="", treff=(), forkastet=(), kilder=tuple(replace(k, tekst="", sitat="") for k in svar.kilder))


def _med_tillegg(svar: Svar, henvendelse: Henvendelse, r: Ressurser) -> Svar:
    """Return the answer with what the chat model adds; an error of that leaves the answer as it is."""
    from veileder.formulering.sprakmodell.tillegg import legg_til

    try:
        return legg_til(svar, henvendelse, r)
    except Exception:
        logg.exception("Tillegget til svaret på %s feilet", henvendelse.id)
        return svar

"""``besvar`` for a running process: stores and flags the answer; catches what should not happen, and logs it once."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from veileder import standardtekster as st
from veileder.besvar import besvar
from veileder.domene import FELLES, Henvendelse, Malform, Svar, Utfall
from veileder.forstaelse.akutt import finn_akutt
from veileder.forstaelse.maskering import masker
from veileder.forstaelse.sprak import gjett_malform
from veileder.overlevering.kontakt import lag_overlevering
from veileder.ressurser import Ressurser

if TYPE_CHECKING:
    from veileder.gjennomgang.arkiv import Arkiv

logg = logging.getLogger(__name__)

Ressurskilde = Callable[[], Ressurser]


class Tjeneste:
    """Answers messages. Safe to call from several threads at once.

    ``ressurser`` is asked for at each message, so that a new index is taken into use between two. With an ``arkiv``
    each answer is stored before it is returned; the command line and the evaluation give none.
    """

    def __init__(self, ressurser: Ressurskilde, arkiv: Arkiv | None = None) -> None:
        self._ressurser = ressurser
        self._arkiv = arkiv

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


def _med_tillegg(svar: Svar, henvendelse: Henvendelse, r: Ressurser) -> Svar:
    """Return the answer with what the chat model adds; an error of that leaves the answer as it is."""
    from veileder.formulering.sprakmodell.tillegg import legg_til

    try:
        return legg_til(svar, henvendelse, r)
    except Exception:
        logg.exception("Tillegget til svaret på %s feilet", henvendelse.id)
        return svar

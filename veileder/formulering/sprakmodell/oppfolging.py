"""A follow-up written anew by a chat model where the rules only guess; the rules' own stands when it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from veileder.formulering.sprakmodell.egneord import nytt_i
from veileder.formulering.sprakmodell.ettsvar import sporr
from veileder.formulering.sprakmodell.oppsett import Oppgave
from veileder.forstaelse.melding import emne_av

if TYPE_CHECKING:
    from veileder.forstaelse.emne import Emne
    from veileder.forstaelse.melding import Melding
    from veileder.ressurser import Ressurser

LENGST = 40
"""Words of a question written anew."""


def skriv_om(m: Melding, sporsmal: str, emne: Emne, r: Ressurser) -> tuple[str, Emne]:
    """Return the question that stands alone, and its subject.

    The rules are unsure when they put words from an earlier turn to a message that names no service itself.
    """
    oppsett = r.sprak
    if oppsett is None or Oppgave.OPPFOLGING not in oppsett.oppgaver or sporsmal == m.tekst or emne_av(m.tekst, r).nevnte:
        return sporsmal, emne
    turer = [t.selvstendig or t.tekst for t in m.henvendelse.tidligere][-4:]
    verdi, _, brudd = sporr(oppsett, Oppgave.OPPFOLGING, samtale="\n".join(f"- {t}" for t in turer), melding=m.tekst)
    nytt = " ".join(str(verdi.get("sporsmal") or "").split())
    sagt = " ".join([*turer, m.tekst, sporsmal])
    if brudd or not nytt or len(nytt.split()) > LENGST or nytt_i(nytt, sagt, r.indeks.leksikalsk.analyse):
        return sporsmal, emne
    return nytt, emne_av(nytt, r)

"""Our quotations in the user's language, beside the Norwegian ones: machine-made, and said to be.

The check knows no language but Norwegian, so it is of form: the right language, every number and none else, as many
sentences, about as long, no address that the quotation has not. What fails is not shown, and the quotation stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from veileder.domene import Kilde, Malform, Vurdering
from veileder.formulering.sprakkontroll.mengder import tallverdier
from veileder.formulering.sprakkontroll.renskrift import synlig
from veileder.formulering.sprakmodell.ettsvar import spor, sporr, vurdering
from veileder.formulering.sprakmodell.oppsett import Oppgave, Sprakoppsett
from veileder.forstaelse.sprak import finn_fremmedsprak, gjett_malform

NAVN = {"en": "engelsk", "pl": "polsk", "uk": "ukrainsk", "ar": "arabisk", "so": "somali", "de": "tysk", "lt": "litauisk",
        "ti": "tigrinja"}  # fmt: skip

KORTEST, LENGST = 0.4, 2.5
"""Length of a translation as a share of its quotation's characters."""

_ADRESSE = re.compile(r"https?://|www\.|\S+@\S+")
_SLUTT = re.compile(r"[.!?؟።]+(?=\s|$)")
_DESIMAL = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def oversett(
    kilder: Sequence[Kilde], kode: str, oppsett: Sprakoppsett
) -> tuple[list[tuple[int, str]], list[Vurdering], list[dict[str, object]]]:
    """Return (number, translation) of the quotations whose translation holds; the checks; what each used."""
    ut, vurderinger, brukt = [], [], []
    for k in kilder:
        sitat = synlig(k.sitat)
        verdi, bit, brudd = sporr(oppsett, Oppgave.OVERSETT, sprak=NAVN[kode], sitat=sitat)
        oversatt = " ".join(str(verdi.get("oversatt") or "").split())
        feil = f"avbrudd: {brudd}" if brudd else feil_i(sitat, oversatt, kode)
        vurderinger.append(vurdering(Oppgave.OVERSETT, feil))
        brukt.append(spor(oppsett, Oppgave.OVERSETT, bit))
        if not feil:
            ut.append((k.nr, oversatt))
        if brudd:
            break
    return ut, vurderinger, brukt


def feil_i(sitat: str, oversatt: str, kode: str) -> str:
    """Return what is wrong with a translation by name, or an empty string."""
    if not oversatt:
        return "form"
    if not KORTEST <= len(oversatt) / len(sitat) <= LENGST:
        return "lengde"
    if not _er_pa(oversatt, kode):
        return "malform"
    if tallverdier(sitat) != tallverdier(oversatt.translate(_DESIMAL), bare_sifre=True):
        return "tall"
    if _ADRESSE.search(oversatt) and not _ADRESSE.search(sitat):
        return "navn"
    return "dekning" if abs(len(_SLUTT.findall(sitat)) - len(_SLUTT.findall(oversatt))) > 1 else ""


def _er_pa(tekst: str, kode: str) -> bool:
    return gjett_malform(tekst) is Malform.EN if kode == "en" else finn_fremmedsprak(tekst) == kode

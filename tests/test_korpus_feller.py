"""The fifteen things that older documents and memory often get wrong stand right in every file of our corpus.

Each trap has what may not stand (unless the same line puts it right), and what must stand where it belongs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from test_korpus import FILER, KAPITLER, TJENESTER, kropp

PBRL = "https://lovdata.no/lov/1999-07-02-63"
HOL = "https://lovdata.no/lov/2011-06-24-30"


@dataclass(frozen=True)
class Felle:
    """``gal`` may stand only in a line that ``rettet`` matches too; each file named must match its ``skal``."""

    gal: str = r"(?!)"
    rettet: str = r"(?!)"
    skal: tuple[tuple[str, str], ...] = ()


FIRE = r"\bfire (?:uker|veker)\b"
STATLIGE = "helsetjenester-i-hjemmet praktisk-bistand praktisk-bistand-opplaring bpa stottekontakt avlastning omsorgsstonad korttidsopphold langtidsopphold individuell-plan barnekoordinator dagaktivitetstilbud rehabiliteringsopphold".split()  # fmt: skip
FELLER: dict[str, Felle] = {
    "1 klagefristen er fire uker etter pasient- og brukerrettighetsloven": Felle(
        gal=rf"{re.escape(PBRL)}[^)]*\)[^.]*\b(?:tre|3) (?:uker|veker)\b",
        rettet=FIRE + r"|4 ?A",
        skal=tuple((f"tjenester/{s}.md", FIRE) for s in STATLIGE),
    ),
    "2 paragraf 2-1 a heter nå 2-1": Felle(
        gal=r"§ ?2-1 ?a\b", rettet=r"heter(?: nå)? § 2-1\b|heiter no § 2-1\b|§ 2-1\]", skal=(("tjenester/helsetjenester-i-hjemmet.md", r"§ 2-1\]"),)
    ),
    "3 beslutningskompetanse, ikke samtykkekompetanse": Felle(
        gal=r"[Ss]amtykkekompetan", rettet=r"beslutningskompetan|avgjerdskompetan", skal=(("veileder/beslutningskompetanse.md", "samtykkekompetanse"),)
    ),
    "4 omsorgsstønad, og avlastning står i § 3-6": Felle(
        gal=r"omsorgsl[øo]nn?\b|6 ?d\b",
        rettet=r"[Oo]msorgsst[øo]nad|§ 3-6",
        skal=(("tjenester/avlastning.md", re.escape(f"{HOL}/§3-6")), ("tjenester/omsorgsstonad.md", re.escape(f"{HOL}/§3-6"))),
    ),
    "5 boligparagrafen i helse- og omsorgstjenesteloven er opphevet": Felle(
        gal=rf"{re.escape(HOL)}/§3-7\b|helse- og omsorgstjenesteloven § 3-7\b", rettet=r"opphev"
    ),
    "6 dagaktivitetstilbud ved demens er lovpålagt": Felle(
        skal=(("tjenester/dagaktivitetstilbud.md", r"(?:plikt|lovpålagt|skal tilby|skal ha)"), ("tjenester/dagaktivitetstilbud.md", r"nr\. 7"))
    ),
    "7 BPA følger med over 67 år": Felle(skal=(("tjenester/bpa.md", r"67 år"), ("tjenester/bpa.md", re.escape(f"{PBRL}/§2-1d")))),
    "8 barnekoordinator er en egen rett": Felle(
        skal=(("tjenester/barnekoordinator.md", re.escape(f"{PBRL}/§2-5c")), ("tjenester/barnekoordinator.md", re.escape(f"{HOL}/§7-2a")))
    ),
    "9 Statsforvalteren og barneverns- og helsenemnda": Felle(
        gal=r"[Ff]ylkesmann|[Ff]ylkesnemnd", rettet=r"[Ss]tatsforvalt|barneverns- og helsenemnd"
    ),
    "10 Folkehelseinstituttet har registeret, og IPLOS er ikke lenger ett": Felle(
        gal=r"IPLOS-regist|Helsedirektoratet (?:er|har) (?:data)?ansvar\w* for (?:KPR|regist)", rettet=r"ikke (?:lenger|lengre)|tidligere|før|Kommunalt pasient- og brukerregister"
    ),
    "11 den nye forvaltningsloven er ikke i kraft": Felle(
        gal=r"lov/2025-06-20-81|ny(?:e)? forvaltningslov", rettet=r"ikke (?:trådt |satt )?i kraft|ikkje (?:tredd |sett )?i kraft|gjelder (?:fortsatt|ikke)|vedtatt"
    ),
    "12 alvorlige hendelser meldes, varselordningen er borte": Felle(
        gal=r"varselordning|vars(?:le|el til) (?:Statens helsetilsyn|Helsetilsynet)", rettet=r"erstattet|meldeplikt|før 1\. juli 2026"
    ),
    "13 klage på tvang etter kapittel 4 A har tre uker": Felle(
        gal=rf"§ 4A-7\][^.]*{FIRE}", skal=(("veileder/klagebehandling.md", r"4 ?A[^\n]*\b(?:tre|3) uker|tre uker[^\n]*4 ?A"),)
    ),
    "14 TT-kort er fylkeskommunens ordning": Felle(
        gal=r"TT-kort(?:et)? er (?:kommunens|en kommunal|et kommunalt)", skal=(("tjenester/tt-kort.md", r"[Ff]ylkeskommun"), ("tjenester/tt-kort.md", r"40 kroner"))
    ),
    "15 ett felles egenandelstak, og omsorgsbetaling teller ikke med": Felle(
        gal=r"\b(?:frikort|egenandelstak|tak) ?[12]\b", skal=(("tjenester/praktisk-bistand.md", r"frikort"), ("tjenester/langtidsopphold.md", r"frikort"))
    ),
}  # fmt: skip


def test_det_er_femten_feller_og_hele_korpuset_er_her() -> None:
    assert len(FELLER) == 15
    ventet = {f"tjenester/{s}{m}.md" for s in TJENESTER for m in ("", ".nn")} | {f"veileder/{k}.md" for k in KAPITLER}
    assert len(TJENESTER) == 32 and len(KAPITLER) == 18
    assert ventet <= set(FILER), sorted(ventet - set(FILER))


@pytest.mark.parametrize("navn", FELLER)
def test_fellen_star_ikke_gal_i_noen_fil(navn: str) -> None:
    f = FELLER[navn]
    gale = [(fil, linje) for fil in FILER for linje in kropp(fil).splitlines() if re.search(f.gal, linje) and not re.search(f.rettet, linje)]
    assert not gale


@pytest.mark.parametrize("navn", [n for n, f in FELLER.items() if f.skal])
def test_det_rette_star_der_det_horer_hjemme(navn: str) -> None:
    assert not [(fil, skal) for fil, skal in FELLER[navn].skal if not re.search(skal, kropp(fil))]

"""The sections: which there are, under which headings, in which order, and how they begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from rapidfuzz import fuzz, process

from veileder.domene import ASPEKTER, Malform
from veileder.indeksering.korpus import SKRIVEHINT
from veileder.redigering.manus import Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.overskrifter import OVERSKRIFTER, Overskrift
from veileder.redigering.samling import Samling


def seksjoner(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A service description has all fourteen sections; a heading that says none of them stands for a missing one."""
    if m.type != "tjeneste" or not m.markdown:
        return
    har = m.aspekter()
    savnet = [a for a in ASPEKTER if a not in har]
    for o in (o for o, a in zip(m.seksjoner, har, strict=True) if not a):
        ment = _ment(m, o, savnet)
        savnet = [a for a in savnet if a != ment]
        rettelse = f"Skriv «{_standard(m, ment)}»." if ment else "Bruk en av de fjorten overskriftene i korpus/README.md."
        yield m.merk(
            Alvor.FEIL, "ukjent-overskrift", o.start, f"Overskriften «{o.tekst}» sier ikke hvilken seksjon det er.", rettelse
        )
    for aspekt in savnet:
        yield _savnet(m, aspekt, har)


def _ment(m: Manus, o: Overskrift, savnet: Sequence[str]) -> str:
    """The missing section that an unknown heading stands for: by its wording, else when only one is missing."""
    valg = {_standard(m, a): a for a in savnet}
    naer = process.extractOne(o.tekst, list(valg), scorer=fuzz.ratio, score_cutoff=60)
    if naer:
        return valg[naer[0]]
    return savnet[0] if len(savnet) == 1 else ""


def _savnet(m: Manus, aspekt: str, har: Sequence[str]) -> Merknad:
    """A missing section is reported where it should have stood: at the heading after it, or at the end."""
    etter = ASPEKTER[ASPEKTER.index(aspekt) + 1 :]
    sted = next((o.start for o, a in zip(m.seksjoner, har, strict=True) if a in etter), max(m.kropp, len(m.dokument.tekst) - 1))
    overskrift = _standard(m, aspekt)
    return m.merk(
        Alvor.FEIL,
        "mangler-seksjon",
        sted,
        f"Seksjonen «{overskrift}» mangler.",
        f"Skriv «## {overskrift}» og teksten under, her.",
    )


def tom_seksjon(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A heading promises a text."""
    for o in m.overskrifter:
        if m.eget and o.niva > 1 and not o.innhold:
            yield m.merk(
                Alvor.FEIL,
                "tom-seksjon",
                o.start,
                f"Det står ingen tekst under «{o.tekst}».",
                "Skriv teksten, eller fjern overskriften.",
            )


def _kjente(m: Manus) -> list[tuple[Overskrift, str]]:
    """Headings of a service that tell an aspect, with it."""
    if m.type not in ("tjeneste", "lokalt"):
        return []
    return [(o, a) for o, a in zip(m.seksjoner, m.aspekter(), strict=True) if a]


def ordlyd(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """The fourteen headings stand word for word, so that the services can be compared."""
    for o, a in _kjente(m):
        if o.tekst != _standard(m, a):
            funn = f"Overskriften «{o.tekst}» er en annen enn i de andre tjenestene."
            yield m.merk(Alvor.ADVARSEL, "overskrift-ordlyd", o.start, funn, f"Skriv «{_standard(m, a)}», ordrett.")


def dobbel_seksjon(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Each of the fourteen stands once."""
    sett: set[str] = set()
    for o, a in _kjente(m):
        if a in sett:
            funn = f"«{o.tekst}» handler om det samme som en seksjon over."
            yield m.merk(Alvor.ADVARSEL, "dobbel-seksjon", o.start, funn, "Slå dem sammen.")
        sett.add(a)


def rekkefolge(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """The fourteen stand in order."""
    for (_, forrige), (o, a) in pairwise(_kjente(m)):
        if ASPEKTER.index(a) < ASPEKTER.index(forrige):
            rettelse = "Sett seksjonene i rekkefølgen fra korpus/README.md."
            yield m.merk(Alvor.ADVARSEL, "rekkefolge", o.start, f"«{o.tekst}» står for langt ned.", rettelse)


def lokal_seksjon(m: Manus, s: Samling) -> Iterable[Merknad]:
    """A local file changes or adds to a shared description, section by section."""
    if m.type != "lokalt" or not s.beskrivelser:
        return
    if m.slug not in s.beskrivelser:
        navn = process.extractOne(m.slug, list(s.beskrivelser), score_cutoff=70)
        rettelse = (
            f"Gi filen navnet {navn[0]}." if navn else "Gi filen navnet til en felles tjeneste, eller skriv fellesteksten først."
        )
        yield m.merk(Alvor.ADVARSEL, "lokal-uten-felles", 0, f"Det finnes ingen felles tekst som heter {m.slug}.", rettelse)
    for o, a in zip(m.seksjoner, m.aspekter(), strict=True):
        if not a:
            rettelse = "Bruk overskriften fra fellesteksten hvis seksjonen skal gå foran den."
            yield m.merk(
                Alvor.ADVARSEL, "ukjent-overskrift", o.start, f"«{o.tekst}» er ingen av de fjorten overskriftene.", rettelse
            )


_PEKER = re.compile(
    r"^(?:Den|Dei?|Dette|Disse|Desse|Her|Der|Slik|Også|Men|Da|Då|Derfor|Difor|Det (?:gjelder|gjeld|kan|skal|får))\b"
)


def forste_setning(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A section may be read alone, so its first sentence points to nothing above it."""
    if m.type not in ("tjeneste", "lokalt"):
        return
    for _, gruppe in groupby(m.satser, key=lambda x: x.seksjon):
        forst = next(gruppe)
        if peker := _PEKER.match(forst.ren):
            funn = f"Seksjonen begynner med «{peker[0]}», som viser tilbake til noe leseren kanskje ikke ser."
            yield m.merk(
                Alvor.RAD, "forste-setning", forst.start, funn, "Begynn med navnet på tjenesten, og svar på overskriften."
            )


_UFERDIG = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\blorem ipsum\b|\[(?:fyll|sett) inn\b[^\]]*\]", re.IGNORECASE)


def uferdig(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Hints of ``veileder ny`` that nobody has written over, and places that the writer meant to come back to."""
    skrevet = {x.seksjon.overskrifter for x in m.satser}
    for t in SKRIVEHINT.finditer(m.dokument.tekst, m.kropp):
        over = next((o.tekst for o in reversed(m.overskrifter) if o.start < t.start()), "")
        tom = not any(o[-1:] == (over,) for o in skrevet) and bool(m.seksjoner and t.start() > m.seksjoner[0].start)
        rettelse = "Skriv teksten, og slett hintet." if tom else "Slett hintet når du har fulgt det."
        yield m.merk(Alvor.FEIL if tom else Alvor.ADVARSEL, "uferdig", t.start(), f"Hintet under «{over}» står igjen.", rettelse)
    for sats in m.satser:
        if funnet := _UFERDIG.search(sats.tekst):
            yield m.merk(Alvor.FEIL, "uferdig", sats.start, f"Teksten er ikke ferdig: «{funnet[0]}».", "Skriv det som mangler.")


def dobbelt_dokument(s: Samling) -> Iterable[Merknad]:
    """One place for each text: two files of one name, målform and kommune hide each other."""
    sett: dict[tuple[str, Malform], Manus] = {}
    for m in s.manus:
        d = m.dokument
        forste = sett.setdefault((d.id, d.malform), m)
        if forste is not m:
            yield m.merk(
                Alvor.FEIL,
                "dobbelt-dokument",
                0,
                f"Filen er det samme dokumentet som {forste.fil}.",
                "Behold den ene, eller gi den andre et eget navn.",
            )


def _standard(m: Manus, aspekt: str) -> str:
    return OVERSKRIFTER[Malform.NN if m.er_nynorsk else Malform.NB].get(aspekt, "")


REGLER = (seksjoner, tom_seksjon, ordlyd, dobbel_seksjon, rekkefolge, lokal_seksjon, forste_setning, uferdig)
REGLER_PA_TVERS = (dobbelt_dokument,)

"""The fields between the two lines of dashes: which there are, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from rapidfuzz import process

from veileder.domene import ASPEKTER, FELLES
from veileder.redigering.manus import MAPPER, TYPER, Manus
from veileder.redigering.merknad import Alvor, Merknad
from veileder.redigering.samling import Samling

_ALLTID = ("id", "tittel", "type", "kommune", "malform", "malgruppe", "status")
_PAKREVD = {"lokalt": (*_ALLTID, "kilde_dato", "lenke")}
_PAKREVD_ELLERS = (*_ALLTID, "gjelder_fra", "revideres")
_KJENTE = frozenset((*_PAKREVD_ELLERS, *_PAKREVD["lokalt"], "lokalt", "intern", "kilde"))
_VERDIER = {
    "type": TYPER,
    "malform": ("nb", "nn"),
    "malgruppe": ("innbygger", "saksbehandler", "alle"),
    "status": ("utkast", "vedtatt"),
}
_DATOER = ("gjelder_fra", "revideres")
_KILDE_DATO = re.compile(r"udatert|(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


def hode_mangler(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A text in one of our folders should say who and what it is for."""
    if m.eget and m.markdown and not m.felt:
        rettelse = "Sett inn feltene øverst i filen mellom to linjer med ---, slik korpus/README.md viser."
        yield m.merk(Alvor.ADVARSEL, "hode-mangler", 0, "Filen mangler feltene øverst, som tittel, målform og status.", rettelse)


def felt_mangler(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """The fields that each kind of text needs."""
    if m.eget and m.felt:
        for navn in _PAKREVD.get(m.type, _PAKREVD_ELLERS):
            if navn not in m.felt or m.felt[navn].verdi in (None, ""):
                yield m.merk(
                    Alvor.FEIL, "felt-mangler", m.feltstart(navn), f"Feltet {navn} mangler.", f"Skriv {navn}: og verdien i hodet."
                )


def felt_ukjent(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """A field that nobody reads is mostly a misspelt one; a repeated one hides the first."""
    for navn, felt in m.felt.items() if m.eget else ():
        if felt.gjentatt:
            yield m.merk(Alvor.FEIL, "felt-gjentatt", m.feltstart(navn), f"Feltet {navn} står to ganger.", "Behold ett av dem.")
        if navn not in _KJENTE:
            naer = process.extractOne(navn, sorted(_KJENTE), score_cutoff=70)
            rettelse = f"Mente du {naer[0]}?" if naer else "Fjern feltet. Det blir ikke brukt."
            yield m.merk(Alvor.ADVARSEL, "felt-ukjent", m.feltstart(navn), f"Feltet {navn} er ukjent.", rettelse)


def felt_verdi(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """Fields with a fixed choice hold one of its words, the others plain text."""
    for navn, felt in m.felt.items() if m.eget else ():
        verdi = felt.verdi
        if navn in _VERDIER and verdi and verdi not in _VERDIER[navn]:
            yield _verdi(m, navn, f"«{verdi}» er ingen gyldig {navn}.", f"Velg {_eller(_VERDIER[navn])}.")
        elif navn == "intern" and not isinstance(verdi, bool):
            yield _verdi(m, navn, f"intern kan ikke være «{verdi}».", "Skriv intern: true, eller fjern feltet.")
        elif navn == "lokalt" and not (isinstance(verdi, list) and set(map(str, verdi)) <= set(ASPEKTER)):
            yield _verdi(
                m, navn, "lokalt skal være en liste av aspekter.", f"Bruk bare disse, i hakeparenteser: {', '.join(ASPEKTER)}."
            )
        elif navn in ("id", "tittel", "kommune", "lenke") and isinstance(verdi, (list, dict, bool)):
            yield _verdi(m, navn, f"{navn} skal være tekst.", "Sett verdien i anførselstegn.")


def felt_og_plass(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """What the fields say agrees with the file's name and folder."""
    if not m.eget or not m.felt:
        return
    deler = m.fil.split("/")
    ventet = {"id": m.slug, "malform": "nn" if ".nn." in deler[-1] else "nb"}
    if deler[0] in MAPPER:
        ventet["type"] = MAPPER[deler[0]]
        ventet["kommune"] = deler[1].lower() if deler[0] == "lokalt" and len(deler) > 2 else FELLES
    for navn, verdi in ventet.items():
        if (felt := m.felt.get(navn)) and felt.verdi and str(felt.verdi) != verdi and not _meldt(navn, felt.verdi):
            funn = f"{navn} er «{felt.verdi}», men filens navn og plass tilsier «{verdi}»."
            yield _verdi(m, navn, funn, f"Skriv {navn}: {verdi}, eller flytt filen.", regel="felt-og-plass")


def _meldt(navn: str, verdi: object) -> bool:
    """Whether another rule already says that the value cannot be used."""
    return navn in _VERDIER and verdi not in _VERDIER[navn]


def ukjent_kommune(m: Manus, s: Samling) -> Iterable[Merknad]:
    """A text is for all, or for a municipality that exists."""
    sted = m.dokument.kommune
    if not m.eget or sted in s.kommuner or sted == FELLES:
        return
    naer = process.extractOne(sted, sorted(s.kommuner), score_cutoff=60)
    rettelse = (
        f"Mente du {naer[0]}? Skriv kommunen med små bokstaver, eller felles."
        if naer
        else "Skriv kommunen med små bokstaver, eller felles."
    )
    yield _verdi(m, "kommune", f"Kommunen «{sted}» er ukjent.", rettelse, regel="ukjent-kommune")


def datoer(m: Manus, s: Samling) -> Iterable[Merknad]:
    """Dates exist, stand in order, and the day to read the text again has not passed."""
    if not m.eget:
        return
    lest = {n: _dato(m.felt[n].verdi) for n in _DATOER if n in m.felt and m.felt[n].verdi}
    for navn, dag in lest.items():
        if dag is None:
            yield _verdi(
                m,
                navn,
                f"{navn} er ingen dato: «{m.felt[navn].verdi}».",
                "Skriv år, måned og dag slik: 2027-01-31.",
                regel="ugyldig-dato",
            )
    if (kilde := m.felt.get("kilde_dato")) and kilde.verdi and not _KILDE_DATO.fullmatch(str(kilde.verdi)):
        yield _verdi(
            m,
            "kilde_dato",
            f"kilde_dato er ingen dato: «{kilde.verdi}».",
            "Skriv et år, en dato eller udatert.",
            regel="ugyldig-dato",
        )
    fra, til = lest.get("gjelder_fra"), lest.get("revideres")
    if fra and til and til < fra:
        yield _verdi(m, "revideres", "revideres er før gjelder_fra.", "Rett en av datoene.", regel="ugyldig-dato")
    elif til and til < s.i_dag:
        rettelse = "Les teksten mot loven, rett den, og sett gjelder_fra og revideres på nytt."
        yield m.merk(
            Alvor.ADVARSEL,
            "dato-passert",
            m.feltstart("revideres"),
            f"Fristen for å lese teksten på nytt gikk ut {til}.",
            rettelse,
        )


def _dato(verdi: object) -> date | None:
    if isinstance(verdi, datetime):
        return verdi.date()
    if isinstance(verdi, date):
        return verdi
    try:
        return date.fromisoformat(str(verdi))
    except ValueError:
        return None


def tittel(m: Manus, _s: Samling) -> Iterable[Merknad]:
    """The heading of the text is the title of the field, so that a citation and the page carry the same name."""
    if not m.eget or not m.markdown or not m.felt:
        return
    forste = [o for o in m.overskrifter if o.niva == 1]
    oppgitt = str(m.felt["tittel"].verdi or "") if "tittel" in m.felt else ""
    if not forste:
        yield m.merk(
            Alvor.ADVARSEL,
            "tittel",
            m.kropp,
            "Teksten har ingen tittel.",
            f"Skriv «# {oppgitt or 'Tittel'}» over den første seksjonen.",
        )
    elif oppgitt and forste[0].tekst != oppgitt:
        funn = f"Tittelen i teksten er «{forste[0].tekst}», men feltet tittel er «{oppgitt}»."
        yield m.merk(Alvor.ADVARSEL, "tittel", forste[0].start, funn, "Skriv det samme begge steder.")
    for o in forste[1:]:
        yield m.merk(
            Alvor.ADVARSEL, "tittel", o.start, f"«{o.tekst}» er en tittel til.", "Bruk ## for seksjoner og # bare for tittelen."
        )


def _verdi(m: Manus, navn: str, funn: str, rettelse: str, *, regel: str = "felt-verdi") -> Merknad:
    return m.merk(Alvor.FEIL, regel, m.feltstart(navn), funn, rettelse)


def _eller(ord_: Iterable[str]) -> str:
    *forste, siste = ord_
    return f"{', '.join(forste)} eller {siste}"


REGLER = (hode_mangler, felt_mangler, felt_ukjent, felt_verdi, felt_og_plass, ukjent_kommune, datoer, tittel)

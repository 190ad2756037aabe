"""The front matter of a draft, with the reasons for what was proposed."""

from __future__ import annotations

import datetime as dt

import yaml

from veileder.redigering.importer_forslag import Forslag
from veileder.redigering.manus import Manus

_MALGRUPPE = {"tjeneste": "innbygger", "lokalt": "innbygger", "veileder": "saksbehandler"}


def lag_hode(m: Manus, f: Forslag, navn: str, fil: str, merke: str, i_dag: dt.date) -> str:
    """Return the front matter: what the source says itself stands, but the status is always a draft's.

    The reasons follow as comments, which no reader of the corpus sees. ``merke`` is the source's digest.
    """
    d = m.dokument
    felt: dict[str, object] = {
        "id": navn,
        "tittel": f.tittel,
        "type": f.type,
        "kommune": f.kommune,
        "malform": d.malform.value,
        "malgruppe": _MALGRUPPE.get(f.type, "alle"),
        "status": "utkast",
        "revideres": i_dag + dt.timedelta(days=365),
        **({"kilde_dato": _verdi(f.kilde_dato)} if f.kilde_dato else {}),
        **({"lenke": f.lenke} if f.lenke else {}),
    }
    felt.update({n: v.verdi for n, v in m.felt.items() if n not in ("id", "tittel", "type", "kilde", "status")})
    yaml_ = yaml.safe_dump(felt, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10**6)
    return f"---\n{yaml_}{_merknader(fil, merke, f, i_dag)}---\n\n"


def _verdi(dato: str) -> object:
    """A day or a year as YAML has it, so that neither is put in quotation marks."""
    try:
        return int(dato) if dato.isdigit() else dt.date.fromisoformat(dato)
    except ValueError:
        return dato


def _merknader(fil: str, merke: str, f: Forslag, i_dag: dt.date) -> str:
    linjer = [
        "Forslag fra importen. Les, rett feltene over, og slett disse linjene.",
        f"kilde: {fil}, importert {i_dag.isoformat()}",
        f"merke: {merke} (så lenge linjen står, blir ikke samme fil importert igjen)",
        *(f"{grunn.felt}: {grunn.verdi}, fordi {grunn.grunn}" for grunn in f.grunner),
        *(["seksjoner:"] if f.seksjoner else []),
        *(f"- {s}" for s in f.seksjoner),
    ]
    return "".join(f"# {_synlig(linje)}\n" for linje in linjer)


def _synlig(tekst: str) -> str:
    """One line without signs that YAML refuses."""
    return " ".join("".join(t if t.isprintable() else " " for t in tekst).split())

"""From use to test: a case that was judged in review becomes a golden question.

A case is JSON with what the reviewer decided: ``{"sak","sporsmal","vil_vite"?,"rolle"?,"kommune"?,"malform",
"seksjoner":[…],"utfall":[…],"fakta"?,"forbudt"?,"referanse"?}``. ``sporsmal`` is the need *rewritten in the
reviewer's own words*, never the person's message. A case with personal data in it is refused, not masked:
a mask in a test question would be a different question.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evaluering.gull import DATASETT, Gullfeil, Gullrad, les_rader, skriv_rader
from evaluering.seksjonslas import Avtrykk
from evaluering.valider import LIKT, likest
from veileder.forstaelse.maskering import masker

FIL = DATASETT / "gull.gjennomgang.dev.jsonl"


def til_gullrad(sak: Mapping[str, Any], rader: Sequence[Gullrad], seksjoner: Mapping[str, Avtrykk]) -> Gullrad:
    """Return the case as a golden row.

    Raises:
        Gullfeil: it holds personal data, lacks something, points to no section, or is there already.
    """
    for felt in ("sporsmal", "vil_vite", "referanse"):
        if slag := masker(str(sak.get(felt) or "")).slag:
            raise Gullfeil(f"{felt} inneholder personopplysninger ({', '.join(slag)}). Skriv behovet om med egne ord.")
    felt_i_raden = {k: v for k, v in sak.items() if k in Gullrad.model_fields and k not in ("id", "sett", "opphav")}
    id_ = "gj-" + hashlib.blake2b(f"{sak.get('sak')}{sak.get('sporsmal')}".encode(), digest_size=4).hexdigest()
    try:
        rad = Gullrad.model_validate({**felt_i_raden, "id": id_, "opphav": "gjennomgang", "sett": "dev"})
    except ValidationError as feil:
        forst = feil.errors()[0]
        raise Gullfeil(f"{'.'.join(map(str, forst['loc']))}: {forst['msg']}") from feil
    if ukjente := [s for s in rad.seksjoner if s not in seksjoner]:
        raise Gullfeil(f"Seksjonen {ukjente[0]} finnes ikke i korpuset.")
    lik, grad = likest(rad.sporsmal, rader)
    if lik and grad >= LIKT:
        raise Gullfeil(f"Spørsmålet finnes nesten likt fra før: {lik.id} «{lik.sporsmal[:80]}».")
    return rad


def legg_til(sak_fil: Path, rader: Sequence[Gullrad], seksjoner: Mapping[str, Avtrykk], til: Path = FIL) -> list[Gullrad]:
    """Add the cases of a file (one object, a list, or JSON lines) to the golden questions; return the new rows.

    Nothing is written unless every case holds.

    Raises:
        Gullfeil: a case does not hold; the message says which.
    """
    nye: list[Gullrad] = []
    for nr, sak in enumerate(_les(sak_fil), 1):
        try:
            nye.append(til_gullrad(sak, [*rader, *nye], seksjoner))
        except Gullfeil as feil:
            raise Gullfeil(f"Sak {sak.get('sak') or nr}: {feil}") from feil
    skriv_rader(til, [*(les_rader(til) if til.is_file() else []), *nye])
    return nye


def _les(fil: Path) -> list[Mapping[str, Any]]:
    tekst = fil.read_text(encoding="utf-8")
    try:
        innhold = json.loads(tekst)
    except ValueError:
        try:
            innhold = [json.loads(linje) for linje in tekst.splitlines() if linje.strip()]
        except ValueError as feil:
            raise Gullfeil(f"{fil} er ikke gyldig JSON.") from feil
    saker = innhold if isinstance(innhold, list) else [innhold]
    if not all(isinstance(s, dict) for s in saker):
        raise Gullfeil(f"{fil} må holde saker som objekter.")
    return saker

"""The weekly letter as a PDF by Typst: tagged, with title and language (PDF/UA-1), so that it can be read aloud.

The letter goes in as data, never as mark-up, and only fonts that come with the package are used.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path

from veileder.gjennomgang.brevtekst import Brev

MAL = Path(__file__).with_name("brev.typ")


def lag_pdf(brev: Brev, laget: dt.datetime) -> bytes:
    """Return the letter as a PDF document."""
    import typst

    pdf: bytes = typst.compile(
        str(MAL),
        format="pdf",
        sys_inputs={"brev": json.dumps(asdict(brev), ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(laget.timestamp()),
    )
    return pdf

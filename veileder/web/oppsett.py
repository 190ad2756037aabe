"""Chainlit's own folder and environment, made ready before Chainlit is imported: it reads and writes at import."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

from veileder.domene import Malform
from veileder.feil import Bruksfeil
from veileder.innstillinger import Innstillinger
from veileder.web.farge import FARGE, hsl, les_farge, skala
from veileder.web.tekster import VALGT_ENGELSK, tekst

STATISK = Path(__file__).parent / "statisk"
"""Style sheet, script, logo and avatars, as shipped."""

OVERSETTELSER = Path(__file__).parent / "oversettelser"
"""Chainlit's strings in bokmål and nynorsk, as shipped."""

SPRAKFILER = {"nb": "nb", "no": "nb", "nn": "nn", "en-US": "nb", VALGT_ENGELSK: "en"}
"""Name of the file that Chainlit looks for -> ours. en-US is what it falls back to, so all others read bokmål."""

OM_HALER = ("", "_nb", "_nb-NO", "_no", "_no-NO", "_en-US", "_en", "_en-GB", "_nn", "_nn-NO", f"_{VALGT_ENGELSK}")
"""Endings of the files with «Om tjenesten» that Chainlit looks for; it warns in the log about each it misses."""

_FREMMED = (
    "DATABASE_URL",  # would switch on Chainlit's own data layer
    "LITERAL_API_KEY",  # would send conversations to another service
    "CHAINLIT_CUSTOM_AUTH",
    "CHAINLIT_URL",
    "SLACK_BOT_TOKEN",
    "TEAMS_APP_ID",
    "DISCORD_BOT_TOKEN",
)
_AV = {
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "TRACELOOP_TELEMETRY": "FALSE",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
}


_TOML = """\
[project]
session_timeout = 3600
cache = false
allow_origins = @opphav@

[features]
unsafe_allow_html = false
latex = false
user_message_markdown = false
user_message_autoscroll = true
assistant_message_autoscroll = false
edit_message = false
allow_thread_sharing = false
favorites = false

[features.spontaneous_file_upload]
enabled = false

[features.audio]
enabled = false

[features.mcp]
enabled = false

[UI]
name = "Veileder"
description = "Spør om helse- og omsorgstjenester i kommunen, og få svar med kilde."
default_theme = "light"
default_sidebar_state = "hidden"
cot = "tool_call"
confirm_new_chat = false
custom_css = "/public/veileder.css"
custom_js = "/public/veileder.js"
custom_js_attributes = 'type="module"'

[meta]
generated_by = "2.12.0"
"""
"""Chainlit's configuration: everything that it can do and we do not use is off."""


_OPPHAV = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?")


def opphav(innstillinger: Innstillinger) -> list[str]:
    """Return the extra origins of the settings, without a trailing slash.

    Raises:
        Bruksfeil: one is not a scheme and a host (with a port).
    """
    alle = [o.strip().rstrip("/").lower() for o in innstillinger.opphav.split(",") if o.strip()]
    for ett in alle:
        if not _OPPHAV.fullmatch(ett):
            raise Bruksfeil(f"VEILEDER_OPPHAV skal være adresser som https://www.molde.kommune.no, uten sti. Fikk «{ett}».")
    return alle


def _skriv(fil: Path, innhold: bytes) -> None:
    """Write when it differs, in one step, so that another server on the same folder never reads half a file."""
    if fil.is_file() and fil.read_bytes() == innhold:
        return
    fil.parent.mkdir(parents=True, exist_ok=True)
    midlertidig = fil.with_name(f".{fil.name}.{os.getpid()}")
    midlertidig.write_bytes(innhold)
    midlertidig.replace(fil)


def skriv_mappe(innstillinger: Innstillinger) -> Path:
    """Write the folder that Chainlit works in, under the data folder, and return it."""
    rot = (innstillinger.data / "chainlit").resolve()
    _skriv(rot / ".chainlit" / "config.toml", _TOML.replace("@opphav@", json.dumps(opphav(innstillinger))).encode())
    for navn, kilde in SPRAKFILER.items():
        innhold = (OVERSETTELSER / f"{kilde}.json").read_bytes()
        _skriv(rot / ".chainlit" / "translations" / f"{navn}.json", innhold)
    for fil in STATISK.rglob("*"):
        if fil.is_file() and fil.name != "theme.json":
            _skriv(rot / "public" / fil.relative_to(STATISK), fil.read_bytes())
    _skriv(rot / "public" / "theme.json", _chattema(les_farge(innstillinger.farge)))
    for hale in OM_HALER:
        sprak = Malform.EN if VALGT_ENGELSK in hale else Malform.NN if "nn" in hale else Malform.NB
        _skriv(rot / f"chainlit{hale}.md", _om(innstillinger, sprak).encode())
    return rot


def _om(innstillinger: Innstillinger, sprak: Malform) -> str:
    """Return «Om tjenesten» with what the settings decide: how long it is kept, and whether a chat model reads it."""
    fil = OVERSETTELSER / ("om.md" if sprak is Malform.NB else f"om.{sprak.value}.md")
    modell = tekst("om_med_modell" if innstillinger.sprakmodell else "om_uten_modell", sprak)
    return fil.read_text(encoding="utf-8").replace("@dager@", str(innstillinger.oppbevar_meldinger)).replace("@modell@", modell)


def _chattema(farge: str) -> bytes:
    """Return the chat's colours, with the municipality's in place of ours."""
    innhold = (STATISK / "theme.json").read_bytes()
    if farge == FARGE:
        return innhold
    tema = json.loads(innhold)
    for navn, mork in (("light", False), ("dark", True)):
        trinn = skala(farge, mork=mork)
        tema["variables"][navn] |= {
            "--primary": hsl(trinn["base-default"]),
            "--primary-foreground": hsl(trinn["base-contrast-default"]),
            "--ring": hsl(trinn["base-default"]),
            "--secondary": hsl(trinn["surface-tinted"]),
            "--accent": hsl(trinn["surface-tinted"]),
        }
    return json.dumps(tema).encode()


def fjern_andre_sprak(rot: Path) -> None:
    """Remove the languages that Chainlit adds at import, so that every browser reads Norwegian."""
    for fil in (rot / ".chainlit" / "translations").glob("*.json"):
        if fil.stem not in SPRAKFILER:
            fil.unlink(missing_ok=True)


def klargjor(innstillinger: Innstillinger) -> Path:
    """Write the folder and set the process's environment. Must run before the first import of chainlit."""
    if "chainlit.config" in sys.modules and "CHAINLIT_APP_ROOT" not in os.environ:
        raise RuntimeError("chainlit er importert før lag_app")
    rot = skriv_mappe(innstillinger)
    for navn in _FREMMED:
        os.environ.pop(navn, None)
    os.environ.update(_AV)
    os.environ["CHAINLIT_APP_ROOT"] = str(rot)
    os.environ["CHAINLIT_ENV_FILE"] = str(rot / "ingen.env")
    return rot

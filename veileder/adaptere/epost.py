"""E-mail by SMTP. The connection is encrypted and the server's certificate checked, unless the operator says otherwise."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate
from typing import Literal

from veileder.feil import Postfeil
from veileder.gjennomgang.varseltekst import Brev

TIDSGRENSE = 20.0
"""Seconds that the mail server may be silent."""

Sikring = Literal["starttls", "tls", "ingen"]
"""STARTTLS on an open connection (port 587), TLS from the first byte (465), or none, for a server on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtpoppsett:
    """Where the mail server is. ``sertifikat`` is a file of authorities to trust instead of the system's."""

    vert: str
    port: int
    sikring: Sikring
    fra: str
    bruker: str = ""
    passord: str = field(default="", repr=False)
    sertifikat: str = ""


class Smtp:
    """``Post`` by SMTP; one connection a letter. See ``porter.Post``."""

    def __init__(self, oppsett: Smtpoppsett) -> None:
        self._o = oppsett
        self._domene = oppsett.fra.rpartition("@")[2]

    def send(self, til: str, brev: Brev) -> None:
        """Hand a letter to the server. Raises Postfeil."""
        melding = self._melding(til, brev)
        try:
            with self._koble() as tjener:
                if self._o.bruker:
                    tjener.login(self._o.bruker, self._o.passord)
                tjener.send_message(melding, self._o.fra, [til])
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as feil:
            raise Postfeil(_grunn(feil), gjelder_brevet=True) from None
        except (smtplib.SMTPException, OSError) as feil:
            raise Postfeil(_grunn(feil)) from None

    def _koble(self) -> smtplib.SMTP:
        """Return a connection, encrypted when the settings say so: a server that cannot is an error, never a way around."""
        o, navn = self._o, self._domene or "localhost"
        if o.sikring == "tls":
            return smtplib.SMTP_SSL(o.vert, o.port, navn, timeout=TIDSGRENSE, context=self._kontekst())
        tjener = smtplib.SMTP(o.vert, o.port, navn, timeout=TIDSGRENSE)
        if o.sikring == "starttls":
            try:
                tjener.starttls(context=self._kontekst())
            except Exception:
                tjener.close()
                raise
        return tjener

    def _kontekst(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._o.sertifikat or None)

    def _melding(self, til: str, brev: Brev) -> EmailMessage:
        melding = EmailMessage()
        melding["From"], melding["To"], melding["Subject"] = self._o.fra, til, brev.emne
        melding["Date"] = formatdate(localtime=True)
        melding["Message-ID"] = f"<{brev.nokkel}@{self._domene}>"
        melding["Auto-Submitted"] = "auto-generated"
        melding.set_content(brev.tekst)
        return melding


def _grunn(feil: Exception) -> str:
    """Return what went wrong, without addresses or what the server said."""
    kode = getattr(feil, "smtp_code", "")
    return f"{type(feil).__name__} {kode}".strip()

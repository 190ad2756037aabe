"""The two cookies of review: the session, and the one that the login form is bound to before there is a session."""

from __future__ import annotations

import secrets

from fastapi.responses import Response

from veileder.web.gjennomgang.inn import Inn


def _navn(inn: Inn, slag: str) -> str:
    """Return a name that, behind https, no other host and no plain connection can set."""
    return f"{'__Host-' if inn.https else ''}veileder-{slag}"


def les_okt(inn: Inn) -> str:
    """Return the session's random id, or an empty string."""
    return inn.kapsler.get(_navn(inn, "okt"), "")


def les_skjema(inn: Inn) -> str:
    """Return what the login form is bound to."""
    return inn.kapsler.get(_navn(inn, "skjema"), "")


def ny_skjema() -> str:
    """Return a new secret for the login form."""
    return secrets.token_urlsafe(24)


def sett_okt(svar: Response, inn: Inn, hemmelig: str) -> None:
    """Give the browser its session; it goes when the browser is closed."""
    _sett(svar, inn, "okt", hemmelig)


def sett_skjema(svar: Response, inn: Inn, hemmelig: str) -> None:
    """Bind the login form to this browser."""
    _sett(svar, inn, "skjema", hemmelig)


def slett_okt(svar: Response, inn: Inn) -> None:
    """Take the session from the browser."""
    svar.delete_cookie(_navn(inn, "okt"), path="/", secure=inn.https, httponly=True, samesite="lax")


def _sett(svar: Response, inn: Inn, slag: str, verdi: str) -> None:
    svar.set_cookie(_navn(inn, slag), verdi, path="/", secure=inn.https, httponly=True, samesite="lax")

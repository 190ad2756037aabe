"""Passwords: hashed with Argon2id by its library's own parameters (RFC 9106), and long rather than strange."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from veileder.feil import Bruksfeil

KORTEST, LENGST = 12, 200
"""Characters of a password."""

ULIKE = 5
"""Different signs in a password, at the least."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _ingens() -> str:
    """Return the digest of a password that nobody knows: what a name without a user is checked against."""
    import secrets

    return _hasher().hash(secrets.token_urlsafe(32))


def hash_passord(passord: str) -> str:
    """Return the digest to store."""
    return _hasher().hash(passord)


def stemmer(digest: str, passord: str) -> bool:
    """Return whether a password is right. An empty digest takes as long as any other, and is never right."""
    try:
        _hasher().verify(digest or _ingens(), passord[: LENGST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return bool(digest)


def bor_fornyes(digest: str) -> bool:
    """Return whether a digest was made with weaker parameters than today's."""
    return _hasher().check_needs_rehash(digest)


def sjekk_passord(passord: str, brukernavn: str) -> None:
    """Raise Bruksfeil, with what is wrong, for a password that is too easy to guess."""
    if not KORTEST <= len(passord) <= LENGST:
        raise Bruksfeil(f"Passordet må ha {KORTEST}–{LENGST} tegn. En setning er lett å huske.")
    if len(set(passord.casefold())) < ULIKE or brukernavn.casefold() in passord.casefold():
        raise Bruksfeil("Passordet er for lett å gjette. Bruk flere ulike tegn, og ikke brukernavnet.")

"""Addresses as marks that nobody can turn back: what limits are counted by, so that no address is held for long.

The salt is random, lives in this process only, and is another one each day. An IPv6 address counts as its /64, which is
what one household has.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time

DOGN = 86_400.0
"""Seconds that a salt is used."""


class Adressevern:
    """Makes the marks. Safe to use from several threads."""

    def __init__(self) -> None:
        self._las = threading.Lock()
        self._dag, self._salt = -1, b""

    def merke(self, adresse: str, na: float | None = None) -> str:
        """Return the mark of an address today. ``na`` is seconds since 1970."""
        salt = self._dagens(time.time() if na is None else na)
        return hashlib.blake2b(_sted(adresse).encode(), key=salt, digest_size=12).hexdigest()

    def _dagens(self, na: float) -> bytes:
        dag = int(na // DOGN)
        with self._las:
            if dag != self._dag:
                self._dag, self._salt = dag, secrets.token_bytes(32)
            return self._salt


def er_egen(adresse: str) -> bool:
    """Return whether an address is this machine's own."""
    try:
        return ipaddress.ip_address(adresse).is_loopback
    except ValueError:
        return not adresse


def _sted(adresse: str) -> str:
    """Return what shares a limit: an address, a /64, or a name as it stands."""
    try:
        ip = ipaddress.ip_address(adresse)
    except ValueError:
        return adresse
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)

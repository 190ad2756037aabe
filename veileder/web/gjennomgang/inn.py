"""What a request brings, read once and bounded: the pages see plain values only."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.requests import Request

from veileder.innstillinger import Innstillinger
from veileder.web.motpart import motpart

MEST = 200_000
"""Bytes of a form that are read: some thirty pages of text."""

FELT = 200
"""Fields of a form at the most."""


class ForStortFeil(Exception):
    """A form with too much in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inn:
    """A request. ``felt`` are the form's, ``sporring`` the address's; ``ekstern`` is whom a trusted proxy names."""

    metode: str
    sti: str
    deler: Mapping[str, str]
    sporring: Mapping[str, str]
    felt: Mapping[str, Sequence[str]] = field(repr=False)
    kapsler: Mapping[str, str] = field(repr=False)
    klient: str
    https: bool
    fremmed: bool
    ekstern: str = ""

    def ett(self, navn: str, lengde: int = 200) -> str:
        """Return a field as one trimmed line or text, cut; empty when it is missing."""
        verdier = self.felt.get(navn, ())
        return rens(verdier[0])[:lengde].strip() if verdier else ""

    def flere(self, navn: str) -> tuple[str, ...]:
        """Return all values of a field."""
        return tuple(rens(v)[:500] for v in self.felt.get(navn, ()))


def rens(tekst: str) -> str:
    """Return a text with the line ends and signs that storage and files take."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


async def les(request: Request, innst: Innstillinger) -> Inn:
    """Return what a request brings.

    Raises:
        ForStortFeil: the form is too large, or not of the kind that ours are.
    """
    return Inn(
        metode=request.method,
        sti=request.url.path,
        deler={n: str(v) for n, v in request.path_params.items()},
        sporring={n: rens(v)[:300] for n, v in request.query_params.items()},
        felt=await _skjema(request) if request.method == "POST" else {},
        kapsler=dict(request.cookies),
        klient=request.client.host if request.client else "",
        https=request.url.scheme == "https",
        fremmed=_fremmed(request),
        ekstern=_ekstern(request, innst),
    )


async def _skjema(request: Request) -> dict[str, list[str]]:
    if not request.headers.get("content-type", "").lower().startswith("application/x-www-form-urlencoded"):
        raise ForStortFeil
    kropp = bytearray()
    async for del_ in request.stream():
        kropp += del_
        if len(kropp) > MEST:
            raise ForStortFeil
    try:
        return parse_qs(kropp.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FELT)
    except ValueError:
        raise ForStortFeil from None


def _fremmed(request: Request) -> bool:
    """Whether the browser says that another site sent this. Old browsers say nothing; the form's token holds for them."""
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


def _ekstern(request: Request, innst: Innstillinger) -> str:
    """Return whom a trusted proxy names. Two names, or one from anybody else, is none."""
    navn = request.headers.getlist(innst.innlogging_hode)
    return navn[0].strip() if len(navn) == 1 and er_i(motpart(request), innst.innlogging_proxy) else ""


def er_i(adresse: str, nett: str) -> bool:
    """Return whether an address is among comma-separated addresses and networks."""
    try:
        ip = ipaddress.ip_address(adresse)
        return any(ip in ipaddress.ip_network(n.strip(), strict=False) for n in nett.split(",") if n.strip())
    except ValueError:
        return False

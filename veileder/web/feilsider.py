"""What no page of ours answered: told in Norwegian, and without a trace."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from veileder.domene import Malform
from veileder.web.sider.maler import fyll_nodside
from veileder.web.sider.tekster import tekst
from veileder.web.sikkerhet import LUKKET


def monter(app: FastAPI) -> None:
    """Add the handlers; that a page does not exist is told by the pages themselves."""

    async def galt_kall(request: Request, _feil: Exception) -> Response:
        return _side(request, 405, "galt_kall")

    async def feilet(request: Request, _feil: Exception) -> Response:
        """The error itself goes to the server's log. This page comes from outside the other headers, so it brings its own."""
        svar = _side(request, 500, "feilet")
        svar.headers.update(LUKKET)
        return svar

    app.add_exception_handler(405, galt_kall)
    app.add_exception_handler(Exception, feilet)


def _side(request: Request, status: int, hva: str) -> Response:
    malform = Malform.NN if request.query_params.get("malform") == "nn" else Malform.NB
    felt = {"sprak": malform.value, "tittel": tekst("ikke_klar_tittel", malform), "melding": tekst(hva, malform)}
    return HTMLResponse(fyll_nodside(**felt), status_code=status)

"""The web application: Chainlit at /chat, and our own routes beside it. Importing this loads FastAPI only."""

# mypy: disable-error-code="no-untyped-call"
# (Chainlit's methods carry no types.)

from __future__ import annotations

import socket
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.responses import JSONResponse, RedirectResponse

from veileder.domene import Malform
from veileder.feil import Bruksfeil, VeilederFeil
from veileder.gjennomgang.arkiv import Arkiv
from veileder.innstillinger import Innstillinger
from veileder.stengning import Stengning
from veileder.web import feilsider, kall, kobling, oppsett
from veileder.web.demning import Demning
from veileder.web.enkel import ruter as enkelruter
from veileder.web.farge import les_farge
from veileder.web.gjennomgang import ruter as gjennomgangsruter
from veileder.web.innebygg import ruter as innebyggruter
from veileder.web.kontrakt import Tjenestelik
from veileder.web.motpart import Motpart
from veileder.web.sider import ruter
from veileder.web.sikkerhet import CHAT, Sikkerhet, egen_policy, innholdspolicy
from veileder.web.stengt import Dor
from veileder.web.tekster import sidesprak_av, sidetekster
from veileder.web.tekster.start import eksempler

if TYPE_CHECKING:
    from veileder.bakgrunn import Bakgrunn


def lag_app(
    tjeneste: Tjenestelik, innstillinger: Innstillinger, arkiv: Arkiv | None = None, bakgrunn: Sequence[Bakgrunn] = ()
) -> FastAPI:
    """Return the application. Once in a process: Chainlit keeps its state in modules.

    Without an archive nothing can be reported, and nobody can ask to be contacted. ``bakgrunn`` runs while it serves.
    """
    rot = oppsett.klargjor(innstillinger)
    deler = kobling.Kobling(tjeneste, innstillinger, arkiv)
    kobling.sett(deler)

    @asynccontextmanager
    async def levetid(_app: FastAPI) -> AsyncIterator[None]:
        for arbeid in bakgrunn:
            arbeid.start()
        yield
        for arbeid in bakgrunn:
            arbeid.stopp()
        deler.lukk()

    app = FastAPI(title="Veileder", lifespan=levetid, docs_url=None, redoc_url=None, openapi_url=None)
    _egne_ruter(app, deler)
    kall.monter(app)
    gjennomgangsruter.monter(app, deler)
    enkelruter.monter(app, deler)
    innebyggruter.monter(app, oppsett.opphav(innstillinger), les_farge(innstillinger.farge), demo=innstillinger.demo)
    ruter.monter(app, deler)
    feilsider.monter(app)
    policy = _monter_chat(app, rot, innstillinger)
    app.add_middleware(Dor, stengning=deler.stengning, innstillinger=innstillinger)
    app.add_middleware(Demning, grenser=deler.grenser)
    app.add_middleware(Sikkerhet, chatpolicy=policy, egen=egen_policy(oppsett.opphav(innstillinger)))
    app.add_middleware(Motpart, proxyer=innstillinger.proxyer)
    return app


def _monter_chat(app: FastAPI, rot: Path, innstillinger: Innstillinger) -> str:
    """Mount Chainlit and return the content policy that fits its page."""
    import chainlit.server
    from chainlit.utils import mount_chainlit

    from veileder.web.tilpasning import tilpass

    ekstra = oppsett.opphav(innstillinger)
    oppsett.fjern_andre_sprak(rot)
    tilpass(ekstra)
    mount_chainlit(app=app, target=str(Path(__file__).with_name("chat.py")), path=CHAT)
    return innholdspolicy(chainlit.server.get_html_template(CHAT), ekstra)


def _egne_ruter(app: FastAPI, deler: kobling.Kobling) -> None:
    @app.get("/", include_in_schema=False)
    async def hjem() -> RedirectResponse:
        return RedirectResponse(f"{CHAT}/")

    @app.post(f"{CHAT}/set-session-cookie")
    async def uten_kapsel() -> dict[str, str]:
        """Stand before Chainlit's own route, so that no cookie is ever set: one worker needs none."""
        return {"message": "ok"}

    @app.get("/helse")
    async def helse() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/klar")
    async def klar() -> JSONResponse:
        grunn = await _ikke_klar(deler)
        if deler.stengning.les() is not None:
            return JSONResponse({"status": "stengt"})
        if grunn:
            return JSONResponse({"status": "ikke klar", "grunn": grunn}, status_code=503)
        return JSONResponse({"status": "klar"})

    @app.get("/side.json")
    async def side(sprak: str = "nb") -> JSONResponse:
        return await _side(deler, sidesprak_av(sprak))


async def _side(deler: kobling.Kobling, sprak: Malform) -> JSONResponse:
    """Return what the page's script shows: texts and municipalities."""
    try:
        kommuner = [{"slug": slug, "navn": navn} for slug, navn in await deler.kommuner()]
    except Exception:  # noqa: BLE001 - the page must open; /klar tells what is wrong
        kommuner = []
    navn = deler.innstillinger.navn
    tekster = sidetekster(sprak) | ({"undertittel": navn} if navn else {})
    innhold = {"sprak": sprak.value, "kommuner": kommuner, "tekster": tekster, "eksempler": eksempler(sprak)}
    return JSONResponse(innhold, headers={"Cache-Control": "no-store"})


async def _ikke_klar(deler: kobling.Kobling) -> str:
    try:
        await deler.kommuner()
    except VeilederFeil as feil:
        return str(feil)
    except Exception:  # noqa: BLE001 - whatever it is, we are not ready
        return "Tjenesten kan ikke svare nå. Se loggen."
    return ""


def start(innstillinger: Innstillinger) -> None:
    """Serve until stopped, one worker. Raises Bruksfeil when the address is taken."""
    import uvicorn

    from veileder.bakgrunn import lag_bakgrunn
    from veileder.oppstart import lag_arkiv
    from veileder.web.utsatt import UtsattTjeneste

    kontakt = _lytt(innstillinger)
    arkiv = lag_arkiv(innstillinger)
    tjeneste = UtsattTjeneste(innstillinger, arkiv)
    bakgrunn = lag_bakgrunn(innstillinger, arkiv, lambda: ruter.ressurser_av(tjeneste))
    app = lag_app(tjeneste, innstillinger, arkiv, bakgrunn)
    print(f"Veileder er åpen på {_adresse(kontakt)} – stopp med Ctrl+C.", flush=True)  # noqa: T201 - tells where to open it
    valg = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # ``Motpart`` does it, and keeps the peer's own address
        timeout_graceful_shutdown=5,
        ws_max_size=1 << 20,
    )
    if Stengning(innstillinger.data).les() is not None:
        print("Chatten er stengt. Åpne den med: veileder apne", flush=True)  # noqa: T201 - as above
    threading.Thread(target=tjeneste.varm_opp, name="veileder-oppvarming", daemon=True).start()
    uvicorn.Server(valg).run(sockets=[kontakt])


def _adresse(kontakt: socket.socket) -> str:
    """Return an address that can be opened on this machine."""
    vert, port = kontakt.getsockname()[:2]
    vert = "localhost" if vert in ("0.0.0.0", "::") else vert  # noqa: S104 - compared, not bound
    return f"http://[{vert}]:{port}" if ":" in vert else f"http://{vert}:{port}"


def _lytt(innstillinger: Innstillinger) -> socket.socket:
    familie = socket.AF_INET6 if ":" in innstillinger.host else socket.AF_INET
    try:
        return socket.create_server((innstillinger.host, innstillinger.port), family=familie, backlog=2048)
    except OSError as feil:
        adresse = f"{innstillinger.host}:{innstillinger.port}"
        raise Bruksfeil(f"Kan ikke åpne {adresse}. Er porten i bruk? Velg en annen med VEILEDER_PORT.") from feil

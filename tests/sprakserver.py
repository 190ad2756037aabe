"""A chat model's server that says what a script tells it: OpenAI's protocol over real HTTP, streaming."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MERKE = re.compile(r'<utdrag \w+ merke="(K\d+)" tittel="([^"]*)">\n(.*?)\n</utdrag', re.DOTALL)


class Brudd(Exception):
    """The script says: break the connection here."""


@dataclass(frozen=True)
class Spurt:
    """What the server was asked."""

    system: str
    bruker: str
    temperatur: float | None = None

    @property
    def utdrag(self) -> list[tuple[str, str, str]]:
        """(token, title, text) of the passages."""
        return MERKE.findall(self.bruker)

    @property
    def merke(self) -> str:
        """The token of the first passage."""
        return self.utdrag[0][0]


Manus = Callable[[Spurt], Iterable[str | float]]
"""Gives pieces of text to write, and seconds to wait; raises ``Brudd`` to break the connection."""


@dataclass
class Server:
    """The running server: its address, what it was asked, and the script to follow."""

    manus: Manus
    adresse: str = ""
    spurt: list[Spurt] = field(default_factory=list)
    svar: int = 200
    """Status of the answers; another than 200 is an error of the server."""
    forbruk: bool = True

    @property
    def innstillinger(self) -> dict[str, Any]:
        """What an operator sets to use it."""
        return {"sprakmodell": "openai:manus", "sprakmodell_adresse": self.adresse}


def setning(tekst: str, *merker: str) -> str:
    """One sentence in the form that the model is asked for."""
    return json.dumps({"setning": tekst, "utdrag": list(merker)}, ensure_ascii=False) + "\n"


@contextmanager
def kjor(manus: Manus) -> Iterator[Server]:
    """Run a server for as long as the block lasts."""
    server = Server(manus)
    tcp = ThreadingHTTPServer(("127.0.0.1", 0), _behandler(server))
    tcp.daemon_threads = True
    server.adresse = f"http://127.0.0.1:{tcp.server_port}/v1"
    trad = threading.Thread(target=tcp.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    trad.start()
    try:
        yield server
    finally:
        tcp.shutdown()
        tcp.server_close()
        trad.join()


def _behandler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Behandler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            return

        def do_POST(self) -> None:
            data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            tekster = {m["role"]: m["content"] for m in data["messages"]}
            spurt = Spurt(tekster.get("system", ""), tekster.get("user", ""), data.get("temperature"))
            server.spurt.append(spurt)
            if server.svar != 200:
                self._hele(server.svar, {"error": {"message": "nei", "type": "server_error"}})
                return
            try:
                self._strom(server.manus(spurt))
            except (Brudd, OSError):
                self.close_connection = True
                self.connection.close()

        def _hele(self, kode: int, verdi: object) -> None:
            kropp = json.dumps(verdi).encode()
            self.send_response(kode)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(kropp)))
            self.end_headers()
            self.wfile.write(kropp)

        def _strom(self, biter: Iterable[str | float]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            antall = 0
            for bit in biter:
                if isinstance(bit, float | int):
                    time.sleep(bit)
                    continue
                antall += 1
                self._hendelse({"choices": [{"index": 0, "delta": {"content": bit}, "finish_reason": None}]})
            self._hendelse({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            if server.forbruk:
                bruk = {"prompt_tokens": 900, "completion_tokens": antall, "total_tokens": 900 + antall}
                self._hendelse({"choices": [], "usage": bruk})
            self._skriv(b"data: [DONE]\n\n")
            self.wfile.write(b"0\r\n\r\n")

        def _hendelse(self, innhold: dict[str, Any]) -> None:
            felles = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "manus"}
            self._skriv(b"data: " + json.dumps(felles | innhold).encode() + b"\n\n")

        def _skriv(self, data: bytes) -> None:
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

    return Behandler


def i_biter(tekst: str, lengde: int = 7) -> Iterator[str]:
    """A text as a model writes it: some characters at a time."""
    yield from (tekst[i : i + lengde] for i in range(0, len(tekst), lengde))

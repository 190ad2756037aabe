"""Settings, read from the environment with the prefix ``VEILEDER_``; each has its unit below it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROT = Path(__file__).resolve().parent.parent
"""The checkout that this package was installed from."""


class Innstillinger(BaseSettings):
    """What an operator may choose. Nothing here has to be set."""

    model_config = SettingsConfigDict(env_prefix="VEILEDER_", extra="ignore", frozen=True)

    korpus: Path = ROT / "korpus"
    """Folder with the documents to answer from: .md, .txt, .html, .pdf, .docx."""

    data: Path = ROT / "data"
    """Folder where index and database live. Made when it does not exist."""

    hurtiglager: Path | None = None
    """Folder of the cache of vectors. Empty: the user's cache folder."""

    database_url: str = Field(default="", repr=False)
    """Address of the database (postgresql://bruker:passord@vert/base). Empty: SQLite, veileder.sqlite in the data folder."""

    stikkprove: float = Field(default=0.02, ge=0, le=1)
    """Share of all answers in [0, 1] that is flagged for review by chance."""

    embedding: str = ""
    """Name or folder of a sentence-transformers model. Empty: the bundled multilingual-e5-small."""

    chroma_url: str = ""
    """Address of a Chroma server (http://vert:port). Empty: Chroma embedded in the data folder."""

    host: str = "127.0.0.1"
    """Address that the server listens on."""

    port: int = Field(default=8000, ge=0, le=65535)
    """TCP port that the server listens on. 0: any free one."""

    tilbyder: str = "kommunen"
    """Name of whoever runs the service, as shown in the chat."""

    ordgrense: int = Field(default=120, ge=40, le=400)
    """Words that an answer quotes at the most before it says «les mer»."""

    meldingslengde: int = Field(default=4000, ge=200)
    """Characters of one message that are read; a longer one is refused with a kind text."""

    meldinger_per_minutt: int = Field(default=20, ge=1)
    """Messages that one chat session may send a minute."""

    opphav: str = ""
    """Comma-separated origins besides our own that may open the websocket (https://www.molde.kommune.no)."""

    okt_minutter: int = Field(default=60, ge=5)
    """Minutes without a click before somebody who works in review is logged out."""

    okt_timer: int = Field(default=10, ge=1, le=72)
    """Hours after which one logs in anew, however busy."""

    proxyer: str = "127.0.0.1"
    """Comma-separated addresses or networks of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed."""

    innlogging_proxy: str = ""
    """Comma-separated addresses or networks of authenticating proxies that may name who is logged in. Empty: none."""

    innlogging_hode: str = Field(default="X-Forwarded-User", pattern=r"^[A-Za-z0-9-]+$")
    """Header in which such a proxy names the user. The proxy must remove it from what browsers send."""

    innlogging_utgang: str = ""
    """Where a user of such a proxy is sent to log out there, too (/oauth2/sign_out). Empty: nowhere."""

    @property
    def databaseadresse(self) -> str:
        """The address of the database in use."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'veileder.sqlite'}"

    @cached_property
    def hurtiglagermappe(self) -> Path:
        """The folder of the cache of vectors."""
        if self.hurtiglager:
            return self.hurtiglager
        from platformdirs import user_cache_path

        return user_cache_path("veileder", appauthor=False)

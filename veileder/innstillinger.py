"""Settings, read from the environment with the prefix ``VEILEDER_``; each has its unit below it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr
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

    oppbevar_meldinger: int = Field(default=21, ge=1, le=365)
    """Days that questions, answers and reports on them are kept, with what reviewers wrote of them."""

    oppbevar_kontaktsaker: int = Field(default=30, ge=1, le=365)
    """Days that a request for contact is kept after it was answered or closed."""

    oppbevar_kontaktsaker_hoyst: int = Field(default=180, ge=1, le=730)
    """Days that a request for contact is kept at the most, also when nobody has handled it."""

    oppbevar_revisjon: int = Field(default=365, ge=30, le=3650)
    """Days that the access log and the log of clean-ups are kept; they hold no word that a resident wrote."""

    oppbevar_statistikk: int = Field(default=1095, ge=30, le=3650)
    """Days that weekly counts without persons are kept."""

    ryddetime: int = Field(default=3, ge=0, le=23)
    """Hour of the day, by this machine's clock, after which what is too old is deleted. It is deleted at start, too."""

    svarfrist: int = Field(default=3, ge=0, le=30)
    """Working days within which the municipality means to answer a request for contact, as its receipt says. 0: none."""

    smtp_vert: str = ""
    """Mail server for notices of new requests for contact. Empty: no e-mail is sent."""

    smtp_port: int = Field(default=587, ge=1, le=65535)
    """Its TCP port: 587 for STARTTLS, 465 for TLS."""

    smtp_sikring: Literal["starttls", "tls", "ingen"] = "starttls"
    """How the connection is encrypted. With «ingen» it is not: for a mail server on this machine."""

    smtp_bruker: str = ""
    """User name at the mail server. Empty: no log-in."""

    smtp_passord: SecretStr = SecretStr("")
    """Its password."""

    smtp_fra: str = ""
    """Address that notices are sent from (veileder@kommunen.no)."""

    smtp_til: str = ""
    """Who is told: molde=post@molde.no,rauma=post@rauma.no; «*=…» is for the other municipalities."""

    smtp_sertifikat: Path | None = None
    """PEM file of the authorities to trust instead of the system's, for a mail server with a certificate of one's own."""

    nettadresse: str = ""
    """Address that the service is opened at (https://veileder.kommunen.no), for the link in a notice. Empty: no link."""

    stikkprove: float = Field(default=0.02, ge=0, le=1)
    """Share of all answers in [0, 1] that is flagged for review by chance."""

    embedding: str = ""
    """Name or folder of a sentence-transformers model. Empty: the bundled multilingual-e5-small."""

    krysskoder: str = ""
    """Name or folder of a sentence-transformers cross-encoder that reads the best hits again where the search is in doubt.
    Empty: none."""

    chroma_url: str = ""
    """Address of a Chroma server (http://vert:port). Empty: Chroma embedded in the data folder."""

    host: str = "127.0.0.1"
    """Address that the server listens on."""

    port: int = Field(default=8000, ge=0, le=65535)
    """TCP port that the server listens on. 0: any free one."""

    tilbyder: str = "kommunen"
    """Name of whoever runs the service, as shown in the chat."""

    navn: str = Field(default="", max_length=60)
    """Name of the municipality (Molde kommune), shown beside our own in the chat and on the pages. Empty: none."""

    farge: str = ""
    """Its colour as #rrggbb, for what can be pressed. White text on it must have a contrast of 4.5:1. Empty: our own."""

    ordgrense: int = Field(default=180, ge=40, le=400)
    """Words that an answer quotes at the most before it says «les mer»."""

    meldingslengde: int = Field(default=4000, ge=200)
    """Characters of one message that are read; a longer one is refused with a kind text."""

    meldinger_per_minutt: int = Field(default=20, ge=1)
    """Messages that one chat session may send a minute."""

    meldinger_per_minutt_adresse: int = Field(default=120, ge=1)
    """Messages a minute from one address, in all its sessions. An office may share one. This machine's own is not limited."""

    opphav: str = ""
    """Comma-separated origins besides our own that may open the websocket (https://www.molde.kommune.no)."""

    demo: bool = False
    """Show /innebygg/demo, the page with the chat embedded, to everybody. On this machine it is always shown."""

    sprakmodell: str = ""
    """Chat model that words the answers, as leverandør:modell (openai:gpt-5-mini). Empty: none, answers are quotations."""

    sprakmodell_adresse: str = ""
    """Address of the model's server (http://127.0.0.1:11434/v1). Empty: the provider's own."""

    sprakmodell_oppgaver: str = "svar"
    """What the model is used for, separated by commas: svar, enklere, tvilling, oppfolging, notat, oversett."""

    sprakmodell_temperatur: Annotated[float | None, BeforeValidator(lambda v: None if v == "ingen" else v)] = 0.0
    """Temperature. «ingen»: leave it to the provider, for models that refuse the setting."""

    sprakmodell_ord: int = Field(default=120, ge=20, le=400)
    """Words that an answer of the model may have."""

    sprakmodell_utdrag: int = Field(default=5, ge=1, le=10)
    """Passages that the model is given: those of the quotations first, then the best hits. Fewer is faster."""

    sprakmodell_tokens: int = Field(default=1200, ge=50)
    """Tokens that the model may write in one call."""

    sprakmodell_forste_sekunder: float = Field(default=10.0, gt=0)
    """Seconds from asking to the model's first token. A server that reads long prompts slowly needs more."""

    sprakmodell_pause_sekunder: float = Field(default=2.0, gt=0)
    """Seconds between two pieces of what the model writes before it is given up."""

    sprakmodell_sekunder: float = Field(default=30.0, gt=0)
    """Seconds that one call may take in all."""

    sprakmodell_forsok: int = Field(default=1, ge=0, le=5)
    """Further tries when the model's server cannot be reached or is busy, within the seconds to the first token."""

    sprakmodell_tokens_dogn: int = Field(default=2_000_000, ge=0)
    """Tokens, in and out, that the model may use in a day (UTC). 0: no cap."""

    sprakmodell_kroner_dogn: float = Field(default=100.0, ge=0)
    """Kroner that the model may cost in a day (UTC), by the two prices below. 0: no cap."""

    sprakmodell_pris_inn: float = Field(default=0.0, ge=0)
    """Kroner for a million tokens that the model reads."""

    sprakmodell_pris_ut: float = Field(default=0.0, ge=0)
    """Kroner for a million tokens that the model writes."""

    sprakmodell_dommer: str = ""
    """A second model, as leverandør:modell, that must also find each sentence supported. It can only stop. Empty: none."""

    sprakmodell_sporing: bool = False
    """Allow LangSmith's tracing and gateway, which send questions and answers to a third party."""

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

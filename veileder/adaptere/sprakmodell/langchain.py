"""A chat model by LangChain's ``init_chat_model``, read in a thread of its own so that a silent server is given up."""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from veileder.adaptere.sprakmodell.sikring import Forbruk, Sikring
from veileder.feil import Bruksfeil, Sprakmodellfeil
from veileder.porter import Bit

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

logg = logging.getLogger(__name__)

TEGN_PER_TOKEN = 3
"""Characters of Norwegian a token, when the server does not count: on the cautious side of common tokenizers (3 to 4)."""

_SLUTT = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenser:
    """Seconds, tokens and prices as in ``Innstillinger.sprakmodell_*``."""

    forste_sekunder: float = 10.0
    pause_sekunder: float = 2.0
    sekunder: float = 30.0
    tokens: int = 1200
    forsok: int = 1
    pris_inn: float = 0.0
    pris_ut: float = 0.0
    temperatur: float | None = 0.0


class LangchainModell:
    """``porter.Sprakmodell`` over any provider that LangChain knows."""

    def __init__(self, navn: str, modell: BaseChatModel, grenser: Grenser, forbruk: Forbruk, sikring: Sikring) -> None:
        self.navn, self.sted = navn, _sted(modell, navn)
        self._modell, self._grenser, self._forbruk, self._sikring = modell, grenser, forbruk, sikring

    def strom(self, system: str, bruker: str) -> Iterator[Bit]:
        """Yield what the model writes; see the port."""
        self._forbruk.slipp_inn()
        self._sikring.slipp_inn()
        maler = _Maler(len(system) + len(bruker), self._grenser)
        try:
            with closing(self._les([("system", system), ("human", bruker)])) as biter:
                for bit in biter:
                    yield maler.ta_med(bit)
            self._sikring.meld(gikk_bra=True)
        except Sprakmodellfeil as feil:
            if feil.tjenesten_svikter:
                self._sikring.meld(gikk_bra=False)
            raise
        finally:
            brukt = maler.ta_med(Bit())
            self._forbruk.meld(brukt.tokens_inn + brukt.tokens_ut, brukt.kroner)

    def _les(self, meldinger: list[tuple[str, str]]) -> Generator[Bit]:
        ko: queue.SimpleQueue[object] = queue.SimpleQueue()
        stopp = threading.Event()
        threading.Thread(target=self._hent, args=(meldinger, ko, stopp), name="veileder-sprakmodell", daemon=True).start()
        frist = time.monotonic() + self._grenser.sekunder
        vent = self._grenser.forste_sekunder
        try:
            while (ting := _neste(ko, vent, frist)) is not _SLUTT:
                if isinstance(ting, Sprakmodellfeil):
                    raise ting
                assert isinstance(ting, Bit)
                vent = self._grenser.pause_sekunder
                yield ting
        finally:
            stopp.set()

    def _hent(self, meldinger: list[tuple[str, str]], ko: queue.SimpleQueue[object], stopp: threading.Event) -> None:
        """Put what the model writes in the queue. Ends with the server's next piece, or its silence, once told to stop."""
        try:
            strom = self._modell.stream(meldinger)
            for bit in strom:
                if stopp.is_set():
                    with suppress(Exception):
                        strom.close()  # type: ignore[attr-defined]
                    return
                ko.put(_som_bit(bit))
            ko.put(_SLUTT)
        except Exception as feil:  # noqa: BLE001 - each provider has its own kinds
            # The message may quote what was sent, so only its kind is kept.
            ko.put(Sprakmodellfeil(f"{type(feil).__name__} fra {self.navn}"))


def _neste(ko: queue.SimpleQueue[object], vent: float, frist: float) -> object:
    igjen = frist - time.monotonic()
    if igjen <= 0:
        raise Sprakmodellfeil("skrev for lenge", tjenesten_svikter=False)
    try:
        return ko.get(timeout=min(vent, igjen))
    except queue.Empty:
        raise Sprakmodellfeil("tidsavbrudd") from None


class _Maler:
    """Counts tokens: the server's own count where it gives one, else by the characters."""

    def __init__(self, tegn_inn: int, grenser: Grenser) -> None:
        self._tegn_inn, self._tegn_ut, self._inn, self._ut, self._grenser = tegn_inn, 0, 0, 0, grenser

    def ta_med(self, bit: Bit) -> Bit:
        """Return the piece with what has been used up to and including it."""
        self._tegn_ut += len(bit.tekst)
        self._inn, self._ut = max(self._inn, bit.tokens_inn), max(self._ut, bit.tokens_ut)
        inn = self._inn or -(-self._tegn_inn // TEGN_PER_TOKEN)
        ut = self._ut or -(-self._tegn_ut // TEGN_PER_TOKEN)
        kroner = (inn * self._grenser.pris_inn + ut * self._grenser.pris_ut) / 1_000_000
        return Bit(tekst=bit.tekst, tokens_inn=inn, tokens_ut=ut, kroner=kroner)


def _som_bit(bit: Any) -> Bit:
    bruk = getattr(bit, "usage_metadata", None) or {}
    return Bit(tekst=str(bit.text), tokens_inn=int(bruk.get("input_tokens", 0)), tokens_ut=int(bruk.get("output_tokens", 0)))


def lag_modell(navn: str, adresse: str, grenser: Grenser, forbruk: Forbruk, sikring: Sikring | None = None) -> LangchainModell:
    """Return the chat model named ``leverandør:modell``.

    Raises:
        Bruksfeil: the name is not of that form, the provider's package or key is missing, or the address is of no use.
    """
    leverandor, skille, _ = navn.partition(":")
    if not skille or not leverandor:
        raise Bruksfeil(f"VEILEDER_SPRAKMODELL må være leverandør:modell, ikke «{navn}».")
    from langchain.chat_models import init_chat_model

    felt: dict[str, Any] = {"max_tokens": grenser.tokens, "timeout": grenser.forste_sekunder, "max_retries": grenser.forsok}
    if grenser.temperatur is not None:
        felt["temperature"] = grenser.temperatur
    if adresse:
        felt["base_url"] = adresse
    if leverandor == "openai":
        felt |= {"stream_usage": True, "use_responses_api": False}
        if adresse and not os.environ.get("OPENAI_API_KEY"):
            felt["api_key"] = "ingen"  # a server of one's own mostly wants none, but the client does
    try:
        modell = init_chat_model(navn, **felt)
    except ImportError as feil:
        raise Bruksfeil(f"Språkmodellen «{navn}» trenger en pakke: pip install -c constraints.txt '.[{leverandor}]'") from feil
    except Exception as feil:  # each provider has its own kinds
        raise Bruksfeil(f"Språkmodellen «{navn}» kunne ikke settes opp ({type(feil).__name__}). Mangler nøkkelen?") from feil
    return LangchainModell(navn, modell, grenser, forbruk, sikring or Sikring())


def _sted(modell: Any, navn: str) -> str:
    """Return where the model's server is, as far as the provider's class tells."""
    klient = getattr(modell, "root_client", None)
    egne = (getattr(modell, n, None) for n in ("base_url", "endpoint", "azure_endpoint"))
    sted = next((s for s in (getattr(klient, "base_url", None), *egne) if s), None)
    return str(sted) if sted else f"leverandøren {navn.partition(':')[0]}"

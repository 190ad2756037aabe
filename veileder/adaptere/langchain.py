"""For those who build on the service with LangChain: our embedder and our search as its own types."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from veileder.domene import Henvendelse, Rolle
from veileder.forstaelse.melding import Klokke, emne_av, les_melding
from veileder.gjenfinning.soker import sok
from veileder.gjenfinning.sporring import lag_sok
from veileder.porter import Embedder
from veileder.ressurser import Ressurser


class LangChainEmbedder(Embeddings):
    """Our embedder under LangChain's base class."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one L2-normalised vector for each text."""
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """Return the L2-normalised vector of a question."""
        return self._embedder.embed_query(text)


class VeilederRetriever(BaseRetriever):
    """The whole search, ranking and scope included: ``invoke("hva koster alarm?")`` gives Documents.

    Personal data in the question is masked before anything is searched.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    ressurser: Ressurser
    kommune: str = ""
    rolle: Rolle = Rolle.INNBYGGER
    antall: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - the base class names it
    ) -> list[Document]:
        r = self.ressurser
        m = les_melding(Henvendelse(id="", tekst=query, rolle=self.rolle, kommune=self.kommune), r, Klokke())
        emne = emne_av(m.tekst, r)
        funn = sok(r.indeks, lag_sok(m.tekst, emne, kommune=m.kommune, rolle=self.rolle, malform=m.sprak, antall=self.antall))
        return [
            Document(id=t.utdrag.id, page_content=t.utdrag.tekst, metadata=_metadata(t.utdrag) | {"poeng": t.poeng})
            for t in funn.treff
        ]


def _metadata(u: Any) -> dict[str, Any]:
    felt = ("dokument", "fil", "tittel", "seksjon", "aspekt", "kommune", "status", "gjelder_fra", "lenke", "start", "slutt")
    return {f: getattr(u, f) for f in felt}

"""The libraries behind the ports: Chroma, embedding models, LangChain."""

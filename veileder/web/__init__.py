"""The server: our own FastAPI app with Chainlit mounted at /chat."""

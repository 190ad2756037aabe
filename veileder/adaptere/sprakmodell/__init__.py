"""Chat models through LangChain, with the limits that an operator sets. Imported only when a model is set."""

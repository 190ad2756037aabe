"""Answers worded by a chat model, each sentence checked. Imported only when a model is set."""

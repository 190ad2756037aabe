"""The corpus as pages and the harmonisation view: server-rendered from the index, without JavaScript."""

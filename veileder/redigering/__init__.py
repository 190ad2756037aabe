"""For those who keep the texts: checking, importing and starting new ones. Nothing here is needed to answer."""

"""Handing over to a human: contacts and a note."""

"""Veileder: guidance on municipal health and care services, answered from quoted sources."""

__version__ = "0.1.0"

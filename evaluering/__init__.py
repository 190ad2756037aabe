"""Measuring the assistant, and training the small models that it ships. Imports veileder, never the reverse."""

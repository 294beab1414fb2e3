"""Formats of texts in one language: one module a format, with a constant ``FORMAT``."""

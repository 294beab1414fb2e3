"""Formats of files that hold both languages: one module a format, with a constant ``FORMAT``."""

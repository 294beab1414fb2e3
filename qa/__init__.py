"""Checks a translation against its original: align, check, score, report."""

__version__ = "0.1.0"

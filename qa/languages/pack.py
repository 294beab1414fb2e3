"""What the program knows of a language, as data."""

from __future__ import annotations

import msgspec

__all__ = ["LanguagePack"]


class LanguagePack(msgspec.Struct, frozen=True, kw_only=True):
    """One language: its marks, words and conventions. Every field has a fallback, so a new pack is one small file."""

    code: str
    """Primary subtag of BCP 47."""
    name: str
    """In English."""
    scripts: frozenset[str] = frozenset({"Latin"})
    """Unicode script names that words of the language are written in."""
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"))
    """Opening and closing marks, outer pair first."""
    decimal_mark: str = "."
    grouping_marks: frozenset[str] = frozenset({",", "\u00a0", "\u202f", " "})
    """What may stand between groups of three digits."""
    spaces_between_words: bool = True

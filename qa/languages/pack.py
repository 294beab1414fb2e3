"""What the program knows of a language, as data."""

from __future__ import annotations

import msgspec

from qa.languages.lexicon import Calendar, Denial, Measures, NumberWords
from qa.languages.usage import Usage

__all__ = ["LanguagePack"]


class LanguagePack(msgspec.Struct, frozen=True, kw_only=True):
    """One language: its marks, words and conventions. Every field has a fallback, so a new pack is one small file."""

    code: str
    """Primary subtag of BCP 47."""
    name: str
    """In English."""
    scripts: frozenset[str] = frozenset({"Latin"})
    """Unicode script names that words of the language are written in."""
    letters: str = ""
    """The alphabet in lower case; empty where it is not known."""
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"))
    """Opening and closing marks, outer pair first."""
    dashes: tuple[str, ...] = ("—", " – ")
    """Sentence dashes with the spaces they stand in, usual one first."""
    decimal_mark: str = "."
    grouping_marks: frozenset[str] = frozenset({",", "\u00a0", "\u202f", " "})
    """What may stand between groups of three digits."""
    spaces_between_words: bool = True
    abbreviations: frozenset[str] = frozenset()
    """Words, folded and without their full stop, that a full stop follows inside a sentence."""
    source_abbreviations: dict[str, dict[str, str]] = {}
    """By target language, abbreviations that translations out of this language carry over, with what to write."""
    denial: Denial | None = None
    length_factor: float = 0.0
    """How long a text is in this language if it has one character in English; 0 where that is not known."""
    common_words: frozenset[str] = frozenset()
    """The commonest words, folded: a text with many of them is of this language."""
    number_words: NumberWords = NumberWords()
    calendar: Calendar = Calendar()
    measures: Measures = Measures()
    usage: Usage = Usage()

"""Words that rules of typography, style and grammar need to know of a language."""

from __future__ import annotations

import msgspec

__all__ = ["Calque", "Usage", "Variety", "words"]


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


class Calque(msgspec.Struct, frozen=True):
    """A turn of phrase copied from the source language."""

    pattern: str
    """A regular expression, matched without regard to case between word boundaries."""
    instead: str
    """What to write, as advice to a person."""
    source: str = ""
    """A regular expression for the phrase in the source text that it copies; empty where nothing tells it."""
    mild: bool = False
    """Whether good translators write it too."""
    words: frozenset[str] = frozenset()
    """Words of which every match of ``pattern`` has one, folded: where none is in a text, no match is."""


class Variety(msgspec.Struct, frozen=True, kw_only=True):
    """The conventions of a language in one region, as a house declares it by a tag such as ``en-GB``."""

    name: str
    """``British``."""
    date_order: str = ""
    """``DMY`` or ``MDY``, of dates with the month in words."""
    outer_quotes: str = ""
    """The opening and the closing mark that a quotation has on the outside; empty where houses differ."""
    stops_inside: bool = False
    """Whether a full stop or comma always stands inside the closing mark."""
    wrong_spellings: dict[str, str] = {}
    """Words of other regions, folded, with the spelling of this one."""
    wrong_titles: dict[str, str] = {}
    """Titles before names as other regions write them, with the form of this one."""


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one language by what rules ask of them, all folded (lower case)."""

    doubled_words: frozenset[str] = frozenset()
    """Words that may stand twice in a row: “had had”, “very very”."""
    joining_prefixes: frozenset[str] = frozenset()
    """First parts of hyphenated words that are no words by themselves: “inter”, “ethno”."""
    compound_tails: frozenset[str] = frozenset()
    """Second parts of hyphenated adjectives: “standing”, “based”."""
    articles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    """Words that a common noun follows and a name seldom, in languages that write nouns with a capital."""
    articled_abbreviations: frozenset[str] = frozenset()
    """Abbreviations that take an article as names do: “UN”, “EU”."""
    known_abbreviations: frozenset[str] = frozenset()
    """Other abbreviations that need no explanation."""
    after_names: frozenset[str] = frozenset()
    """Words that follow a complete noun phrase, and never stand between a modifier and its noun: “has”, “in”."""
    finite_verbs: frozenset[str] = frozenset()
    """Frequent verb forms that end no compound: “was”, “has”."""
    question_words: frozenset[str] = frozenset()
    """Words that open a question and seldom a statement: “who”, “does”; not “when”."""
    bodies: frozenset[str] = frozenset()
    """Generic names of bodies and offices, whose capital is a matter of house style: “government”."""
    calques: tuple[Calque, ...] = ()
    exonyms: frozenset[str] = frozenset()
    """Established forms of foreign names that are no transliterations: “Kremlin”, “Moscow”."""
    american: dict[str, str] = {}
    """American spellings with the British ones."""
    british: dict[str, str] = {}
    """British spellings with the American ones."""
    varieties: dict[str, Variety] = {}
    """By region (ISO 3166), upper case."""
    spaced_marks: frozenset[str] = frozenset()
    """Marks of punctuation that a space stands before (French: “;:!?»”)."""

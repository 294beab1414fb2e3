"""The shapes of a language's words for numbers, dates and measures.

Keys of all mappings are folded (:func:`qa.languages.morphology.fold`): lower case, «ё» as «е».
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Calendar", "Denial", "Measures", "NumberWords", "by_word", "inflect"]

Value = TypeVar("Value")


class NumberWords(msgspec.Struct, frozen=True, kw_only=True):
    """How numbers are spelt."""

    cardinals: dict[str, int] = {}
    """Words that add up: ``twenty`` and ``five``, «двести»."""
    ordinals: dict[str, int] = {}
    """Words that end a number: ``fifth``, «двадцатый»."""
    magnitudes: dict[str, int] = {}
    """Words and abbreviations that multiply what stands before: ``thousand``, ``bn``, «млн»."""
    magnitude_names: dict[int, str] = {}
    """The usual words for a thousand and so on, where they do not change with the number before them."""
    fractions: dict[str, str] = {}
    """``half`` and «треть», as decimals."""
    compounds: dict[str, int] = {}
    """First parts of compounds: «четырех» of «четырёхлетний»."""
    half_prefixes: tuple[str, ...] = ()
    """«пол» of «полмиллиона»."""
    implied: dict[str, tuple[int, ...]] = {}
    """Words that hold a number without naming it: «сутки» (24 hours), ``both``."""
    decades: dict[str, int] = {}
    """``nineties``, «девяностые»."""
    joiners: frozenset[str] = frozenset()
    """Words inside a number: ``and`` of ``two hundred and five``."""
    rooms: dict[int, int] = {}
    """What a number leaves room for where that is unusual: French *soixante* takes up to *dix-neuf*, below 20."""
    glued: bool = False
    """Whether a number is written as one word: *zweihundertfünfzig*."""
    articles: frozenset[str] = frozenset()
    """Words that stand for one before a magnitude: ``a`` of ``a million``."""
    ordinal_suffixes: frozenset[str] = frozenset()
    """What is glued to digits: ``th``, «-й», «-летний» not."""
    range_words: frozenset[str] = frozenset()
    """Words between the ends of a range or the members of a list: ``to``, «до»."""


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """How dates and times are spelt."""

    months: dict[str, int] = {}
    """All forms, 1-12."""
    month_names: tuple[str, ...] = ()
    """January to December as they stand in a date with a day."""
    ambiguous_months: frozenset[str] = frozenset()
    """Months that are other words too: ``may``, ``march``."""
    month_signals: frozenset[str] = frozenset()
    """What stands before a month that is no other word: ``in``, ``since``."""
    weekdays: dict[str, int] = {}
    """All forms, 1 (Monday) to 7."""
    night_before: frozenset[str] = frozenset()
    """What makes a day the end of a night: «в ночь на» среду is *on Tuesday night*."""
    order: str = "DMY"
    """Of a date in digits only, and of a date in words."""
    year_words: frozenset[str] = frozenset()
    """What stands after a year: «г», «года»."""
    day_words: frozenset[str] = frozenset()
    """What stands between day and month: ``of``, ``de``."""
    hours: frozenset[str] = frozenset()
    minutes: frozenset[str] = frozenset()
    forenoon: frozenset[str] = frozenset()
    """``a.m.``, «утра»."""
    afternoon: frozenset[str] = frozenset()
    """``p.m.``, «вечера»."""
    clock_words: dict[str, int] = {}
    """``noon`` and ``midnight``, in minutes of the day."""


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """How quantities are measured: codes by word."""

    units: dict[str, str] = {}
    """Codes of :mod:`qa.languages.units`; ``%`` and ``pp`` are among them."""
    currencies: dict[str, str] = {}
    """ISO 4217 codes, of the family's best-known member where a word names a family (*dollar*, *pound*)."""
    rates: dict[str, str] = {}
    """``/h`` and ``/s`` by the words for them: ``per hour``, «в секунду»."""
    squares: frozenset[str] = frozenset()
    cubes: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    """Words that may stand between a number and its measure: ``US`` of ``5 million US dollars``."""


class Denial(msgspec.Struct, frozen=True, kw_only=True):
    """How a language says no, and what may be said instead."""

    words: frozenset[str]
    """Words that deny: ``not``, «не»."""
    idioms: str = ""
    """A regular expression for turns of phrase that hold such a word and deny nothing: «не только»."""
    kindred: frozenset[str] = frozenset()
    """Words that a denial may be turned into: ``only``, ``until``."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of such words: ``un``, ``refus``."""
    suffixes: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    """Beginnings of words that begin so by chance: ``under``."""
    torn: frozenset[str] = frozenset()
    """What is left of a word whose denying end was lost: ``ca`` of ``can't``."""
    helpers: frozenset[str] = frozenset()
    """Verbs that stand with a denial, and without it only for emphasis: ``did`` of ``did not know``."""
    objects: frozenset[str] = frozenset()
    """Words behind such a verb that make it the main one: ``did so``."""
    polar: frozenset[str] = frozenset()
    """Words that a denial goes before: ``any``, ``yet``."""
    polar_signals: frozenset[str] = frozenset()
    """Words that such a word may stand with in place of a denial: ``if``, ``before``."""


def inflect(table: Mapping[str, Value], endings: str) -> dict[str, Value]:
    """Every stem of ``table`` with every ending of ``endings`` (parted by spaces, ``-`` for none)."""
    suffixes = ["" if ending == "-" else ending for ending in endings.split()]
    return {stem + suffix: value for stem, value in table.items() for suffix in suffixes}


def by_word(table: Mapping[Value, str]) -> dict[str, Value]:
    """The words of each value (parted by spaces), turned round: each word with its value."""
    return {word: value for value, words in table.items() for word in words.split()}

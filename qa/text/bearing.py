"""The words that the readers of numbers look at beside a number, and how: all others can be left out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa.languages import language_pack
from qa.languages.units import SYMBOLS
from qa.text.clusters import AFTER, AMBIGUOUS, BOTH, LINK, NUMBER, OPENER, SIGNAL
from qa.text.measures import SCALES
from qa.text.times import ZONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["beside_digits", "beside_words"]

_WORD = re.compile(r"[^\W_]+")


@cache
def beside_digits(code: str) -> Mapping[str, str]:
    """Kinds of folded words for the reader of numbers in digits, months and weekdays."""
    pack = language_pack(code)
    numbers, calendar = pack.number_words, pack.calendar
    times = (calendar.hours, calendar.minutes, calendar.forenoon, calendar.afternoon, calendar.year_words, ZONES)
    ends, starts = _ends_and_starts(*_measures(code), *times, numbers.magnitudes, numbers.fractions)
    signals, openers = _ends_and_starts(calendar.month_signals, calendar.night_before)
    links = starts | _words(numbers.range_words, numbers.joiners, calendar.day_words, pack.measures.modifiers)
    return {
        **dict.fromkeys(links, LINK),
        **dict.fromkeys(openers, OPENER),
        **dict.fromkeys(signals, SIGNAL),
        **dict.fromkeys(ends, AFTER),
        **dict.fromkeys(ends & (signals | openers), BOTH),
        **dict.fromkeys((*calendar.months, *calendar.weekdays), NUMBER),
        **dict.fromkeys(calendar.ambiguous_months, AMBIGUOUS),
    }


@cache
def beside_words(code: str) -> Mapping[str, str]:
    """Kinds of folded words for the reader of numbers in words."""
    pack = language_pack(code)
    numbers = pack.number_words
    ends, starts = _ends_and_starts(*_measures(code))
    links = starts | _words(numbers.joiners, numbers.articles, pack.measures.modifiers, ("of",))
    spelt = (numbers.cardinals, numbers.ordinals, numbers.magnitudes, numbers.fractions, numbers.implied)
    held = (numbers.decades, pack.calendar.clock_words)
    return {
        **dict.fromkeys(links, LINK),
        **dict.fromkeys(ends, AFTER),
        **dict.fromkeys((word for table in (*spelt, *held) for word in table), NUMBER),
    }


def _measures(code: str) -> tuple[Iterable[str], ...]:
    """What names a unit or currency, or ends the name of one."""
    measures = language_pack(code).measures
    return measures.units, measures.currencies, measures.rates, measures.squares, measures.cubes, SYMBOLS, SCALES


def _ends_and_starts(*tables: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The last words of all phrases, and those before them."""
    phrases = [_WORD.findall(phrase) for table in tables for phrase in table]
    return (
        frozenset(phrase[-1] for phrase in phrases if phrase),
        frozenset(word for phrase in phrases for word in phrase[:-1]),
    )


def _words(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(word for table in tables for phrase in table for word in _WORD.findall(phrase))

"""A cheap look for whether a text counts or dates anything at all, before it is read for that."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.languages import language_pack
from qa.text.plain import is_plain
from qa.text.spelt_numbers import LARGE, TENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ROMAN_LIKE", "CountingWords", "counting_words", "has_digits", "has_roman_numerals"]

_HYPHEN = re.compile("-")
ROMAN_LIKE = re.compile(r"[IVXLCХІС](?<!\w.)[IVXLCХІС]")
_OTHER_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")


class CountingWords(NamedTuple):
    """The words of a language that a text with numbers in words, months or weekdays has; folded."""

    calendar: frozenset[str]
    """The names of months and weekdays."""
    numbers: frozenset[str]
    """Cardinals and ordinals from two up."""
    tens: frozenset[str]
    """Cardinals that may stand before another one and a hyphen."""
    large: frozenset[str]
    """The words for a million and more, «полмиллиона» among them."""
    every: frozenset[str]
    """All of these."""
    apart: bool
    """Whether they stand between spaces; otherwise they are parts of what looks like one word."""
    numbers_apart: bool
    """Whether numbers do."""

    def behind_tens(self, folded: Iterable[str]) -> Iterator[str]:
        """The second number of each of the words that are two numbers with a hyphen between them.

        To list all such words would take megabytes.
        """
        for word in folded:
            for hyphen in _HYPHEN.finditer(word) if "-" in word else ():
                if word[: hyphen.start()] in self.tens and word[hyphen.end() :] in self.numbers:
                    yield word[hyphen.end() :]


@cache
def counting_words(language: str) -> CountingWords:
    """The counting words of a language."""
    pack = language_pack(language)
    words = pack.number_words
    calendar = frozenset(pack.calendar.months) | frozenset(pack.calendar.weekdays)
    some = frozenset(word for table in (words.cardinals, words.ordinals) for word, value in table.items() if value > 1)
    tens = frozenset(word for word, value in words.cardinals.items() if value >= TENS)
    large = {word for word, value in words.magnitudes.items() if value >= LARGE}
    large |= {prefix + word for prefix in words.half_prefixes for word in large}
    spaced = pack.spaces_between_words
    every = calendar | some | large
    return CountingWords(calendar, some, tens, frozenset(large), every, spaced, spaced and not words.glued)


def has_digits(text: str) -> bool:
    """Whether any digit is in ``text``; to ask for each of the ten is quicker than a search for any."""
    low = "0" in text or "1" in text or "2" in text or "3" in text or "4" in text
    if low or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text:
        return True
    return not is_plain(text) and _OTHER_DIGIT.search(text) is not None


def has_roman_numerals(text: str) -> bool:
    """Whether something like a Roman numeral of two letters and more is in ``text``."""
    return ROMAN_LIKE.search(text) is not None

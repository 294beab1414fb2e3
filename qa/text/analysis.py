"""The shared analysis of a text: computed once, on demand, and used by every rule."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from qa.languages import language_pack
from qa.languages.morphology import lemmas
from qa.languages.units import same_measure
from qa.text.links import Link, links
from qa.text.measures import unit_of_word
from qa.text.passage import Passage
from qa.text.quantities import quantities
from qa.text.spelt_numbers import LARGE, spelt_numbers
from qa.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from qa.languages.pack import LanguagePack
    from qa.text.quantity import Quantity

__all__ = ["Analyser", "Analysis"]

_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")


class Analysis:
    """What can be said of one text in one language; each part is computed when first asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    @property
    def pack(self) -> LanguagePack:
        """What is known of the text's language."""
        return language_pack(self.language)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; white space is between them."""
        return tuple(tokenize(self.text))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token.kind == "word")

    @cached_property
    def lemmas(self) -> tuple[frozenset[str], ...]:
        """The dictionary forms of each of the ``words``."""
        return tuple(lemmas(word.text, self.language) for word in self.words)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Web addresses, domains and e-mail addresses."""
        return links(self.text)

    @cached_property
    def passage(self) -> Passage:
        """The tokens as readers of numbers and dates walk over them."""
        return Passage(self.text, self.tokens, self.pack)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, dates and times in digits, and names of months and weekdays; quick where there are none."""
        if not self.has_digits and not self.has_calendar_words:
            return ()
        return quantities(self.passage, [link.span for link in self.links])

    @cached_property
    def has_digits(self) -> bool:
        """Whether any digit is in the text."""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def has_calendar_words(self) -> bool:
        """Whether the name of a month or weekday is in the text: cheap, to save the search for dates."""
        return not _calendar_words(self.language).isdisjoint(self.passage.folded)

    @cached_property
    def spelt_numbers(self) -> tuple[Quantity, ...]:
        """Numbers in words, and words that hold a number."""
        return spelt_numbers(self.passage)

    @cached_property
    def has_large_words(self) -> bool:
        """Whether a word such as *million* is in the text: cheap, to save the search for numbers in words."""
        return not _large_words(self.language).isdisjoint(self.passage.folded)

    def count_measure(self, unit: str) -> int:
        """How many words and signs of the text name ``unit``."""
        passage = self.passage
        found = (unit_of_word(passage, index) for index in range(len(passage.tokens)))
        return sum(bool(name) and same_measure(name, unit) for name in found)


class Analyser:
    """Hands out analyses and remembers the latest, by text."""

    def __init__(self, size: int = 4096) -> None:
        self.analyse = lru_cache(maxsize=size)(Analysis)


@cache
def _calendar_words(language: str) -> frozenset[str]:
    """The names of months and weekdays."""
    calendar = language_pack(language).calendar
    return frozenset(calendar.months) | frozenset(calendar.weekdays)


@cache
def _large_words(language: str) -> frozenset[str]:
    """The words for a million and more, «полмиллиона» among them."""
    words = language_pack(language).number_words
    large = {word for word, value in words.magnitudes.items() if value >= LARGE}
    return frozenset(large | {prefix + word for prefix in words.half_prefixes for word in large})

"""The shared analysis of a text: computed once, on demand, and used by every rule."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from qa.core.lazy import lazy
from qa.languages import language_pack
from qa.languages.morphology import lemmas
from qa.languages.translations import stems
from qa.languages.units import same_measure
from qa.text.links import Link, links
from qa.text.measures import unit_of_word
from qa.text.pair import Pair
from qa.text.passage import Passage
from qa.text.plain import is_plain
from qa.text.quantities import quantities
from qa.text.spelt_numbers import LARGE, TENS, spelt_numbers
from qa.text.tokens import capitalised_words

if TYPE_CHECKING:
    from qa.core.document import TranslationUnit
    from qa.languages.pack import LanguagePack
    from qa.text.coverage import Witness
    from qa.text.quantity import Quantity
    from qa.text.tokens import Token

__all__ = ["Analyser", "Analysis"]

_ROMAN_LIKE = re.compile(r"\b[IVXLCХІС]{2}")
_PLAIN_DIGIT = re.compile("[0-9]")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔]")


class Analysis:
    """What can be said of one text in one language; each part is computed when first asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.covered: tuple[Analysis, tuple[Witness, ...]] | None = None
        """The last text that it was held against, and what of this one that text covers."""

    @property
    def pack(self) -> LanguagePack:
        """What is known of the text's language."""
        return language_pack(self.language)

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; white space is between them."""
        return self.passage.tokens

    @lazy
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple([token for token in self.tokens if token.kind == "word"])

    @lazy
    def folded_words(self) -> tuple[str, ...]:
        """The words as lexicons are keyed; known without the tokens."""
        return tuple([word for word in self.passage.folded if word[:1].isalpha()])

    @lazy
    def capitalised(self) -> tuple[Token, ...]:
        """The words with a capital first letter; known without the other tokens."""
        return capitalised_words(self.text)

    @lazy
    def lemmas(self) -> tuple[frozenset[str], ...]:
        """The dictionary forms of each of the ``words``."""
        return tuple(lemmas(word.text, self.language) for word in self.words)

    @lazy
    def stems(self) -> tuple[str, ...]:
        """What the forms of each token's word have in common, by number of the token."""
        return tuple(map(stems(self.language).__getitem__, self.passage.folded))

    @lazy
    def links(self) -> tuple[Link, ...]:
        """Web addresses, domains and e-mail addresses."""
        return links(self.text)

    @lazy
    def passage(self) -> Passage:
        """The tokens as readers of numbers and dates walk over them."""
        return Passage(self.text, self.pack)

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, dates and times in digits, and names of months and weekdays; quick where there are none."""
        if not self.has_digits and not self.has_calendar_words:
            return ()
        return quantities(self.passage, [link.span for link in self.links])

    @lazy
    def has_digits(self) -> bool:
        """Whether any digit is in the text."""
        plain = _PLAIN_DIGIT.search(self.text) is not None
        return plain or (not is_plain(self.text) and _DIGIT.search(self.text) is not None)

    @lazy
    def has_calendar_words(self) -> bool:
        """Whether the name of a month or weekday is in the text: cheap, to save the search for dates."""
        names = _calendar_words(self.language)
        if not self.pack.spaces_between_words:
            return any(name in self.text for name in names)
        return not names.isdisjoint(self.passage.folded)

    @lazy
    def spelt_numbers(self) -> tuple[Quantity, ...]:
        """Numbers in words, and words that hold a number."""
        return spelt_numbers(self.passage)

    @lazy
    def has_large_words(self) -> bool:
        """Whether a word such as *million* is in the text: cheap, to save the search for numbers in words."""
        if not self.pack.spaces_between_words:
            return any(name in self.text for name in _large_words(self.language))
        return not _large_words(self.language).isdisjoint(self.passage.folded)

    @lazy
    def has_number_words(self) -> bool:
        """Whether a number from two up may be in the text in words or Roman: cheap, to save the search for them."""
        if not self.pack.spaces_between_words or self.pack.number_words.glued:
            return True
        words = _number_words(self.language)
        return not words.isdisjoint(self.passage.folded) or _ROMAN_LIKE.search(self.text) is not None

    def count_measure(self, unit: str) -> int:
        """How many words and signs of the text name ``unit``."""
        passage = self.passage
        found = (unit_of_word(passage, index) for index in range(len(passage.tokens)))
        return sum(bool(name) and same_measure(name, unit) for name in found)


class Analyser:
    """Hands out analyses and remembers the latest, by text; of pairs of texts the last one."""

    def __init__(self, size: int = 4096, kind: type[Analysis] = Analysis) -> None:
        self.analyse = lru_cache(maxsize=size)(kind)
        self._unit: TranslationUnit | None = None
        self._pair: Pair | None = None

    def pair(self, unit: TranslationUnit) -> Pair:
        """The two texts of ``unit``; rules that look at one unit in turn get the same object."""
        if self._unit is not unit or self._pair is None:
            self._unit, self._pair = unit, Pair(unit, self.analyse)
        return self._pair


@cache
def _calendar_words(language: str) -> frozenset[str]:
    """The names of months and weekdays."""
    calendar = language_pack(language).calendar
    return frozenset(calendar.months) | frozenset(calendar.weekdays)


@cache
def _number_words(language: str) -> frozenset[str]:
    """Cardinals and ordinals, and two cardinals with a hyphen between them."""
    numbers = language_pack(language).number_words
    words = frozenset(
        word for table in (numbers.cardinals, numbers.ordinals) for word, value in table.items() if value > 1
    )
    return words | {f"{tens}-{word}" for tens, value in numbers.cardinals.items() if value >= TENS for word in words}


@cache
def _large_words(language: str) -> frozenset[str]:
    """The words for a million and more, «полмиллиона» among them."""
    words = language_pack(language).number_words
    large = {word for word, value in words.magnitudes.items() if value >= LARGE}
    return frozenset(large | {prefix + word for prefix in words.half_prefixes for word in large})

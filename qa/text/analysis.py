"""The shared analysis of a text: computed once, on demand, and used by every rule."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from qa.core.lazy import Memo, lazy
from qa.languages import language_pack
from qa.languages.morphology import lemmas
from qa.languages.translations import stems
from qa.languages.units import same_measure
from qa.text.clusters import offset
from qa.text.counting import counting_words, has_digits, has_roman_numerals
from qa.text.links import Link, links
from qa.text.listed import listed_in
from qa.text.measures import unit_of_word
from qa.text.number_pieces import may_count
from qa.text.pair import Pair
from qa.text.passage import Passage
from qa.text.readings import readings
from qa.text.spelt_numbers import spelt_readings
from qa.text.tokens import FOLDED, capitalised_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa.core.document import TranslationUnit
    from qa.languages.pack import LanguagePack
    from qa.text.quantity import Quantity, Said
    from qa.text.readings import Reading
    from qa.text.spelt_numbers import SpeltNumbers
    from qa.text.tokens import Token

__all__ = ["Analyser", "Analysis"]


class Analysis:
    """What can be said of one text in one language; each part is computed when first asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.covered: tuple[str, Sequence[bool]] | None = None
        """The last text that it was held against, and which of this one's known words have a counterpart there.

        It is no analysis, which would hold this one in turn: such circles stay in memory until a collector looks.
        """

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
    def stem_set(self) -> frozenset[str]:
        """The stems of all tokens."""
        return frozenset(
            chain.from_iterable(map(_stems_of_stretches(self.language).__getitem__, self.passage.stretches))
        )

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
        """Numbers, dates and times in digits, and names of months and weekdays."""
        found = [(part.quantities, offset(self.text, spaces)) for part, spaces in self.readings]
        return tuple([quantity.moved(place) for quantities, place in found for quantity in quantities])

    @lazy
    def readings(self) -> Sequence[tuple[Reading, int]]:
        """The quantities as they were read in parts of the text, each with the number of spaces before it.

        That is enough to tell what is said.
        """
        if not (self.has_digits or self.has_calendar_words):
            return ()
        return readings(self.passage, [link.span for link in self.links])

    @lazy
    def said(self) -> Sequence[Said] | None:
        """What the quantities say, wherever they stand; None where one of them has two readings."""
        parts = [part.said for part, _ in self.readings]
        return None if None in parts else [*chain.from_iterable(filter(None, parts))]

    @lazy
    def has_digits(self) -> bool:
        """Whether any digit is in the text."""
        return has_digits(self.text)

    @lazy
    def listed_words(self) -> frozenset[str]:
        """Of the words that rules look for first those in the text, found by one look for all: few or none for most."""
        return listed_in(self.passage.stretches, self.language)

    @lazy
    def counting_words(self) -> frozenset[str]:
        """The names of months and weekdays, large words and number words in the text: a cheap look, empty for most."""
        words = counting_words(self.language)
        if words.apart:
            found = self.listed_words
            return found & words.every if found else found
        return frozenset([word for word in words.every if word in self.text])

    @property
    def has_calendar_words(self) -> bool:
        """Whether the name of a month or weekday is in the text: cheap, to save the search for dates."""
        found = self.counting_words
        return bool(found) and not found.isdisjoint(counting_words(self.language).calendar)

    @lazy
    def spelt_numbers(self) -> tuple[Quantity, ...]:
        """Numbers in words, and words that hold a number."""
        found = [(part, offset(self.text, spaces)) for part, spaces in self.spelt_readings]
        return (
            *[number.moved(place) for part, place in found for number in part.added],
            *[number.moved(place) for part, place in found for number in part.held],
        )

    @lazy
    def spelt_readings(self) -> Sequence[tuple[SpeltNumbers, int]]:
        """The numbers in words as they were read in parts of the text, each with the number of spaces before it."""
        return spelt_readings(self.passage)

    @lazy
    def large_numbers(self) -> Sequence[Quantity]:
        """Numbers such as *two million*, which the other text must have as it must have those in digits."""
        if not self.has_large_words or not any(one.required for part, _ in self.spelt_readings for one in part.added):
            return ()
        return [number for number in self.spelt_numbers if number.required]

    @lazy
    def has_large_words(self) -> bool:
        """Whether a number such as *two million* may be in the text: cheap, to save the search for numbers in words."""
        found = self.counting_words
        if not found or found.isdisjoint(counting_words(self.language).large):
            return False
        if not self.pack.spaces_between_words:
            return True
        counts, alone = may_count(self.pack.code), self.pack.number_words.magnitudes
        return any(counts[word] and word not in alone for word in self.passage.folded)

    @lazy
    def has_number_words(self) -> bool:
        """Whether a number from two up may be in the text in words or Roman: cheap, to save the search for them."""
        words = counting_words(self.language)
        if not words.numbers_apart or has_roman_numerals(self.text):
            return True
        found = self.counting_words
        return bool(found) and not found.isdisjoint(words.numbers)

    def count_measure(self, unit: str) -> int:
        """How many words and signs of the text name ``unit``."""
        passage = self.passage
        found = (unit_of_word(passage, index) for index in range(len(passage.tokens)))
        return sum(bool(name) and same_measure(name, unit) for name in found)


@cache
def _stems_of_stretches(language: str) -> Mapping[str, tuple[str, ...]]:
    stem_of = stems(language).__getitem__
    return Memo(lambda stretch: tuple(map(stem_of, FOLDED[stretch])), 1 << 15)


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

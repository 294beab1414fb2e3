"""The few units of a document in which words may stand twice in a row, found by one look at all words."""

from __future__ import annotations

import operator
from bisect import bisect_right
from itertools import accumulate, chain, compress, islice
from typing import TYPE_CHECKING, NamedTuple

from qa.core.lazy import latest
from qa.rules.vocabulary import target_vocabulary
from qa.text.tokens import FOLDED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document

__all__ = ["numbers_of_repeated_phrases", "numbers_of_repeated_words"]


class _Row(NamedTuple):
    """What stands between the spaces of all targets of a document, in one row."""

    stretches: Sequence[str]
    ends: Sequence[int]
    """Where each target ends."""
    left_out: Collection[int]
    """The numbers of those that are not in the row: their words are not told apart by single spaces alone."""

    def units(self, places: Iterator[int]) -> set[int]:
        """The numbers of the units that places in the row are in, and of those that are left out."""
        return {bisect_right(self.ends, place) for place in places}.union(self.left_out)


def numbers_of_repeated_words(document: Document) -> set[int]:
    """The numbers of the units in whose targets a word may be followed by itself, its case left aside."""
    row = _row(document)
    words = [*map(FOLDED.__getitem__, row.stretches)]
    last, first = map(operator.itemgetter(-1), words), map(operator.itemgetter(0), islice(words, 1, None))
    return row.units(compress(range(len(words)), map(operator.eq, last, first)))


def numbers_of_repeated_phrases(document: Document, length: int) -> set[int]:
    """The numbers of the units in whose targets so many words, from two, may be followed by the very same ones.

    Of ``length`` words in a row, one has a number that ``length`` divides, so that no others need be looked at.
    """
    row = _row(document)
    some = row.stretches[::length]
    same = map(operator.eq, some, islice(some, 1, None))
    return row.units(compress(range(0, len(row.stretches), length), same))


@latest
def _row(document: Document) -> _Row:
    texts = [unit.target.text for unit in document.units]
    of_texts = target_vocabulary(document).stretches
    odd = {number for number, text in enumerate(texts) if _is_odd(text, of_texts[number])}
    kept = [() if number in odd else stretches for number, stretches in enumerate(of_texts)]
    return _Row([*chain.from_iterable(kept)], tuple(accumulate(map(len, kept))), odd)


def _is_odd(text: str, stretches: Sequence[str]) -> bool:
    """Whether there are other white space, two spaces in a row or spaces at the ends; few characters tell quickly."""
    if text.isascii() and text.isprintable():
        return "" in stretches
    return text.split() != stretches

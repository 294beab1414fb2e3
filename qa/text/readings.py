"""Quantities of a text, read in clusters of words: what was read in one cluster is known for the next equal one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from qa.core.span import Span
from qa.languages import language_pack
from qa.text.bearing import beside_digits
from qa.text.clusters import Clusters
from qa.text.numerals import vulgar_fractions
from qa.text.passage import Passage
from qa.text.quantities import kind_of, quantities
from qa.text.quantity import Quantity, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Reading", "reading", "readings"]

_NUMERIC: Final = re.compile(rf"[\d{''.join(vulgar_fractions)}]")


class Reading(NamedTuple):
    """What was read in a part of a text."""

    quantities: tuple[Quantity, ...]
    """With their offsets in that part."""
    said: tuple[Said, ...] | None
    """What they say without their places; None where one of them has two readings."""


def readings(passage: Passage, masked: Sequence[Span]) -> Sequence[tuple[Reading, int]]:
    """The `quantities` of a text as they were read in clusters of words, each with the number of spaces before it."""
    text, pack = passage.text, passage.pack
    clusters = _clusters(pack.code)
    if not pack.spaces_between_words or any(clusters.any_in(text, span) for span in masked):
        return ((reading(passage, masked), 0),)
    return clusters.of(passage.stretches)


def reading(passage: Passage, masked: Sequence[Span] = ()) -> Reading:
    """The `quantities` of a text, and what they say."""
    found = quantities(passage, masked)
    said = [*map(_said, found)]
    return Reading(found, None if None in said else tuple(chain.from_iterable(filter(None, said))))


def _said(quantity: Quantity) -> list[Said] | None:
    """The readings of a quantity; of one that is compared by its parts only, those of the parts."""
    parted = not quantity.keys
    found = quantity.parts if parted else (quantity,)
    if any(len(one.keys) != 1 for one in found):
        return None
    return [Said(one.keys[0], one.unit, one.beside, parted) for one in found]


@cache
def _clusters(code: str) -> Clusters[Reading]:
    pack = language_pack(code)

    def is_number(word: str, _: str) -> bool:
        return not word.isalpha() and _NUMERIC.search(word) is not None

    def read(cluster: str) -> Reading:
        return _integer(cluster) if cluster.isascii() and cluster.isdecimal() else reading(Passage(cluster, pack))

    return Clusters(beside_digits(code), is_number, read)


def _integer(digits: str) -> Reading:
    """What `reading` makes of a number by itself, and much quicker."""
    key = "n", Decimal(digits)
    quantity = Quantity(text=digits, span=Span(0, len(digits)), keys=(key,), kind=kind_of(key[1]))
    return Reading((quantity,), (Said(key, "", "", parted=False),))

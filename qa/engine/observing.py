"""What a batch rule observed, kept on disk until all documents have passed, and then put together by key."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.span import Span
from qa.core.spool import Spool
from qa.rules.rule import Observation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import TranslationUnit
    from qa.engine.examining import Kept

__all__ = ["Observations"]

_AT_ONCE: Final = 1 << 16
"""About so many observations are put in order at once."""


class _Row(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True, gc=False):
    unit: int
    key: str
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    value: str = ""


class Observations:
    """The observations of one rule: eight bytes of each are in memory, a hash of its key.

    Args:
        units: all units of the batch; they are asked for by their numbers when the observations are put together.
    """

    def __init__(self, units: Sequence[TranslationUnit]) -> None:
        self._units = units
        self._rows = Spool(_Row)
        self._hashes = array("q")
        self._given: dict[tuple[str, str], int] = {}

    def add(self, unit: int, seen: Kept) -> None:
        """Keep what was seen in the unit of a number; units come in their order."""
        self._rows.append(_Row(unit, seen.key, seen.source, seen.target, seen.value))
        self._hashes.append(hash(seen.key))

    def by_key(self, fewest: int) -> Iterator[tuple[str, list[Observation]]]:
        """The keys that have at least ``fewest`` observations, each with these in the order of their units."""
        for numbers in self._of_one_hash():
            if len(numbers) >= fewest:
                rows: dict[str, list[Observation]] = {}
                for number in numbers:
                    row = self._rows[number]
                    rows.setdefault(row.key, []).append(self._observation(row))
                for key, found in rows.items():
                    self._given.clear()
                    if len(found) >= fewest:
                        yield key, found

    def number(self, unit: TranslationUnit) -> int:
        """The number of a unit that an observation of the latest key was made in.

        Raises:
            KeyError: it is the unit of none of them.
        """
        return self._given[unit.document, unit.id]

    def _of_one_hash(self) -> Iterator[list[int]]:
        """The numbers of observations whose keys have one hash; a share of the hashes is put in order at a time."""
        shares = 1 + len(self._hashes) // _AT_ONCE
        for share in range(shares):
            found = [(code, number) for number, code in enumerate(self._hashes) if code % shares == share]
            for _, group in groupby(sorted(found), key=itemgetter(0)):
                yield [number for _, number in group]

    def _observation(self, row: _Row) -> Observation:
        unit = partial(self._give, row.unit)
        return Observation(key=row.key, unit=unit, source=row.source, target=row.target, value=row.value)

    def _give(self, number: int) -> TranslationUnit:
        unit = self._units[number]
        self._given[unit.document, unit.id] = number
        return unit

"""What unit rules saw in a unit, kept for units with the very same texts, of which real batches hold many."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.document import TranslationUnit
from qa.core.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.finding import Problem

__all__ = ["Recall"]

_SIZE: Final = 1 << 14
"""How many units are kept; when they are full, it starts anew."""
_DIGEST: Final = 16
"""Bytes that stand for all that a rule may see of a unit: no two units of a batch have the same by chance."""
_NOWHERE: Final = TranslationUnit("", "", Segment("und", ""), Segment("und", ""))
"""Stands for the unit of a problem that is kept."""


class Recall:
    """Problems of unit rules by all that such a rule may see of a unit, which is neither its name nor its place."""

    def __init__(self) -> None:
        self._seen: dict[bytes, tuple[tuple[int, Problem], ...]] = {}
        self._encode = msgspec.msgpack.Encoder().encode
        self._asked: tuple[TranslationUnit, object, bytes] | None = None

    def of(self, unit: TranslationUnit, scope: object) -> Iterator[tuple[int, Problem]] | None:
        """The problems with the numbers of their rules; None if no such unit was kept.

        Args:
            unit: the unit that the problems are to be in.
            scope: all beside the unit that the problems depend on, such as msgspec can encode.
        """
        seen = self._seen.get(self._key(unit, scope))
        if seen is None:
            return None
        return ((number, msgspec.structs.replace(problem, unit=unit)) for number, problem in seen)

    def keep(self, unit: TranslationUnit, scope: object, problems: Iterable[tuple[int, Problem]]) -> None:
        """Keep what was seen in ``unit``."""
        if len(self._seen) >= _SIZE:
            self._seen.clear()
        kept = ((number, msgspec.structs.replace(problem, unit=_NOWHERE)) for number, problem in problems)
        self._seen[self._key(unit, scope)] = tuple(kept)

    def _key(self, unit: TranslationUnit, scope: object) -> bytes:
        """The digest of the unit and the scope; it is kept after the same unit is first asked for."""
        asked = self._asked
        if asked is not None and asked[0] is unit and asked[1] is scope:
            return asked[2]
        key = hashlib.blake2b(self._encode((scope, *_visible(unit))), digest_size=_DIGEST).digest()
        self._asked = unit, scope, key
        return key


def _visible(unit: TranslationUnit) -> tuple[object, ...]:
    return (
        *_of_segment(unit.source),
        *_of_segment(unit.target),
        unit.state,
        unit.notes,
        unit.confidence,
        unit.translate,
    )


def _of_segment(segment: Segment) -> tuple[object, ...]:
    return (
        segment.text, segment.language, segment.path, segment.codes, segment.paragraph, segment.role, segment.parts,
        segment.tail,
    )  # fmt: skip

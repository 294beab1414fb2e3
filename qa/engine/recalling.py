"""What unit rules saw in a unit, kept for units with the very same texts, of which real batches hold many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from qa.core.document import TranslationUnit
    from qa.core.finding import Problem
    from qa.core.segment import Segment

__all__ = ["Recall"]

_SIZE = 1 << 13
"""How many units are kept; when they are full, it starts anew."""


class Recall:
    """Problems of unit rules by all that such a rule may see of a unit, which is neither its name nor its place."""

    def __init__(self) -> None:
        self._seen: dict[Hashable, tuple[tuple[int, Problem], ...]] = {}

    def of(self, unit: TranslationUnit, scope: Hashable) -> Iterator[tuple[int, Problem]] | None:
        """The problems with the numbers of their rules; None if no such unit was kept.

        Args:
            unit: the unit that the problems are to be in.
            scope: all beside the unit that the problems depend on.
        """
        seen = self._seen.get((scope, *_visible(unit)))
        if seen is None:
            return None
        return ((number, msgspec.structs.replace(problem, unit=unit)) for number, problem in seen)

    def keep(self, unit: TranslationUnit, scope: Hashable, problems: Iterable[tuple[int, Problem]]) -> None:
        """Keep what was seen in ``unit``."""
        if len(self._seen) >= _SIZE:
            self._seen.clear()
        self._seen[(scope, *_visible(unit))] = tuple(problems)


def _visible(unit: TranslationUnit) -> tuple[Hashable, ...]:
    return (
        *_of_segment(unit.source),
        *_of_segment(unit.target),
        unit.state,
        unit.notes,
        unit.confidence,
        unit.translate,
    )


def _of_segment(segment: Segment) -> tuple[Hashable, ...]:
    return (
        segment.text, segment.language, segment.path, segment.codes, segment.paragraph, segment.role, segment.parts,
        segment.tail,
    )  # fmt: skip

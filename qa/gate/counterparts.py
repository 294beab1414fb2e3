"""Which unit of an earlier report a unit is: the same source text, at the same place or elsewhere."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from qa.core.report import Report, UnitText

__all__ = ["Place", "changed_since", "counterparts"]

Place = tuple[str, str, str]
"""Document, id and source text of a unit."""


def counterparts(places: Sequence[Place], earlier: Report) -> list[UnitText | None]:
    """The earlier unit of each place; None for a unit that is new.

    A unit is found by document, id and source text; units that are left over by their source text alone, in order,
    as after a sentence was inserted before them or the file was renamed, or by id where neither has a source text.
    """
    found: list[UnitText | None] = [None] * len(places)
    waiting = [(unit.document, unit.id, unit.source) for unit in earlier.units]
    units = dict(zip(waiting, earlier.units, strict=True))
    for key in (_place, _text):
        rows = [row for row, unit in enumerate(found) if unit is None]
        for row, place in _matched(rows, places, waiting, key):
            found[row] = units[place]
        taken = {(unit.document, unit.id) for unit in found if unit is not None}
        waiting = [place for place in waiting if place[:2] not in taken]
    return found


def changed_since(report: Report, earlier: Report) -> frozenset[tuple[str, str]]:
    """Document and id of each unit that ``earlier`` has not, or has with another target text."""
    places = [(unit.document, unit.id, unit.source) for unit in report.units]
    pairs = zip(report.units, counterparts(places, earlier), strict=True)
    return frozenset((unit.document, unit.id) for unit, old in pairs if old is None or old.target != unit.target)


def _matched(
    rows: Sequence[int], places: Sequence[Place], waiting: Sequence[Place], key: Callable[[Place], Hashable]
) -> Iterator[tuple[int, Place]]:
    """The rows that have a waiting place of the same key, each of which is taken once."""
    queues: dict[Hashable, deque[Place]] = defaultdict(deque)
    for place in waiting:
        queues[key(place)].append(place)
    for row in rows:
        queue = queues.get(key(places[row]))
        if queue:
            yield row, queue.popleft()


def _place(place: Place) -> Hashable:
    return place


def _text(place: Place) -> Hashable:
    _, identifier, source = place
    return ("", source) if source else (identifier, "")

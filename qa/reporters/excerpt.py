"""Cuts a text around its marks, so that it fits a line of a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.span import Span
from qa.reporters.marks import partition
from qa.reporters.visible import cells, harmless, is_even

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Run", "excerpt"]

_ELLIPSIS: Final = "…"
_INSERTION: Final = "‸"
"""Stands where a mark has no text."""
_SNAP: Final = 12
"""How many code points of a broken word are dropped at a cut, at most."""


class Run(msgspec.Struct, frozen=True):
    """A stretch of an excerpt as it is shown."""

    text: str
    marked: bool = False


def excerpt(text: str, spans: Sequence[Span], width: int, focus: float = 0.0) -> Iterator[Run]:
    """The runs of ``text`` that fit into ``width`` columns, with ``…`` where something is left out.

    The first mark is shown, the others as far as they fit beside it. Without marks the cut keeps ``focus``, a place
    between 0 (the start of the text) and 1 (its end).
    """
    window = _window(text, sorted(spans) or [_point(text, focus)], width)
    if window.start > 0:
        yield Run(_ELLIPSIS)
    for piece, covers in partition(text, spans):
        start, end = max(piece.start, window.start), min(piece.end, window.end)
        if start < end or (start == end and not piece):
            yield Run(harmless(text[start:end], marked=covers > 0) or _INSERTION, marked=covers > 0)
    if window.end < len(text):
        yield Run(_ELLIPSIS)


def _point(text: str, focus: float) -> Span:
    at = round(focus * len(text))
    return Span(at, at)


def _window(text: str, marks: Sequence[Span], width: int) -> Span:
    """The part of ``text`` to show: all of it, or the marks with context on both sides, two fifths of it before."""
    walk = _walk_evenly if is_even(text) else _walk
    room = width - sum(not mark for mark in marks)
    if walk(text, 0, len(text), room)[0] == len(text):
        return Span(0, len(text))
    room -= 2 * len(_ELLIPSIS)
    first, last = marks[0], max(mark.end for mark in marks)
    end, left = walk(text, first.start, last, room)
    if end < last:
        end, left = walk(text, first.start, first.end, room)
    start, unused = walk(text, first.start, 0, left * 2 // 5)
    end, left = walk(text, end, len(text), left - left * 2 // 5 + unused)
    start, _ = walk(text, start, 0, left)
    return _snapped(text, Span(start, end), first)


def _walk(text: str, position: int, limit: int, room: int) -> tuple[int, int]:
    """How far from ``position`` towards ``limit`` the columns of ``room`` reach, and how many are left."""
    step = 1 if limit > position else -1
    while position != limit:
        needed = cells(text[position if step > 0 else position - 1])
        if needed > room:
            break
        room -= needed
        position += step
    return position, room


def _walk_evenly(_text: str, position: int, limit: int, room: int) -> tuple[int, int]:
    """As `_walk`, in a text of which each code point takes one column."""
    steps = min(abs(limit - position), max(room, 0))
    return (position + steps if limit > position else position - steps), room - steps


def _snapped(text: str, window: Span, mark: Span) -> Span:
    """``window`` without the words that its edges break, unless they are long or marked."""
    start, end = window.start, window.end
    if start > 0 and text[start - 1] != " ":
        blank = text.find(" ", start, min(start + _SNAP, mark.start))
        start = blank + 1 if blank >= 0 else start
        while start < mark.start and unicodedata.combining(text[start]):
            start += 1
    if end < len(text) and text[end] != " ":
        blank = text.rfind(" ", max(end - _SNAP, mark.end), end)
        end = blank if blank >= 0 else end
    return Span(start, end)

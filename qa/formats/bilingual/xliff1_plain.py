"""The units of an XLIFF 1.2 file that hold nothing but text: read by one pattern, since most units are so.

What the pattern does not match, such as a unit with inline codes, character references or segments, is read as a tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.core.lazy import Memo
from qa.formats.bilingual.xliff1_segments import stated
from qa.formats.content import PlainContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.formats.markup.stretches import Stretch

__all__ = ["PLAIN_UNIT", "PlainUnit", "plain_units"]

_ATTRIBUTES = r'((?:\s+[\w:.-]+="[^"<&\s]*(?:[ ][^"<&\s]*)*")*+)\s*+'
_TEXT = r"([^<&\r]*+)"
PLAIN_UNIT = re.compile(
    rf'\s*+<trans-unit(?:\s+id="([^"<&\s]++)"(?=[\s>]))?{_ATTRIBUTES}>\s*+'
    rf"<source{_ATTRIBUTES}>{_TEXT}</source\s*+>\s*+"
    rf"<target{_ATTRIBUTES}>{_TEXT}</target\s*+>\s*+"
    rf"((?:<note{_ATTRIBUTES}>[^<&\r]*+</note\s*+>\s*+)*+)</trans-unit\s*+>"
)
"""White space and a ``<trans-unit>`` of plain text; its groups are those that `plain_units` takes apart."""
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_NOTE = re.compile(r">([^<]*)</note")


class PlainUnit(NamedTuple):
    """A ``<trans-unit>`` of plain text."""

    id: str
    source: PlainContent
    target: PlainContent
    state: str
    translate: str
    """The attribute; empty where there is none."""
    notes: tuple[str, ...]


class _Told(NamedTuple):
    """What the attributes of a unit and its target say."""

    id: str
    state: str
    translate: str


def plain_units(stretch: Stretch) -> Iterator[PlainUnit]:
    """The units of what `PLAIN_UNIT` has matched."""
    content = _Contents(stretch).next
    for match in stretch.matches:
        name, own, _, source, its, target, notes, _ = match.groups()
        told = _TOLD[own, its]
        yield PlainUnit(
            name or told.id,
            content(match.start(4), source),
            content(match.start(6), target),
            told.state,
            told.translate,
            tuple(_NOTE.findall(notes)) if notes else (),
        )


class _Contents:
    """Turns offsets in the text of a stretch into places of the file, one after the other."""

    def __init__(self, stretch: Stretch) -> None:
        self._text, self._at = stretch.text, stretch.start
        self._shift = stretch.place.offset - self._at
        self._line = stretch.place.line
        self._line_end = self._at - stretch.place.column
        """The offset just before the line."""

    def next(self, at: int, text: str) -> PlainContent:
        """What says ``text`` at offset ``at``, which is behind that of the last call."""
        newlines = self._text.count("\n", self._at, at)
        if newlines:
            self._line += newlines
            self._line_end = self._text.rfind("\n", self._at, at)
        self._at = at
        return PlainContent(text, at + self._shift, self._line, at - self._line_end)


def _told(attributes: tuple[str, str]) -> _Told:
    own, its = (dict(_ATTRIBUTE.findall(written)) for written in attributes)
    return _Told(own.get("id", ""), stated(own, its), own.get("translate", ""))


_TOLD = Memo(_told, 1 << 10)

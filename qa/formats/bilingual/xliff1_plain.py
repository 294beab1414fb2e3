"""The units of an XLIFF 1.2 file that hold nothing but text: read by one pattern, since most units are so.

What the pattern does not match, such as a unit with inline codes, character references or segments, is read as a tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.formats.content import Content, Gap, Run
from qa.formats.markup.stream import place_behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.formats.content import Place

__all__ = ["PlainUnit", "plain_unit"]

_ATTRIBUTES = r'((?:\s+[\w:.-]+="[^"<&\s]*(?:[ ][^"<&\s]*)*")*+)\s*+'
_UNIT = re.compile(
    rf"<trans-unit{_ATTRIBUTES}>\s*+"
    rf"<source{_ATTRIBUTES}>([^<&\r]*+)</source\s*+>\s*+"
    rf"<target{_ATTRIBUTES}>([^<&\r]*+)</target\s*+>\s*+"
    rf"((?:<note{_ATTRIBUTES}>[^<&\r]*+</note\s*+>\s*+)*+)</trans-unit\s*+>"
)
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_NOTE = re.compile(r">([^<]*)</note")


class PlainUnit(NamedTuple):
    """A ``<trans-unit>`` of plain text."""

    attributes: Mapping[str, str]
    target_attributes: Mapping[str, str]
    source: Content
    target: Content
    notes: tuple[str, ...]


def plain_unit(text: str, place: Place) -> PlainUnit | None:
    """The unit that stands as ``text`` at ``place``; None for one that the pattern does not match."""
    match = _UNIT.fullmatch(text)
    if match is None:
        return None
    before_source = place_behind(place, text[: match.start(3)])
    before_target = place_behind(before_source, text[match.start(3) : match.start(5)])
    return PlainUnit(
        dict(_ATTRIBUTE.findall(match[1])),
        dict(_ATTRIBUTE.findall(match[4])) if match[4] else {},
        _content(match[3], before_source),
        _content(match[5], before_target),
        tuple(_NOTE.findall(match[6])) if match[6] else (),
    )


def _content(text: str, place: Place) -> Content:
    runs = (Run(text, place, place.offset + len(text)),) if text else ()
    return Content(runs, Gap(place, place.offset))

"""The text of one segment as it stands in its file: runs of text and inline codes, each with its place.

Readers make a `Content`; a `Segment` is read off it, and a changed target is written back through it, so that both
ways rest on the same places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.segment import Anchor, InlineCode, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.segment import CodeKind, Role

__all__ = ["NOWHERE", "Content", "Gap", "Mark", "Place", "PlainContent", "Run", "advance"]


class Place(NamedTuple):
    """A point in a decoded file."""

    offset: int
    """0-based, in code points."""
    line: int
    """1-based."""
    column: int
    """1-based, in code points."""


NOWHERE = Place(0, 1, 1)


class Run(NamedTuple):
    """Text that stands in the file from ``place`` to ``end``.

    Either the file has the very same code points there, or (an escape, a character reference, folded white space)
    the text is one code point that cannot be divided.
    """

    text: str
    place: Place
    end: int
    form: str = ""
    """How the format writes text here, such as ``cdata``; empty for its usual way."""

    @property
    def in_step(self) -> bool:
        """Whether the file has as many code points here as the text."""
        return self.end - self.place.offset == len(self.text)

    @property
    def behind(self) -> Place:
        """The place of ``end``."""
        if self.in_step:
            return advance(self.place, self.text)
        if self.text == "\n":
            return Place(self.end, self.place.line + 1, 1)
        return Place(self.end, self.place.line, self.place.column + self.end - self.place.offset)


class Mark(NamedTuple):
    """Markup between runs, from ``start`` to ``end``; a mark without a ``kind`` is transparent: no inline code."""

    start: int
    end: int
    kind: CodeKind | None = None
    id: str = ""
    data: str = ""


class Gap(NamedTuple):
    """Where new text goes in a content that has none: it replaces the file up to ``end``."""

    place: Place
    end: int
    opening: str = ""
    closing: str = ""
    """What must stand before and behind the text, such as the tags of a missing element."""
    inner_opening: str = ""
    inner_closing: str = ""
    """The same for each of several texts that share ``opening`` and ``closing``."""
    form: str = ""
    """As in `Run`."""


class Content(msgspec.Struct, frozen=True):
    """Runs and marks in the order of the file."""

    parts: tuple[Run | Mark, ...] = ()
    gap: Gap | None = None
    """None where the content cannot be written back."""
    whole: bool = False
    """Whether changed text replaces all that stands in the gap, not only what differs."""

    @property
    def text(self) -> str:
        """What the runs say."""
        return "".join(part.text for part in self.parts if isinstance(part, Run))

    def segment(self, language: str, path: str, *, paragraph: int = 0, role: Role = "body") -> Segment:
        """The segment that stands here in ``path``."""
        text, anchors, codes = self._pieces()
        if not anchors and self.gap:
            anchors = (Anchor(0, *self.gap.place),)
        return Segment(language, text, path, anchors, codes, paragraph, role)

    def _pieces(self) -> tuple[str, tuple[Anchor, ...], tuple[InlineCode, ...]]:
        if len(self.parts) == 1 and isinstance(only := self.parts[0], Run) and only.in_step:
            return only.text, (Anchor(0, *only.place),), ()
        texts: list[str] = []
        anchors: list[Anchor] = []
        codes: list[InlineCode] = []
        length = 0
        last: Run | None = None
        for part in self.parts:
            if isinstance(part, Run):
                anchors += _seam(length, last, part)
                texts.append(part.text)
                length += len(part.text)
                last = part
            elif part.kind is not None:
                codes.append(InlineCode(part.id or str(len(codes) + 1), part.kind, length, part.data))
        if last is not None and not last.in_step:
            anchors.append(Anchor(length, *last.behind))
        return "".join(texts), tuple(anchors), tuple(codes)


class PlainContent(msgspec.Struct, frozen=True, gc=False):
    """The content of one run of text, in step with the file: as `Content`, at a fraction of its cost."""

    text: str
    offset: int
    """This and the two below as in `Place`."""
    line: int
    column: int

    @property
    def parts(self) -> tuple[Run, ...]:
        """The run; none without text."""
        place = Place(self.offset, self.line, self.column)
        return (Run(self.text, place, self.offset + len(self.text)),) if self.text else ()

    @property
    def gap(self) -> Gap:
        """Where text goes if there is none."""
        return Gap(Place(self.offset, self.line, self.column), self.offset)

    @property
    def whole(self) -> bool:
        """Changed text replaces only what differs."""
        return False

    def segment(self, language: str, path: str) -> Segment:
        """The segment that stands here in ``path``."""
        return Segment(language, self.text, path, (Anchor(0, self.offset, self.line, self.column),))


def _seam(offset: int, last: Run | None, following: Run) -> Iterator[Anchor]:
    """The anchors at text offset ``offset``, where one run ends and the next starts; none if they are in step."""
    if last is None or last.behind != following.place or not last.in_step:
        if last is not None and last.end != following.place.offset:
            yield Anchor(offset, *last.behind)
        yield Anchor(offset, *following.place)


def advance(place: Place, text: str) -> Place:
    r"""Where a file stands after ``text``, by the reckoning of ``Segment.position``: only ``\n`` ends a line."""
    newlines = text.count("\n")
    column = len(text) - text.rfind("\n") if newlines else place.column + len(text)
    return Place(place.offset + len(text), place.line + newlines, column)

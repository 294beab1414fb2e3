"""What a stream of XML is made of: elements with all that is in them, and the tags around those."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.formats.content import Place, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["START", "Closed", "Element", "Opened", "local"]

START = Place(0, 1, 1)
"""Of every file."""


class Opened(NamedTuple):
    """The start tag of an element that is not kept as a tree."""

    name: str
    """Without its prefix."""
    attributes: dict[str, str]
    """By name as written, prefixes and all."""
    line: int


class Closed(NamedTuple):
    """The end tag of an element that is not kept as a tree."""

    name: str


class Element:
    """An element with all that is in it. Names are as written; ``name`` is without its prefix."""

    __slots__ = (
        "attributes",
        "before",
        "children",
        "empty",
        "end",
        "inner",
        "inner_end",
        "line",
        "name",
        "start",
        "tag",
    )

    def __init__(self, tag: str, name: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.name = name
        self.attributes = attributes
        self.line = line
        self.children: list[Element | Run] = []
        self.empty = False
        """Whether one tag is all there is: ``<x/>``."""
        self.before = ""
        """The white space before the start tag, in an element of structure."""
        self.start = 0
        """The offset of the start tag; not known of elements of structure."""
        self.inner = START
        """Just behind the start tag; not known of elements of structure."""
        self.inner_end = START
        """Just before the end tag; ``inner`` where there is none."""
        self.end = 0
        """The offset just behind the end tag."""

    def get(self, name: str) -> str:
        """The attribute called ``name``, or nothing."""
        return self.attributes.get(name, "")

    def foreign(self, name: str) -> str:
        """The attribute ``name`` of another vocabulary, whatever its prefix, or nothing."""
        return next((value for key, value in self.attributes.items() if key.endswith(f":{name}")), "")

    def elements(self, *names: str) -> Iterator[Element]:
        """The children that are elements, of these names if any are given."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def first(self, name: str) -> Element | None:
        """The first child called ``name``."""
        return next(self.elements(name), None)

    def descendants(self, *names: str) -> Iterator[Element]:
        """The elements below, of these names, in the order of the file."""
        for child in self.elements():
            if child.name in names:
                yield child
            yield from child.descendants(*names)

    def text(self) -> str:
        """All text below."""
        return "".join(child.text if isinstance(child, Run) else child.text() for child in self.children)


def local(tag: str) -> str:
    """A name without its prefix."""
    return tag.rpartition(":")[2]

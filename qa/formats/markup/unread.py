"""Elements of an XML stream that are handed on unread: most of a large file is so simple that no tree is needed.

The parser has seen them, so that they are well-formed; who gets one looks at its text, or asks for the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.formats.decoding import text_chunks
from qa.formats.markup.element import Closed, Element, Opened
from qa.formats.markup.stream import Reader, events

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.formats.content import Place
    from qa.formats.decoding import TextFile

__all__ = ["Unread", "read_unread"]


class Unread(NamedTuple):
    """An element as it stands in the file, tags and all."""

    text: str
    place: Place
    reader: _UnreadReader

    def element(self) -> Element:
        """Its tree."""
        return self.reader.element(self.text, self.place)


def read_unread(
    file: TextFile, keep: Collection[str], structure: Collection[str] = ()
) -> Iterator[Opened | Closed | Element | Unread]:
    """As ``read_elements``, with the elements named in ``keep`` unread.

    They come as trees in files with a document type, which may say more of elements than stands in them.
    """
    reader = _UnreadReader(file.name, frozenset(keep), frozenset(structure))
    yield from events(reader, text_chunks(file))


class _UnreadReader(Reader):
    """Notes where the kept elements begin and end, and no more."""

    def __init__(self, path: str, keep: frozenset[str], structure: frozenset[str]) -> None:
        super().__init__(path, keep, structure)
        self._inside = 0
        self._began = -1
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._finish

    def element(self, text: str, place: Place) -> Element:
        """The tree of an element that stands at ``place``."""
        reader = Reader(self._path, self._keep, self._structure, place)
        return next(found for found in events(reader, (text,)) if isinstance(found, Element))

    def _doctype(self, *_: object) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        if self._inside:
            self._inside += 1
        elif tag.rpartition(":")[2] in self._keep:
            self._inside = 1
            self._began = self._parser.CurrentByteIndex
        else:
            self._start(tag, attributes)

    def _finish(self, tag: str) -> None:
        if not self._inside:
            self._end(tag)
            return
        self._inside -= 1
        if not self._inside:
            cursor = self._cursor
            start, at = cursor.index(self._began), cursor.index(self._parser.CurrentByteIndex)
            end = cursor.buffer.index(b">", at) + 1  # of an element without content, both are its only tag
            place = cursor.go(start)
            self._found.append(Unread(cursor.buffer[start:end].decode("utf-8"), place, self))
            self._began = -1

    def _done(self, consumed: int) -> int:
        return consumed if self._began < 0 else min(consumed, self._began)

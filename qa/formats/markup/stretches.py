"""Stretches of an XML stream in which the same simple element stands again and again, as in most large files.

The parser only sees to it that they are well-formed; what stands in them is read by one pattern, and no tree is built.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.formats.decoding import text_chunks
from qa.formats.markup.element import local
from qa.formats.markup.stream import Reader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.formats.content import Place
    from qa.formats.decoding import TextFile
    from qa.formats.markup.element import Closed, Element, Opened

__all__ = ["Simple", "Stretch", "read_stretches"]

_CHUNK = 1 << 16
"""Bytes that are decoded at once."""
_LONE_RETURN = re.compile(r"\r(?!\n|\Z)")


class Simple(NamedTuple):
    """An element that can be read by a pattern."""

    name: str
    """Of the element, which is one of those that are kept."""
    pattern: re.Pattern[str]
    """Matches white space and one whole element, if that holds no markup but elements, and no references."""


class Stretch(NamedTuple):
    """Simple elements that stand one behind the other."""

    matches: Sequence[re.Match[str]]
    """At least one; each begins where the one before it ends."""
    place: Place
    """Where the first one begins in the file."""

    @property
    def text(self) -> str:
        """What the matches are of."""
        return self.matches[0].string

    @property
    def start(self) -> int:
        """Where the first one begins in ``text``."""
        return self.matches[0].start()


def read_stretches(
    file: TextFile, keep: Collection[str], structure: Collection[str], simple: Simple
) -> Iterator[Opened | Closed | Element | Stretch]:
    """As ``read_elements``, with stretches in place of simple elements behind another element of their name.

    All are trees in files with a document type, which may say more of elements than stands in them, and in parts of
    a file whose lines end with returns alone.
    """
    reader = _StretchReader(file.name, frozenset(keep), frozenset(structure), simple)
    for text in text_chunks(file, _CHUNK):
        yield from reader.read(text)
    reader.finish()
    yield from reader.take()


class _StretchReader(Reader):
    """Hands stretches to the parser as wholes, without listening to what it finds there."""

    def __init__(self, path: str, keep: frozenset[str], structure: frozenset[str], simple: Simple) -> None:
        super().__init__(path, keep, structure)
        self._simple = simple
        self._end_tag = re.compile(rf"</(?:\w+:)?{simple.name}\s*>")
        self._rest = ""
        self._behind = False
        """Whether the last tag was the end of an element of the name."""
        self._declared = False
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, text: str) -> Iterator[Opened | Closed | Element | Stretch]:
        """What is found in the next piece of the file, of which the beginning of a simple element may be put off."""
        text, at = self._rest + text, 0
        regular = "\r" not in text or not _LONE_RETURN.search(text)
        while end := self._end_tag.search(text, at):
            place = self._cursor.place
            matches = self._matches(text, at) if regular and self._is_between() else ()
            if matches:
                self._pass_over(text[at : matches[-1].end()])
                yield Stretch(matches, place)
                at = matches[-1].end()
            else:
                self.feed(text[at : end.end()])
                yield from self.take()
                at = end.end()
        self._rest = text[at:]
        if len(self._rest) > _CHUNK or not self._is_between():
            self._feed_rest()
            yield from self.take()

    def finish(self) -> None:
        """Parse what is left."""
        self._feed_rest()
        super().finish()

    def _feed_rest(self) -> None:
        rest, self._rest = self._rest, ""
        self.feed(rest)

    def _is_between(self) -> bool:
        """Whether the parser has read all that it was given, and another element of the name may come next."""
        return self._behind and not self._declared and not self._waiting and not self._unfinished

    def _matches(self, text: str, at: int) -> Sequence[re.Match[str]]:
        matches: list[re.Match[str]] = []
        match = self._simple.pattern.match
        while found := match(text, at):
            matches.append(found)
            at = found.end()
        return matches

    def _pass_over(self, text: str) -> None:
        """Parse elements whose tags nobody needs to hear of."""
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        self.feed(text)
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end

    def _doctype(self, *_: object) -> None:
        self._declared = True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._behind = False
        super()._start(tag, attributes)

    def _end(self, tag: str) -> None:
        super()._end(tag)
        self._behind = not self._stack and local(tag) == self._simple.name

    def _start_cdata(self) -> None:
        self._behind = False
        super()._start_cdata()

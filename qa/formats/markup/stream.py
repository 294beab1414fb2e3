"""XML as a stream of small trees, every tag and text with its exact place in the decoded file.

The parser is expat, which never loads anything from outside. Any entity declaration is refused: translation files
need none, and entities are how XML files attack their readers (billion laughs, external entities).
"""

from __future__ import annotations

import re
from pyexpat import ErrorString, ExpatError, ParserCreate
from typing import TYPE_CHECKING, Any

from qa.core.errors import FormatError
from qa.formats.content import Place, Run
from qa.formats.decoding import count_lines, text_chunks
from qa.formats.markup.element import START, Closed, Element, Opened, local

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qa.formats.decoding import TextFile

__all__ = ["Reader", "declared_xml_encoding", "events", "parse_elements", "place_behind", "read_elements"]

_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_INDENTATION = 200
"""How much white space before a tag is looked at."""
_AMPERSAND = ord("&")
_CUT_OFF = (3, 5, 13, 20)
"""Expat's numbers: no element found, unclosed token, asynchronous entity, unclosed CDATA section."""


def declared_xml_encoding(head: bytes) -> str | None:
    """What the XML declaration says, or shows by its own bytes where it is in UTF-16 without a byte order mark."""
    if head.startswith(b"<\0?\0"):
        return "utf-16-le"
    if head.startswith(b"\0<\0?"):
        return "utf-16-be"
    match = _DECLARATION.match(head)
    name = match[1].decode("ascii") if match else None
    # A declaration that can be read byte by byte is in no encoding of wide characters, whatever it says.
    return None if name and name.lower().startswith(("utf-16", "utf-32", "ucs-")) else name


def read_elements(
    file: TextFile, keep: Collection[str], structure: Collection[str] = ()
) -> Iterator[Opened | Closed | Element]:
    """The elements named in ``keep`` as trees, and the tags of all that is around them, in the order of the file.

    Memory does not grow with the file, only with the largest kept element.

    Args:
        file: an XML file.
        keep: names without prefixes.
        structure: elements in which only white space can stand between the tags; it is left out.

    Raises:
        FormatError: XML that is not well-formed, or declares or uses entities of its own.
        EncodingError: bytes that are not text in the file's encoding.
    """
    return parse_elements(text_chunks(file), file.name, keep, structure)


def parse_elements(
    chunks: Iterable[str], path: str, keep: Collection[str], structure: Collection[str] = ()
) -> Iterator[Opened | Closed | Element]:
    """The same of a text that comes in pieces; ``path`` is for messages."""
    yield from events(Reader(path, frozenset(keep), frozenset(structure)), chunks)


def events(reader: Reader, chunks: Iterable[str]) -> Iterator[Any]:
    """What ``reader`` finds in a text that comes in pieces; each kind of reader has its own kinds of finds."""
    for text in chunks:
        reader.feed(text)
        yield from reader.take()
    reader.finish()
    yield from reader.take()


class _Cursor:
    """Turns ascending byte indexes of the UTF-8 that the parser is fed into places."""

    def __init__(self, start: Place) -> None:
        self.buffer = bytearray()
        self._base = 0
        self._at = 0
        self.place = start
        """Of the byte that was gone to last."""

    def feed(self, data: bytes) -> None:
        del self.buffer[: self._at]
        self.buffer += data
        self._base += self._at
        self._at = 0

    def index(self, byte: int) -> int:
        """Where the parser's byte index is in the buffer."""
        return byte - self._base

    def go(self, at: int) -> Place:
        """The place of buffer index ``at``, which is never before that of the last call."""
        if at > self._at:
            self.place = place_behind(self.place, self.buffer[self._at : at].decode("utf-8"))
            self._at = at
        return self.place


class Reader:
    """The handlers of the parser; ``start`` is where in its file the text begins."""

    def __init__(self, path: str, keep: frozenset[str], structure: frozenset[str], start: Place = START) -> None:
        self._path = path
        self._keep = keep
        self._structure = structure
        self._textual = 0
        self._cursor = _Cursor(start)
        self._lines_before = start.line - 1
        self._stack: list[Element] = []
        self._found: list[Any] = []
        self._form = ""
        self._waiting: list[bytes] = []
        self._waiting_length = 0
        self._unfinished = 0
        self._fed = 0
        self._parser = parser = ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def feed(self, text: str) -> None:
        """Parse on; a token that is not yet whole is not tried again before the text behind it has doubled."""
        data = text.encode("utf-8")
        self._waiting.append(data)
        self._waiting_length += len(data)
        if self._waiting_length >= self._unfinished:
            self._parse(final=False)

    def finish(self) -> None:
        """Parse what is left."""
        self._parse(final=True)

    def take(self) -> Iterator[Any]:
        """What has been found since the last time."""
        found, self._found = self._found, []
        yield from found

    def _parse(self, *, final: bool) -> None:
        data = b"".join(self._waiting)
        self._waiting, self._waiting_length = [], 0
        self._fed += len(data)
        self._cursor.feed(data)
        try:
            self._parser.Parse(data, final)
        except ExpatError as error:
            raise self._malformed(error) from None
        # Newer parsers put an unfinished token off by themselves, and then stand at -1 or behind.
        consumed = max(self._parser.CurrentByteIndex, 0)
        self._unfinished = self._fed - consumed
        self._cursor.go(self._cursor.index(self._done(consumed)))

    def _done(self, consumed: int) -> int:
        """The byte before which nothing will be looked at again, of those that the parser has consumed."""
        return consumed

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name, stack = local(tag), self._stack
        if not stack and name not in self._keep:
            self._found.append(Opened(name, attributes, self._parser.CurrentLineNumber))
            return
        element = Element(tag, name, attributes, self._parser.CurrentLineNumber + self._lines_before)
        at = self._cursor.index(self._parser.CurrentByteIndex)
        if stack:
            stack[-1].children.append(element)
            if not self._textual:
                head = self._cursor.buffer[max(at - _INDENTATION, 0) : at]
                element.before = head[len(head.rstrip()) :].decode("ascii")
        stack.append(element)
        match = _TAG.match(self._cursor.buffer, at)
        raw = match[0] if match else b""
        element.empty = raw.endswith(b"/>")
        if self._textual or name not in self._structure:
            self._textual += 1
            self._parser.CharacterDataHandler = self._text
            element.inner = element.inner_end = self._cursor.go(at + len(raw))
            element.start = element.inner.offset - _length(raw)
            element.end = element.inner.offset

    def _end(self, tag: str) -> None:
        if not self._stack:
            self._found.append(Closed(local(tag)))
            return
        element = self._stack.pop()
        if not element.empty:
            cursor = self._cursor
            at = cursor.index(self._parser.CurrentByteIndex)
            raw = cursor.buffer[at : cursor.buffer.index(b">", at) + 1]
            element.inner_end = cursor.go(at)
            element.end = element.inner_end.offset + _length(raw)
        if self._textual:
            self._textual -= 1
            if not self._textual:
                self._parser.CharacterDataHandler = None
        if not self._stack:
            self._found.append(element)

    def _text(self, text: str) -> None:
        cursor = self._cursor
        at = cursor.index(self._parser.CurrentByteIndex)
        place = cursor.go(at)
        end = place.offset + len(text)
        if text == "\n" and cursor.buffer[at : at + 2] == b"\r\n":
            end += 1
        elif len(text) == 1 and cursor.buffer[at] == _AMPERSAND and not self._form:
            end = place.offset + cursor.buffer.index(b";", at) + 1 - at
        self._stack[-1].children.append(Run(text, place, end, self._form))

    def _start_cdata(self) -> None:
        self._form = "cdata"

    def _end_cdata(self) -> None:
        self._form = ""

    def _entity(self, name: str, *_: object) -> None:
        message = (
            f"declares the entity {name!r}; entity declarations are refused, so remove the DOCTYPE that holds them"
        )
        raise FormatError(message, path=self._path, line=self._parser.CurrentLineNumber)

    def _skipped(self, name: str, _is_parameter: object) -> None:
        message = f"uses the entity &{name};, which is declared outside; write the character itself"
        raise FormatError(message, path=self._path, line=self._parser.CurrentLineNumber)

    def _malformed(self, error: ExpatError) -> FormatError:
        reason = ErrorString(error.code)
        if error.code in _CUT_OFF and not self._fed:
            message = "is empty, and so no XML document; take a file with content"
        elif error.code in _CUT_OFF:
            message = f"ends too early ({reason}); the file is cut off"
        else:
            message = f"is not well-formed XML in column {error.offset + 1}: {reason}"
        return FormatError(message, path=self._path, line=error.lineno)


def place_behind(place: Place, text: str) -> Place:
    """Where a file stands after ``text``, which stands at ``place``; returns end lines too."""
    offset, line, column = place
    if "\n" in text or "\r" in text:
        line += count_lines(text)
        column = len(text) - max(text.rfind("\n"), text.rfind("\r"))
    else:
        column += len(text)
    return Place(offset + len(text), line, column)


def _length(raw: bytes | bytearray) -> int:
    """In code points."""
    return len(raw) if raw.isascii() else len(raw.decode("utf-8"))

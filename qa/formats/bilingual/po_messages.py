"""The messages of a PO file, each string with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.errors import FormatError
from qa.formats.content import Content, Gap, Place, Run
from qa.formats.lines import read_lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.formats.decoding import TextFile
    from qa.formats.lines import Line

__all__ = ["ESCAPES", "Message", "read_messages"]

_KEYWORD = re.compile(r"\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s*(?=\")")
_STRING = re.compile(r'\s*"((?:[^"\\]|\\.)*+)"\s*$')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))")
ESCAPES = dict(zip("ntrabfv\\\"'?", "\n\t\r\a\b\f\v\\\"'?", strict=True))
"""Characters by the letter that stands for them behind a backslash."""


class Message:
    """One message; only a complete one leaves the reader."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.comments: list[str] = []
        self.flags: set[str] = set()
        self.context: Content | None = None
        self.identifier = Content()
        self.plural: Content | None = None
        self.translations: dict[int, Content] = {}

    def put(self, keyword: str, form: str | None, content: Content) -> None:
        """Take the string of ``keyword``."""
        if keyword == "msgctxt":
            self.context = content
        elif keyword == "msgid":
            self.identifier = content
        elif keyword == "msgid_plural":
            self.plural = content
        else:
            self.translations[int(form or 0)] = content


def read_messages(file: TextFile) -> Iterator[Message]:
    """The messages of ``file`` in order, the header among them, obsolete ones left out.

    Raises:
        FormatError: a line that is no part of a message, or a message without ``msgstr``.
    """
    reader = _Reader(file.name)
    for line in read_lines_of(file):
        done = reader.take(line)
        if done:
            yield done
    last = reader.finish()
    if last:
        yield last


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self._message = Message(1)
        self._keyword = ""
        self._form: str | None = None
        self._runs: list[Run] = []
        self._gap: Gap | None = None
        self._line = 0

    def take(self, line: Line) -> Message | None:
        """Read one line; the message that it ends, if any."""
        text = line.text.strip()
        self._line = line.number
        if not text or text.startswith("#"):
            done = self.finish() if self._message.translations or self._keyword.startswith("msgstr") else None
            self._comment(text)
            return done
        keyword = _KEYWORD.match(line.text)
        done = None
        if keyword:
            starts = keyword[1] == "msgctxt" or (keyword[1] == "msgid" and self._keyword != "msgctxt")
            if starts and self._keyword:
                done = self.finish()
            self._close()
            self._keyword, self._form = keyword[1].partition("[")[0], keyword[2]
            self._message.line = self._message.line or line.number
        self._string(line, keyword.end() if keyword else 0)
        return done

    def finish(self) -> Message | None:
        """The message that has been read, if any."""
        self._close()
        message, self._message = self._message, Message(0)
        keyword, self._keyword = self._keyword, ""
        if not keyword:
            return None
        if not message.translations:
            text = f"the message {message.identifier.text[:40]!r} has no msgstr; the file is damaged or cut off"
            raise FormatError(text, path=self._path, line=self._line)
        return message

    def _close(self) -> None:
        if self._keyword:
            self._message.put(self._keyword, self._form, Content(tuple(self._runs), self._gap))
        self._runs, self._gap = [], None

    def _comment(self, text: str) -> None:
        if text.startswith("#,"):
            self._message.flags |= {flag.strip() for flag in text[2:].split(",")}
        elif text[1:2] not in {":", "|", "~"} and text.lstrip("#.").strip():
            self._message.comments.append(text.lstrip("#.").strip())

    def _string(self, line: Line, at: int) -> None:
        match = _STRING.match(line.text, at)
        if not match or not self._keyword:
            message = f"{line.text.strip()[:40]!r} is no line of a PO file; a string needs its keyword and quotes"
            raise FormatError(message, path=self._path, line=line.number)
        start, raw = match.start(1), match[1]
        place = Place(line.offset + start, line.number, start + 1)
        # The gap of a string over several lines is its last: empty first lines stay.
        self._gap = Gap(place, place.offset + len(raw))
        self._runs += self._pieces(raw, place)

    def _pieces(self, raw: str, place: Place) -> Iterator[Run]:
        at = 0
        for escape in _ESCAPE.finditer(raw):
            if escape.start() > at:
                yield _run(raw[at : escape.start()], at, escape.start(), place)
            yield _run(self._character(escape), escape.start(), escape.end(), place)
            at = escape.end()
        if at < len(raw):
            yield _run(raw[at:], at, len(raw), place)

    def _character(self, escape: re.Match[str]) -> str:
        octal, hexadecimal, letter = escape.groups()
        if letter is None:
            return chr(int(octal, 8) if octal else int(hexadecimal, 16))
        if letter not in ESCAPES:
            message = f"the escape {escape[0]!r} has no meaning in a PO file; write \\\\ for a backslash"
            raise FormatError(message, path=self._path, line=self._line)
        return ESCAPES[letter]


def _run(text: str, start: int, end: int, place: Place) -> Run:
    return Run(text, Place(place.offset + start, place.line, place.column + start), place.offset + end)

"""The inline markup of Markdown: what is text, and what is code."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.formats.monolingual.assembly import Assembly

__all__ = ["read_inline"]

_TOKEN = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<break>\\(?=\n))
  | (?P<code>(?P<ticks>`++).*?(?<!`)(?P=ticks)(?!`))
  | (?P<reference>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<note>\[\^[^\]\s]+\])
  | (?P<open>!?\[)
  | (?P<close>\](?:\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|\[[^\[\]\n]*+\])?)
  | (?P<link><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*+>)
  | (?P<comment><!--.*?-->)
  | (?P<tag></?[A-Za-z][^<>]*+>)
  | (?P<emphasis>\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~)
    """,
    re.VERBOSE | re.DOTALL,
)
Kind = Literal["ph", "sc", "ec", "character", "text"]


class _Token(NamedTuple):
    kind: Kind
    start: int
    end: int
    pair: int = 0
    """The number of the pair that the code belongs to."""


def read_inline(text: str, pieces: Sequence[tuple[int, int]], assembly: Assembly) -> None:
    """Give ``assembly`` the text and the codes of one paragraph.

    Args:
        text: the whole file.
        pieces: the stretches of lines that make the paragraph, by offsets in ``text``.
        assembly: takes them.
    """
    joined = "\n".join(text[start:end] for start, end in pieces)
    starts = [0]
    for start, end in pieces:
        starts.append(starts[-1] + end - start + 1)
    writer = _Writer(joined, starts, pieces, assembly)
    for token in _tokens(joined):
        writer.take(token)


class _Writer:
    """Turns offsets in a paragraph into offsets in the file."""

    def __init__(
        self, joined: str, starts: Sequence[int], pieces: Sequence[tuple[int, int]], assembly: Assembly
    ) -> None:
        self._joined = joined
        self._starts = starts
        self._pieces = pieces
        self._assembly = assembly

    def take(self, token: _Token) -> None:
        """Write one token."""
        start, end = self._file(token.start), self._file(token.end, end=True)
        if token.kind == "text":
            self._text(token.start, token.end)
        elif token.kind == "character":
            self._assembly.character(_character(self._joined[token.start : token.end]), start, end)
        else:
            data = self._joined[token.start : token.end]
            self._assembly.code(token.kind, start, end, str(token.pair) if token.pair else "", data)

    def _text(self, start: int, end: int) -> None:
        """Text, in which the end of a line reads as a space."""
        while start < end:
            newline = self._joined.find("\n", start, end)
            stop = newline if newline >= 0 else end
            if stop > start:
                self._assembly.folded(self._file(start), self._file(stop, end=True))
            if newline >= 0:
                self._assembly.space(self._file(newline), self._file(newline + 1))
            start = stop + 1

    def _file(self, offset: int, *, end: bool = False) -> int:
        """The offset in the file; with ``end``, just behind the code point before."""
        number = min(bisect_right(self._starts, offset - end) - 1, len(self._pieces) - 1)
        return self._pieces[number][0] + offset - self._starts[number]


def _character(raw: str) -> str:
    return raw[1:] if raw[0] == "\\" else unescape(raw)


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of a paragraph; marks that pair with nothing are text."""
    tokens = list(_scanned(text))
    paired: dict[int, _Token] = {}
    for number, (opens, closes) in enumerate(_pairs(text, tokens), 1):
        paired[opens] = tokens[opens]._replace(kind="sc", pair=number)
        paired[closes] = tokens[closes]._replace(kind="ec", pair=number)
    for index, token in enumerate(tokens):
        found = paired.get(index, token)
        if found.kind == "sc" and not found.pair:
            found = found._replace(kind="ph" if text[found.start] == "<" else "text")
        yield found


def _pairs(text: str, tokens: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    """Which token opens and which closes, by their numbers."""
    openers: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        if token.kind != "sc":
            continue
        name, closes, opens = _role(text, token)
        number = _last(openers, name) if closes else None
        if number is not None:
            opener = openers[number][0]
            # What was opened in between and not closed is text.
            del openers[number:]
            # Brackets without a target are brackets.
            if name != "[" or token.end - token.start > 1:
                yield opener, index
        elif opens:
            openers.append((index, name))


def _role(text: str, token: _Token) -> tuple[str, bool, bool]:
    """What pairs with the token, and whether it can close and open."""
    raw = text[token.start : token.end]
    if raw[0] == "<":
        closes = raw[1] == "/"
        words = raw.strip("</>").split(maxsplit=1)
        return f"<{words[0].lower()}", closes, not closes
    if raw[0] in "![]":
        return "[", raw[0] == "]", raw[0] != "]"
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return raw, bool(before.strip()), bool(after.strip())


def _last(openers: Sequence[tuple[int, str]], name: str) -> int | None:
    return next((number for number in reversed(range(len(openers))) if openers[number][1] == name), None)


def _scanned(text: str) -> Iterator[_Token]:
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            yield _Token("text", at, match.start())
        yield from _recognised(match)
        at = match.end()
    if at < len(text):
        yield _Token("text", at, len(text))


def _recognised(match: re.Match[str]) -> Iterator[_Token]:
    start, end = match.span()
    found = match.lastgroup if match.lastgroup != "ticks" else "code"
    if found == "escape" or (found == "reference" and len(unescape(match[0])) == 1):
        yield _Token("character", start, end)
    elif found == "reference":
        yield _Token("text", start, end)
    elif found == "link":
        yield _Token("ph", start, start + 1)
        yield _Token("text", start + 1, end - 1)
        yield _Token("ph", end - 1, end)
    elif found in {"open", "close", "emphasis"} or (found == "tag" and not match[0].endswith("/>")):
        yield _Token("sc", start, end)
    else:
        yield _Token("ph", start, end)

"""ICU MessageFormat: arguments, ``plural``, ``selectordinal`` and ``select``.

Source: the documentation of ICU's MessageFormat, with the apostrophes of its mode DOUBLE_OPTIONAL: one starts a
quotation only before a brace (in a plural, before ``#`` too), and two are an apostrophe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.text.messages.message import Argument, Branch, MessageSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EVIDENCE", "EVIDENCE_IN_PROSE", "parse_icu"]

EVIDENCE_IN_PROSE = re.compile(r"\{\s*[\w.]+\s*,\s*(?:plural|selectordinal|select)\s*,")
"""What no text that is not of ICU has in it."""
EVIDENCE = re.compile(
    rf"{EVIDENCE_IN_PROSE.pattern}|\{{\s*[\w.]+\s*,\s*(?:number|date|time|spellout|ordinal|duration)\s*[,}}]"
)
"""What hardly any string of a program has in it that is not of ICU."""
_ARGUMENT = re.compile(r"\{\s*(?P<name>[\w.-]+)\s*(?:,\s*(?P<kind>\w+)\s*)?(?P<end>[,}])")
_OFFSET = re.compile(r"\s*offset\s*:\s*\d+")
_KEY = re.compile(r"\s*(?P<key>=\d+|[\w-]+)\s*\{")
_SPACE = re.compile(r"\s*")
_BRANCHING = frozenset({"plural", "selectordinal", "select"})


def parse_icu(text: str) -> tuple[Argument, ...]:
    """The arguments of ``text``, outermost first.

    Raises:
        MessageSyntaxError: the text is no message.
    """
    parser = _Parser(text)
    found = tuple(parser.message(counted=False))
    if parser.at < len(text):
        raise MessageSyntaxError("closes a brace that is not open", Span(parser.at, parser.at + 1))
    return found


class _Parser:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def message(self, *, counted: bool) -> Iterator[Argument]:
        """The arguments up to the end or a closing brace that belongs to what is around."""
        special = "{}'#" if counted else "{}'"
        while self.at < len(self._text):
            sign = self._text[self.at]
            if sign == "}":
                return
            if sign == "{":
                yield self._argument(counted=counted)
            elif sign == "'":
                self._quoted(special)
            else:
                if sign == "#" and counted:
                    yield Argument("#", "", Span(self.at, self.at + 1))
                self.at += 1

    def _quoted(self, special: str) -> None:
        """Go behind an apostrophe, or behind all that it quotes."""
        following = self._text[self.at + 1 : self.at + 2]
        if following == "'" or not following or following not in special:
            self.at += 2 if following == "'" else 1
            return
        self.at += 1
        while self.at < len(self._text):
            end = self._text.find("'", self.at)
            if end < 0:
                self.at = len(self._text)
            elif self._text.startswith("''", end):
                self.at = end + 2
            else:
                self.at = end + 1
                return

    def _argument(self, *, counted: bool) -> Argument:
        start = self.at
        head = _ARGUMENT.match(self._text, start)
        if head is None:
            raise MessageSyntaxError("opens a brace, and no argument follows", Span(start, start + 1))
        name, kind = head["name"], head["kind"] or ""
        self.at = head.end()
        if head["end"] == "}":
            return Argument(name, kind, Span(start, self.at))
        if kind not in _BRANCHING:
            self._style(start)
            return Argument(name, kind, Span(start, self.at))
        branches = tuple(self._branches(start, kind, counted=counted or kind != "select"))
        return Argument(name, kind, Span(start, head.end() - 1), branches)

    def _style(self, start: int) -> None:
        """Go behind the style of a format, such as ``::currency/EUR``, and its closing brace."""
        depth = 1
        while self.at < len(self._text):
            depth += {"{": 1, "}": -1}.get(self._text[self.at], 0)
            self.at += 1
            if not depth:
                return
        raise MessageSyntaxError("opens a brace that is never closed", Span(start, start + 1))

    def _branches(self, start: int, kind: str, *, counted: bool) -> Iterator[Branch]:
        offset = _OFFSET.match(self._text, self.at) if kind != "select" else None
        if offset:
            self.at = offset.end()
        while head := _KEY.match(self._text, self.at):
            self.at = head.end()
            arguments = tuple(self.message(counted=counted))
            self._close(head.end() - 1)
            yield Branch(head["key"], Span(*head.span("key")), arguments)
        space = _SPACE.match(self._text, self.at)
        self.at = space.end() if space else self.at
        self._close(start)

    def _close(self, opened: int) -> None:
        if self.at >= len(self._text):
            raise MessageSyntaxError("opens a brace that is never closed", Span(opened, opened + 1))
        if self._text[self.at] != "}":
            raise MessageSyntaxError("stands where a branch or a closing brace should", Span(self.at, self.at + 1))
        self.at += 1

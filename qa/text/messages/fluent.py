"""Fluent: placeables such as ``{ $count }``, ``{ -brand }`` and ``{ NUMBER($size) }``, and selections between variants.

Source: the Fluent syntax guide (projectfluent.org), patterns and placeables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.text.messages.message import Argument, Branch, MessageSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EVIDENCE", "parse_fluent"]

EVIDENCE = re.compile(r"\{\s*(?:\$[A-Za-z]|-[a-z][\w-]*\s*[}(]|[A-Z][A-Z0-9_-]*\(\s*\$)")
"""What no text that is not of Fluent has in it."""
_EXPRESSION = re.compile(
    r"""\{\s*(?P<it>\$[A-Za-z][\w-]*|-[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?|(?P<function>[A-Z][A-Z0-9_-]*)(?=\()
    |[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*(?P<call>\([^()]*\))?\s*(?P<arrow>->)?\s*""",
    re.VERBOSE,
)
_KEY = re.compile(r"\s*(?P<default>\*?)\[\s*(?P<key>[\w.-]+)\s*\]")
_VARIABLE = re.compile(r"\$[A-Za-z][\w-]*")


def parse_fluent(text: str) -> tuple[Argument, ...]:
    """The placeables of ``text``; a selection has the kind ``variants``. Literals are left out.

    Raises:
        MessageSyntaxError: the text is no pattern.
    """
    parser = _Parser(text)
    found = tuple(parser.pattern(inside=False))
    if parser.at < len(text):
        raise MessageSyntaxError("closes a brace that is not open", Span(parser.at, parser.at + 1))
    return found


class _Parser:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def pattern(self, *, inside: bool) -> Iterator[Argument]:
        """The placeables up to the end, a closing brace, or, ``inside`` a selection, the next variant."""
        while self.at < len(self._text) and self._text[self.at] != "}":
            if self._text[self.at] == "{":
                yield from self._placeable()
            elif inside and self._text[self.at] in "*[" and _KEY.match(self._text, self.at):
                return
            else:
                self.at += 1

    def _placeable(self) -> Iterator[Argument]:
        start = self.at
        head = _EXPRESSION.match(self._text, start)
        if head is None:
            raise MessageSyntaxError("opens a brace, and no expression follows", Span(start, start + 1))
        self.at = head.end()
        branches = tuple(self._variants()) if head["arrow"] else ()
        if self.at >= len(self._text) or self._text[self.at] != "}":
            raise MessageSyntaxError("opens a brace that is never closed", Span(start, start + 1))
        self.at += 1
        span = Span(start, head.end("arrow") if head["arrow"] else self.at)
        name = head["it"]
        if head["function"]:
            variable = _VARIABLE.search(head["call"] or "")
            name = variable.group() if variable else name
        if not name.startswith('"') and not name.lstrip("-")[:1].isdigit():
            yield Argument(name, "variants" if branches else "", span, branches)

    def _variants(self) -> Iterator[Branch]:
        while head := _KEY.match(self._text, self.at):
            self.at = head.end()
            arguments = tuple(self.pattern(inside=True))
            key = head["default"] + head["key"]
            yield Branch(key, Span(head.start("key"), head.end("key")), arguments)

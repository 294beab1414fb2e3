"""Words, numbers and marks with their spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

import msgspec
import regex

from qa.core.span import Span
from qa.text.plain import PLAIN_LETTERS, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token", "TokenKind", "tokenize"]

TokenKind = Literal["word", "number", "mark"]

_TOKEN = regex.compile(
    r"""
    (?P<word>   [\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+
              | \p{L}[\p{L}\p{M}\p{Nd}]*(?:['’ʼ‑-][\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)* )
  | (?P<number> \p{Nd}+(?:[.,]\p{Nd}+)* )
  | (?P<mark>   [^\s\p{L}\p{Nd}] )
    """,
    regex.VERBOSE | regex.VERSION1,
)
_PLAIN_TOKEN = re.compile(
    rf"""
    (?P<word>   [{PLAIN_LETTERS}][0-9{PLAIN_LETTERS}]*+(?:['’‑-][0-9{PLAIN_LETTERS}]++)*+ )
  | (?P<number> [0-9]+(?:[.,][0-9]+)* )
  | (?P<mark>   [^\s0-9{PLAIN_LETTERS}] )
    """,
    re.VERBOSE,
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number written in digits, or one mark of punctuation."""

    text: str
    span: Span
    kind: TokenKind


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of ``text`` in order; what lies between them is white space.

    A word keeps its apostrophes and joining hyphens (``O'Neill``, ``long-standing``).
    """
    pattern = _PLAIN_TOKEN if is_plain(text) else _TOKEN
    for match in pattern.finditer(text):
        yield Token(match[0], Span(*match.span()), cast("TokenKind", match.lastgroup))

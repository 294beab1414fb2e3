"""Words, numbers and marks with their spans."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec
import regex

from qa.core.lazy import Memo
from qa.core.span import Span
from qa.languages.morphology import fold
from qa.text.plain import PLAIN_CAPITALS, PLAIN_LETTERS, is_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["FOLDED", "Token", "TokenKind", "capitalised_words", "folded_tokens", "token_texts", "tokenize"]

TokenKind = Literal["word", "number", "mark"]

_TOKEN = regex.compile(
    r"""
    (?P<word>   [\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+
              | \p{L}[\p{L}\p{M}\p{Nd}]*(?:(?:['’ʼ]\p{L}|[‑-][\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}]*)* )
  | (?P<number> \p{Nd}+(?:[.,]\p{Nd}+)* )
  | (?P<mark>   [^\s\p{L}\p{Nd}] )
    """,
    regex.VERBOSE | regex.VERSION1,
)
_PLAIN_WORD = rf"[{PLAIN_LETTERS}][0-9{PLAIN_LETTERS}]*+(?:(?:['’](?![0-9])|[‑-])[0-9{PLAIN_LETTERS}]++)*+"
_PLAIN_NUMBER = "[0-9]++(?:[.,][0-9]++)*+"
_PLAIN_MARK = rf"[^\s0-9{PLAIN_LETTERS}]"
_PLAIN_TOKEN = re.compile(rf"(?P<word>{_PLAIN_WORD})|(?P<number>{_PLAIN_NUMBER})|(?P<mark>{_PLAIN_MARK})")
_PLAIN_TEXTS = re.compile(rf"{_PLAIN_WORD}|{_PLAIN_NUMBER}|{_PLAIN_MARK}")
_PLAIN_CAPITALISED = re.compile(
    rf"[{PLAIN_CAPITALS}](?<![0-9{PLAIN_LETTERS}].)(?<![0-9{PLAIN_LETTERS}]['’‑-].)"
    rf"[0-9{PLAIN_LETTERS}]*+(?:(?:['’](?![0-9])|[‑-])[0-9{PLAIN_LETTERS}]++)*+"
)
_GLUED_TO_DIGITS = re.compile(rf"[0-9]['’‑-]?[{PLAIN_CAPITALS}]")
"""Where a word may begin in the middle of what looks like one."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number written in digits, or one mark of punctuation."""

    text: str
    start: int
    kind: TokenKind

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` in order; what lies between them is white space.

    A word keeps its apostrophes and joining hyphens (``O'Neill``, ``long-standing``), but not a number behind an
    article (``l'8 marzo``).
    """
    if is_plain(text):
        plain: Any = _PLAIN_TOKEN.finditer(text)
        return tuple([Token(match[0], match.start(), match.lastgroup) for match in plain])
    matches: Any = _TOKEN.finditer(text)
    return tuple([Token(match[0], match.start(), _kind(match[0], match.lastgroup)) for match in matches])


def _kind(text: str, kind: TokenKind) -> TokenKind:
    """The kind of a token; digits that are too new for the standard library are marks."""
    return "mark" if kind == "number" and not text.replace(".", "").replace(",", "").isdecimal() else kind


def folded_tokens(text: str) -> tuple[str, ...]:
    """The texts of the tokens, each as `fold` makes it, without the cost of their places."""
    return tuple(chain.from_iterable(map(FOLDED.__getitem__, text.split(" "))))


def _folded(text: str) -> tuple[str, ...]:
    word = text.rstrip(".,;:!?")
    if word.isalpha() and is_plain(word):
        return word.lower().replace("ё", "е"), *text[len(word) :]
    if is_plain(text):  # folding changes neither the length of such a text nor where its tokens are
        return tuple(_PLAIN_TEXTS.findall(text.lower().replace("ё", "е").replace("’", "'")))
    return tuple([fold(token.text) for token in tokenize(text)])


FOLDED: Final[Mapping[str, tuple[str, ...]]] = Memo(_folded)
"""The `folded_tokens` of what stands between two spaces: no token has a space in it."""


def token_texts(text: str) -> Sequence[str]:
    """The texts of the tokens as they stand, without the cost of their places."""
    return _PLAIN_TEXTS.findall(text) if is_plain(text) else [token.text for token in tokenize(text)]


def capitalised_words(text: str) -> tuple[Token, ...]:
    """The tokens that are words with a capital first letter, without the cost of the others."""
    if is_plain(text) and not _GLUED_TO_DIGITS.search(text):
        return tuple([Token(match[0], match.start(), "word") for match in _PLAIN_CAPITALISED.finditer(text)])
    return tuple([token for token in tokenize(text) if token.kind == "word" and token.text[0].isupper()])

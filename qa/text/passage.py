"""A text cut into tokens, as the readers of numbers, dates and times walk over it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from qa.core.lazy import lazy
from qa.core.span import Span
from qa.text.tokens import FOLDED, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qa.languages.pack import LanguagePack
    from qa.text.tokens import Token

__all__ = ["Passage"]


class Passage:
    """Tokens by number, with safe looks beyond both ends."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self.text = text
        self.pack = pack

    @lazy
    def stretches(self) -> Sequence[str]:
        """What stands between the spaces: with what is remembered of each, the cheapest way to look at all words."""
        return self.text.split(" ")

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; white space is between them."""
        return tokenize(self.text)

    @lazy
    def folded(self) -> tuple[str, ...]:
        """The tokens in the form that lexicons are keyed by; known before the tokens themselves."""
        return tuple(chain.from_iterable(map(FOLDED.__getitem__, self.stretches)))

    def word(self, index: int) -> str:
        """The folded token ``index``; empty beyond the ends."""
        words = self.folded
        return words[index] if 0 <= index < len(words) else ""

    def has_any(self, words: Collection[str]) -> bool:
        """Whether any of the folded ``words`` is a token of the text."""
        return any(map(words.__contains__, self.folded))

    @lazy
    def count_of_numbers(self) -> int:
        """How many tokens are written in digits."""
        return sum([token.kind == "number" for token in self.tokens])

    def is_number(self, index: int) -> bool:
        """Whether token ``index`` is written in digits."""
        tokens = self.tokens
        return 0 <= index < len(tokens) and tokens[index].kind == "number"

    def gap(self, index: int) -> str:
        """The white space between token ``index`` and the one before it; a newline beyond the ends."""
        if not 0 < index < len(self.tokens):
            return "\n"
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def glued(self, index: int) -> bool:
        """Whether token ``index`` follows the one before it without white space."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def span(self, first: int, last: int) -> Span:
        """From token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def after_stop(self, index: int) -> int:
        """``index``, or the next one where token ``index`` is the full stop of the abbreviation before it."""
        return index + 1 if self.word(index) == "." and self.glued(index) else index

"""The shared analysis of a text: computed once, on demand, and used by every rule."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from qa.languages import language_pack
from qa.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from qa.languages.pack import LanguagePack

__all__ = ["Analyser", "Analysis"]


class Analysis:
    """What can be said of one text in one language; each part is computed when first asked for."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    @property
    def pack(self) -> LanguagePack:
        """What is known of the text's language."""
        return language_pack(self.language)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks in order; white space is between them."""
        return tuple(tokenize(self.text))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens that are words."""
        return tuple(token for token in self.tokens if token.kind == "word")


class Analyser:
    """Hands out analyses and remembers the latest, by text."""

    def __init__(self, size: int = 4096) -> None:
        self.analyse = lru_cache(maxsize=size)(Analysis)

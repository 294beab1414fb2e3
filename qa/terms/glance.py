"""Whether a text may hold a phrase at all, told from the texts of its tokens without their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.lazy import Memo
from qa.terms.pieces import HYPHENS, QUOTES, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.terms.trie import Trie

__all__ = ["Glance"]


class Glance:
    """A look at the tokens that begin a phrase, and at those behind them; it errs on the side of yes."""

    def __init__(self, trie: Trie) -> None:
        self._trie = trie
        self._begins = Memo(self._may_begin)
        self._is_simple = Memo(_is_simple)

    def may_match(self, texts: Sequence[str]) -> bool:
        """Whether a phrase may stand in a text with these tokens."""
        for index, begins in enumerate(map(self._begins.__getitem__, texts)):
            if begins and self._may_follow(texts, index):
                return True
        return False

    def _may_begin(self, text: str) -> bool:
        """Whether a phrase may begin with the token, or with a part of it."""
        if text in QUOTES:
            return False
        if text in HYPHENS:
            return True
        if self._is_simple[text]:
            return self._trie.step(self._trie.root, text) is not None
        return any(self._trie.step(self._trie.root, part) is not None for part in _readings(text))

    def _may_follow(self, texts: Sequence[str], first: int) -> bool:
        """Whether a phrase may end behind one that begins with token ``first``."""
        state = self._trie.root
        for text in texts[first:]:
            if text in QUOTES:
                continue
            following = self._trie.step(state, text) if self._is_simple[text] else None
            if following is None:
                return not self._is_simple[text]
            if following.ends or following.loose:
                return True
            state = following
        return False


def _is_simple(text: str) -> bool:
    """Whether the token is one piece that can be read in one way; a hyphen joins its neighbours to pieces."""
    return text.isalpha() or (text not in HYPHENS and _readings(text) == [text])


def _readings(text: str) -> list[str]:
    """All that the pieces of a token may be read as."""
    pieces = parts(text)
    stems = [stem for _, stem in pieces if stem]
    whole = ["".join(part for part, _ in pieces)] if len(pieces) > 1 else []
    return [*(part for part, _ in pieces), *stems, *whole]

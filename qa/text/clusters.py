"""Numbers with the words about them that may bear on them, cut out of a text: clusters recur, whole texts do not.

A reader of numbers looks from a number to the words beside it, and never past a word that bears on no number. So what
it finds in a text is what it finds in the clusters of the text, each read by itself and only once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from qa.core.lazy import Memo
from qa.languages.morphology import fold
from qa.languages.units import CURRENCY_CODES
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qa.core.span import Span
    from qa.text.tokens import Token

__all__ = ["AFTER", "AMBIGUOUS", "BOTH", "LINK", "NUMBER", "OPENER", "SIGNAL", "Clusters", "offset"]

Reading = TypeVar("Reading")

NUMBER, AMBIGUOUS = "n", "m"
"""Kinds of words: a number, or a month or weekday, that a reading may begin at; a month that may be another word."""
AFTER, LINK, SIGNAL, OPENER = "a", "l", "s", "o"
"""A word that may belong to a number before it; one that may if more follows; such a one that also bears on an
ambiguous month behind it; and one that with a signal bears on any number behind the two."""
_NUMBERS = frozenset({NUMBER, AMBIGUOUS})
BOTH, _BEFORE, _NEITHER = "x", "b", "_"
"""What may belong to a number before it as well as to one behind it; only to one behind it; to none."""
_CLUSTER = re.compile("(?=[nmsobx])(?:[bx]|[box]s|s(?=m))*[nm](?:[nmalosx]*[nmax])?")
_OPENING, _CLOSING = '(«"“„,.;!?…»”)', '«"“„,.;!?…»”):'
"""Marks before and behind a word that say nothing of a number beyond them. A colon before it does."""
_UNHEARD = '«"“„,;!?…»”'
"""Marks at the end of a cluster that belong to no number."""
_ONE_TOKEN = re.compile("[\x00-\u024f\u0400-\u052f]*+")
"""Letters of scripts in which letters side by side are one word."""
_DASHES = frozenset("-–—‑−")
_JOINT = re.compile("[-‑']")


class Clusters(Generic[Reading]):
    """Finds the clusters of texts in one language, and remembers what is read in each.

    Args:
        kinds: Of the folded words that are looked at beside a number, and of words for numbers, their kinds.
        is_number: Whether a reading may begin at a token that is none of them; it gets it folded and as written.
        read: Reads a cluster; its offsets are those in the cluster.
    """

    def __init__(
        self, kinds: Mapping[str, str], is_number: Callable[[str, str], bool], read: Callable[[str], Reading]
    ) -> None:
        self._words = kinds
        self._is_number = is_number
        self._kinds = Memo(self._kind, 1 << 15)
        self._readings = Memo(read, 1 << 12)
        self._clusters = Memo(self._read, 1 << 12)

    def of(self, stretches: Sequence[str]) -> Sequence[tuple[Reading, int]]:
        """What is read in the clusters of a text cut at its spaces, each with the number of spaces before it."""
        kinds = "".join(map(self._kinds.__getitem__, stretches))
        places = [*map(re.Match.span, _CLUSTER.finditer(kinds))]
        return [(self._clusters[" ".join(stretches[start:end])], start) for start, end in places]

    def any_in(self, text: str, span: Span) -> bool:
        """Whether a reading may begin in the words of ``text`` that ``span`` touches."""
        start, end = text.rfind(" ", 0, span.start) + 1, text.find(" ", span.end)
        words = text[start : end if end >= 0 else len(text)].split(" ")
        return any(self._kinds[word] in _NUMBERS for word in words)

    def _read(self, cluster: str) -> Reading:
        """What is read in a cluster; marks at its end do not make it another one."""
        heard = cluster.rstrip(_UNHEARD)
        return self._readings[heard.removesuffix(".") if heard[-2:-1].isdigit() else heard]

    def _kind(self, stretch: str) -> str:
        """What the words between two spaces are to the numbers on both sides."""
        word = stretch if stretch.isalpha() else stretch.rstrip(_CLOSING).lstrip(_OPENING)
        if word.isalpha() and (word.isascii() or _ONE_TOKEN.fullmatch(word)):
            return self._kind_of_word(fold(word), word)
        tokens = tokenize(stretch)
        kinds = [*map(self._kind_of_token, tokens)]
        if AMBIGUOUS in kinds or NUMBER in kinds:
            return AMBIGUOUS if AMBIGUOUS in kinds else NUMBER
        if tokens and all(token.text in _DASHES for token in tokens):
            return LINK
        while kinds and tokens[len(kinds) - 1].text in _CLOSING:
            kinds.pop()
        first = next((index for index, token in enumerate(tokens) if token.text not in _OPENING), 0)
        if first >= len(kinds):
            return BOTH
        after, before = kinds[first] != _NEITHER, kinds[-1] in {SIGNAL, OPENER, BOTH}
        return BOTH if after and before else AFTER if after else _BEFORE if before else _NEITHER

    def _kind_of_token(self, token: Token) -> str:
        if token.kind != "word":
            return NUMBER if self._is_number(token.text, token.text) else BOTH
        return self._kind_of_word(fold(token.text), token.text)

    def _kind_of_word(self, word: str, written: str) -> str:
        kind = self._words.get(word)
        if kind in _NUMBERS or self._is_number(word, written):
            return kind if kind in _NUMBERS else NUMBER
        if written in CURRENCY_CODES:
            return BOTH
        if kind is None and not word.isalpha():
            return AFTER if any(part in self._words for part in _JOINT.split(word)) else _NEITHER
        return kind or _NEITHER


def offset(text: str, spaces: int) -> int:
    """Where in ``text`` the cluster with so many ``spaces`` before it starts."""
    place = 0
    for _ in range(spaces):
        place = text.index(" ", place) + 1
    return place

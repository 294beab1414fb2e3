"""The words of all texts of a document part together: a rule on words learns at once which few units have any of them.

A part has some thousands of different words, so that a look at each of them costs a fraction of a look at each text.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, compress, filterfalse
from typing import TYPE_CHECKING

from qa.core.lazy import latest, lazy
from qa.text.listed import listed_by_stretch, listed_words
from qa.text.tokens import FOLDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from qa.core.document import Document

__all__ = ["Vocabulary", "source_vocabulary", "target_vocabulary"]


class Vocabulary:
    """Which of some texts have a word, or a stretch: what stands between two spaces, marks and all."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self._language = language
        self.stretches: Sequence[Sequence[str]] = [text.split(" ") for text in texts]
        """Of each text, in order."""
        self._judged: dict[int, tuple[Mapping[str, object], set[int]]] = {}

    @lazy
    def _by_stretch(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the texts that have a stretch, one for each time that they have it."""
        found = defaultdict[str, list[int]](list)
        for number, stretches in enumerate(self.stretches):
            for stretch in stretches:
                found[stretch].append(number)
        return found

    @lazy
    def _listed(self) -> Sequence[tuple[str, frozenset[str]]]:
        """The few stretches with a listed word, and which."""
        listed = listed_by_stretch(self._language)
        return [(stretch, listed[stretch]) for stretch in self.different if listed[stretch]]

    @property
    def different(self) -> AbstractSet[str]:
        """The stretches of all texts, each once."""
        return self._by_stretch.keys()

    @lazy
    def with_capitals(self) -> Sequence[str]:
        """The different stretches that may have a capital letter."""
        return [*filterfalse(str.islower, self.different)]

    def having(self, words: AbstractSet[str]) -> set[int]:
        """The numbers of the texts with any of some folded words; quickest for those of `qa.text.listed`."""
        if words <= listed_words(self._language):
            return self.having_stretches([stretch for stretch, found in self._listed if not words.isdisjoint(found)])
        return self.having_stretches([stretch for stretch in self.different if not words.isdisjoint(FOLDED[stretch])])

    def having_judged(self, judged: Mapping[str, object]) -> set[int]:
        """The numbers of the texts with a stretch that ``judged`` gives anything but a false value."""
        known = self._judged.get(id(judged))
        if known is None:
            found = compress(self.different, map(judged.__getitem__, self.different))
            known = self._judged[id(judged)] = judged, self.having_stretches(found)
        return known[1]

    def having_stretches(self, stretches: Iterable[str]) -> set[int]:
        """The numbers of the texts with any of some stretches."""
        return set(chain.from_iterable(map(self._by_stretch.__getitem__, stretches)))


@latest
def source_vocabulary(document: Document) -> Vocabulary:
    """Of the source texts, by number of their units in the document."""
    return Vocabulary((unit.source.text for unit in document.units), document.source_language)


@latest
def target_vocabulary(document: Document) -> Vocabulary:
    """Of the target texts likewise."""
    return Vocabulary((unit.target.text for unit in document.units), document.target_language)

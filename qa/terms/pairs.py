"""How the repeated two-word terms of a document are translated, learnt from the document alone.

A source pair of words that comes back is mostly translated by one target pair. Where a unit has the second word of that
pair behind another first word (*expanded troika* beside *extended troika*), the term has two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.languages.morphology import lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.text.analysis import Analysis

__all__ = ["Rendering", "WordPair", "renderings", "word_pairs"]

_SHORTEST = 4
_FEWEST = 3
_SHARE = 0.6


class WordPair(NamedTuple):
    """Two neighbouring words of a text, by one lemma each."""

    first: str
    second: str
    span: Span
    text: str


class Rendering(NamedTuple):
    """A translation of a source pair that differs from the usual one."""

    unit: int
    span: Span
    text: str
    usual: str
    count: int
    """How many units have the usual translation."""


def word_pairs(analysis: Analysis) -> Iterator[WordPair]:
    """The pairs of longer words with nothing but a space, or a space and a quotation mark, between them."""
    words = analysis.words
    for first, second in zip(words, words[1:], strict=False):
        between = analysis.text[first.span.end : second.span.start]
        if min(len(first.text), len(second.text)) >= _SHORTEST and between.strip("«\"“„") in {" ", "\u00a0"}:
            span = Span(first.span.start, second.span.end)
            yield WordPair(_lemma(first.text, analysis), _lemma(second.text, analysis), span, span.of(analysis.text))


def _lemma(word: str, analysis: Analysis) -> str:
    return min(lemmas(word, analysis.language))


def renderings(sources: Sequence[Analysis], targets: Sequence[Analysis]) -> Iterator[Rendering]:
    """The odd translations of pairs that come back in a document, given its units' texts side by side."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        for key in dict.fromkeys((pair.first, pair.second) for pair in word_pairs(source)):
            where[key].append(number)
    found = [tuple(word_pairs(target)) for target in targets]
    for units in where.values():
        if len(units) > _FEWEST:
            yield from _odd(units, found)


def _odd(units: Sequence[int], found: Sequence[Sequence[WordPair]]) -> Iterator[Rendering]:
    inside = set(units)
    counts = Counter(key for number in units for key in {(pair.first, pair.second) for pair in found[number]})
    elsewhere = Counter(
        (pair.first, pair.second) for number, pairs in enumerate(found) if number not in inside for pair in pairs
    )
    best = max(counts, key=lambda key: (counts[key] - elsewhere[key], key), default=None)
    if best is None or counts[best] < max(_FEWEST, _SHARE * len(units)) or elsewhere[best]:
        return
    usual = next(pair.text for number in units for pair in found[number] if (pair.first, pair.second) == best)
    for number in units:
        pairs = found[number]
        if any((pair.first, pair.second) == best for pair in pairs):
            continue
        others = [pair for pair in pairs if pair.second == best[1] and pair.first != best[0]]
        if len(others) == 1:
            yield Rendering(number, others[0].span, others[0].text, usual, counts[best])

"""How the repeated two-word terms of a document are translated, learnt from the document alone.

A source pair of words that comes back is mostly translated by one target pair. Where a unit has the second word of
that pair behind another first word (*expanded troika* beside *extended troika*), the term has two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise, product
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
    """Two neighbouring words of a text."""

    keys: frozenset[tuple[str, str]]
    """The lemmas of both words, in every reading."""
    span: Span
    text: str


class Rendering(NamedTuple):
    """A translation of a source pair that differs from the usual one."""

    unit: int
    span: Span
    text: str
    usual: str
    units: int
    """How many units have the usual translation."""


def word_pairs(analysis: Analysis) -> Iterator[WordPair]:
    """The pairs of longer words with nothing but a space, or a space and a quotation mark, between them."""
    words = analysis.words
    for first, second in pairwise(words):
        between = analysis.text[first.span.end : second.span.start]
        if min(len(first.text), len(second.text)) >= _SHORTEST and between.strip('«"“„') in {" ", "\u00a0"}:
            span = Span(first.span.start, second.span.end)
            readings = product(lemmas(first.text, analysis.language), lemmas(second.text, analysis.language))
            yield WordPair(frozenset(readings), span, span.of(analysis.text))


def renderings(sources: Sequence[Analysis], targets: Sequence[Analysis]) -> Iterator[Rendering]:
    """The odd translations of pairs that come back in a document, given its units' texts side by side."""
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        for key in dict.fromkeys(key for pair in word_pairs(source) for key in sorted(pair.keys)):
            where[key].append(number)
    repeated = {tuple(units) for units in where.values() if len(units) > _FEWEST}
    if repeated:
        found = [tuple(word_pairs(target)) for target in targets]
        odd = {rendering for units in repeated for rendering in _odd(units, found)}
        yield from sorted(odd)


def _odd(units: Sequence[int], found: Sequence[Sequence[WordPair]]) -> Iterator[Rendering]:
    inside = set(units)
    counts = Counter(key for number in units for key in {key for pair in found[number] for key in pair.keys})
    elsewhere = {
        key for number, pairs in enumerate(found) if number not in inside for pair in pairs for key in pair.keys
    }
    best = max(counts.keys() - elsewhere, key=lambda key: (counts[key], key), default=None)
    if best is None or counts[best] < max(_FEWEST, _SHARE * len(units)):
        return
    usual = next(pair.text for number in units for pair in found[number] if best in pair.keys)
    for number in units:
        pairs = found[number]
        others = [pair for pair in pairs if any(second == best[1] for _, second in pair.keys)]
        if len(others) == 1 and best not in others[0].keys:
            yield Rendering(number, others[0].span, others[0].text, usual, counts[best])

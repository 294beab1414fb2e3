"""How the repeated two-word terms of a document are translated, learnt from the document alone.

A source pair of words that comes back is mostly translated by one target pair. Where a unit has the second word of
that pair behind another first word (*expanded troika* beside *extended troika*), the term has two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.languages.morphology import forms, lemmas
from qa.terms.agreement import AGREEING, can_agree
from qa.terms.phrases import vague_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["Rendering", "WordPair", "renderings", "word_pairs"]

_SHORTEST = 4
_FEWEST = 3
_SHARE = 0.6
_QUOTES = '«"“„»”'


class WordPair(NamedTuple):
    """Two neighbouring words of a text."""

    keys: frozenset[tuple[str, str]]
    """The lemmas of both words, in every reading."""
    span: Span
    text: str
    beginning: tuple[str, str]
    """The first letters of both, which their inflected forms mostly share."""


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
            yield WordPair(frozenset(readings), span, span.of(analysis.text), _beginning(first, second))


def renderings(sources: Sequence[Analysis], targets: Sequence[Analysis]) -> Iterator[Rendering]:
    """The odd translations of pairs that come back in a document, given its units' texts side by side.

    A pair counts where neither word is vague and, on the side of the target, when it may be an adjective with its noun
    as far as the dictionaries tell. A translation is odd when its first word mostly stands for that of the source pair.
    """
    where: dict[tuple[str, str], list[int]] = defaultdict(list)
    often = _beginnings_that_come_back(sources)
    for number, source in enumerate(sources if often else ()):
        pairs = (pair for pair in _clear(source) if pair.beginning in often)
        for key in dict.fromkeys(key for pair in pairs for key in sorted(pair.keys)):
            where[key].append(number)
    repeated = {(key[0], tuple(units)) for key, units in where.items() if len(units) > _FEWEST}
    if repeated:
        side = _Targets([tuple(_nominal(target)) for target in targets], targets, _places(sources))
        odd = {rendering for first, units in repeated for rendering in _odd(units, side, first)}
        yield from sorted(odd)


def _beginnings_that_come_back(texts: Sequence[Analysis]) -> frozenset[tuple[str, str]]:
    """How pairs begin that may come back often enough: a quick look, because in most documents none does."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        counts.update({_beginning(first, second) for first, second in pairwise(text.words)})
    return frozenset(beginning for beginning, count in counts.items() if count > _FEWEST)


def _beginning(first: Token, second: Token) -> tuple[str, str]:
    return first.text[:_SHORTEST].lower(), second.text[:_SHORTEST].lower()


class _Targets(NamedTuple):
    """The translations, and where the words of the sources stand."""

    pairs: Sequence[Sequence[WordPair]]
    texts: Sequence[Analysis]
    source_places: Mapping[str, set[int]]

    def places(self, lemma: str) -> set[int]:
        """The units with a word of the target."""
        return {number for number, text in enumerate(self.texts) if any(lemma in word for word in text.lemmas)}


def _places(texts: Sequence[Analysis]) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for word in text.lemmas:
            for lemma in word:
                found[lemma].add(number)
    return found


def _clear(analysis: Analysis) -> Iterator[WordPair]:
    """The pairs without vague words."""
    vague = vague_words(analysis.language)
    return (pair for pair in word_pairs(analysis) if vague.isdisjoint({lemma for key in pair.keys for lemma in key}))


def _nominal(analysis: Analysis) -> Iterator[WordPair]:
    """Those that may be an adjective with its noun, and do not begin with a name."""
    for pair in _clear(analysis):
        first, second = (word.strip(_QUOTES) for word in (pair.text.split()[0], pair.text.split()[-1]))
        if (first.islower() or not pair.span.start) and _adjective_and_noun(first, second, analysis.language):
            yield pair


def _adjective_and_noun(first: str, second: str, language: str) -> bool:
    if language.replace("_", "-").split("-", maxsplit=1)[0].lower() not in AGREEING:
        return True
    parts = {form.part for form in forms(first, language)}, {form.part for form in forms(second, language)}
    return "adjective" in parts[0] and "noun" in parts[1] and can_agree(first, second, language)


def _odd(units: Sequence[int], side: _Targets, first: str) -> Iterator[Rendering]:
    found = side.pairs
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
        if len(others) == 1 and best not in others[0].keys and _replaces(others[0], best[0], number, side, first):
            yield Rendering(number, others[0].span, others[0].text, usual, counts[best])


def _replaces(pair: WordPair, usual: str, number: int, side: _Targets, first: str) -> bool:
    """Whether the first word of an odd pair stands for ``first`` of the source, as ``usual`` does elsewhere.

    A compound (*four-day week*) mostly stands for another word of the source.
    """
    compound = any("-" in lemma for lemma, _ in pair.keys)
    if compound or any(usual in word for word in side.texts[number].lemmas):
        return False
    together = side.source_places[first]
    places = [side.places(lemma) for lemma, _ in pair.keys]
    return all(len(found & together) >= _SHARE * len(found) for found in places)

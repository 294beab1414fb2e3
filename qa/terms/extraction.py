"""Candidate term pairs, learnt from units: phrases of both languages that come together more often than by chance.

The association of a source and a target phrase over the units is Dunning's log-likelihood ratio (1993, "Accurate
methods for the statistics of surprise and coincidence"); each phrase is then paired at most once, the surest pairs
first (competitive linking, Melamed 2000).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING, NamedTuple

from qa.languages.morphology import lemmas
from qa.terms.phrases import Vocabulary, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.terms.phrases import Key
    from qa.text.analysis import Analysis

__all__ = ["Candidate", "log_likelihood", "term_candidates"]

_LEAST_SCORE = 10.83
"""The value that chance exceeds once in a thousand (chi-square, one degree of freedom)."""
_LEAST_SHARE = 0.3
"""In how many of the units of either phrase the other must stand."""
_LEAST_UNEVEN_SHARE = 0.65
"""The same where one of the two is a single word: often a phrase goes with a part of its translation."""
_NESTED_SHARE = 0.8
"""A phrase that stands this often inside one longer phrase is a part of it, not a term."""
_EXAMPLES = 2


class Candidate(NamedTuple):
    """Two phrases that seem to translate each other."""

    source: str
    target: str
    units: int
    """In how many units both stand."""
    source_units: int
    target_units: int
    score: float
    """Log-likelihood ratio."""
    examples: tuple[tuple[str, str], ...]
    """The texts of up to two units, the shortest."""


class _Side:
    """The phrases of one language, by their lemmas."""

    def __init__(self, texts: Sequence[Analysis], fewest: int) -> None:
        self.language = texts[0].language if texts else "und"
        self.vocabulary = Vocabulary(texts, self.language)
        self.units: dict[Key, set[int]] = defaultdict(set)
        self.forms: dict[Key, Counter[str]] = defaultdict(Counter)
        for number, text in enumerate(texts):
            for found in occurrences(text, self.vocabulary):
                self.units[found.key].add(number)
                self.forms[found.key][found.form] += 1
        self._keep({key for key, units in self.units.items() if len(units) >= fewest})
        self._keep(self.units.keys() - set(self._nested()))

    def _keep(self, keys: Iterable[Key]) -> None:
        self.units = {key: self.units[key] for key in sorted(keys)}

    def _nested(self) -> Iterator[Key]:
        """The phrases that hardly ever stand but in one longer phrase (as the C-value, Frantzi et al. 2000)."""
        for key, units in self.units.items():
            for part in _parts(key):
                if len(units) >= _NESTED_SHARE * len(self.units.get(part, units)) and part in self.units:
                    yield part

    def form(self, key: Key) -> str:
        """The form with most words as the dictionary has them, then the commonest, then the first by alphabet."""
        forms = self.forms[key]
        return min(forms, key=lambda form: (-self._unchanged(form), -forms[form], form))

    def is_name(self, key: Key) -> bool:
        """Whether a phrase holds a name."""
        return any(self.vocabulary.is_name(word) for word in self.form(key).split())

    def _unchanged(self, form: str) -> int:
        return sum(word.lower() in lemmas(word, self.language) for word in form.split())

    def by_unit(self) -> Mapping[int, Sequence[Key]]:
        """The phrases of each unit."""
        found: dict[int, list[Key]] = defaultdict(list)
        for key, units in self.units.items():
            for number in units:
                found[number].append(key)
        return found


class _Link(NamedTuple):
    """Two phrases with their figures."""

    source: Key
    target: Key
    units: int
    score: float


def term_candidates(pairs: Iterable[tuple[Analysis, Analysis]], *, fewest: int = 3) -> tuple[Candidate, ...]:
    """Pairs of phrases that seem to be terms, the surest first; equal input gives equal output.

    At least one side of a pair has several words or is a name. Units with equal texts count once.

    Args:
        pairs: Source and target text of each unit.
        fewest: In how many units a phrase, and a pair, must stand.
    """
    distinct = list({(source.text, target.text): (source, target) for source, target in pairs}.values())
    sources = _Side([source for source, _ in distinct], fewest)
    targets = _Side([target for _, target in distinct], fewest)
    links = _competing(_links(sources, targets, len(distinct), fewest))
    found = (_candidate(link, sources, targets, distinct) for link in links)
    return tuple(sorted(found, key=lambda one: (-round(one.score, 6), one.source, one.target)))


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """Dunning's G² for two events that come together in ``both`` of ``total`` trials, and apart in ``one``, ``other``.

    Args:
        both: How often the two come together.
        one: How often the first comes, together or not.
        other: How often the second comes, together or not.
        total: How many trials there are.
    """
    table = (both, one - both, other - both, total - one - other + both)
    margins = (one, total - one, other, total - other)
    return 2 * (sum(map(_weight, table)) + _weight(total) - sum(map(_weight, margins)))


def _weight(count: int) -> float:
    return count * log(count) if count else 0.0


def _parts(key: Key) -> Iterator[Key]:
    """The shorter phrases inside ``key``."""
    size = len(key)
    return (key[start : start + length] for length in range(1, size) for start in range(size - length + 1))


def _links(sources: _Side, targets: _Side, total: int, fewest: int) -> Iterator[_Link]:
    """The pairs that come together often and not by chance."""
    present = targets.by_unit()
    for source, units in sources.units.items():
        together = Counter(target for number in units for target in present.get(number, ()))
        for target, both in together.items():
            one, other = len(units), len(targets.units[target])
            even = _is_even(source, target)
            share = _LEAST_SHARE if even else _LEAST_UNEVEN_SHARE
            enough = both >= max(fewest, share * max(one, other)) and both * total > one * other
            if enough and (len(source) > 1 or len(target) > 1 or _are_names(source, target, sources, targets)):
                score = log_likelihood(both, one, other, total)
                if score >= _LEAST_SCORE:
                    yield _Link(source, target, both, score)


def _is_even(source: Key, target: Key) -> bool:
    """Whether both are single words, or neither is."""
    return (len(source) > 1) == (len(target) > 1)


def _are_names(source: Key, target: Key, sources: _Side, targets: _Side) -> bool:
    """Whether two single words are names."""
    return sources.is_name(source) and targets.is_name(target)


def _competing(links: Iterable[_Link]) -> Iterator[_Link]:
    """The surest pairs, each phrase once: first those of two single words, or of two longer phrases."""
    taken: tuple[set[Key], set[Key]] = (set(), set())
    for link in sorted(links, key=_precedence):
        if link.source not in taken[0] and link.target not in taken[1]:
            taken[0].add(link.source)
            taken[1].add(link.target)
            yield link


def _precedence(link: _Link) -> tuple[bool, float, int, int, Key, Key]:
    """The surer pair first, of equally sure ones that of like length, then the longer."""
    words = len(link.source), len(link.target)
    even = _is_even(link.source, link.target)
    return not even, -round(link.score, 6), abs(words[0] - words[1]), -sum(words), link.source, link.target


def _candidate(link: _Link, sources: _Side, targets: _Side, pairs: Sequence[tuple[Analysis, Analysis]]) -> Candidate:
    units = sources.units[link.source], targets.units[link.target]
    shortest = sorted(units[0] & units[1], key=lambda number: (len(pairs[number][0].text), number))[:_EXAMPLES]
    return Candidate(
        source=sources.form(link.source),
        target=targets.form(link.target),
        units=link.units,
        source_units=len(units[0]),
        target_units=len(units[1]),
        score=link.score,
        examples=tuple((pairs[number][0].text, pairs[number][1].text) for number in shortest),
    )

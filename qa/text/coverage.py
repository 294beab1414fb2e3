"""What of a text its translation covers: names, figures and words with a known translation, each found there or not.

Each such word speaks for or against a translation of its place: a word whose translation is found is likely to be
translated, a run of words without any is likely to be left out. The weights are logarithms of likelihood ratios
between "left out" and "translated", after W. Gale and K. Church, "A program for aligning sentences in bilingual
corpora" (1993), who weigh lengths so; their rates were fitted to news in Russian and English.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from rapidfuzz.distance import JaroWinkler

from qa.core.lazy import Memo, lazy
from qa.core.span import Span
from qa.languages import language_pack
from qa.languages.morphology import fold
from qa.languages.translations import stem, stems, translations
from qa.languages.transliteration import usual_spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = [
    "USUAL_RATE",
    "Gap",
    "Witness",
    "counterparts",
    "longest_gap",
    "most_weight",
    "rate",
    "shares_words",
    "surely_covered",
    "total_weight",
    "translations_of",
    "witnesses",
    "words_found",
]

_Kind = Literal["figure", "name", "word", "cognate"]
USUAL_RATE = 0.73
"""How often one of the known translations of a word stands in a translation."""
_TRANSLATED: dict[str, float] = {"figure": 0.9, "name": 0.8, "cognate": 0.12}
"""How often a witness of each other kind is found in a translation."""
_NEARBY: dict[str, float] = {"figure": 0.05, "name": 0.08, "word": 0.08, "cognate": 0.02}
_ELSEWHERE: dict[str, float] = {"figure": 0.05, "name": 0.02, "word": 0.03, "cognate": 0.02}
"""How often it is found in the rest of the same sentence, and in a text on something else."""
_PRIOR = 10
"""So many words the usual rate counts for, against what is seen."""
_ENOUGH_COMMON, _COMMON_SHARE = 3, 0.3
_FIGURE = re.compile(r"\d+")
_SHORTEST, _NAME_SHORTEST = 3, 4
_COGNATE_SHORTEST = 6
_NAME_LIKENESS, _COGNATE_LIKENESS = 0.78, 0.85
_SENTENCE_END = frozenset(".!?…")


class Witness(NamedTuple):
    """A word of the source that should have a counterpart in the target."""

    kind: _Kind
    token: Token
    found: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.token.span


class Gap(NamedTuple):
    """A run of words of the source that seem to be left out."""

    weight: float
    """How surely: the logarithm of a likelihood ratio."""
    span: Span


def witnesses(source: Analysis, target: Analysis) -> tuple[Witness, ...]:
    """The words of ``source`` that speak, in order; none where no lexicon is known for the two languages."""
    known = counterparts(source.language, target.language)
    return tuple(_witnesses(source, _Rendering(target), known)) if known is not None else ()


def words_found(source: Analysis, target: Analysis) -> Sequence[bool]:
    """Of the words among the `witnesses` alone, in order, whether each is found; many times quicker than they are."""
    if source.covered is None or source.covered[0] is not target.text:
        known = counterparts(source.language, target.language)
        source.covered = target.text, [] if known is None else _words_found(source, target, known)  # several rules ask
    return source.covered[1]


def _words_found(source: Analysis, target: Analysis, known: Mapping[str, frozenset[str]]) -> list[bool]:
    misses = target.stem_set.isdisjoint
    return [not misses(choices) for choices in filter(None, map(known.__getitem__, source.passage.folded))]


def shares_words(source: Analysis, target: Analysis) -> bool:
    """Whether known words of ``source`` have counterparts in ``target``, as in any translation; quick where they have.

    True as well where no lexicon is known for the two languages.
    """
    known = counterparts(source.language, target.language)
    if known is None:
        return True
    misses = target.stem_set.isdisjoint
    common = 0
    for seen, choices in enumerate(filter(None, map(known.__getitem__, source.passage.folded)), 1):
        if not misses(choices):
            common += 1
            if common >= _ENOUGH_COMMON and common >= _COMMON_SHARE * seen:
                return True
    return False


def surely_covered(source: Analysis, target: Analysis, share: float) -> bool:
    """Whether at least a share of the `witnesses` is found; they are looked at only if the words leave it open."""
    found = words_found(source, target)
    others = _names(source) + _figures(source)
    if found.count(True) >= share * (len(found) + others):  # even if all the others are lost
        return True
    seen = witnesses(source, target)
    return sum(witness.found for witness in seen) >= share * len(seen)


def rate(texts: Iterable[Sequence[bool]]) -> float:
    """How often known translations of words stand in some translated texts, the usual rate being the prior.

    Args:
        texts: of each the `words_found`.
    """
    words = [found for text in texts for found in text]
    return (sum(words) + _PRIOR * USUAL_RATE) / (len(words) + _PRIOR)


def total_weight(text: Sequence[Witness], word_rate: float) -> float:
    """How surely the target translates another text: the logarithm of a likelihood ratio."""
    return sum(_weights(text, word_rate, _ELSEWHERE))


def most_weight(source: Analysis, target: Analysis, word_rate: float) -> float:
    """No less than the `total_weight` of the `witnesses`, and many times quicker: as if names and figures were lost."""
    found = words_found(source, target)
    hits = found.count(True)
    there, lost, name, figure = _most_weights(word_rate)
    return hits * there + (len(found) - hits) * lost + _names(source) * name + _figures(source) * figure


@lru_cache(8)
def _most_weights(word_rate: float) -> tuple[float, float, float, float]:
    """The weights of a word that is found, and of a word, a name and a figure that are not."""
    return (
        _weight("word", word_rate, _ELSEWHERE, found=True),
        _weight("word", word_rate, _ELSEWHERE, found=False),
        _weight("name", word_rate, _ELSEWHERE, found=False),
        _weight("figure", word_rate, _ELSEWHERE, found=False),
    )


def _names(text: Analysis) -> int:
    """How many names there may be among the `witnesses` of a text at most."""
    return sum(_is_name(word.text) for word in text.capitalised if word.start)


def _figures(text: Analysis) -> int:
    """How many figures there are among the `witnesses` of a text."""
    return sum(word[:1].isdigit() for word in text.passage.folded) if text.has_digits else 0


def _is_name(word: str) -> bool:
    """Whether a word with a capital, inside a sentence, may be a name that another script spells by its sound."""
    return len(word) >= _NAME_SHORTEST and not word.isupper()


def longest_gap(text: Sequence[Witness], word_rate: float) -> Gap | None:
    """The run of witnesses that speaks most surely of an omission; None where none does."""
    best = 0.0
    span: Span | None = None
    current, start = 0.0, 0
    for witness, weight in zip(text, _weights(text, word_rate, _NEARBY), strict=True):
        if current <= 0:
            current, start = 0.0, witness.span.start
        current += weight
        if current > best:
            best, span = current, Span(start, witness.span.end)
    return Gap(best, span) if span else None


def _weights(text: Sequence[Witness], word_rate: float, by_chance: Mapping[str, float]) -> Iterator[float]:
    for witness in text:
        yield _weight(witness.kind, word_rate, by_chance, found=witness.found)


def _weight(kind: _Kind, word_rate: float, by_chance: Mapping[str, float], *, found: bool) -> float:
    translated, chance = _TRANSLATED.get(kind, word_rate), by_chance[kind]
    return math.log(chance / translated) if found else math.log((1 - chance) / (1 - translated))


def _witnesses(source: Analysis, rendering: _Rendering, known: Mapping[str, frozenset[str]]) -> Iterator[Witness]:
    begins = True
    for token, word in zip(source.tokens, source.passage.folded, strict=True):
        if token.kind == "mark":
            begins = begins or token.text in _SENTENCE_END
            continue
        if token.kind == "number":
            yield Witness("figure", token, rendering.has_figure(token.text))
        elif len(word) >= _SHORTEST:
            choices = known[word]
            if choices:
                yield Witness("word", token, not choices.isdisjoint(rendering.stems))
            elif token.text[0].isupper() and not begins:
                if _is_name(token.text):
                    yield Witness("name", token, rendering.has_name(token.text))
            elif len(word) >= _COGNATE_SHORTEST and rendering.has_cognate(token.text):
                yield Witness("cognate", token, found=True)
        begins = False


@cache
def translations_of(source_language: str, target_language: str) -> Mapping[str, frozenset[str]]:
    """Stems of translations by stem, for words that are not so common that they are found in any text."""
    common = language_pack(source_language).common_words
    stems = {stem(word, source_language) for word in common}
    table = translations(source_language, target_language)
    return {word: choices for word, choices in table.items() if word not in stems}


@cache
def counterparts(source_language: str, target_language: str) -> Mapping[str, frozenset[str]] | None:
    """Stems of translations by folded word, empty for words that are no witnesses; None without a lexicon."""
    table = translations_of(source_language, target_language)
    if not table:
        return None
    stem_of, none = stems(source_language), frozenset[str]()
    return Memo(lambda word: table.get(stem_of[word], none) if len(word) >= _SHORTEST else none)


class _Rendering:
    """The target, as far as counterparts are looked for in it."""

    def __init__(self, target: Analysis) -> None:
        self.stems = target.stem_set
        self._figures = frozenset(_FIGURE.findall(target.text)) if target.has_digits else frozenset()
        self._target = target

    def has_figure(self, figure: str) -> bool:
        """Whether any group of the figure's digits is there."""
        return not self._figures.isdisjoint(_FIGURE.findall(figure))

    def has_name(self, name: str) -> bool:
        """Whether a word with a capital sounds like the name."""
        sound = _romanised(name)
        return any(
            JaroWinkler.similarity(sound, _romanised(word.text)) >= _NAME_LIKENESS for word in self._target.capitalised
        )

    def has_cognate(self, word: str) -> bool:
        """Whether a word begins and sounds like this one."""
        sound = _romanised(word)
        others = self._by_beginning.get(sound[:2], ())
        return any(JaroWinkler.similarity(sound, other) >= _COGNATE_LIKENESS for other in others)

    @lazy
    def _by_beginning(self) -> Mapping[str, list[str]]:
        """The words in Latin letters, by their first two letters."""
        found: dict[str, list[str]] = {}
        for word in self._target.folded_words:
            spelt = _romanised(word)
            found.setdefault(spelt[:2], []).append(spelt)
        return found


@lru_cache(maxsize=1 << 16)
def _romanised(word: str) -> str:
    """A word in Latin letters, as newspapers spell it."""
    folded = fold(word)
    if folded.isascii():
        return folded.removesuffix("'s")
    spelt = usual_spellings(folded)
    return spelt[0] if spelt else folded

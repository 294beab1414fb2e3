"""Words that a document sets in quotation marks in one place and leaves bare in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.span import Span
from qa.languages.morphology import lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.text.analysis import Analysis

__all__ = ["BareTerm", "bare_terms"]

_SHORT_QUOTATION = regex.compile(
    r"«([^«»\n]{2,40})»|“([^“”\n]{2,40})”|„([^„“\n]{2,40})“|(?<![\p{L}\p{N}])\"([^\"\n]{2,40})\"(?![\p{L}\p{N}])"
)
_NAME_GOES_ON = regex.compile(r"\s\p{Lu}")
_WORDS = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*(?:\s\p{L}[\p{L}\p{M}'’-]*){0,2}")


class BareTerm(NamedTuple):
    """A term without the quotation marks that it has elsewhere."""

    unit: int
    span: Span
    quoted: str
    """With the marks that it has elsewhere."""
    times: int
    """How often it is quoted."""


def _quoted(text: str) -> Iterator[tuple[str, Span]]:
    """The quotations of one to three words, without their marks, and where they stand with them."""
    for match in _SHORT_QUOTATION.finditer(text):
        words = next(group for group in match.groups() if group)
        if _WORDS.fullmatch(words):
            yield words, Span(*match.span())


def bare_terms(sources: Sequence[Analysis], targets: Sequence[Analysis]) -> Iterator[BareTerm]:
    """The bare places of terms that are quoted elsewhere in a document, given its units' texts side by side.

    A term is a quotation of the target that comes back with one and the same quotation of the source. A place counts
    only where the source sets that quotation and the target has the term without marks: a word set in quotation marks
    at its first mention alone is good style.
    """
    quoted = [frozenset(_lemmas(words, source.language) for words, _ in _quoted(source.text)) for source in sources]
    for words, units in _terms(targets).items():
        model = frozenset.intersection(*(quoted[number] for number in units))
        if len(units) > 1 and model:
            example = next(span.of(targets[units[0]].text) for found, span in _quoted(targets[units[0]].text)
                           if found.casefold() == words)  # fmt: skip
            for number, target in enumerate(targets):
                lost = sum(1 for _ in _quoted(target.text)) < sum(1 for _ in _quoted(sources[number].text))
                if lost and model & quoted[number] and number not in units:
                    yield from _bare(target.text, words, example, number, len(units))


def _terms(targets: Sequence[Analysis]) -> dict[str, list[int]]:
    """The quotations of the targets, folded, with their units."""
    found: dict[str, list[int]] = {}
    for number, target in enumerate(targets):
        for words in dict.fromkeys(words.casefold() for words, _ in _quoted(target.text)):
            found.setdefault(words, []).append(number)
    return found


def _lemmas(words: str, language: str) -> tuple[frozenset[str], ...]:
    return tuple(lemmas(word, language) for word in words.split())


def _bare(text: str, words: str, example: str, number: int, times: int) -> Iterator[BareTerm]:
    places = [span for _, span in _quoted(text)]
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-]){regex.escape(words)}(?![\p{{L}}\p{{N}}-])", regex.I)
    for match in pattern.finditer(text):
        if _NAME_GOES_ON.match(text, match.end()):
            continue
        span = Span(*match.span())
        if not any(place.covers(span) for place in places):
            yield BareTerm(number, span, example[0] + match.group() + example[-1], times)

"""Words that a document sets in quotation marks in one place and leaves bare in another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["BareTerm", "bare_terms"]

_SHORT_QUOTATION = regex.compile(
    r"«([^«»\n]{2,40})»|“([^“”\n]{2,40})”|„([^„“\n]{2,40})“|(?<![\p{L}\p{N}])\"([^\"\n]{2,40})\"(?![\p{L}\p{N}])"
)
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


def bare_terms(sources: Sequence[str], targets: Sequence[str]) -> Iterator[BareTerm]:
    """The bare places of terms that are quoted elsewhere in a document, given its units' texts side by side.

    A place counts only where the source sets a short quotation that the target lacks, and only when the term is quoted
    more than once: a word set in quotation marks at its first mention alone is good style.
    """
    counts: Counter[str] = Counter()
    model: dict[str, str] = {}
    for target in targets:
        for words, span in _quoted(target):
            counts[words.casefold()] += 1
            model.setdefault(words.casefold(), span.of(target))
    for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
        places = [span for _, span in _quoted(target)]
        if len(places) >= sum(1 for _ in _quoted(source)):
            continue
        for words, count in counts.items():
            if count > 1:
                pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-]){regex.escape(words)}(?![\p{{L}}\p{{N}}-])", regex.I)
                for match in pattern.finditer(target):
                    span = Span(*match.span())
                    if not any(place.covers(span) for place in places):
                        quoted = model[words][0] + match.group() + model[words][-1]
                        yield BareTerm(number, span, quoted, count)

"""The few units of a document that a pattern may match in, found by one search through all its texts.

A search in one text costs more for being called than for looking; a document's texts in one string are searched at the
speed of the pattern.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from qa.core.lazy import latest

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit

__all__ = ["SIDES", "beyond_ascii", "candidates", "numbers_of_any", "numbers_of_candidates"]

Side = Literal["source", "target"]
SIDES: Final[tuple[Side, Side]] = ("source", "target")


def candidates(document: Document, pattern: re.Pattern[str]) -> Iterator[TranslationUnit]:
    """The units in whose target text ``pattern`` may be found, in order; in the others it is not found.

    The texts stand in lines of their own, so that to the pattern a newline stands before and behind each: it must not
    ask for the beginning or the end of its text, nor refuse a newline there.
    """
    return map(document.units.__getitem__, numbers_of_candidates(document, pattern))


def numbers_of_candidates(document: Document, pattern: re.Pattern[str], side: Side = "target") -> Iterator[int]:
    """The numbers in the document of its `candidates`, or of the units with such a source text."""
    text, ends = _targets(document) if side == "target" else _sources(document)
    match = pattern.search(text)
    while match:
        number = bisect_right(ends, match.start())
        if number == len(ends):
            return
        yield number
        match = pattern.search(text, ends[number])


def numbers_of_any(document: Document, patterns: Iterable[re.Pattern[str]], side: Side = "target") -> set[int]:
    """The numbers of the units with any of some patterns.

    Several that begin with one character each are looked for much sooner than one that begins with any of these.
    """
    return {number for pattern in patterns for number in numbers_of_candidates(document, pattern, side)}


@latest
def beyond_ascii(document: Document) -> Sequence[int]:
    """The numbers of the units whose target text has any other than ASCII characters; Python knows that of each text.

    In the others all letters are Latin.
    """
    return [number for number, unit in enumerate(document.units) if not unit.target.text.isascii()]


@latest
def _targets(document: Document) -> tuple[str, Sequence[int]]:
    """All target texts, each behind a newline, and where each ends."""
    return _joined(unit.target.text for unit in document.units)


@latest
def _sources(document: Document) -> tuple[str, Sequence[int]]:
    """All source texts likewise."""
    return _joined(unit.source.text for unit in document.units)


def _joined(texts: Iterable[str]) -> tuple[str, Sequence[int]]:
    lines = ["\n" + text for text in texts]
    return "".join(lines) + "\n", tuple(accumulate(map(len, lines)))

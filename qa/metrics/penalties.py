"""The penalty points and words of a sample: what every MQM score is computed from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from qa.core.errors import UsageError

if TYPE_CHECKING:
    from qa.core.finding import Finding
    from qa.metrics.sample import Sample
    from qa.metrics.weights import Weights

__all__ = ["SMALL_SAMPLE", "points_by_segment", "some_words", "word_note"]

SMALL_SAMPLE: Final = 500
"""Words under which points per word say little about a translation as a whole."""


def points_by_segment(sample: Sample, weights: Weights) -> list[float]:
    """The penalty points of each segment.

    Raises:
        UsageError: a finding belongs to no segment of the sample.
    """
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in sample.findings or ():
        found[finding.document, finding.unit].append(finding)
    keys = [(sample.document(i), sample.unit(i)) for i in range(len(sample.hypotheses))]
    for document, unit in found.keys() - set(keys):
        message = f"a finding in unit {unit!r} of document {document!r} belongs to no segment that is scored"
        raise UsageError(message)
    return [weights.total(found.get(key, ())) for key in keys]


def some_words(words: int) -> int:
    """``words``, of which there must be some.

    Raises:
        UsageError: there are none to set the findings against.
    """
    if words < 1:
        raise UsageError("MQM sets findings against source words, and there are none; give the source texts")
    return words


def word_note(words: int, kind: str = "source") -> str:
    """For signatures: which words were counted, how many, and whether they are few."""
    small = ", sample small" if words < SMALL_SAMPLE else ""
    return f"{kind} words, {words} words{small}"

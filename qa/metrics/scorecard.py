"""The MQM scorecard of one system: score, penalty points by category and document, and whether it passes.

Categories are aligned with those of MQM and of ISO 5060.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.finding import Severity
from qa.core.score import Score
from qa.metrics.batch import score_sample
from qa.metrics.mqm import raw_score
from qa.metrics.penalties import SMALL_SAMPLE, points_by_segment
from qa.metrics.tolerance import REFERENCE_WORDS
from qa.metrics.weights import MQM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding
    from qa.metrics.sample import Sample

__all__ = ["CategoryRow", "DocumentRow", "Scorecard", "make_scorecard"]

_SCHEMA: Final = "qa.scorecard/1"


class CategoryRow(msgspec.Struct, frozen=True):
    """The findings of one category."""

    category: str
    severities: dict[str, int]
    """How many, by severity, gravest first."""
    points: float
    points_per_1000: float


class DocumentRow(msgspec.Struct, frozen=True):
    """One document."""

    document: str
    words: int
    findings: int
    points: float
    score: float | None
    """Raw; None where there are no words."""


class Scorecard(msgspec.Struct, frozen=True, kw_only=True):
    """What MQM says of one system."""

    schema: str = _SCHEMA
    system: str
    scores: tuple[Score, ...]
    """Of the whole sample; the signature of each names its model, weights and word count."""
    words_of: str
    words: int
    small: bool
    """Whether there are too few words for a verdict."""
    points: float
    critical: int
    passed: bool
    reasons: tuple[str, ...]
    """Why it did not pass."""
    categories: tuple[CategoryRow, ...]
    documents: tuple[DocumentRow, ...]


def make_scorecard(sample: Sample, system: str) -> Scorecard:
    """The scorecard of the findings of a sample; calibrated too where the sample has a tolerance.

    Raises:
        UsageError: the sample has no findings or no words.
    """
    names = ["mqm", "mqm-google"]
    if sample.tolerance is not None:
        names.insert(1, "mqm-calibrated")
    scores = score_sample(names, replace(sample, levels=frozenset({"corpus"})))
    counted = [finding for finding in sample.findings or () if finding.suppressed is None]
    critical = sum(finding.severity is Severity.CRITICAL for finding in counted)
    words = sum(sample.source_words)
    reasons = tuple(_reasons(sample, scores, critical))
    return Scorecard(
        system=system,
        scores=scores,
        words_of=sample.words_of,
        words=words,
        small=words < SMALL_SAMPLE,
        points=MQM.total(counted),
        critical=critical,
        passed=not reasons,
        reasons=reasons,
        categories=tuple(_categories(counted, words)),
        documents=tuple(_documents(sample)),
    )


def _reasons(sample: Sample, scores: Sequence[Score], critical: int) -> Iterator[str]:
    if critical:
        noun = "finding" if critical == 1 else "findings"
        yield f"{critical} critical {noun}; one is too many"
    for score in scores:
        if sample.tolerance and score.metric == "mqm-calibrated" and score.value < sample.tolerance.passing:
            yield f"the calibrated score is {score.value:.2f}; {sample.tolerance.passing:g} would pass"


def _categories(findings: Sequence[Finding], words: int) -> Iterator[CategoryRow]:
    """The most expensive category first."""
    by_category: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_category[finding.category].append(finding)
    for category, found in sorted(by_category.items(), key=lambda entry: (-MQM.total(entry[1]), entry[0])):
        counts = Counter(finding.severity for finding in found)
        points = MQM.total(found)
        yield CategoryRow(
            category,
            {severity.value: counts[severity] for severity in reversed(Severity) if counts[severity]},
            points,
            REFERENCE_WORDS * points / words,
        )


def _documents(sample: Sample) -> Iterator[DocumentRow]:
    points = points_by_segment(sample, MQM)
    counts = Counter(finding.document for finding in sample.findings or () if finding.suppressed is None)
    for document, indices in sample.by_document().items():
        words = sum(sample.source_words[i] for i in indices)
        total = sum(points[i] for i in indices)
        yield DocumentRow(document, words, counts[document], total, raw_score(total, words) if words else None)

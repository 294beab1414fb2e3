"""Scores a batch by several metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.core.errors import UsageError
from qa.metrics.discovery import metric
from qa.metrics.sample import ALL_LEVELS, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa.core.finding import Finding
    from qa.core.score import Level, Score
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Need

__all__ = ["metrics_for", "score_batch", "score_sample"]

_REMEDIES: Final[Mapping[Need, str]] = {
    "references": "reference translations; give at least one with --reference",
    "findings": "the findings of the rules; check the texts first",
    "source_words": "the source texts, to count their words",
    "sources": "the source texts; give them with --source, or a bilingual file",
    "tolerance": "to know what is acceptable; give --passing-threshold and --acceptable-penalty",
}


def score_batch(  # noqa: PLR0913 -- the columns of a sample, by keyword
    names: Iterable[str],
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]] = (),
    documents: Sequence[str] = (),
    *,
    units: Sequence[str] = (),
    findings: Sequence[Finding] | None = None,
    source_words: Sequence[int] = (),
    levels: frozenset[Level] = ALL_LEVELS,
    bootstrap: int = 0,
    target_language: str = "",
) -> tuple[Score, ...]:
    """As :func:`score_sample`, for the columns of a sample one by one.

    Raises:
        UsageError: no such metric, nothing to score, columns of different lengths, or a column that a metric needs
            is missing.
        PluginError: a library that a metric needs for the target language is missing.
    """
    sample = Sample(
        hypotheses=hypotheses,
        references=references,
        documents=documents,
        units=units,
        findings=findings,
        source_words=source_words,
        levels=levels,
        bootstrap=bootstrap,
        target_language=target_language,
    )
    return score_sample(names, sample)


def score_sample(names: Iterable[str], sample: Sample) -> tuple[Score, ...]:
    """The scores of each metric in the order named, each metric's in the order corpus, documents, segments.

    Raises:
        UsageError: no such metric, or a column that a metric needs is missing.
        PluginError: a library or a model that a metric needs is missing.
    """
    return tuple(score for wanted in metrics_for(names, sample) for score in wanted.score(sample))


def metrics_for(names: Iterable[str], sample: Sample) -> list[Metric]:
    """The metrics of these names, each once, all of which the sample has the columns for; raises as above."""
    metrics = [metric(name) for name in dict.fromkeys(names)]
    for wanted in metrics:
        _demand(wanted, sample)
    return metrics


def _demand(wanted: Metric, sample: Sample) -> None:
    for column in sorted(wanted.needs):
        if not sample.has(column):
            message = f"the metric {wanted.name!r} needs {_REMEDIES[column]}"
            raise UsageError(message)

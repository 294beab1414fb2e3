"""What metrics share whose corpus score is the mean of their segments' scores."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qa.core.score import Score
from qa.metrics.bootstrap import interval, resamples, seed
from qa.metrics.statistics import mean_statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.metrics.sample import Sample

__all__ = ["mean_scores"]


def mean_scores(
    metric: str, values: Sequence[float], sample: Sample, signature: str, *, higher_is_better: bool = True
) -> Iterator[Score]:
    """The scores at the levels asked for: the corpus first, then documents, then segments.

    Args:
        metric: the name.
        values: one per segment.
        sample: tells levels, documents and resamples.
        signature: of the scores without an interval.
        higher_is_better: of the metric.
    """
    statistics = mean_statistics(values)
    stamp = partial(Score, metric=metric, higher_is_better=higher_is_better)
    if "corpus" in sample.levels:
        whole, bounds = signature, None
        if sample.bootstrap:
            bounds = interval(
                [statistics.value(sums.tolist()) for sums in resamples(statistics.rows, sample.bootstrap)]
            )
            whole = f"{signature}|bs:{sample.bootstrap}|seed:{seed()}"
        yield stamp(value=statistics.total(), signature=whole, interval=bounds)
    if "document" in sample.levels:
        for document, indices in sample.by_document().items():
            yield stamp(value=statistics.total(indices), level="document", document=document, signature=signature)
    if "segment" in sample.levels:
        for i, value in enumerate(values):
            yield stamp(
                value=float(value),
                level="segment",
                signature=signature,
                document=sample.document(i),
                unit=sample.unit(i),
            )

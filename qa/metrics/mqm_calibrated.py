"""MQM, calibrated scoring model: 100 without findings, the passing threshold at exactly the acceptable points.

``100 - points per 1,000 source words · (100 - passing threshold) / acceptable points per 1,000 words`` (MQM 2.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from qa.core.errors import UsageError
from qa.core.score import Score
from qa.metrics.mqm import with_interval
from qa.metrics.penalties import points_by_segment, some_words, word_note
from qa.metrics.statistics import Statistics
from qa.metrics.weights import MQM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Need, Sample
    from qa.metrics.tolerance import Tolerance

__all__ = ["METRIC", "calibrated_score"]


def calibrated_score(points: float, words: int, tolerance: Tolerance, kind: str = "source") -> Score:
    """The calibrated score of penalty points in a number of words of the source, or of the target.

    Raises:
        UsageError: there are no words.
    """
    return Score(
        metric="mqm-calibrated",
        value=tolerance.calibrated(points, some_words(words)),
        signature=_signature(words, tolerance, kind),
    )


def _signature(words: int, tolerance: Tolerance, kind: str) -> str:
    scale = f"PT:{tolerance.passing:g}, APP:{tolerance.acceptable:g} per 1000"
    return f"MQM calibrated, {scale}, {MQM.text}, {word_note(words, kind)}"


@dataclass(frozen=True, slots=True)
class MqmCalibrated:
    """The calibrated MQM score of a sample, at every level that has source words."""

    name: str = "mqm-calibrated"
    higher_is_better: bool = True
    needs: ClassVar[frozenset[Need]] = frozenset({"findings", "source_words", "tolerance"})

    def statistics(self, sample: Sample) -> Statistics:
        """Points and words of each segment."""
        import numpy as np  # noqa: PLC0415 -- slow to import

        tolerance = _tolerance(sample)
        rows = np.column_stack((points_by_segment(sample, MQM), sample.source_words)).astype(np.float64)
        return Statistics(rows, lambda sums: _value(sums, tolerance))

    def signature(self, sample: Sample) -> str:
        """Model, scale, weights and words."""
        return _signature(sum(sample.source_words), _tolerance(sample), sample.words_of)

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus, then documents, then segments."""
        tolerance = _tolerance(sample)
        points, words = points_by_segment(sample, MQM), sample.source_words
        scored = partial(calibrated_score, tolerance=tolerance, kind=sample.words_of)
        if "corpus" in sample.levels:
            yield with_interval(scored(sum(points), sum(words)), points, sample, tolerance.calibrated)
        if "document" in sample.levels:
            for document, indices in sample.by_document().items():
                if length := sum(words[i] for i in indices):
                    score = scored(sum(points[i] for i in indices), length)
                    yield replace(score, level="document", document=document)
        if "segment" in sample.levels:
            for i, length in enumerate(words):
                if length:
                    score = scored(points[i], length)
                    yield replace(score, level="segment", document=sample.document(i), unit=sample.unit(i))


def _value(sums: Sequence[float], tolerance: Tolerance) -> float:
    points, words = sums
    return tolerance.calibrated(points, words) if words else 100.0


def _tolerance(sample: Sample) -> Tolerance:
    if sample.tolerance is None:
        raise UsageError("the metric 'mqm-calibrated' needs to know what is acceptable; give a tolerance")
    return sample.tolerance


METRIC: Final[Metric] = MqmCalibrated()

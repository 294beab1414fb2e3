"""MQM as in Google's evaluations: mean penalty points of a segment, 0 is best (Freitag et al. 2021).

A minor error costs 1, a major one 5, minor punctuation 0.1, a non-translation 25; our critical findings count as
major. Points are not set against words, so that long segments look worse: compare systems on the same segments only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from qa.metrics.penalties import points_by_segment
from qa.metrics.segmental import mean_scores
from qa.metrics.statistics import Statistics, mean_statistics
from qa.metrics.weights import GOOGLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.score import Score
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Need, Sample

__all__ = ["METRIC"]


@dataclass(frozen=True, slots=True)
class MqmGoogle:
    """Mean penalty points of a segment."""

    name: str = "mqm-google"
    higher_is_better: bool = False
    needs: ClassVar[frozenset[Need]] = frozenset({"findings"})

    def statistics(self, sample: Sample) -> Statistics:
        """The points of each segment."""
        return mean_statistics(points_by_segment(sample, GOOGLE))

    def signature(self, sample: Sample) -> str:
        """Weights and number of segments."""
        exceptions = "minor punctuation 0.1, non-translation 25"
        return f"MQM Google, minor 1, major 5, {exceptions}, mean of {len(sample.hypotheses)} segments"

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus, then documents, then segments."""
        points = points_by_segment(sample, GOOGLE)
        yield from mean_scores(self.name, points, sample, self.signature(sample), higher_is_better=False)


METRIC: Final[Metric] = MqmGoogle()

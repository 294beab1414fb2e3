"""What a metric is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.score import Score
    from qa.metrics.sample import Need, Sample
    from qa.metrics.statistics import Statistics

__all__ = ["Metric"]


class Metric(Protocol):
    """Turns a sample into scores that say everything that is needed to make them again."""

    @property
    def name(self) -> str:
        """As the user asks for it: ``chrf++``."""

    @property
    def needs(self) -> frozenset[Need]:
        """The columns of the sample that it cannot do without."""

    @property
    def higher_is_better(self) -> bool:
        """Whether a greater number is a better translation."""

    def score(self, sample: Sample) -> Iterator[Score]:
        """The scores at the levels asked for: the corpus first, then documents, then segments."""

    def statistics(self, sample: Sample) -> Statistics:
        """What two systems are compared by."""

    def signature(self, sample: Sample) -> str:
        """Everything that changes the corpus score, without an interval."""

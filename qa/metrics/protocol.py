"""What a metric is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.score import Score
    from qa.metrics.sample import Need, Sample

__all__ = ["Metric"]


class Metric(Protocol):
    """Turns a sample into scores that say everything that is needed to make them again."""

    @property
    def name(self) -> str:
        """As the user asks for it: ``chrf++``."""

    @property
    def needs(self) -> frozenset[Need]:
        """The columns of the sample that it cannot do without."""

    def score(self, sample: Sample) -> Iterator[Score]:
        """The scores at the levels asked for: the corpus first, then documents, then segments."""

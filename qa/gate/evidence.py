"""What a gate may look at beyond findings and scores: the segments behind the scores, and an earlier report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.core.score import Score

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from qa.core.report import Report
    from qa.metrics.scored import Scored

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Segments that were scored, and what they may not be worse than."""

    scored: tuple[Scored, ...] = ()
    earlier: Report | None = None

    def part(self, units: Container[tuple[str, str]]) -> Evidence:
        """The evidence on some units, by document and id; metrics that scored none of them are left out."""
        return replace(self, scored=tuple(_parts(self.scored, units)))

    def scores(self, names: Container[str]) -> Iterator[Score]:
        """The corpus scores of some metrics on their segments."""
        for one in (one for one in self.scored if one.metric.name in names):
            yield Score(
                metric=one.metric.name,
                value=one.metric.statistics(one.sample).total(),
                signature=one.metric.signature(one.sample),
                system=one.system,
                higher_is_better=one.metric.higher_is_better,
            )


def _parts(scored: tuple[Scored, ...], units: Container[tuple[str, str]]) -> Iterator[Scored]:
    for one in scored:
        sample = one.sample
        rows = [row for row in range(len(sample.hypotheses)) if (sample.document(row), sample.unit(row)) in units]
        if rows:
            yield replace(one, sample=sample.at(rows))

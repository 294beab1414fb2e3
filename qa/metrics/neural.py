"""What metrics share that ask a model about each segment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from qa.core.errors import UsageError
from qa.metrics.segmental import mean_scores
from qa.metrics.statistics import Statistics, mean_statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.score import Score
    from qa.metrics.sample import Need, Sample

__all__ = ["Judge", "Judgement", "ModelMetric", "Opener", "best_of"]


class Judge(Protocol):
    """A model that was opened for a sample."""

    @property
    def signature(self) -> str:
        """Model id, revision, licence, and everything else that changes the numbers."""

    def judge(self, sample: Sample) -> Judgement:
        """What it says of each segment."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A number per segment, and the words that the model points at."""

    values: Sequence[float]
    findings: tuple[Finding, ...] = ()


class Opener(Protocol):
    """Opens a model for a sample."""

    def __call__(self, model: str, sample: Sample, /) -> Judge:
        """The model of a name or folder.

        Raises:
            PluginError: a library or the model is missing, or the model has another shape.
        """


@dataclass(frozen=True, slots=True)
class ModelMetric:
    """A metric whose corpus score is the mean of what a model says of the segments."""

    name: str
    model: str
    """A folder, or a name of the hub; empty where the user must say."""
    opener: Opener
    needs: frozenset[Need]
    higher_is_better: bool = True
    points_at_words: bool = False
    """Whether some of these models tell which words are wrong."""

    def with_model(self, model: str) -> ModelMetric:
        """The same metric with another model."""
        if not model:
            message = f"{self.name + ':'!r} names no model; write {self.name}:FOLDER or {self.name}:owner/name"
            raise UsageError(message)
        return replace(self, model=model)

    def statistics(self, sample: Sample) -> Statistics:
        """The model's number for each segment."""
        return mean_statistics(self._open(sample).judge(sample).values)

    def signature(self, sample: Sample) -> str:
        """Of the model."""
        return self._open(sample).signature

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus, then documents, then segments."""
        judge = self._open(sample)
        values = judge.judge(sample).values
        yield from mean_scores(self.name, values, sample, judge.signature, higher_is_better=self.higher_is_better)

    def findings(self, sample: Sample) -> tuple[Finding, ...]:
        """The words that the model points at, as findings; none from a metric whose models never do."""
        if not self.points_at_words:
            return ()
        return self._open(sample).judge(sample).findings

    def _open(self, sample: Sample) -> Judge:
        if not self.model:
            message = f"the metric {self.name!r} needs a model; write {self.name}:FOLDER or {self.name}:owner/name"
            raise UsageError(message)
        return self.opener(self.model, sample)


def best_of(columns: Sequence[Sequence[float]]) -> list[float]:
    """The greatest number of each segment, over several references."""
    return [max(values) for values in zip(*columns, strict=True)]

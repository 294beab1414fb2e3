"""Contradiction between source and translation, 0-1, lower is better: the greater of both directions.

Natural language inference by a multilingual model. It looks for what similarity overlooks: a lost or added negation,
an antonym.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.metrics.neural import Judgement, ModelMetric, best_of
from qa.models.asking import ask
from qa.models.pairs import open_inference

if TYPE_CHECKING:
    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.pairs import PairClassifier

__all__ = ["METRIC"]


@dataclass(frozen=True, slots=True)
class _BothWays:
    classifier: PairClassifier

    @property
    def signature(self) -> str:
        """Of the classifier."""
        return f"both-ways|{self.classifier.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """The probability of each segment."""
        there = list(zip(sample.sources, sample.hypotheses, strict=True))
        back = [(target, source) for source, target in there]
        answers = [value for (value,) in ask(self.classifier, [*there, *back], sample.models)]
        return Judgement(best_of([answers[: len(there)], answers[len(there) :]]))


def _open(model: str, sample: Sample) -> Judge:
    return _BothWays(open_inference(model, sample.models))


METRIC: Final[Metric] = ModelMetric(
    "contradiction",
    "MoritzLaurer/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7",
    _open,
    frozenset({"sources"}),
    higher_is_better=False,
)

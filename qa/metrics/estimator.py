"""Quality estimation without a reference by a sequence classifier with one output, such as MonoTransQuest.

Ranasinghe et al. 2020. The scale is that of the checkpoint's training, most often direct assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.metrics.neural import Judgement, ModelMetric
from qa.models.asking import ask
from qa.models.pairs import open_estimator

if TYPE_CHECKING:
    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.pairs import PairClassifier

__all__ = ["METRIC"]


@dataclass(frozen=True, slots=True)
class _Estimated:
    classifier: PairClassifier

    @property
    def signature(self) -> str:
        """Of the classifier."""
        return f"estimate|{self.classifier.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """The estimate for each segment."""
        pairs = list(zip(sample.sources, sample.hypotheses, strict=True))
        return Judgement([value for (value,) in ask(self.classifier, pairs, sample.models)])


def _open(model: str, sample: Sample) -> Judge:
    return _Estimated(open_estimator(model, sample.models))


METRIC: Final[Metric] = ModelMetric(
    "estimator", "TransQuest/monotransquest-da-multilingual", _open, frozenset({"sources"})
)

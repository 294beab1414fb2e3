"""BERTScore-like similarity of translation and reference by any encoder: F1 of greedily matched tokens.

As Zhang et al. 2020 without idf weights and rescaling; of several references the best one counts. Scores of different
encoders cannot be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.metrics.neural import Judgement, ModelMetric, best_of
from qa.models.asking import ask
from qa.models.matching import open_matcher

if TYPE_CHECKING:
    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.matching import TokenMatcher

__all__ = ["METRIC"]


@dataclass(frozen=True, slots=True)
class _Matched:
    matcher: TokenMatcher

    @property
    def signature(self) -> str:
        """Of the encoder."""
        return f"token-f1|{self.matcher.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """F1 of each segment, -1 to 1."""
        columns = [
            [f1 for _, _, f1 in ask(self.matcher, list(zip(sample.hypotheses, reference, strict=True)), sample.models)]
            for reference in sample.references
        ]
        return Judgement(best_of(columns))


def _open(model: str, sample: Sample) -> Judge:
    return _Matched(open_matcher(model, sample.models))


METRIC: Final[Metric] = ModelMetric("bertscore", "FacebookAI/xlm-roberta-base", _open, frozenset({"references"}))

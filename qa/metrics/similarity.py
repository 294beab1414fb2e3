"""Similarity of source and translation: the cosine of their vectors from a multilingual sentence encoder.

LaBSE by default (Feng et al. 2020). A low cosine points at an omission or another text altogether; it does not see a
lost negation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.metrics.neural import Judgement, ModelMetric
from qa.models.asking import ask
from qa.models.encoder import open_encoder

if TYPE_CHECKING:
    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.encoder import Encoder

__all__ = ["METRIC"]


@dataclass(frozen=True, slots=True)
class _Cosine:
    encoder: Encoder

    @property
    def signature(self) -> str:
        """Of the encoder."""
        return f"cosine|{self.encoder.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """The cosine of each segment, -1 to 1."""
        texts = [(text,) for text in (*sample.sources, *sample.hypotheses)]
        vectors = ask(self.encoder, texts, sample.models)
        half = len(sample.hypotheses)
        pairs = zip(vectors[:half], vectors[half:], strict=True)
        return Judgement([sum(a * b for a, b in zip(left, right, strict=True)) for left, right in pairs])


def _open(model: str, sample: Sample) -> Judge:
    return _Cosine(open_encoder(model, sample.models))


METRIC: Final[Metric] = ModelMetric("similarity", "sentence-transformers/LaBSE", _open, frozenset({"sources"}))

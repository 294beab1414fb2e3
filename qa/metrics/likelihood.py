"""Likelihood of the translation under a translation model: mean log-probability of its tokens (0 is best).

Thompson and Post 2020; also known as glass-box quality estimation. The model of Helsinki-NLP for the two languages by
default. Stretches of improbable tokens become findings of severity neutral: a hint where to look, no error yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.core.errors import UsageError
from qa.core.finding import Finding, Severity
from qa.metrics.neural import Judgement, ModelMetric
from qa.models.asking import ask
from qa.models.likelihood import likelihood, open_decoder

if TYPE_CHECKING:
    from qa.core.span import Span
    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.likelihood import ForcedDecoder, Likelihood

__all__ = ["METRIC", "UNLIKELY"]

UNLIKELY: Final = -6.0
"""The log-probability below which a token is pointed at: one in four hundred."""
_PAIR: Final = "Helsinki-NLP/opus-mt-{source}-{target}"
_CATEGORY: Final = "accuracy/mistranslation"


@dataclass(frozen=True, slots=True)
class _Forced:
    decoder: ForcedDecoder

    @property
    def signature(self) -> str:
        """Of the translation model."""
        return f"mean-log-probability|{self.decoder.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """The mean log-probability of each segment, and its unlikely words."""
        pairs = list(zip(sample.sources, sample.hypotheses, strict=True))
        found = [likelihood(answer) for answer in ask(self.decoder, pairs, sample.models)]
        findings = (_finding(sample, i, one, span) for i, one in enumerate(found) for span in one.unlikely(UNLIKELY))
        return Judgement([one.mean for one in found], tuple(findings))


def _finding(sample: Sample, index: int, found: Likelihood, span: Span) -> Finding:
    words = span.of(sample.hypotheses[index])
    least = min(value for place, value in found.tokens if span.covers(place))
    return Finding(
        rule="model/unlikely-words",
        category=_CATEGORY,
        severity=Severity.NEUTRAL,
        message=f"“{words}” is improbable for the model (log-probability {least:.1f}); compare it with the source",
        document=sample.document(index),
        unit=sample.unit(index),
        target_spans=(span,),
    )


def _open(model: str, sample: Sample) -> Judge:
    source, target = _languages(sample)
    name = model.format(source=source.partition("-")[0], target=target.partition("-")[0]) if model == _PAIR else model
    return _Forced(open_decoder(name, (source, target), sample.models))


def _languages(sample: Sample) -> tuple[str, str]:
    if not (sample.source_language and sample.target_language):
        raise UsageError("the metric 'likelihood' chooses its model by the languages; give -s and -t")
    return sample.source_language, sample.target_language


METRIC: Final[Metric] = ModelMetric("likelihood", _PAIR, _open, frozenset({"sources"}), points_at_words=True)

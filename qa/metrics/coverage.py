"""Coverage: the share of the source that the translation has a counterpart for, by a multilingual sentence encoder.

A clause is missing where the source without it is clearly closer to the translation than the whole source is: by a
seventh of what lacks for an equal meaning. What is compared are three texts of one segment, so that the scale of the
encoder does not matter. Missing clauses become findings of severity neutral: a hint where to look, no error yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from qa.core.finding import Finding, Severity
from qa.core.span import Span
from qa.metrics.clauses import clauses
from qa.metrics.neural import Judgement, ModelMetric
from qa.models.asking import ask
from qa.models.encoder import open_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.metrics.neural import Judge
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.models.encoder import Encoder

__all__ = ["METRIC"]

_CLOSER: Final = 1 / 7
"""The share of the distance to the translation that goes with a missing clause; measured on clauses left out."""


class _Missing(NamedTuple):
    """A clause without a counterpart."""

    span: Span
    whole: float
    """Cosine of source and translation."""
    without: float
    """The same without the clause."""


@dataclass(frozen=True, slots=True)
class _Covered:
    encoder: Encoder

    @property
    def signature(self) -> str:
        """Of the encoder."""
        return f"coverage|closer:1/7|{self.encoder.signature}"

    def judge(self, sample: Sample) -> Judgement:
        """The covered share of each source, 0-1, and the clauses that are missing."""
        pairs = list(zip(sample.sources, sample.hypotheses, strict=True))
        texts = list(dict.fromkeys(text for source, target in pairs for text in (target, *_readings(source))))
        vectors = dict(zip(texts, ask(self.encoder, [(text,) for text in texts], sample.models), strict=True))
        found = [list(_missing(source, target, vectors)) for source, target in pairs]
        findings = (_finding(sample, row, one) for row, missing in enumerate(found) for one in missing)
        return Judgement([_share(*entry) for entry in zip(sample.sources, found, strict=True)], tuple(findings))


def _readings(source: str) -> Iterator[str]:
    """The source, and the source without each of its clauses."""
    yield source
    spans = clauses(source)
    if len(spans) > 1:
        yield from (_without(source, span) for span in spans)


def _without(source: str, span: Span) -> str:
    return (source[: span.start] + source[span.end :]).strip()


def _missing(source: str, target: str, vectors: Mapping[str, Sequence[float]]) -> Iterator[_Missing]:
    spans = clauses(source)
    if len(spans) < 2:  # noqa: PLR2004 -- of a single clause nothing can be left out
        return
    whole = _cosine(vectors[source], vectors[target])
    for span in spans:
        without = _cosine(vectors[_without(source, span)], vectors[target])
        if without - whole > (1 - whole) * _CLOSER:
            yield _Missing(_trimmed(span, source), whole, without)


def _cosine(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def _trimmed(span: Span, source: str) -> Span:
    words = span.of(source)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _share(source: str, missing: Sequence[_Missing]) -> float:
    return max(0.0, 1 - sum(len(one.span) for one in missing) / max(len(source.strip()), 1))


def _finding(sample: Sample, row: int, missing: _Missing) -> Finding:
    words = missing.span.of(sample.sources[row])
    return Finding(
        rule="model/missing-clause",
        category="accuracy/omission",
        severity=Severity.NEUTRAL,
        message=f"“{words}” may be missing; look for it in the translation",
        document=sample.document(row),
        unit=sample.unit(row),
        source_spans=(missing.span,),
        evidence=(f"similarity {missing.whole:.2f}, and {missing.without:.2f} without these words",),
    )


def _open(model: str, sample: Sample) -> Judge:
    return _Covered(open_encoder(model, sample.models))


METRIC: Final[Metric] = ModelMetric(
    "coverage", "sentence-transformers/LaBSE", _open, frozenset({"sources"}), points_at_words=True
)

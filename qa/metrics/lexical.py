"""What the metrics of sacrebleu share: one pass over the segments serves segment, document and corpus scores.

Numbers and signatures are those of sacrebleu itself (Post 2018, "A Call for Clarity in Reporting BLEU Scores").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from qa.core.score import Score
from qa.metrics.bootstrap import interval, resamples, seed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sacrebleu.metrics.base import Metric as Engine

    from qa.metrics.sample import Need, Sample

__all__ = ["Engines", "LexicalMetric"]


class Engines(Protocol):
    """Makes sacrebleu's own object for a metric."""

    def __call__(self, language: str, /, *, single: bool) -> Engine:
        """A fresh engine for a target language; ``single`` for the score of one segment by itself."""


@dataclass(frozen=True, slots=True)
class LexicalMetric:
    """A metric that compares translations with references by an engine of sacrebleu."""

    name: str
    engines: Engines
    higher_is_better: bool = True
    needs: ClassVar[frozenset[Need]] = frozenset({"references"})

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus score, then one per document, then one per segment."""
        engine = self.engines(sample.target_language, single=False)
        rows = engine._extract_corpus_statistics(sample.hypotheses, sample.references)  # noqa: SLF001 -- the pass that all levels share has no public name
        stamp = partial(
            Score, metric=self.name, higher_is_better=self.higher_is_better, signature=str(engine.get_signature())
        )
        if "corpus" in sample.levels:
            yield stamp(value=_value(engine, rows), **_interval(engine, rows, sample.bootstrap))
        if "document" in sample.levels:
            for document, indices in sample.by_document().items():
                yield stamp(value=_value(engine, [rows[i] for i in indices]), level="document", document=document)
        if "segment" in sample.levels:
            single = self.engines(sample.target_language, single=True)
            single.num_refs = engine.num_refs
            signature = str(single.get_signature())
            for i, row in enumerate(rows):
                yield stamp(
                    value=_value(single, [row]),
                    level="segment",
                    signature=signature,
                    document=sample.document(i),
                    unit=sample.unit(i),
                )


def _value(engine: Engine, rows: Sequence[list[Any]]) -> float:
    """The score of the segments behind ``rows`` together, 0-100 (TER may exceed 100)."""
    return float(engine._aggregate_and_compute(list(rows)).score)  # noqa: SLF001 -- as above


def _interval(engine: Engine, rows: Sequence[list[Any]], count: int) -> dict[str, Any]:
    """The interval from ``count`` resamples, and the signature that tells of them; nothing for none."""
    if not count:
        return {}
    values = [_value(engine, [sums.tolist()]) for sums in resamples(rows, count)]
    engine.n_bootstrap, engine.seed = count, str(seed())
    return {"interval": interval(values), "signature": str(engine.get_signature())}

"""What the metrics of sacrebleu share: one pass over the segments serves segment, document and corpus scores.

Numbers and signatures are those of sacrebleu itself (Post 2018, "A Call for Clarity in Reporting BLEU Scores").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from qa.core.score import Score
from qa.metrics.bootstrap import interval, resamples, seed
from qa.metrics.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.base import Metric as Engine

    from qa.metrics.sample import Need, Sample

__all__ = ["Engines", "LexicalMetric"]


class Engines(Protocol):
    """Makes sacrebleu's own object for a metric."""

    def __call__(self, language: str, /, *, single: bool) -> Engine:
        """A fresh engine for a target language; ``single`` for the score of one segment by itself."""


def _own_rows(engine: Engine, hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """The statistics that sacrebleu gathers."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    rows = engine._extract_corpus_statistics(hypotheses, references)  # noqa: SLF001 -- the pass that all levels share has no public name
    return np.asarray(rows, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class LexicalMetric:
    """A metric that compares translations with references by an engine of sacrebleu."""

    name: str
    engines: Engines
    higher_is_better: bool = True
    rows: Callable[[Any, Sequence[str], Sequence[Sequence[str]]], NDArray[np.float64]] = _own_rows
    """Gathers the engine's statistics, a row per segment."""
    needs: ClassVar[frozenset[Need]] = frozenset({"references"})

    def statistics(self, sample: Sample) -> Statistics:
        """The statistics of sacrebleu for every segment."""
        return self._gathered(sample)[0]

    def signature(self, sample: Sample) -> str:
        """Of the corpus score, without an interval."""
        return str(self._engine(sample).get_signature())

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus score, then one per document, then one per segment."""
        statistics, engine = self._gathered(sample)
        stamp = partial(
            Score, metric=self.name, higher_is_better=self.higher_is_better, signature=str(engine.get_signature())
        )
        if "corpus" in sample.levels:
            yield stamp(value=statistics.total(), **_interval(engine, statistics, sample.bootstrap))
        if "document" in sample.levels:
            for document, indices in sample.by_document().items():
                yield stamp(value=statistics.total(indices), level="document", document=document)
        if "segment" in sample.levels:
            single = self._engine(sample, single=True)
            signature = str(single.get_signature())
            for i, value in enumerate(Statistics(statistics.rows, partial(_value, single)).each()):
                yield stamp(
                    value=value, level="segment", signature=signature, document=sample.document(i), unit=sample.unit(i)
                )

    def _gathered(self, sample: Sample) -> tuple[Statistics, Engine]:
        engine = self._engine(sample)
        rows = self.rows(engine, sample.hypotheses, sample.references)
        return Statistics(rows, partial(_value, engine)), engine

    def _engine(self, sample: Sample, *, single: bool = False) -> Engine:
        engine = self.engines(sample.target_language, single=single)
        engine.num_refs = len(sample.references)
        return engine


def _value(engine: Engine, sums: Sequence[float]) -> float:
    """The score of column sums, 0-100 (TER may exceed 100)."""
    return float(engine._compute_score_from_stats(list(sums)).score)  # noqa: SLF001 -- as above


def _interval(engine: Engine, statistics: Statistics, count: int) -> dict[str, Any]:
    """The interval from ``count`` resamples, and the signature that tells of them; nothing for none."""
    if not count:
        return {}
    values = [statistics.value(sums.tolist()) for sums in resamples(statistics.rows, count)]
    engine.n_bootstrap, engine.seed = count, str(seed())
    return {"interval": interval(values), "signature": str(engine.get_signature())}

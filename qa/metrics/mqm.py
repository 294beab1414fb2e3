"""MQM: penalty points for findings, set against the length of the source (MQM 2.0, raw scoring model).

The raw score is ``100 · (1 - points / source words)`` with 0, 1, 5 and 25 points for a neutral, minor, major and
critical finding. The calibrated model is another one (``mqm-calibrated``), and tools mix the two up: the signature
names the model. The same points per 1,000 source words stand beside it as ``mqm-penalty``. Suppressed findings do not
count. Intervals come from resampling documents, and segments where there is only one document: the errors of one
document are not independent of each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from qa.core.score import Score
from qa.metrics.bootstrap import interval, resamples, seed
from qa.metrics.penalties import SMALL_SAMPLE, points_by_segment, some_words, word_note
from qa.metrics.statistics import Statistics
from qa.metrics.tolerance import REFERENCE_WORDS
from qa.metrics.weights import MQM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qa.core.finding import Finding
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Need, Sample

__all__ = [
    "METRIC",
    "PENALTIES",
    "SMALL_SAMPLE",
    "mqm_penalty",
    "mqm_score",
    "penalty_points",
    "raw_score",
    "with_interval",
]

PENALTIES: Final = MQM.severities


def penalty_points(findings: Iterable[Finding]) -> float:
    """The sum of the severities' weights over the findings that are not suppressed."""
    return MQM.total(findings)


def mqm_score(findings: Iterable[Finding], source_words: int) -> Score:
    """The raw quality score: 100 without findings, below 0 where the points outnumber the words.

    Raises:
        UsageError: there are no source words to set the findings against.
    """
    return _score(penalty_points(findings), source_words)


def mqm_penalty(findings: Iterable[Finding], source_words: int) -> Score:
    """The penalty points per 1,000 source words; 0 is best.

    Raises:
        UsageError: as :func:`mqm_score`.
    """
    return _penalty(penalty_points(findings), source_words)


def raw_score(points: float, words: float) -> float:
    """The raw scoring model."""
    return 100 * (1 - points / words)


def _score(points: float, words: int, kind: str = "source") -> Score:
    value = raw_score(points, some_words(words))
    return Score(metric="mqm", value=value, signature=_signature("MQM raw", words, kind))


def _penalty(points: float, words: int, kind: str = "source") -> Score:
    value = REFERENCE_WORDS * points / some_words(words)
    signature = _signature(f"MQM points per {REFERENCE_WORDS}", words, kind)
    return Score(metric="mqm-penalty", value=value, signature=signature, higher_is_better=False)


def _signature(model: str, words: int, kind: str) -> str:
    return f"{model}, {MQM.text}, {word_note(words, kind)}"


@dataclass(frozen=True, slots=True)
class Mqm:
    """The two MQM scores of a sample, at every level that has source words."""

    name: str = "mqm"
    higher_is_better: bool = True
    needs: ClassVar[frozenset[Need]] = frozenset({"findings", "source_words"})

    def statistics(self, sample: Sample) -> Statistics:
        """Points and words of each segment."""
        import numpy as np  # noqa: PLC0415 -- slow to import

        rows = np.column_stack((points_by_segment(sample, MQM), sample.source_words)).astype(np.float64)
        return Statistics(rows, lambda sums: raw_score(*sums) if sums[1] else 100.0)

    def signature(self, sample: Sample) -> str:
        """Model, weights and words of the raw score."""
        return _signature("MQM raw", sum(sample.source_words), sample.words_of)

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus, then documents, then segments; each a raw score and its penalty points."""
        points = points_by_segment(sample, MQM)
        words = sample.source_words
        if "corpus" in sample.levels:
            whole = _score(sum(points), sum(words), sample.words_of)
            yield with_interval(whole, points, sample, raw_score)
            yield _penalty(sum(points), sum(words), sample.words_of)
        if "document" in sample.levels:
            for document, indices in sample.by_document().items():
                yield from (
                    replace(score, level="document", document=document)
                    for score in _pair(sum(points[i] for i in indices), sum(words[i] for i in indices), sample.words_of)
                )
        if "segment" in sample.levels:
            for i in range(len(words)):
                yield from (
                    replace(score, level="segment", document=sample.document(i), unit=sample.unit(i))
                    for score in _pair(points[i], words[i], sample.words_of)
                )


def _pair(points: float, words: int, kind: str) -> Iterator[Score]:
    """Both scores; none for a text without source words, such as an addition."""
    if words:
        yield _score(points, words, kind)
        yield _penalty(points, words, kind)


def with_interval(
    score: Score, points: Sequence[float], sample: Sample, model: Callable[[float, float], float]
) -> Score:
    """``score`` with its interval from resampled documents; as it is where no resamples are asked for."""
    if not sample.bootstrap:
        return score
    groups = list(sample.by_document().values())
    unit = "documents" if len(groups) > 1 else "segments"
    if len(groups) < 2:  # noqa: PLR2004 -- one document cannot vary
        groups = [[i] for i in range(len(points))]
    rows = [(sum(points[i] for i in group), sum(sample.source_words[i] for i in group)) for group in groups]
    values = [model(*sums.tolist()) for sums in resamples(rows, sample.bootstrap) if sums[1]]
    signature = f"{score.signature}, bs:{sample.bootstrap} over {unit}, seed:{seed()}"
    return replace(score, interval=interval(values), signature=signature)


METRIC: Final[Metric] = Mqm()

"""MQM: penalty points for findings, set against the length of the source (MQM 2.0, raw scoring model).

The raw score is ``100 · (1 - points / source words)`` with 0, 1, 5 and 25 points for a neutral, minor, major and
critical finding. The calibrated model is another one, and tools mix the two up: the signature names the model. The
same points per 1,000 source words stand beside it as ``mqm-penalty``. Suppressed findings do not count.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from qa.core.errors import UsageError
from qa.core.finding import Severity
from qa.core.score import Score
from qa.metrics.bootstrap import interval, resamples, seed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.finding import Finding
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Need, Sample

__all__ = ["METRIC", "PENALTIES", "SMALL_SAMPLE", "mqm_penalty", "mqm_score", "penalty_points"]

PENALTIES: Final = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}
SMALL_SAMPLE: Final = 500
"""Source words under which points per word say little about a translation as a whole."""


def penalty_points(findings: Iterable[Finding]) -> int:
    """The sum of the severities' weights over the findings that are not suppressed."""
    return sum(PENALTIES[finding.severity] for finding in findings if finding.suppressed is None)


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


def _score(points: int, words: int) -> Score:
    value = _raw(points, _some(words))
    return Score(metric="mqm", value=value, signature=_signature("MQM raw", words))


def _penalty(points: int, words: int) -> Score:
    value = 1000 * points / _some(words)
    signature = _signature("MQM points per 1000", words)
    return Score(metric="mqm-penalty", value=value, signature=signature, higher_is_better=False)


def _raw(points: float, words: float) -> float:
    return 100 * (1 - points / words)


def _some(words: int) -> int:
    if words < 1:
        raise UsageError("MQM sets findings against source words, and there are none; give the source texts")
    return words


def _signature(model: str, words: int) -> str:
    small = ", sample small" if words < SMALL_SAMPLE else ""
    weights = "/".join(str(PENALTIES[severity]) for severity in Severity)
    return f"{model}, {weights}, source words, {words} words{small}"


@dataclass(frozen=True, slots=True)
class Mqm:
    """The two MQM scores of a sample, at every level that has source words."""

    name: str = "mqm"
    needs: ClassVar[frozenset[Need]] = frozenset({"findings", "source_words"})

    def score(self, sample: Sample) -> Iterator[Score]:
        """The corpus, then documents, then segments; each a raw score and its penalty points."""
        points = _points(sample)
        words = sample.source_words
        if "corpus" in sample.levels:
            yield _with_interval(
                _score(sum(points), sum(words)), list(zip(points, words, strict=True)), sample.bootstrap
            )
            yield _penalty(sum(points), sum(words))
        if "document" in sample.levels:
            for document, indices in sample.by_document().items():
                yield from (
                    replace(score, level="document", document=document)
                    for score in _pair(sum(points[i] for i in indices), sum(words[i] for i in indices))
                )
        if "segment" in sample.levels:
            for i in range(len(words)):
                yield from (
                    replace(score, level="segment", document=sample.document(i), unit=sample.unit(i))
                    for score in _pair(points[i], words[i])
                )


def _pair(points: int, words: int) -> Iterator[Score]:
    """Both scores; none for a text without source words, such as an addition."""
    if words:
        yield _score(points, words)
        yield _penalty(points, words)


def _points(sample: Sample) -> list[int]:
    """The penalty points of each segment.

    Raises:
        UsageError: a finding belongs to no segment of the sample.
    """
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in sample.findings or ():
        found[finding.document, finding.unit].append(finding)
    keys = [(sample.document(i), sample.unit(i)) for i in range(len(sample.hypotheses))]
    for document, unit in found.keys() - set(keys):
        message = f"a finding in unit {unit!r} of document {document!r} belongs to no segment that is scored"
        raise UsageError(message)
    return [penalty_points(found.get(key, ())) for key in keys]


def _with_interval(score: Score, rows: Sequence[tuple[int, int]], count: int) -> Score:
    """``score`` with its interval from ``count`` resamples of ``rows`` (points, words); as it is for none."""
    if not count:
        return score
    values = [_raw(points, words) for points, words in resamples(rows, count) if words]
    signature = f"{score.signature}, bs:{count}, seed:{seed()}"
    return replace(score, interval=interval(values), signature=signature)


METRIC: Final[Metric] = Mqm()

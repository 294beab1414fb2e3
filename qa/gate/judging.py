"""Holds findings, counts and scores against thresholds.

The configuration's table ``[gate]`` is the thresholds. A score or count that is missing trips its threshold: missing
is not 0, and not good enough either. Suppressed findings never count.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from qa.config import Thresholds
from qa.core.finding import Severity
from qa.core.report import GateResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.config import ScoreThreshold
    from qa.core.finding import Finding
    from qa.core.report import Summary
    from qa.core.score import Score
    from qa.gate.regressions import Regression

__all__ = ["judge"]

_DEFAULTS: Final = Thresholds()


def judge(
    findings: Iterable[Finding],
    scores: Sequence[Score],
    summary: Summary,
    thresholds: Thresholds = _DEFAULTS,
    regressions: Iterable[Regression] = (),
) -> GateResult:
    """Whether the batch passes, with one sentence per threshold that says no.

    Args:
        findings: of the whole batch.
        scores: of all levels; only those of the whole batch are judged, and of several systems each.
        summary: for the number of source words.
        thresholds: by default, no finding may be major or graver.
        regressions: what a comparison with an earlier report says.
    """
    counts = Counter(finding.severity for finding in findings if finding.suppressed is None)
    tripped = (
        *_grave(counts, thresholds.fail_on),
        *_light(counts, thresholds),
        *_density(counts, summary.source_words, thresholds.findings_per_1000_words),
        *_scores(scores, thresholds),
        *(regression.sentence for regression in regressions if regression.trips),
    )
    return GateResult(passed=not tripped, tripped=tripped, thresholds=dict(_named(thresholds)))


def _grave(counts: Counter[Severity], limit: Severity | None) -> Iterator[str]:
    if limit is None:
        return
    grave = [severity for severity in reversed(Severity) if severity.at_least(limit) and counts[severity]]
    if grave:
        split = ", ".join(f"{counts[severity]} {severity}" for severity in grave)
        worse = "" if limit is Severity.CRITICAL else " or graver"
        detail = "" if grave == [limit] else f" ({split})"
        yield f"{_findings(sum(counts[severity] for severity in grave))} {limit}{worse}{detail}; none may be"


def _light(counts: Counter[Severity], thresholds: Thresholds) -> Iterator[str]:
    limit, most = thresholds.fail_on, thresholds.max_warnings
    if most is None:
        return
    total = _worth_counting(counts, below=limit)
    if total > most:
        kind = f"minor or graver, but below {limit}" if limit else "minor or graver"
        yield f"{_findings(total)} {kind}; at most {most} may be"


def _density(counts: Counter[Severity], source_words: int, most: float | None) -> Iterator[str]:
    if most is None:
        return
    if not source_words:
        yield f"there are no source words to count findings against; at most {most:g} per 1,000 may be found"
        return
    density = 1000 * _worth_counting(counts) / source_words
    if density > most:
        shown = _number(density, most)
        yield f"{shown} findings per 1,000 source words are minor or graver; at most {most:g} may be"


def _scores(scores: Sequence[Score], thresholds: Thresholds) -> Iterator[str]:
    for metric, threshold in sorted(thresholds.scores.items()):
        wanted = _limits(threshold)
        if not wanted:
            continue
        found = [score for score in scores if score.level == "corpus" and score.metric == metric]
        if not found:
            yield f"there is no corpus score {metric!r}; it must be {wanted}"
        for score in found:
            # Asked this way round, a value that is no number does not pass.
            low = threshold.min is not None and not score.value >= threshold.min
            high = threshold.max is not None and not score.value <= threshold.max
            if low or high:
                limit = threshold.min if low else threshold.max
                system = f" of {score.system}" if score.system else ""
                yield f"{metric}{system} is {_number(score.value, limit)}; it must be {wanted}"


def _limits(threshold: ScoreThreshold) -> str:
    parts = []
    if threshold.min is not None:
        parts.append(f"at least {threshold.min:g}")
    if threshold.max is not None:
        parts.append(f"at most {threshold.max:g}")
    return " and ".join(parts)


def _wanted(threshold: ScoreThreshold) -> str:
    parts = [_limits(threshold)] if _limits(threshold) else []
    if threshold.target is not None:
        allowed = f"at most {threshold.threshold:g} worse" if threshold.threshold else "no worse"
        parts.append(f"{allowed} than before")
    return ", ".join(parts)


def _worth_counting(counts: Counter[Severity], below: Severity | None = None) -> int:
    """How many findings are minor or graver, and lighter than ``below``."""
    return sum(
        number
        for severity, number in counts.items()
        if severity.at_least(Severity.MINOR) and not (below and severity.at_least(below))
    )


def _findings(number: int) -> str:
    return "1 finding is" if number == 1 else f"{number} findings are"


def _number(value: float, limit: float | None) -> str:
    """Two decimals, or as many as tell the value from the limit."""
    short = f"{value:.2f}"
    return f"{value:.10g}" if limit is not None and float(short) == limit else short


def _named(thresholds: Thresholds) -> Iterator[tuple[str, str]]:
    """The thresholds that were asked for, by their keys in the configuration."""
    yield "fail-on", str(thresholds.fail_on or "never")
    if thresholds.max_warnings is not None:
        yield "max-warnings", str(thresholds.max_warnings)
    if thresholds.findings_per_1000_words is not None:
        yield "findings-per-1000-words", f"{thresholds.findings_per_1000_words:g}"
    for metric, threshold in sorted(thresholds.scores.items()):
        if wanted := _wanted(threshold):
            yield f"scores.{metric}", wanted

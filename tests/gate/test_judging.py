"""When a batch may not pass, and how that is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.finding import Finding, Severity, Suppression
from qa.core.report import Summary
from qa.core.score import Score
from qa.gate import ScoreThreshold, Thresholds, judge

SUMMARY = Summary(units=10, findings={}, source_words=500, target_words=600)


def finding(severity: str, *, suppressed: bool = False) -> Finding:
    return Finding(
        rule="accuracy/omission",
        category="accuracy/omission",
        severity=Severity(severity),
        message="“late” has no counterpart",
        document="a",
        unit="1",
        suppressed=Suppression("baseline") if suppressed else None,
    )


def findings(*severities: str) -> list[Finding]:
    return [finding(severity) for severity in severities]


def test_by_default_a_major_finding_fails() -> None:
    result = judge(findings("major", "critical", "major", "minor"), (), SUMMARY)
    assert not result.passed
    assert result.tripped == ("3 findings are major or graver (1 critical, 2 major); none may be",)
    assert result.thresholds == {"fail-on": "major"}


def test_a_single_severity_is_not_said_twice() -> None:
    assert judge(findings("major"), (), SUMMARY).tripped == ("1 finding is major or graver; none may be",)
    assert judge(findings("critical"), (), SUMMARY).tripped == (
        "1 finding is major or graver (1 critical); none may be",
    )


def test_by_default_minor_findings_pass() -> None:
    result = judge(findings("minor", "neutral"), (), SUMMARY)
    assert result.passed
    assert result.tripped == ()


def test_only_critical() -> None:
    result = judge(findings("critical", "major"), (), SUMMARY, Thresholds(fail_on=Severity.CRITICAL))
    assert result.tripped == ("1 finding is critical; none may be",)


def test_nothing_fails_when_no_severity_does() -> None:
    result = judge(findings("critical"), (), SUMMARY, Thresholds(fail_on=None))
    assert result.passed
    assert result.thresholds == {"fail-on": "never"}


def test_suppressed_findings_never_count() -> None:
    thresholds = Thresholds(fail_on=Severity.NEUTRAL, max_warnings=0, findings_per_1000_words=0)
    assert judge([finding("critical", suppressed=True)], (), SUMMARY, thresholds).passed


@pytest.mark.parametrize(("most", "passed"), [(2, True), (1, False)])
def test_warnings_are_findings_below_the_failing_severity_remarks_left_out(most: int, *, passed: bool) -> None:
    result = judge(findings("minor", "minor", "neutral"), (), SUMMARY, Thresholds(max_warnings=most))
    assert result.passed is passed
    if not passed:
        assert result.tripped == ("2 findings are minor or graver, but below major; at most 1 may be",)
    assert result.thresholds["max-warnings"] == str(most)


def test_without_a_failing_severity_every_finding_is_a_warning() -> None:
    result = judge(findings("critical", "minor"), (), SUMMARY, Thresholds(fail_on=None, max_warnings=1))
    assert result.tripped == ("2 findings are minor or graver; at most 1 may be",)


def test_findings_per_thousand_words() -> None:
    thresholds = Thresholds(fail_on=None, findings_per_1000_words=3.5)
    result = judge(findings("minor", "minor", "neutral"), (), SUMMARY, thresholds)
    assert result.tripped == ("4.00 findings per 1,000 source words are minor or graver; at most 3.5 may be",)
    assert judge(findings("minor", "neutral"), (), SUMMARY, thresholds).passed
    assert result.thresholds["findings-per-1000-words"] == "3.5"


def test_findings_per_thousand_of_no_words_do_not_pass() -> None:
    empty = Summary(units=0, findings={})
    result = judge((), (), empty, Thresholds(findings_per_1000_words=3))
    assert result.tripped == ("there are no source words to count findings against; at most 3 per 1,000 may be found",)


def thresholds(**scores: ScoreThreshold) -> Thresholds:
    return Thresholds(scores=scores)


def test_a_score_below_its_minimum_fails() -> None:
    score = Score(metric="chrf", value=54.2)
    result = judge((), [score], SUMMARY, thresholds(chrf=ScoreThreshold(min=55)))
    assert result.tripped == ("chrf is 54.20; it must be at least 55",)
    assert result.thresholds == {"fail-on": "major", "scores.chrf": "at least 55"}
    assert judge((), [score], SUMMARY, thresholds(chrf=ScoreThreshold(min=54.2))).passed


def test_a_score_above_its_maximum_fails() -> None:
    score = Score(metric="ter", value=61, higher_is_better=False)
    result = judge((), [score], SUMMARY, thresholds(ter=ScoreThreshold(min=1, max=60)))
    assert result.tripped == ("ter is 61.00; it must be at least 1 and at most 60",)


def test_rounding_does_not_hide_why() -> None:
    score = Score(metric="chrf", value=54.9999)
    result = judge((), [score], SUMMARY, thresholds(chrf=ScoreThreshold(min=55)))
    assert result.tripped == ("chrf is 54.9999; it must be at least 55",)


def test_a_missing_score_fails() -> None:
    other = [Score(metric="chrf", value=99, level="document", document="a"), Score(metric="bleu", value=99)]
    result = judge((), other, SUMMARY, thresholds(chrf=ScoreThreshold(min=55)))
    assert result.tripped == ("there is no corpus score 'chrf'; it must be at least 55",)


def test_a_score_that_is_no_number_fails() -> None:
    result = judge((), [Score(metric="chrf", value=float("nan"))], SUMMARY, thresholds(chrf=ScoreThreshold(min=1)))
    assert result.tripped == ("chrf is nan; it must be at least 1",)


def test_each_system_is_judged() -> None:
    scores = [Score(metric="bleu", value=30, system="old"), Score(metric="bleu", value=20, system="new")]
    result = judge((), scores, SUMMARY, thresholds(bleu=ScoreThreshold(min=25)))
    assert result.tripped == ("bleu of new is 20.00; it must be at least 25",)


def test_a_threshold_without_a_limit_asks_for_nothing() -> None:
    result = judge((), (), SUMMARY, thresholds(bleu=ScoreThreshold()))
    assert result.passed
    assert result.thresholds == {"fail-on": "major"}


def test_every_tripped_threshold_is_told() -> None:
    every = Thresholds(
        fail_on=Severity.MAJOR, max_warnings=0, findings_per_1000_words=1, scores={"mqm": ScoreThreshold(min=90)}
    )
    assert len(judge(findings("major", "minor"), (), SUMMARY, every).tripped) == 4


@given(st.lists(st.sampled_from([str(severity) for severity in Severity])), st.sampled_from(Severity))
def test_a_stricter_limit_never_lets_more_through(severities: list[str], limit: Severity) -> None:
    found = findings(*severities)
    strict = judge(found, (), SUMMARY, Thresholds(fail_on=Severity.NEUTRAL))
    lax = judge(found, (), SUMMARY, Thresholds(fail_on=limit))
    assert lax.passed or not strict.passed
    assert strict.passed is not bool(found)

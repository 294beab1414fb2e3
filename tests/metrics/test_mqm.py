"""Penalty points by hand."""

from __future__ import annotations

import pytest

from qa.core.errors import UsageError
from qa.core.finding import Finding, Severity, Suppression
from qa.metrics import mqm_penalty, mqm_score, score_batch
from qa.metrics.mqm import penalty_points


def finding(severity: Severity, unit: str = "1", document: str = "a", *, suppressed: bool = False) -> Finding:
    return Finding(
        rule="accuracy/number-mismatch",
        category="accuracy/mistranslation/number",
        severity=severity,
        message="the source has 12, the target 21",
        document=document,
        unit=unit,
        suppressed=Suppression("decision", "rounded on purpose") if suppressed else None,
    )


def test_the_weights_are_0_1_5_25() -> None:
    assert [penalty_points([finding(severity)]) for severity in Severity] == [0, 1, 5, 25]


def test_ten_minor_findings_in_a_thousand_words_are_99() -> None:
    score = mqm_score([finding(Severity.MINOR)] * 10, 1000)
    assert score.metric == "mqm"
    assert score.value == pytest.approx(99.0)
    assert score.signature == "MQM raw, 0/1/5/25, source words, 1000 words"
    assert score.higher_is_better


def test_the_penalty_is_points_per_thousand_words() -> None:
    score = mqm_penalty([finding(Severity.MAJOR), finding(Severity.MINOR)], 250)
    assert score.metric == "mqm-penalty"
    assert score.value == pytest.approx(24.0)
    assert score.signature == "MQM points per 1000, 0/1/5/25, source words, 250 words, sample small"
    assert not score.higher_is_better


@pytest.mark.parametrize(("words", "small"), [(499, True), (500, False)])
def test_a_sample_under_500_words_is_called_small(words: int, *, small: bool) -> None:
    assert mqm_score([], words).signature.endswith("sample small") is small


def test_suppressed_findings_do_not_count() -> None:
    assert mqm_score([finding(Severity.CRITICAL, suppressed=True)], 600).value == 100.0


def test_more_points_than_words_are_below_0() -> None:
    assert mqm_score([finding(Severity.CRITICAL)], 20).value == pytest.approx(-25.0)


def test_no_source_words_are_no_score() -> None:
    with pytest.raises(UsageError, match="MQM sets findings against source words, and there are none"):
        mqm_score([], 0)
    with pytest.raises(UsageError, match="there are none"):
        mqm_penalty([], 0)


FINDINGS = (finding(Severity.MAJOR, "1"), finding(Severity.MINOR, "2"), finding(Severity.MINOR, "1", "b"))


def test_every_level_by_hand() -> None:
    scores = score_batch(
        ["mqm"],
        ["first", "second", "third", "added"],
        documents=["a", "a", "b", "c"],
        units=["1", "2", "1", "1"],
        findings=FINDINGS,
        source_words=[10, 40, 50, 0],
    )
    table = {(s.metric, s.level, s.document, s.unit): round(s.value, 6) for s in scores}
    assert table == {
        ("mqm", "corpus", "", ""): 93.0,
        ("mqm-penalty", "corpus", "", ""): 70.0,
        ("mqm", "document", "a", ""): 88.0,
        ("mqm-penalty", "document", "a", ""): 120.0,
        ("mqm", "document", "b", ""): 98.0,
        ("mqm-penalty", "document", "b", ""): 20.0,
        ("mqm", "segment", "a", "1"): 50.0,
        ("mqm-penalty", "segment", "a", "1"): 500.0,
        ("mqm", "segment", "a", "2"): 97.5,
        ("mqm-penalty", "segment", "a", "2"): 25.0,
        ("mqm", "segment", "b", "1"): 98.0,
        ("mqm-penalty", "segment", "b", "1"): 20.0,
    }


def test_only_the_levels_asked_for() -> None:
    scores = score_batch(
        ["mqm"], ["one"], findings=[], source_words=[4], documents=["a"], levels=frozenset({"document"})
    )
    assert [(score.level, score.value) for score in scores] == [("document", 100.0), ("document", 0.0)]
    assert score_batch(["mqm"], ["one"], findings=[], source_words=[4], levels=frozenset()) == ()


def test_the_interval_holds_the_score_and_is_repeatable() -> None:
    def scored(bootstrap: int) -> tuple[float, tuple[float, float] | None, str]:
        score = score_batch(
            ["mqm"],
            ["text"] * 40,
            documents=["a"] * 40,
            findings=[finding(Severity.MAJOR, str(number)) for number in range(1, 11)],
            source_words=[20] * 40,
            levels=frozenset({"corpus"}),
            bootstrap=bootstrap,
        )[0]
        return score.value, score.interval, score.signature

    value, bounds, signature = scored(500)
    assert bounds is not None
    assert bounds[0] < value == 93.75 < bounds[1]
    assert signature == "MQM raw, 0/1/5/25, source words, 800 words, bs:500 over segments, seed:12345"
    assert scored(500) == (value, bounds, signature)
    assert scored(0)[1] is None


def test_a_finding_outside_the_segments_is_an_error() -> None:
    with pytest.raises(UsageError, match="unit '9' of document 'a' belongs to no segment"):
        score_batch(["mqm"], ["one"], documents=["a"], findings=[finding(Severity.MINOR, "9")], source_words=[3])

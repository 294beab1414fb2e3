"""The models of MQM and the scorecard, by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from qa.core.errors import UsageError
from qa.core.finding import Finding, Severity, Suppression
from qa.metrics import Sample, Tolerance, score_sample
from qa.metrics.mqm_calibrated import calibrated_score
from qa.metrics.scorecard import make_scorecard
from qa.metrics.weights import GOOGLE, MQM


def finding(severity: Severity, category: str = "accuracy/omission", document: str = "a", unit: str = "1") -> Finding:
    return Finding(rule="r", category=category, severity=severity, message="m", document=document, unit=unit)


FINDINGS = (
    finding(Severity.MINOR),
    finding(Severity.MINOR, "linguistic-conventions/punctuation"),
    finding(Severity.MAJOR, document="b"),
)


def sample(findings: tuple[Finding, ...] = FINDINGS, **more: object) -> Sample:
    columns = {"documents": ["a", "b"], "units": ["1", "1"], "source_words": [400, 600], **more}
    return Sample(hypotheses=["x", "y"], findings=findings, **columns)  # type: ignore[arg-type]


def test_ten_minor_findings_in_a_thousand_words_are_the_boundary() -> None:
    score = calibrated_score(10, 1000, Tolerance(passing=90, acceptable=10))
    assert score.value == pytest.approx(90)
    assert score.signature == "MQM calibrated, PT:90, APP:10 per 1000, 0/1/5/25, source words, 1000 words"
    assert calibrated_score(5, 1000, Tolerance(passing=99, acceptable=5)).value == pytest.approx(99)


@pytest.mark.parametrize(
    ("category", "severity", "points"),
    [
        ("accuracy/omission", "minor", 1),
        ("fluency/punctuation", "minor", 0.1),
        ("fluency/punctuation", "major", 5),
        ("non-translation", "major", 25),
        ("non-translation", "minor", 25),
        ("accuracy/omission", "critical", 5),
        ("non-translation", "neutral", 0),
    ],
)
def test_the_weights_of_google(category: str, severity: str, points: float) -> None:
    assert GOOGLE.points(finding(Severity(severity), category)) == points


def test_suppressed_findings_cost_nothing() -> None:
    one = replace(finding(Severity.MAJOR), suppressed=Suppression("decision"))
    assert MQM.points(one) == 0


def test_calibrated_and_google_scores_at_every_level() -> None:
    scores = score_sample(["mqm-calibrated", "mqm-google"], sample(tolerance=Tolerance(90, 10)))
    table = {(s.metric, s.level, s.document): round(s.value, 6) for s in scores if s.level != "segment"}
    assert table == {
        ("mqm-calibrated", "corpus", ""): 93.0,
        ("mqm-calibrated", "document", "a"): 95.0,
        ("mqm-calibrated", "document", "b"): 91.666667,
        ("mqm-google", "corpus", ""): 3.05,
        ("mqm-google", "document", "a"): 1.1,
        ("mqm-google", "document", "b"): 5.0,
    }


def test_the_scorecard_counts_by_category_and_document() -> None:
    card = make_scorecard(sample(tolerance=Tolerance(95, 10), bootstrap=100), "system")
    assert (card.words, card.points, card.small, card.critical) == (1000, 7, False, 0)
    assert [(row.category, row.severities, row.points, row.points_per_1000) for row in card.categories] == [
        ("accuracy/omission", {"major": 1, "minor": 1}, 6, 6.0),
        ("linguistic-conventions/punctuation", {"minor": 1}, 1, 1.0),
    ]
    assert [(row.document, row.words, row.findings, row.points, row.score) for row in card.documents] == [
        ("a", 400, 2, 2, pytest.approx(99.5)),
        ("b", 600, 1, 5, pytest.approx(100 * (1 - 5 / 600))),
    ]
    assert card.passed
    assert "bs:100 over documents" in card.scores[0].signature
    assert [score.metric for score in card.scores] == ["mqm", "mqm-penalty", "mqm-calibrated", "mqm-google"]


def test_a_critical_finding_fails_whatever_the_score() -> None:
    card = make_scorecard(sample((finding(Severity.CRITICAL),), source_words=[9000, 9000]), "system")
    assert not card.passed
    assert card.reasons == ("1 critical finding; one is too many",)


def test_a_score_below_the_threshold_fails() -> None:
    card = make_scorecard(sample(tolerance=Tolerance(99, 1)), "system")
    assert card.reasons == ("the calibrated score is 93.00; 99 would pass",)


def test_a_small_sample_and_target_words_are_named() -> None:
    card = make_scorecard(sample(source_words=[100, 100], words_of="target"), "system")
    assert card.small
    assert card.scores[0].signature == "MQM raw, 0/1/5/25, target words, 200 words, sample small"


def test_impossible_scales_are_refused() -> None:
    with pytest.raises(UsageError, match="a passing threshold of 100 makes no scale"):
        Tolerance(100, 5)
    with pytest.raises(UsageError, match="0 acceptable penalty points make no scale"):
        Tolerance(90, 0)
    with pytest.raises(UsageError, match="'mqm-calibrated' needs to know what is acceptable"):
        score_sample(["mqm-calibrated"], sample())

"""Scores of a report beside MQM."""

from __future__ import annotations

import pytest
import sacrebleu

from qa.core.errors import UsageError
from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.score import Score
from qa.engine.scoring import Scoring, score_report

TARGETS = ["The bridge was opened in May.", "", "Three hundred people came."]
REFERENCES = ["The bridge opened in May.", "It cost much.", ""]


def report(targets: list[str] = TARGETS) -> Report:
    return Report(
        tool=Tool("qa", "0"),
        batch=BatchInfo("ru", "en", ()),
        units=tuple(UnitText(str(i), "a", f"строка {i}", text) for i, text in enumerate(targets)),
        findings=(),
        scores=(Score(metric="mqm", value=100),),
        summary=Summary(units=len(targets), findings={}),
        gate=GateResult(passed=True),
    )


def test_units_with_a_reference_are_scored() -> None:
    scored, samples = score_report(report(), Scoring(metrics=("chrf",), references=REFERENCES))
    assert [unit.reference for unit in scored.units] == REFERENCES
    corpus = next(score for score in scored.scores if score.metric == "chrf" and score.level == "corpus")
    assert corpus.value == pytest.approx(sacrebleu.corpus_chrf(TARGETS[:2], [REFERENCES[:2]]).score)
    assert [score.unit for score in scored.scores if score.level == "segment"] == ["0", "1"]
    assert [one.metric.name for one in samples] == ["chrf"]
    assert scored.scores[0].metric == "mqm"


def test_nothing_is_done_where_nothing_is_asked() -> None:
    assert score_report(report(), Scoring()) == (report(), ())


def test_mqm_is_there_for_a_gate_that_compares_it() -> None:
    scored, (one,) = score_report(report(), Scoring(), {"mqm"})
    assert scored == report()
    assert one.metric.name == "mqm"
    assert one.sample.source_words == [2, 2, 2]


def test_a_wish_without_a_reference_is_noted_and_an_order_is_an_error() -> None:
    scored, samples = score_report(report(), Scoring(wishes=("chrf", "mqm")))
    assert scored.notes == ("chrf was not measured, because there is no reference; give it with --reference",)
    assert [one.metric.name for one in samples] == ["mqm"]
    with pytest.raises(UsageError, match="no unit has what the metric 'chrf' needs; give --reference"):
        score_report(report(), Scoring(metrics=("chrf",)))


def test_there_is_one_reference_for_each_unit() -> None:
    with pytest.raises(UsageError, match="3 units were checked and the reference has 2"):
        score_report(report(), Scoring(metrics=("chrf",), references=REFERENCES[:2]))


def test_an_empty_batch_has_no_scores() -> None:
    scored, samples = score_report(report([]), Scoring(metrics=("chrf",), references=[]))
    assert [score.metric for score in scored.scores] == ["mqm"]
    assert samples == ()

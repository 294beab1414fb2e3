"""Scores that miss their thresholds: noted on the lenient side, relaxed no further, reduced and never raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.baseline.debts import debts_of, reduced, relaxed
from qa.baseline.entries import Debt
from qa.config import GateConfig, ScoreThreshold
from qa.core.finding import Severity
from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool
from qa.core.score import Score
from qa.gate import judge

if TYPE_CHECKING:
    from qa.core.score import Level

GATE = GateConfig(fail_on=Severity.MAJOR, scores={"chrf": ScoreThreshold(min=60.0), "ter": ScoreThreshold(max=40.0)})


def scored(chrf: float | None, ter: float | None, level: Level = "corpus", system: str = "") -> Report:
    scores = [
        Score(metric=metric, value=value, level=level, system=system)
        for metric, value in (("chrf", chrf), ("ter", ter))
        if value is not None
    ]
    return Report(
        tool=Tool("qa", "1"),
        batch=BatchInfo("ru", "en", ()),
        units=(),
        findings=(),
        scores=tuple(scores),
        summary=Summary(units=0, findings={}),
        gate=GateResult(passed=True),
    )


def test_only_what_is_missed_is_owed_and_rounded_to_the_lenient_side() -> None:
    assert debts_of(scored(51.234567, 49.876543), GATE) == (
        Debt(score="chrf", value=51.2345),
        Debt(score="ter", value=49.8766),
    )
    assert debts_of(scored(60.0, 40.0), GATE) == ()
    assert debts_of(scored(10.0, 90.0, level="document"), GATE) == ()
    assert debts_of(scored(10.0, 90.0), GateConfig()) == ()


def test_what_is_owed_passes_and_anything_worse_does_not() -> None:
    report = scored(51.234567, 49.876543)
    gate = relaxed(GATE, debts_of(report, GATE))
    assert judge((), report.scores, report.summary, gate).passed
    assert not judge((), scored(51.2, 49.8).scores, report.summary, gate).passed
    assert not judge((), scored(51.3, 49.9).scores, report.summary, gate).passed


def test_a_threshold_is_never_made_stricter() -> None:
    assert relaxed(GATE, (Debt(score="chrf", value=99.0), Debt(score="ter", value=1.0))) == GATE
    assert relaxed(GATE, (Debt(score="bleu", value=1.0),)) == GATE


def test_debts_shrink_and_are_paid() -> None:
    old = (Debt(score="chrf", value=50.0), Debt(score="ter", value=50.0))
    assert reduced(old, scored(55.0, 45.0), GATE) == (Debt(score="chrf", value=55.0), Debt(score="ter", value=45.0))
    assert reduced(old, scored(45.0, 55.0), GATE) == old
    assert reduced(old, scored(70.0, 30.0), GATE) == ()
    assert reduced(old, scored(None, 30.0), GATE) == old[:1]  # what was not measured stays


def test_systems_owe_apart() -> None:
    (debt,) = debts_of(scored(50.0, None, system="a"), GATE)
    assert debt.system == "a"
    assert reduced((debt,), scored(55.0, None, system="b"), GATE) == (debt,)

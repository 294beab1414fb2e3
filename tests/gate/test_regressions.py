"""Scores beside those of an earlier report."""

from __future__ import annotations

import pytest

from qa.config import ScoreThreshold
from qa.core.finding import Finding, Severity, Suppression
from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.score import Score
from qa.gate import Evidence, Regression, regressions
from qa.metrics import Sample, metric
from qa.metrics.scored import Scored

TEXT = "the council opened a new bridge across the river in may after two years of work"
REFERENCES = [f"{TEXT[5 * (i % 5) :]} {i}" for i in range(40)]
WORSE = [text if i % 4 else "something else altogether" for i, text in enumerate(REFERENCES)]
AUTO = {"chrf": ScoreThreshold(target="auto")}


def report(targets: list[str], *, findings: tuple[Finding, ...] = (), metrics: tuple[str, ...] = ("chrf",)) -> Report:
    return Report(
        tool=Tool("qa", "0"),
        batch=BatchInfo("ru", "en", ()),
        units=tuple(UnitText(str(i), "a", f"строка {i}", text) for i, text in enumerate(targets)),
        findings=findings,
        scores=tuple(Score(metric=name, value=1) for name in metrics),
        summary=Summary(units=len(targets), findings={}),
        gate=GateResult(passed=True),
    )


def sample(targets: list[str], findings: tuple[Finding, ...] | None = None) -> Sample:
    rows = range(len(targets))
    return Sample(
        hypotheses=targets,
        references=[REFERENCES[: len(targets)]],
        documents=["a"] * len(targets),
        units=[str(i) for i in rows],
        sources=[f"строка {i}" for i in rows],
        findings=findings,
        source_words=[2] * len(targets),
    )


def said(
    now: list[str], before: list[str] | Report | None, thresholds: dict[str, ScoreThreshold] = AUTO, **more: bool
) -> list[Regression]:
    earlier = report(before) if isinstance(before, list) else before
    evidence = Evidence((Scored(metric("chrf"), sample(now)),), earlier)
    return list(regressions(evidence, thresholds, **more))


def test_a_score_that_is_no_worse_is_not_spoken_of() -> None:
    assert said(REFERENCES, REFERENCES) == []
    assert said(REFERENCES, WORSE) == []


def test_a_score_that_is_worse_trips_with_both_values_and_the_test() -> None:
    (found,) = said(WORSE, REFERENCES)
    assert found.trips
    assert found.sentence.startswith("chrf is 7")
    assert ", and 100.00 in the baseline (40 units, p = 0.0010); it may not be worse" in found.sentence


def test_what_is_allowed_is_not_spoken_of() -> None:
    allowed = {"chrf": ScoreThreshold(target="auto", threshold=50)}
    assert said(WORSE, REFERENCES, allowed) == []
    tight = {"chrf": ScoreThreshold(target="auto", threshold=2.5)}
    assert "it may be at most 2.5 worse" in said(WORSE, REFERENCES, tight)[0].sentence


def test_chance_is_told_and_does_not_trip() -> None:
    now = [text[:-6] if i % 2 else text for i, text in enumerate(REFERENCES)]
    before = [text if i % 2 else text[:-5] for i, text in enumerate(REFERENCES)]
    (found,) = said(now, before)
    assert not found.trips
    assert "but that may be chance (40 units, p = 0." in found.sentence


def test_five_segments_prove_nothing_and_a_significance_of_1_asks_for_no_proof() -> None:
    now = [*WORSE[:20], *REFERENCES[20:]]
    (found,) = said(now, REFERENCES)
    assert not found.trips
    assert found.sentence.endswith("but only 5 of 40 units differ, too few to tell it from chance")
    (found,) = said(now, REFERENCES, {"chrf": ScoreThreshold(target="auto", significance=1)})
    assert found.trips
    assert found.sentence.endswith("in the baseline (40 units); it may not be worse")


def test_lower_can_be_better() -> None:
    evidence = Evidence((Scored(metric("ter"), sample(WORSE)),), report(REFERENCES, metrics=("ter",)))
    (found,) = regressions(evidence, {"ter": ScoreThreshold(target="auto")})
    assert found.trips
    better = Evidence((Scored(metric("ter"), sample(REFERENCES)),), report(WORSE, metrics=("ter",)))
    assert not list(regressions(better, {"ter": ScoreThreshold(target="auto")}))


@pytest.mark.parametrize(
    ("earlier", "reason"),
    [
        (None, "there is no earlier report to compare with; give --baseline-report"),
        (report(REFERENCES, metrics=("bleu",)), "the baseline report has no such corpus score; make it anew"),
    ],
)
def test_nothing_to_compare_with_trips(earlier: Report | None, reason: str) -> None:
    (found,) = said(REFERENCES, earlier)
    assert found.trips
    assert found.sentence.startswith(f"chrf must be no worse than before, and {reason}")


def test_a_metric_that_did_not_run_trips() -> None:
    (found,) = regressions(Evidence((), report(REFERENCES)), AUTO)
    assert found == Regression(
        "chrf must be no worse than before, and it was not measured; ask for it with --metric", trips=True
    )
    assert not list(regressions(Evidence((), report(REFERENCES)), {"chrf": ScoreThreshold(min=3)}))


def test_units_that_are_all_new_trip_unless_they_are_a_part() -> None:
    earlier = report([])
    (found,) = said(REFERENCES, earlier)
    assert found.trips
    assert "the baseline report has none of the 40 units that were scored" in found.sentence
    (found,) = said(REFERENCES, earlier, part=True)
    assert not found.trips


def finding(unit: str, *, suppressed: str = "") -> Finding:
    return Finding(
        rule="accuracy/number-mismatch",
        category="accuracy/mistranslation",
        severity=Severity.MAJOR,
        message="“3” became “5”",
        document="a",
        unit=unit,
        suppressed=Suppression(suppressed) if suppressed else None,
    )


@pytest.mark.parametrize(("kind", "trips"), [("", False), ("baseline", False), ("decision", False), ("inline", True)])
def test_mqm_compares_findings_as_they_were_scored(kind: str, *, trips: bool) -> None:
    now = tuple(finding(str(i)) for i in range(20))
    before = tuple(finding(str(i), suppressed=kind) for i in range(20))
    evidence = Evidence(
        (Scored(metric("mqm"), sample(REFERENCES, now)),), report(REFERENCES, findings=before, metrics=("mqm",))
    )
    assert [found.trips for found in regressions(evidence, {"mqm": ScoreThreshold(target="auto")})] == [True] * trips

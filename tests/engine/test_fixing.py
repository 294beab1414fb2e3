"""Suggestions worked into targets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core.finding import Finding, Severity, Suggestion, Suppression
from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.span import Span
from qa.engine.fixing import fix_target, fixed_units

TEXT = "The train  arrived at 18:40"


def finding(
    start: int,
    end: int,
    text: str | None,
    *,
    rule: str = "typography/double-space",
    severity: Severity = Severity.MINOR,
    unit: str = "1",
    suppressed: Suppression | None = None,
) -> Finding:
    return Finding(
        rule=rule,
        category="other",
        severity=severity,
        message="wrong",
        document="d",
        unit=unit,
        suggestion=None if text is None else Suggestion(Span(start, end), text),
        suppressed=suppressed,
    )


def unit(identifier: str = "1", text: str = TEXT) -> UnitText:
    return UnitText(identifier, "d", "Поезд прибыл в 17:40.", text)


def report(units: tuple[UnitText, ...], *findings: Finding) -> Report:
    return Report(
        tool=Tool("qa", "0"),
        batch=BatchInfo("ru", "en", ()),
        units=units,
        findings=findings,
        summary=Summary(len(units), {}),
        gate=GateResult(passed=True),
    )


def test_all_that_do_not_overlap_are_written() -> None:
    space, time, stop = finding(9, 11, " "), finding(22, 27, "17:40"), finding(27, 27, ".")
    fixed = fix_target(unit(), [stop, time, space])
    assert fixed.target == "The train arrived at 17:40."
    assert fixed.applied == (space, time, stop)
    assert fixed.left == ()


def test_the_graver_wins() -> None:
    light, grave = finding(20, 24, "X"), finding(22, 27, "17:40", severity=Severity.MAJOR)
    fixed = fix_target(unit(), [light, grave])
    assert fixed.target == "The train  arrived at 17:40"
    assert fixed.applied == (grave,)
    assert fixed.left == ((light, grave),)


def test_of_equally_grave_ones_the_first_wins() -> None:
    early, late, later = finding(9, 11, " "), finding(10, 18, "came"), finding(18, 18, "!")
    fixed = fix_target(unit(), [late, early, later])
    assert fixed.target == "The train arrived! at 18:40"
    assert fixed.left == ((late, early),)


def test_equal_fixes_count_as_one() -> None:
    first, second = finding(9, 11, " "), finding(9, 11, " ", rule="style/other")
    fixed = fix_target(unit(), [first, second])
    assert fixed.target == "The train arrived at 18:40"
    assert fixed.applied == (first, second)


def test_two_insertions_at_one_place_clash() -> None:
    stop, mark = finding(27, 27, "."), finding(27, 27, "!")
    fixed = fix_target(unit(), [stop, mark])
    assert fixed.target == TEXT + "."
    assert fixed.left == ((mark, stop),)


def test_only_units_that_change_are_told_in_the_order_of_the_report() -> None:
    known = Suppression("baseline")
    findings = (
        finding(9, 11, " ", unit="3"),
        finding(9, 11, " "),
        finding(9, 11, " ", unit="2", suppressed=known),
        finding(0, 0, None, unit="4"),
        finding(0, 3, "The", unit="5"),
    )
    units = tuple(unit(number) for number in "12345")
    assert [fixed.unit.id for fixed in fixed_units(report(units, *findings))] == ["1", "3"]


@given(
    st.text(max_size=20).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(
                st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.text(max_size=4), st.booleans()),
                max_size=6,
            ),
        )
    )
)
def test_every_suggestion_is_written_or_left(case: tuple[str, list[tuple[int, int, str, bool]]]) -> None:
    text, changes = case
    findings = [
        finding(
            min(start, end),
            max(start, end),
            new,
            rule=f"r/{number}",
            severity=Severity.MAJOR if grave else Severity.MINOR,
        )
        for number, (start, end, new, grave) in enumerate(changes)
    ]
    fixed = fix_target(unit(text=text), findings)
    left = [conflict.finding for conflict in fixed.left]
    assert sorted(one.rule for one in (*fixed.applied, *left)) == sorted(one.rule for one in findings)
    assert all(conflict.winner.severity.at_least(conflict.finding.severity) for conflict in fixed.left)
    written = {one.suggestion for one in fixed.applied if one.suggestion}
    assert len(fixed.target) == len(text) + sum(len(one.text) - len(one.span) for one in written)

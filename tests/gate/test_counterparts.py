from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool, UnitText
from qa.gate import changed_since
from qa.gate.counterparts import counterparts


def report(*units: UnitText) -> Report:
    return Report(
        tool=Tool("qa", "0"),
        batch=BatchInfo("ru", "en", ()),
        units=units,
        findings=(),
        summary=Summary(units=len(units), findings={}),
        gate=GateResult(passed=True),
    )


def unit(identifier: str, source: str, target: str = "", document: str = "a") -> UnitText:
    return UnitText(identifier, document, source, target)


def test_a_unit_is_found_where_it_was() -> None:
    earlier = report(unit("1", "да"), unit("2", "да"))
    assert counterparts([("a", "2", "да"), ("a", "1", "да")], earlier) == [earlier.units[1], earlier.units[0]]


def test_a_unit_that_moved_is_found_by_its_source() -> None:
    earlier = report(unit("1", "мост"), unit("2", "река"))
    places = [("b", "1", "введение"), ("b", "2", "мост"), ("b", "3", "река")]
    assert counterparts(places, earlier) == [None, *earlier.units]


def test_equal_sources_are_taken_once_each_in_order() -> None:
    earlier = report(unit("7", "да", "yes"), unit("8", "да", "yeah"))
    found = counterparts([("b", str(i), "да") for i in range(3)], earlier)
    assert found == [*earlier.units, None]


def test_lines_without_a_source_go_by_their_numbers() -> None:
    earlier = report(unit("1", "", "one"), unit("2", "", "two"))
    assert counterparts([("new", "2", ""), ("new", "3", "")], earlier) == [earlier.units[1], None]


def test_a_line_without_a_source_is_not_taken_for_one_with_a_source() -> None:
    assert counterparts([("new", "1", "")], report(unit("1", "мост"))) == [None]
    assert counterparts([("new", "1", "мост")], report(unit("1", ""))) == [None]


def test_changed_units_are_new_or_have_another_target() -> None:
    earlier = report(unit("1", "мост", "bridge"), unit("2", "река", "river"))
    now = report(unit("1", "мост", "bridge"), unit("2", "река", "stream"), unit("3", "берег", "bank"))
    assert changed_since(now, earlier) == {("a", "2"), ("a", "3")}
    assert changed_since(now, now) == frozenset()


@given(st.lists(st.sampled_from(["", "а", "б"])), st.lists(st.sampled_from(["", "а", "б"])))
def test_no_unit_stands_for_two(before: list[str], now: list[str]) -> None:
    earlier = report(*(unit(str(number), source) for number, source in enumerate(before)))
    found = counterparts([("b", str(number), source) for number, source in enumerate(now)], earlier)
    taken = [entry.id for entry in found if entry]
    assert len(taken) == len(set(taken))
    for source, entry in zip(now, found, strict=True):
        assert entry is None or entry.source == source

from __future__ import annotations

import msgspec
import pytest

from qa.core import Anchor, InlineCode, Problem, Segment, Span, TranslationUnit
from qa.engine.recalling import Recall

SCOPE = ("date", (0, 1))
UNIT = TranslationUnit(
    "1", "d", Segment("ru", "Поезд ушёл.", anchors=(Anchor(0, 5, 1, 6),)), Segment("en", "The train  left.")
)


def recalled(other: TranslationUnit, scope: tuple[object, ...] = SCOPE) -> list[tuple[int, Problem]] | None:
    recall = Recall()
    recall.keep(UNIT, SCOPE, [(3, Problem(unit=UNIT, message="2 spaces", target=(Span(9, 11),)))])
    found = recall.of(other, scope)
    return None if found is None else list(found)


def test_an_equal_unit_elsewhere_has_the_same_problems_in_its_own_place() -> None:
    other = TranslationUnit(
        "9", "e", Segment("ru", "Поезд ушёл.", anchors=(Anchor(0, 70, 4, 2),)), Segment("en", "The train  left.")
    )
    assert recalled(other) == [(3, Problem(unit=other, message="2 spaces", target=(Span(9, 11),)))]


@pytest.mark.parametrize(
    "changes",
    [
        {"target": Segment("en", "The train left.")},
        {"source": Segment("uk", "Поезд ушёл.")},
        {"target": Segment("en", "The train  left.", codes=(InlineCode("1", "ph", 3),))},
        {"state": "final"},
        {"notes": ("qa:ignore[typography]",)},
        {"translate": False},
        {"confidence": 0.5},
    ],
)
def test_what_a_rule_may_see_tells_units_apart(changes: dict[str, object]) -> None:
    assert recalled(msgspec.structs.replace(UNIT, **changes)) is None


def test_what_the_rules_depend_on_beside_the_unit_counts() -> None:
    assert recalled(UNIT, ("date", (0,))) is None


def test_it_is_bounded() -> None:
    recall = Recall()
    for number in range(20_000):
        recall.keep(msgspec.structs.replace(UNIT, target=Segment("en", str(number))), SCOPE, ())
    assert recall.of(msgspec.structs.replace(UNIT, target=Segment("en", "0")), SCOPE) is None
    assert recall.of(msgspec.structs.replace(UNIT, target=Segment("en", "19999")), SCOPE) is not None

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from qa.config import Config
from qa.core import Document, Segment, TranslationUnit
from qa.engine.runner import Resources, run_rules
from qa.engine.setup import active_rules
from qa.engine.timing import Stopwatch, timed_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS = (
    ("Поезд прибыл в 17:40.", "The train arrived at 18:40."),
    ("В зале собралось 16 тысяч человек.", "There were  26,000 people in the hall."),
    ("Новый цех откроют весной.", "The new shop will open in spring."),
)


def batch() -> Document:
    units = tuple(
        TranslationUnit(str(number), "d", Segment("ru", source), Segment("en", target))
        for number, (source, target) in enumerate(PAIRS)
    )
    return Document(id="d", path="d", source_language="ru", target_language="en", units=units)


def test_a_part_does_not_count_for_the_part_around_it() -> None:
    watch = Stopwatch()
    with watch.part("outer"):
        with watch.part("inner"):
            time.sleep(0.02)
        time.sleep(0.001)
    assert watch.seconds["inner"] >= 0.02
    assert watch.seconds["outer"] < watch.seconds["inner"]


def test_a_part_that_fails_has_ended() -> None:
    watch = Stopwatch()
    with pytest.raises(ZeroDivisionError), watch.part("broken"):
        watch.units //= 0
    with watch.part("next"):
        watch.units = 1
    assert set(watch.seconds) == {"broken", "next"}


def test_a_stream_is_timed_where_its_values_are_made() -> None:
    def slow() -> Iterator[int]:
        for number in range(3):
            time.sleep(0.005)
            yield number

    watch = Stopwatch()
    values = []
    for value in watch.stream("making", slow()):
        values.append(value)
        time.sleep(0.001)
    assert values == [0, 1, 2]
    assert watch.seconds["making"] >= 0.015
    assert set(watch.seconds) == {"making"}


def test_a_timed_rule_is_the_same_rule() -> None:
    watch = Stopwatch()
    for active in active_rules(Config(), "en"):
        timed = timed_rule(active, watch)
        assert timed.rule.id == active.rule.id
        assert isinstance(timed.rule, type(active.rule))
        assert timed.rule.options == active.rule.options


def test_a_timed_run_finds_the_same() -> None:
    watch = Stopwatch()
    rules = active_rules(Config(), "en")
    plain = run_rules([batch()], rules, Resources(source_language="ru", target_language="en"))
    timed = run_rules([batch()], rules, Resources(source_language="ru", target_language="en", jobs=4, stopwatch=watch))
    assert timed == plain
    assert len(plain) >= 3
    assert watch.units == len(PAIRS)
    assert {"accuracy/number-mismatch", "typography/double-space", "analysis: quantities"} <= watch.seconds.keys()
    assert {active.rule.id for active in rules} >= {name for name in watch.seconds if "/" in name}

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.timings import timings_table
from qa.engine.timing import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]


def test_the_table_comes_sorted_on_standard_error(qa: Qa) -> None:
    Path("batch.tsv").write_text("Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n", encoding="utf-8")
    outcome = qa("check", "batch.tsv", "-s", "ru", "-t", "en", "--timings", "-j", "4")
    assert outcome.code == 1
    assert "18:40" in outcome.stdout
    lines = [line.rsplit(maxsplit=2) for line in outcome.stderr.splitlines()]
    assert outcome.stderr.startswith("1 units in ")
    names = [name for name, _, _ in lines[2:]]
    assert "the rest" in names
    assert any(name.startswith("accuracy/") for name in names)
    costs = [float(cost) for _, cost, _ in lines[2:]]
    assert costs == sorted(costs, reverse=True)


def test_a_part_that_costs_next_to_nothing_is_left_out() -> None:
    watch = Stopwatch()
    watch.units = 2
    watch.seconds |= {"much": 2.0, "little": 0.0001}
    assert timings_table(watch).splitlines() == [
        "2 units in 2.00 s, 1,000,050 µs each, timed in one process",
        "part     µs/unit   share",
        "much   1000000.00  100.0%",
    ]

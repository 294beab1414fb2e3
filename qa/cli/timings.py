"""``--timings``: where the time of a check went, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.engine.timing import Stopwatch

__all__ = ["timings_table"]

_LEAST_SHARE = 0.0005


def timings_table(watch: Stopwatch) -> str:
    """The parts in the order of their time, with microseconds a unit and the share of the whole."""
    return "\n".join(_lines(watch))


def _lines(watch: Stopwatch) -> Iterator[str]:
    total, units = sum(watch.seconds.values()), max(watch.units, 1)
    width = max(map(len, watch.seconds), default=0)
    yield f"{watch.units:,} units in {total:.2f} s, {total / units * 1e6:,.0f} µs each, timed in one process"
    yield f"{'part':{width}} {'µs/unit':>9} {'share':>7}"
    for name, seconds in sorted(watch.seconds.items(), key=lambda entry: -entry[1]):
        share = seconds / total if total else 0.0
        if share >= _LEAST_SHARE:
            yield f"{name:{width}} {seconds / units * 1e6:9.2f} {share:7.1%}"

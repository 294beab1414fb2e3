"""Where the time of a run goes: seconds by name, each part's own, without the parts inside it."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from qa.core.lazy import lazy
from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Stopwatch", "timed_analysis"]

Value = TypeVar("Value")


class Stopwatch:
    """Adds up the time of parts that may lie inside one another.

    While a part runs, the part around it stands still, so that the seconds of all parts add up to the whole.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.units = 0
        """How many units were examined."""
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the time of the block for ``name``."""
        self._switch()
        self._running.append(name)
        try:
            yield
        finally:
            self._switch()
            self._running.pop()

    def stream(self, name: str, values: Iterable[Value]) -> Iterator[Value]:
        """The same values; the time that it takes to get each of them is counted for ``name``."""
        iterator = iter(values)
        while True:
            with self.part(name):
                try:
                    value = next(iterator)
                except StopIteration:
                    return
            yield value

    def _switch(self) -> None:
        """Give the time since the last switch to the part that was running."""
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


def timed_analysis(watch: Stopwatch) -> type[Analysis]:
    """Analyses of which each part, when it is first asked for, is timed as ``analysis: name``."""
    parts = {name: part for name, part in vars(Analysis).items() if isinstance(part, lazy)}
    return type("TimedAnalysis", (Analysis,), {name: _timed(part.compute, name, watch) for name, part in parts.items()})


def _timed(compute: Callable[[Analysis], Value], name: str, watch: Stopwatch) -> lazy[Value]:
    def compute_timed(analysis: Analysis) -> Value:
        with watch.part(f"analysis: {name}"):
            return compute(analysis)

    return lazy(compute_timed)

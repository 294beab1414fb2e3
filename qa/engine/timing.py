"""Where the time of a run goes: seconds by name, each part's own, without the parts inside it."""

from __future__ import annotations

import copy
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from qa.core.lazy import lazy
from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qa.engine.ruleset import ActiveRule
    from qa.rules.rule import Rule

__all__ = ["Stopwatch", "timed_analysis", "timed_rule"]

Value = TypeVar("Value")

_METHODS = ("asked_of", "check", "observe", "conclude")


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

    def begin(self, name: str) -> None:
        """Count the time from now on for ``name``, until it ends."""
        self._switch()
        self._running.append(name)

    def end(self) -> None:
        """End the part that began last."""
        self._switch()
        self._running.pop()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the time of the block for ``name``."""
        self.begin(name)
        try:
            yield
        finally:
            self.end()

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


def timed_rule(active: ActiveRule, watch: Stopwatch) -> ActiveRule:
    """The same rule, its methods timed under its id."""
    rule = copy.copy(active.rule)
    cls = type(rule)
    methods = {name: _timed_method(getattr(cls, name), watch) for name in _METHODS if hasattr(cls, name)}
    rule.__class__ = type(cls.__name__, (cls,), {"__module__": cls.__module__, "__doc__": cls.__doc__, **methods})
    return replace(active, rule=rule)


def _timed_method(method: Callable[..., Iterable[Any] | None], watch: Stopwatch) -> Callable[..., Iterator[Any] | None]:
    def run(rule: Rule, *arguments: object) -> Iterator[Any] | None:
        watch.begin(rule.id)
        try:
            found = method(rule, *arguments)
            return None if found is None else iter([*found])
        finally:
            watch.end()

    return run


def timed_analysis(watch: Stopwatch) -> type[Analysis]:
    """Analyses of which each part, when it is first asked for, is timed as ``analysis: name``."""
    parts = {name: part for name, part in vars(Analysis).items() if isinstance(part, lazy)}
    return type("TimedAnalysis", (Analysis,), {name: _timed_part(part, name, watch) for name, part in parts.items()})


def _timed_part(part: lazy[Value], name: str, watch: Stopwatch) -> lazy[Value]:
    shown = f"analysis: {name.replace('_', ' ')}"

    def compute(analysis: Analysis) -> Value:
        watch.begin(shown)
        try:
            return part.compute(analysis)
        finally:
            watch.end()

    return lazy(compute)

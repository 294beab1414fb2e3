"""Finds the metrics by walking this package: a module is a metric when it has a constant ``METRIC``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

import qa.metrics
from qa.core.errors import UsageError
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.metrics.protocol import Metric

__all__ = ["all_metrics", "metric"]


@cache
def all_metrics() -> Mapping[str, Metric]:
    """Every metric by name, sorted."""
    modules = (importlib.import_module(f"qa.metrics.{info.name}") for info in pkgutil.iter_modules(qa.metrics.__path__))
    metrics: list[Metric] = [module.METRIC for module in modules if hasattr(module, "METRIC")]
    return {metric.name: metric for metric in sorted(metrics, key=lambda metric: metric.name)}


def metric(name: str) -> Metric:
    """The metric of a name; upper and lower case are one.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    known = all_metrics()
    if found := known.get(name.lower()):
        return found
    hint = did_you_mean(name, known, f"there are {', '.join(known)}.")
    message = f"no metric is called {name!r}; {hint}"
    raise UsageError(message)

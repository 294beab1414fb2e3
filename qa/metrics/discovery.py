"""Finds the metrics by walking this package: a module is a metric when it has a constant ``METRIC``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import qa.metrics
from qa.core.errors import UsageError
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.metrics.protocol import Metric

__all__ = ["all_metrics", "metric"]


@runtime_checkable
class _TakesModel(Protocol):
    """A metric that can be asked for with a model: ``comet:Unbabel/wmt22-comet-da``."""

    def with_model(self, model: str) -> Metric:
        """The same metric with another model."""


@cache
def all_metrics() -> Mapping[str, Metric]:
    """Every metric by name, sorted."""
    modules = (importlib.import_module(f"qa.metrics.{info.name}") for info in pkgutil.iter_modules(qa.metrics.__path__))
    metrics: list[Metric] = [module.METRIC for module in modules if hasattr(module, "METRIC")]
    return {metric.name: metric for metric in sorted(metrics, key=lambda metric: metric.name)}


def metric(name: str) -> Metric:
    """The metric of a name; upper and lower case are one. A model may follow behind a colon.

    Raises:
        UsageError: there is none, or it takes no model; the message names the nearest.
    """
    known = all_metrics()
    plain, colon, model = name.partition(":")
    found = known.get(plain.lower())
    if found is None:
        hint = did_you_mean(plain, known, f"there are {', '.join(known)}.")
        message = f"no metric is called {plain!r}; {hint}"
        raise UsageError(message)
    if not colon:
        return found
    if not isinstance(found, _TakesModel):
        message = f"the metric {plain!r} takes no model, but {model!r} follows it; ask for {plain!r} alone"
        raise UsageError(message)
    return found.with_model(model)

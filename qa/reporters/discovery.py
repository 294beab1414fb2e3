"""Finds the reporters by walking this package: a module is one when it has a constant ``REPORTER``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

import qa.reporters
from qa.core.errors import UsageError
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.reporters.protocol import Reporter

__all__ = ["reporter", "reporter_names"]


def reporter_names() -> tuple[str, ...]:
    """The names of all output formats, sorted."""
    return tuple(_reporters())


def reporter(name: str) -> Reporter:
    """The reporter of a name.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    known = _reporters()
    if found := known.get(name.lower()):
        return found
    hint = did_you_mean(name, known, f"there are {', '.join(known)}.")
    message = f"no output format is called {name!r}; {hint}"
    raise UsageError(message)


@cache
def _reporters() -> Mapping[str, Reporter]:
    names = (f"qa.reporters.{info.name}" for info in pkgutil.iter_modules(qa.reporters.__path__))
    modules = [importlib.import_module(name) for name in names]
    found: list[Reporter] = [module.REPORTER for module in modules if hasattr(module, "REPORTER")]
    return {reporter.name: reporter for reporter in sorted(found, key=lambda reporter: reporter.name)}

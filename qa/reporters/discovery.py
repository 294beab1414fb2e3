"""Finds the reporters by walking this package: a module is one when it has a constant ``REPORTER`` of its name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, cast

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
    if found := _of_module(name.lower()):
        return found
    known = _reporters()
    hint = did_you_mean(name, known, f"there are {', '.join(known)}.")
    message = f"no output format is called {name!r}; {hint}"
    raise UsageError(message)


@cache
def _reporters() -> Mapping[str, Reporter]:
    found = ((name, _of_module(name)) for name in sorted(_modules()))
    return {name: reporter for name, reporter in found if reporter is not None}


@cache
def _of_module(name: str) -> Reporter | None:
    """The reporter in the module of its name; the others need not be imported for it."""
    if name not in _modules():
        return None
    return cast("Reporter | None", getattr(importlib.import_module(f"qa.reporters.{name}"), "REPORTER", None))


@cache
def _modules() -> frozenset[str]:
    return frozenset(info.name for info in pkgutil.iter_modules(qa.reporters.__path__))

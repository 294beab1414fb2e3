"""Finds the rules: our own by walking the package, third parties' by the entry point group ``qa.rules``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import qa.rules
from qa.core.errors import PluginError
from qa.rules.rule import BatchRule, DocumentRule, Rule, UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

__all__ = ["ENTRY_POINT_GROUP", "all_rules"]

ENTRY_POINT_GROUP = "qa.rules"
_SCOPES = (UnitRule, DocumentRule, BatchRule)


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule class by id, ours and the installed plug-ins', sorted by id.

    Raises:
        PluginError: a plug-in does not load, or two rules have one id.
    """
    found: dict[str, type[Rule]] = {}
    for rule in (*_own_rules(), *_plugin_rules()):
        identifier = rule().id
        if identifier in found:
            message = f"two rules are called {identifier!r}: {found[identifier].__module__} and {rule.__module__}"
            raise PluginError(message)
        found[identifier] = rule
    return dict(sorted(found.items()))


def _own_rules() -> Iterator[type[Rule]]:
    for module_info in pkgutil.walk_packages(qa.rules.__path__, "qa.rules."):
        if not module_info.ispkg and module_info.name.count(".") == 3:  # noqa: PLR2004 -- qa.rules.<group>.<slug>
            yield from _rules_of(importlib.import_module(module_info.name))


def _plugin_rules() -> Iterator[type[Rule]]:
    for entry_point in entry_points(group=ENTRY_POINT_GROUP):
        try:
            loaded = entry_point.load()
        except Exception as error:
            message = (
                f"the rule plug-in {entry_point.name!r} ({entry_point.value}) does not load: {error}; "
                f"mend or uninstall its package"
            )
            raise PluginError(message) from error
        if inspect.ismodule(loaded):
            yield from _rules_of(loaded)
        else:
            yield loaded


def _rules_of(module: ModuleType) -> Iterator[type[Rule]]:
    for value in vars(module).values():
        is_rule = inspect.isclass(value) and issubclass(value, _SCOPES) and not inspect.isabstract(value)
        if is_rule and value.__module__ == module.__name__:
            yield value

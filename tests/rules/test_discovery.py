from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from qa.core.errors import PluginError
from qa.core.finding import Problem
from qa.rules import discovery
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context


class EntryPoint:
    """What an installed package says of its rules."""

    name = "house"
    value = "house.rules"

    def __init__(self, loaded: Any) -> None:  # noqa: ANN401 -- a module, a class or an error
        self._loaded = loaded

    def load(self) -> Any:  # noqa: ANN401 -- as above
        if isinstance(self._loaded, Exception):
            raise self._loaded
        return self._loaded


def rule_in(module: str) -> type[UnitRule]:
    class HouseRule(UnitRule):
        category = "style/organization-style"
        __module__ = module

        def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
            if context.target_language == "und":
                yield Problem(unit=unit, message="“und” is no language; name one")

    return HouseRule


def rules_with(loaded: object, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setattr(discovery, "entry_points", lambda group: [EntryPoint(loaded)] if group == "qa.rules" else [])
    return set(discovery.all_rules.__wrapped__())


def test_a_plug_in_may_be_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "style/house-word" in rules_with(rule_in("house.style.house_word"), monkeypatch)


def test_a_plug_in_may_be_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("house.style.house_word")
    module.HouseRule = rule_in(module.__name__)  # type: ignore[attr-defined]
    module.Imported = UnitRule  # type: ignore[attr-defined]
    assert "style/house-word" in rules_with(module, monkeypatch)


def test_a_plug_in_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PluginError, match=r"the rule plug-in 'house' \(house\.rules\) does not load: no library"):
        rules_with(ImportError("no library"), monkeypatch)


def test_two_rules_of_one_name_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PluginError, match="two rules are called 'typography/double-space'"):
        rules_with(rule_in("house.typography.double_space"), monkeypatch)

"""Which rules run, with which options and at which severity."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from qa.core.errors import ConfigError
from qa.core.naming import did_you_mean
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa.core.document import Document
    from qa.core.finding import Severity
    from qa.rules.rule import Profile, Rule

__all__ = ["ActiveRule", "Selection", "select_rules"]


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that runs, and the severity its findings get where the rule itself sets none."""

    rule: Rule
    severity: Severity
    only: Literal["", "prose", "interface"] = ""
    """The profile of the documents that it sees; empty for all documents."""

    def sees(self, document: Document) -> bool:
        """Whether it runs on ``document``: the strings of a program are of the profile ``interface``."""
        return not self.only or self.only == ("interface" if document.catalogue else "prose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a configuration says of rules. Names are rule ids (``accuracy/omission``) or groups (``accuracy``)."""

    profile: Profile = "auto"
    select: tuple[str, ...] = ()
    """Where given, only these."""
    extend_select: tuple[str, ...] = ()
    """These too, previews included."""
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By rule or group."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options by rule id, as the configuration file writes them."""


def select_rules(
    selection: Selection, *, target_language: str, data_rules: Sequence[Rule] = ()
) -> tuple[ActiveRule, ...]:
    """The rules of a selection in the order of their ids; rules that do not know the target language stay out.

    Raises:
        ConfigError: a name is no rule and no group, or an option is unknown or of the wrong type.
    """
    classes = all_rules()
    by_id: dict[str, Rule] = {rule.id: rule for rule in data_rules}
    names = {*classes, *by_id}
    _check_names(selection, names)
    for identifier in sorted(_wanted(selection, classes, by_id) - _named(selection.ignore, names)):
        if identifier in classes:
            by_id[identifier] = _configured(classes[identifier], identifier, selection.options.get(identifier, {}))
    ignored = _named(selection.ignore, names)
    primary = target_language.split("-", maxsplit=1)[0].lower()
    return tuple(
        ActiveRule(rule, _severity(selection, rule), _only(selection, rule))
        for identifier, rule in sorted(by_id.items())
        if identifier not in ignored and (not rule.languages or primary in rule.languages)
    )


def _severity(selection: Selection, rule: Rule) -> Severity:
    """As set for the rule, else for its group, else the rule's own."""
    group = rule.id.split("/")[0]
    return selection.severities.get(rule.id) or selection.severities.get(group) or rule.severity


def _only(selection: Selection, rule: Rule) -> Literal["", "prose", "interface"]:
    """The one profile that a rule is of, where nothing but the kind of each document chooses it."""
    chosen = {rule.id, rule.id.split("/")[0]} & {*selection.select, *selection.extend_select}
    if selection.profile != "auto" or chosen or len(rule.profiles) != 1:
        return ""
    return "prose" if "prose" in rule.profiles else "interface"


def _wanted(selection: Selection, classes: Mapping[str, type[Rule]], data_rules: Iterable[str]) -> set[str]:
    if selection.select:
        chosen = _named(selection.select, {*classes, *data_rules})
        exact = set(selection.select)
        wanted = {name for name in chosen if name in data_rules or name in exact or _is_default(classes[name])}
    else:
        wanted = {name for name, rule in classes.items() if _is_on(rule, selection.profile)}
    extended = _named(selection.extend_select, classes.keys())
    return wanted | {name for name in extended if classes[name].profiles or name in selection.extend_select}


def _is_default(rule: type[Rule]) -> bool:
    return bool(rule.profiles) and not rule.preview


def _is_on(rule: type[Rule], profile: Profile) -> bool:
    """Whether a profile has the rule; ``strict`` has all that can run as they are, ``auto`` what any other has."""
    if profile == "strict":
        return bool(rule.profiles)
    return _is_default(rule) and (profile == "auto" or profile in rule.profiles)


def _named(names: Iterable[str], known: Iterable[str]) -> set[str]:
    wanted = set(names)
    return {identifier for identifier in known if {identifier, identifier.split("/")[0]} & wanted}


def _check_names(selection: Selection, known: set[str]) -> None:
    groups = {identifier.split("/")[0] for identifier in known}
    asked = (*selection.select, *selection.extend_select, *selection.ignore, *selection.severities, *selection.options)
    for name in asked:
        if name not in known | groups:
            hint = did_you_mean(name, known | groups, "`qa rule` lists them.")
            message = f"{name!r} is no rule and no group of rules; {hint}"
            raise ConfigError(message)


def _configured(rule: type[Rule], identifier: str, options: Mapping[str, Any]) -> Rule:
    try:
        return rule(msgspec.convert(dict(options), rule.Options))
    except msgspec.ValidationError as error:
        message = f"the options of rule {identifier!r} do not fit: {error}; `qa rule {identifier}` shows them"
        raise ConfigError(message) from error

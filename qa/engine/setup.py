"""What a configuration means for a run: its rules, termbases and companions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.engine.ruleset import Selection, select_rules
from qa.engine.runner import Resources
from qa.rules.data_rules import read_data_rules
from qa.terms.companions import Companions
from qa.terms.termbase import Termbase

if TYPE_CHECKING:
    import datetime as dt

    from qa.config import Config
    from qa.engine.ruleset import ActiveRule

__all__ = ["active_rules", "resources"]


def active_rules(config: Config, target_language: str) -> tuple[ActiveRule, ...]:
    """The rules that run.

    Raises:
        ConfigError: a rule, a group or an option is unknown, or a file of data rules is broken.
    """
    selection = Selection(
        profile=config.profile,
        select=config.select,
        extend_select=config.extend_select,
        ignore=config.ignore,
        severities=config.severity,
        options=config.rules,
    )
    data_rules = [rule for path in config.rule_files for rule in read_data_rules(Path(path))]
    return select_rules(selection, target_language=target_language, data_rules=data_rules)


def resources(config: Config, languages: tuple[str, str], date: dt.date | None = None) -> Resources:
    """Termbases and companions read from their files, for source and target language.

    Raises:
        ConfigError: a file cannot be read or contradicts itself.
    """
    terms, companions = (tuple(map(Path, paths)) for paths in (config.terms, config.companions))
    return Resources(
        source_language=languages[0],
        target_language=languages[1],
        termbase=Termbase.merge(Termbase.read(path, *languages) for path in terms) if terms else None,
        companions=Companions.read(companions) if companions else None,
        date=date,
    )

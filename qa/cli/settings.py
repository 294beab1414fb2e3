"""What a run was asked to do: the configuration file, with the command line laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.config import Config, find_config, read_config
from qa.core.errors import UsageError
from qa.core.finding import Severity
from qa.engine.ruleset import ActiveRule, Selection, select_rules
from qa.engine.runner import Resources
from qa.gate import Thresholds
from qa.rules.data_rules import read_data_rules
from qa.terms.companions import Companions
from qa.terms.termbase import Termbase

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Options", "load_config", "resolve_languages", "resources", "rules", "thresholds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The command line's share; None or empty where an option was not given."""

    source_language: str | None = None
    target_language: str | None = None
    terms: tuple[Path, ...] = ()
    companions: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    date: dt.datetime | None = None
    fail_on: str | None = None
    max_warnings: int | None = None
    config_path: Path | None = None
    encoding: str | None = None

    @classmethod
    def of(cls, values: dict[str, Any]) -> Options:
        """Take these options out of a command's arguments."""
        return cls(**{name: values.pop(name) for name in cls.__slots__ if name in values})


def load_config(path: Path | None) -> Config:
    """The configuration file named, else the nearest one, else the defaults."""
    found = path or find_config(Path.cwd())
    return read_config(found) if found else Config()


def resolve_languages(config: Config, options: Options) -> tuple[str | None, str | None]:
    """Source and target language; None where neither options nor configuration tell."""
    return (
        options.source_language or config.source_language,
        options.target_language or config.target_language,
    )


def rules(config: Config, options: Options, target_language: str) -> tuple[ActiveRule, ...]:
    """The rules that run."""
    selection = Selection(
        profile=options.profile or config.profile,
        select=options.select or config.select,
        extend_select=(*config.extend_select, *options.extend_select),
        ignore=(*config.ignore, *options.ignore),
        severities=config.severity,
        options=config.rules,
    )
    data_rules = [rule for path in config.rule_files for rule in read_data_rules(Path(path))]
    return select_rules(selection, target_language=target_language, data_rules=data_rules)


def resources(config: Config, options: Options, source_language: str, target_language: str) -> Resources:
    """Termbases, companions and date, read from the files named."""
    term_files = (*map(Path, config.terms), *options.terms)
    companion_files = (*map(Path, config.companions), *options.companions)
    return Resources(
        source_language=source_language,
        target_language=target_language,
        termbase=Termbase.read(term_files, source_language, target_language) if term_files else None,
        companions=Companions.read(companion_files) if companion_files else None,
        date=options.date.date() if options.date else None,
    )


def thresholds(config: Config, options: Options) -> Thresholds:
    """When the gate fails."""
    fail_on = config.gate.fail_on
    if options.fail_on:
        fail_on = None if options.fail_on == "never" else Severity(options.fail_on)
    maximum = options.max_warnings if options.max_warnings is not None else config.gate.max_warnings
    return Thresholds(
        fail_on=fail_on,
        max_warnings=maximum,
        findings_per_1000_words=config.gate.findings_per_1000_words,
        scores=config.gate.scores,
    )


def require_language(name: str, value: str | None) -> str:
    """The language, or the sentence that asks for it."""
    if value is None:
        flag = "-s/--source-language" if name == "source" else "-t/--target-language"
        message = f"the {name} language is not known: give {flag}, or {name}-language in qa.toml"
        raise UsageError(message)
    return value

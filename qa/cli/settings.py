"""The configuration in force: the file, with the command line laid over it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from qa.config import Config, find_config, read_config
from qa.core.errors import UsageError
from qa.core.finding import Severity

if TYPE_CHECKING:
    import datetime as dt

    from qa.config import GateConfig
    from qa.review import Decision

__all__ = ["Options", "configuration", "languages"]


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
    input_format: str | None = None
    baseline: Path | None = None
    no_baseline: bool = False
    allow_stale: bool = False
    decisions: tuple[Path, ...] = ()
    no_cache: bool = False
    jobs: int | None = None

    @property
    def day(self) -> dt.date | None:
        """The date of the documents, where given."""
        return self.date.date() if self.date else None

    @property
    def decided(self) -> tuple[Decision, ...]:
        """The decisions of all files named, in their order."""
        if not self.decisions:
            return ()
        from qa.review import read_decisions  # noqa: PLC0415 -- only where somebody has decided

        return tuple(decision for path in self.decisions for decision in read_decisions(path))

    @classmethod
    def take(cls, values: dict[str, Any]) -> Options:
        """These options out of a command's arguments; the rest stays in ``values``."""
        return cls(**{name: values.pop(name) for name in cls.__slots__ if name in values})


def configuration(options: Options) -> Config:
    """The file named, else the nearest one, else the defaults, with the options laid over; file lists are joined."""
    path = options.config_path or find_config(Path.cwd())
    config = read_config(path) if path else Config()
    return msgspec.structs.replace(
        config,
        source_language=options.source_language or config.source_language,
        target_language=options.target_language or config.target_language,
        profile=options.profile or config.profile,
        select=options.select or config.select,
        extend_select=(*config.extend_select, *options.extend_select),
        ignore=(*config.ignore, *options.ignore),
        terms=(*config.terms, *map(str, options.terms)),
        companions=(*config.companions, *map(str, options.companions)),
        baseline=None if options.no_baseline else str(options.baseline) if options.baseline else config.baseline,
        gate=_gate(config.gate, options),
    )


def languages(config: Config) -> tuple[str, str]:
    """Source and target language.

    Raises:
        UsageError: neither the command line nor the file tells one of them.
    """
    return (
        _required("source", "-s", config.source_language),
        _required("target", "-t", config.target_language),
    )


def _gate(gate: GateConfig, options: Options) -> GateConfig:
    fail_on = gate.fail_on
    if options.fail_on:
        fail_on = None if options.fail_on == "never" else Severity(options.fail_on)
    maximum = gate.max_warnings if options.max_warnings is None else options.max_warnings
    stale = "allow" if options.allow_stale else gate.stale_baseline
    return msgspec.structs.replace(gate, fail_on=fail_on, max_warnings=maximum, stale_baseline=stale)


def _required(name: str, flag: str, value: str | None) -> str:
    if value is None:
        message = f"the {name} language is not known: give {flag}, or {name}-language in qa.toml"
        raise UsageError(message)
    return value

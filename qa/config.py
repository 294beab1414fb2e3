"""The configuration file: the nearest ``qa.toml``, or ``[tool.qa]`` of the nearest ``pyproject.toml``."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args

import msgspec

from qa.core.errors import ConfigError
from qa.core.explanation import explained
from qa.core.finding import Severity
from qa.core.naming import did_you_mean
from qa.core.toml_lines import broken_line, key_line
from qa.rules.rule import Profile

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["TEMPLATE", "Config", "GateConfig", "ScoreThreshold", "Thresholds", "find_config", "read_config"]


_SEVERITIES: Final = tuple(severity.value for severity in Severity)
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "fail-on": (*_SEVERITIES, "never"),
    "profile": get_args(Profile),
    "stale-baseline": ("error", "allow"),
    "target": ("auto",),
}
"""What the keys may say that are neither free nor severities."""
_NOUNS: Final = {"profile": "profile", "stale-baseline": "way to take a stale baseline", "target": "target"}


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of the file; keys are written with hyphens, and an unknown one is an error."""


class ScoreThreshold(_Section, frozen=True):
    """What a score must reach, on the metric's own scale."""

    min: float | None = None
    max: float | None = None
    target: Literal["auto"] | None = None
    """``"auto"``: the score may not be worse than in an earlier report."""
    threshold: Annotated[float, msgspec.Meta(ge=0)] | None = None
    """By how much it may be worse all the same; 0 without it."""
    significance: Annotated[float, msgspec.Meta(gt=0, le=1)] | None = None
    """The p-value under which the difference is no chance; 0.05 without it, and 1 for no test."""

    def __post_init__(self) -> None:
        if self.target is None and (self.threshold, self.significance) != (None, None):
            raise ValueError('`threshold` and `significance` belong to `target = "auto"`; add it')


class Thresholds(_Section, frozen=True):
    """Which findings may not be there, and what scores must reach."""

    fail_on: Severity | None = Severity.MAJOR
    """Findings of this severity or graver; ``"never"`` in the file for none."""
    max_warnings: int | None = None
    """How many findings below ``fail-on`` are allowed, remarks not counted."""
    findings_per_1000_words: float | None = None
    """How many findings of minor or graver per 1,000 source words are allowed."""
    scores: dict[str, ScoreThreshold] = {}
    """By metric."""


class GateConfig(Thresholds, frozen=True):
    """When a batch may not pass."""

    changed: Thresholds | None = None
    """For the units that are not as ``--diff-base`` or the earlier report has them; the other thresholds are for the
    whole batch then."""
    stale_baseline: Literal["error", "allow"] = "error"
    """Whether entries of the baseline that nothing was found for fail the batch."""


class Config(_Section, frozen=True):
    """Everything a configuration file may say. Paths are taken from the file's own folder."""

    source_language: str | None = None
    target_language: str | None = None
    profile: Profile = "auto"
    """Which rules are on by default: docs/profiles.md."""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    """By rule or group."""
    rules: dict[str, dict[str, Any]] = {}
    """Options by rule."""
    rule_files: tuple[str, ...] = ()
    """Files with rules as data."""
    terms: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    dictionaries: tuple[str, ...] = ()
    """Hunspell dictionaries of the target language, and lists of words (``.txt``), for ``linguistic/spelling``."""
    baseline: str | None = None
    """Findings and scores that are known and do not count."""
    metrics: tuple[str, ...] = ()
    """Scores of ``qa run`` and ``qa check`` beside MQM, as ``--metric`` takes them."""
    max_file_megabytes: float | None = None
    """A larger file is an error; without it there is no limit."""
    gate: GateConfig = GateConfig()


def find_config(start: Path) -> Path | None:
    """The nearest ``qa.toml`` or ``pyproject.toml`` with a table ``[tool.qa]``, from ``start`` upwards."""
    for folder in (start, *start.parents):
        if (folder / "qa.toml").is_file():
            return folder / "qa.toml"
        project = folder / "pyproject.toml"
        if project.is_file() and "qa" in _load(project).get("tool", {}):
            return project
    return None


def read_config(path: Path) -> Config:
    """The configuration in ``path``, with what it extends.

    Raises:
        ConfigError: the file cannot be read, is no TOML, extends itself, or has an unknown key or an impossible value.
    """
    merged = _merged(path, ())
    try:
        return msgspec.convert(merged, Config)
    except msgspec.ValidationError as error:
        key, message = _explain(error)
        message = f"{_where(path, key)}: {message}"
        raise ConfigError(message) from error


def _where(path: Path, key: str) -> str:
    """The file, or the one that it extends, with the line of ``key``; the file alone where the line is not clear."""
    step: Path | None = path
    while step is not None and key:
        project = step.name == "pyproject.toml"
        line = key_line(step.read_text(encoding="utf-8-sig"), key, under="tool.qa" if project else "")
        if line is not None:
            return f"{step}:{line}"
        table = _load(step)
        base = (table.get("tool", {}).get("qa", {}) if project else table).get("extend")
        step = None if base is None else step.parent / str(base)
    return str(path)


def _merged(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The tables of ``path`` laid over those of the file it extends; lists are replaced, tables joined."""
    resolved = path.resolve()
    if resolved in seen:
        chain = " → ".join(str(step) for step in (*seen, resolved))
        message = f"{path}: `extend` goes in a circle ({chain}); take one of them out"
        raise ConfigError(message)
    table = _load(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("qa", {})
    table = dict(table)
    base = table.pop("extend", None)
    _anchor_paths(table, path)
    _read_never(table.get("gate"))
    if base is None:
        return table
    return _overlay(_merged(path.parent / str(base), (*seen, resolved)), table)


def _read_never(gate: object) -> None:
    """TOML has no word for nothing: ``fail-on = "never"`` stands for it, in ``[gate]`` and in ``[gate.changed]``."""
    if isinstance(gate, dict):
        if gate.get("fail-on") == "never":
            gate["fail-on"] = None
        _read_never(gate.get("changed"))


def _overlay(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in top.items():
        below = result.get(key)
        result[key] = _overlay(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def _anchor_paths(table: dict[str, Any], path: Path) -> None:
    for key in ("terms", "companions", "dictionaries", "rule-files"):
        if isinstance(table.get(key), list):
            table[key] = [str(path.parent / str(entry)) for entry in table[key]]
    if isinstance(table.get("baseline"), str):
        table["baseline"] = str(path.parent / table["baseline"])


def _load(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"{path}: the configuration cannot be read ({error.strerror}); check the path"
        raise ConfigError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: the configuration is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise ConfigError(message) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, what = broken_line(error, text)
        message = f"{path}:{line}: not valid TOML: {what}"
        raise ConfigError(message) from error


def _explain(error: msgspec.ValidationError) -> tuple[str, str]:
    """The key at fault, and what is wrong with it, with the nearest name that is known."""
    objection = explained(str(error))
    if unknown := re.search(r"unknown field `([^`]+)`", objection.message):
        return unknown[1], _unknown_key(unknown[1], objection.place)
    if wrong := re.fullmatch(r"invalid enum value '(.*)'", objection.message):
        known = ", ".join(_CHOICES.get(objection.key, _SEVERITIES))
        return objection.key, f"{wrong[1]!r} is no {_NOUNS.get(objection.key, 'severity')}; there are {known}"
    return objection.key, f"{objection.place}: {objection.message}"


def _unknown_key(key: str, where: str) -> str:
    sections = {"gate": GateConfig, "gate.changed": Thresholds}
    section = sections.get(where, ScoreThreshold if ".scores" in where else Config)
    known = [field.encode_name for field in msgspec.structs.fields(section)]
    known += ["extend"] if section is Config else []
    hint = did_you_mean(key, known, f"known keys: {', '.join(sorted(known))}.")
    table = f" in [{where}]" if where else ""
    return f"unknown key {key!r}{table}; {hint}"


TEMPLATE = """\
# Settings of `qa`. Every key may be left out; the values shown are the defaults.
# In pyproject.toml the same keys stand under [tool.qa].

# extend = "../house.toml"        # take everything from there, then this file's keys

source-language = "ru"            # BCP 47; formats that state their languages need none
target-language = "en"
profile = "auto"                  # auto | prose | interface | strict: docs/profiles.md

# select = ["accuracy", "terminology/term-missing"]   # only these rules or groups
# extend-select = []              # these too, previews included
# ignore = ["style/calque"]
# rule-files = ["house-rules.toml"]                   # rules as data

# terms = ["terms.tbx", "house.csv"]                  # termbases
# companions = ["companions.toml"]                    # texts that must stand beside a name
# dictionaries = ["en_GB.dic", "house-words.txt"]     # for linguistic/spelling, which extend-select switches on
# baseline = "qa-baseline.jsonl"                      # known findings: `qa baseline create`
# metrics = ["chrf", "similarity:models/LaBSE"]       # scores beside MQM: docs/scoring.md
# max-file-megabytes = 200.0

# [severity]                      # neutral | minor | major | critical, by rule or group
# "style" = "neutral"

# [rules."compliance/disclaimer-missing"]             # options: `qa rule compliance/disclaimer-missing`

[gate]
fail-on = "major"                 # findings of this severity or graver fail the batch; "never" for none
# max-warnings = 20               # findings below it that are allowed
# findings-per-1000-words = 8.0
# stale-baseline = "error"          # or "allow": entries of the baseline that nothing was found for

# [gate.changed]                    # for changed units alone, with --diff-base or --baseline-report; same keys
# fail-on = "minor"

# [gate.scores.chrf]
# min = 55.0
# target = "auto"                   # no worse than in the report of --baseline-report
# threshold = 1.0                   # by more than this
# significance = 0.05               # and not by chance
"""

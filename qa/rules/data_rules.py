r"""Rules as data: a desk adds a rule in a TOML file, without Python.

::

    [[rule]]
    id = "house/no-very"
    kind = "forbidden-pattern"       # preferred-form, consistency, count-parity
    pattern = '\bvery unique\b'
    message = "nothing is very unique; write “unique”"
    suggestion = "unique"
    severity = "minor"
    languages = ["en"]

Patterns are those of the ``regex`` package. A pattern that runs away on some text ends the run with an error that names
it. Reading is strict: what the file says is meant.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from qa.core.errors import ConfigError
from qa.core.naming import did_you_mean
from qa.core.toml_lines import broken_line
from qa.rules.data_kinds import KINDS, DataRule, RuleEntry
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from qa.rules.rule import Rule

__all__ = ["parse_data_rules", "read_data_rules"]

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:/[a-z]+(?:-[a-z]+)*)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SHARED = frozenset(
    {"id", "kind", "title", "side", "beside", "message", "severity", "category", "languages", "ignore-case"}
)
_NEEDED = {
    "forbidden-pattern": frozenset({"pattern"}),
    "preferred-form": frozenset({"pattern", "suggestion"}),
    "consistency": frozenset({"forms"}),
    "count-parity": frozenset({"pattern"}),
}
_ALLOWED = {
    "forbidden-pattern": frozenset({"suggestion"}),
    "preferred-form": frozenset[str](),
    "consistency": frozenset[str](),
    "count-parity": frozenset({"target-pattern"}),
}
_REFERENCE = re.compile(r"\\(?:(\d+)|g<(\w+)>)")
_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")


def read_data_rules(path: Path) -> tuple[Rule, ...]:
    """The rules in a TOML file, in its order.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or says something unknown, incomplete or impossible.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: the rule file cannot be read: {error}; give the path of a TOML file in UTF-8"
        raise ConfigError(message) from error
    return parse_data_rules(text, str(path))


def parse_data_rules(text: str, path: str) -> tuple[Rule, ...]:
    """The rules in the text of a rule file; ``path`` serves messages.

    Raises:
        ConfigError: as :func:`read_data_rules`.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, what = broken_line(error, text)
        message = f"{path}:{line}: not valid TOML: {what}"
        raise ConfigError(message) from error
    _check_top(content, path)
    places = _Places(path, text)
    rules = tuple(_rule(table, number, places) for number, table in enumerate(content["rule"]))
    _check_ids(rules)
    return rules


def _check_top(content: Mapping[str, Any], path: str) -> None:
    for key in content:
        if key != "rule":
            message = f"{path}: the key {key!r} is unknown; a rule file holds only tables [[rule]]"
            raise ConfigError(message)
    tables = content.get("rule")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        message = f"{path}: no rule in it; write each as a table [[rule]]"
        raise ConfigError(message)


class _Places:
    """Line numbers in a rule file, for messages."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._headers = [number for number, line in enumerate(self._lines) if _HEADER.match(line)]

    def of(self, number: int, key: str = "") -> str:
        """``file:line`` of a key of the rule with this number, or of the rule itself."""
        if number >= len(self._headers):
            return self._path  # written as an array of inline tables
        start = self._headers[number]
        end = self._headers[number + 1] if number + 1 < len(self._headers) else len(self._lines)
        pattern = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        line = next((line for line in range(start, end) if key and pattern.match(self._lines[line])), start)
        return f"{self._path}:{line + 1}"


def _rule(table: Mapping[str, Any], number: int, places: _Places) -> DataRule:
    _check_keys(table, number, places)
    try:
        entry = msgspec.convert({**table, "place": places.of(number)}, RuleEntry)
    except msgspec.ValidationError as error:
        key = str(error).partition("`$.")[2].partition("`")[0].partition("[")[0]
        message = f"{places.of(number, key)}: {error}"
        raise ConfigError(message) from error
    for key, value in (("pattern", entry.pattern), ("target-pattern", entry.target_pattern), ("beside", entry.beside)):
        _check_pattern(value, places.of(number, key), entry.suggestion if key == "pattern" else None)
    for form in entry.forms:
        _check_pattern(form, places.of(number, "forms"), None)
    _check_names(entry, number, places)
    return _build(entry)


def _check_keys(table: Mapping[str, Any], number: int, places: _Places) -> None:
    """All keys are known to the kind, and none that it needs is missing or empty."""
    kind = table.get("kind")
    if kind not in _NEEDED:
        message = f"{places.of(number, 'kind')}: the kind {kind!r} is unknown; {_hint(str(kind), _NEEDED)}"
        raise ConfigError(message)
    known = _SHARED | _NEEDED[kind] | _ALLOWED[kind]
    for key in table:
        if key not in known:
            message = f"{places.of(number, key)}: a rule of kind {kind!r} has no key {key!r}; {_hint(key, known)}"
            raise ConfigError(message)
    for key in sorted(_NEEDED[kind] | {"id"}):
        if key not in table or (not table[key] and key != "suggestion"):
            message = f"{places.of(number, key)}: a rule of kind {kind!r} needs the key {key!r}"
            raise ConfigError(message)


def _hint(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    return did_you_mean(name, names, f"known are {', '.join(names)}")


def _check_pattern(pattern: str, place: str, suggestion: str | None) -> None:
    try:
        compiled = regex.compile(pattern)
    except regex.error as error:
        message = f"{place}: the pattern {pattern!r} is no regular expression: {error}"
        raise ConfigError(message) from error
    groups = {str(number) for number in range(1, compiled.groups + 1)} | set(compiled.groupindex)
    for match in _REFERENCE.finditer(suggestion or ""):
        if (match[1] or match[2]) not in groups:
            message = f"{place}: the suggestion {suggestion!r} names a group that the pattern {pattern!r} does not have"
            raise ConfigError(message)


def _check_names(entry: RuleEntry, number: int, places: _Places) -> None:
    wrong: Iterator[tuple[str, str, str]] = (
        (key, value, wanted)
        for key, values, pattern, wanted in (
            ("id", (entry.id,), _ID, "a group and a name in lower case, such as “house/no-very”"),
            ("category", (entry.category,), _CATEGORY, "a category of MQM, such as “style/organization-style”"),
            ("languages", entry.languages, _LANGUAGE, "primary subtags, such as “en”"),
        )
        for value in values
        if not pattern.fullmatch(value)
    )
    for key, value, wanted in wrong:
        message = f"{places.of(number, key)}: {key} {value!r} is not {wanted}"
        raise ConfigError(message)
    if entry.kind == "consistency" and len(set(entry.forms)) < 2:  # noqa: PLR2004 -- one form alone is consistent
        message = f"{places.of(number, 'forms')}: the rule {entry.id!r} needs two forms or more"
        raise ConfigError(message)


def _check_ids(rules: Iterable[DataRule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen or rule.id in all_rules():
            other = "another rule of this file" if rule.id in seen else "a rule of the program"
            message = f"{rule.entry.place}: {rule.id!r} is {other}; give the rule a name of its own"
            raise ConfigError(message)
        seen.add(rule.id)


def _build(entry: RuleEntry) -> DataRule:
    """A rule whose class is made for the entry, because category, severity and languages are a class's."""
    attributes = {
        "category": entry.category,
        "severity": entry.severity,
        "languages": frozenset(entry.languages),
        "__module__": __name__,
        "__reduce__": lambda rule: (_rebuild, (msgspec.json.encode(rule.entry),)),
    }
    kind = KINDS[entry.kind]
    made: type[DataRule] = type(kind.__name__, (kind,), attributes)
    return made(entry)


def _rebuild(entry: bytes) -> DataRule:
    """A pickled rule: its class is made again in the process that reads it."""
    return _build(msgspec.json.decode(entry, type=RuleEntry))

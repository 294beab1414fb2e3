"""Reads a companions file (TOML) strictly: what is not understood is an error with its line, never a silent skip."""

from __future__ import annotations

import datetime as dt
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn, TypeVar

import regex

from qa.core.errors import ConfigError
from qa.core.finding import Severity
from qa.core.terminology import CompanionClass, CompanionScope, Entity, Place, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["class_line", "parse_companions"]

_LANGUAGE = regex.compile(r"[a-z]{2,3}")
_CLASS_KEYS = ("scope", "severity", "place")
_ENTITY_KEYS = (*_CLASS_KEYS, "id", "class", "since", "until", "names", "case-sensitive", "exclude")
_WORDING_KEYS = ("preferred", "accepted")
_DATE_LENGTH = 10
_Choice = TypeVar("_Choice", Severity, CompanionScope, Place)


class _Table:
    """A table of the file, with what is needed to say where a slip stands."""

    def __init__(self, values: Mapping[str, object], name: str, path: str, block: tuple[int, Sequence[str]]) -> None:
        self.values = values
        self.name = name
        self.path = path
        self.line, self._lines = block

    def fail(self, message: str, key: str = "") -> NoReturn:
        """Raise a ConfigError that points to ``key``, or to the head of the table."""
        pattern = regex.compile(rf"^\s*(?:\[.*\.)?[\"']?{regex.escape(key)}\b") if key else None
        offset = next((n for n, text in enumerate(self._lines) if pattern and pattern.search(text)), 0)
        told = f"{self.path or 'companions'}:{self.line + offset}: {self.name}: {message}"
        raise ConfigError(told)

    def check_keys(self, known: Sequence[str]) -> None:
        """Refuse keys that are neither known nor a language."""
        for key in self.values:
            if key not in known and not _LANGUAGE.fullmatch(key):
                close = get_close_matches(key, known, 1)
                hint = (
                    f"did you mean “{close[0]}”?" if close else f"write one of {', '.join(known)}, or a language code"
                )
                self.fail(f"the key “{key}” is not known; {hint}", key)

    def text(self, key: str) -> str:
        """A text that must be there and not be empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            self.fail(f"“{key}” must be a text that is not empty", key)
        return value

    def texts(self, value: object, key: str) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(text, str) and text.strip() for text in values):
            self.fail(f"“{key}” must be a list of texts, none of them empty", key)
        return tuple(values)

    def choice(self, key: str, kind: type[_Choice], default: _Choice) -> _Choice:
        """A word of an enumeration."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or value not in list(kind):
            self.fail(f"“{value}” is no {key}; write one of {', '.join(kind)}", key)
        return kind(value)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is left out."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.fail(f"“{key}” must be true or false", key)
        return value

    def date(self, key: str) -> dt.date | None:
        """A date, written bare or as an ISO text."""
        value = self.values.get(key)
        if isinstance(value, str) and len(value) == _DATE_LENGTH:
            try:
                value = dt.date.fromisoformat(value)
            except ValueError as error:
                self.fail(f"“{value}” is no date ({error}); write it as 2021-03-18", key)
        if isinstance(value, dt.datetime):
            value = value.date()
        if value is not None and not isinstance(value, dt.date):
            self.fail(f"“{value}” is no date; write it as 2021-03-18", key)
        return value


def parse_companions(text: str, path: str = "") -> tuple[tuple[CompanionClass, ...], tuple[Entity, ...]]:
    """The classes and entities of a file.

    Raises:
        ConfigError: the file is no TOML, or says something unknown, empty, impossible or contradictory.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = regex.search(r"at line (\d+)", str(error))
        message = f"{path or 'companions'}:{line[1] if line else len(text.splitlines())}: no valid TOML: {error}"
        raise ConfigError(message) from error
    blocks = _blocks(text)
    top = _Table(content, "the file", path, (1, text.splitlines()))
    for key in content:
        if key not in {"class", "entity"}:
            top.fail(f"the key “{key}” is not known; write [class.NAME] and [[entity]] tables", key)
    classes: dict[str, CompanionClass] = {}
    for name, values in _mapping(top, "class").items():
        table = _Table(_as_mapping(top, values, name), f"class “{name}”", path, _block(blocks, f"class.{name}"))
        table.check_keys(_CLASS_KEYS)
        classes[name] = _class(table, CompanionClass(id=name, wordings={}))
    entries = content.get("entity", [])
    if not isinstance(entries, list):
        top.fail("“entity” must be written as [[entity]]", "entity")
    entities = []
    for number, values in enumerate(entries):
        block = _block(blocks, "entity", number)
        name = f"entity “{values.get('id', number + 1)}”" if isinstance(values, dict) else f"entity {number + 1}"
        entities.append(_entity(_Table(_as_mapping(top, values, "entity"), name, path, block), classes))
    return tuple(classes.values()), tuple(entities)


def class_line(text: str, name: str) -> int:
    """The 1-based line at which the class ``name`` of a file begins; 1 where it is not told."""
    return _block(_blocks(text), f"class.{name}")[0]


def _class(table: _Table, base: CompanionClass) -> CompanionClass:
    """The class that ``table`` describes, or the changes that an entity makes to its class."""
    wordings = dict(base.wordings)
    for language, value in table.values.items():
        if _LANGUAGE.fullmatch(language) and language not in _ENTITY_KEYS:
            wordings[language] = _wording(table, _as_mapping(table, value, language), language)
    if not wordings:
        table.fail("no language has a wording; write a table such as [class.NAME.en] with “preferred”")
    return CompanionClass(
        id=base.id,
        scope=table.choice("scope", CompanionScope, base.scope),
        severity=table.choice("severity", Severity, base.severity),
        place=table.choice("place", Place, base.place),
        wordings=wordings,
    )


def _wording(table: _Table, values: Mapping[str, object], language: str) -> Wording:
    for key in values:
        if key not in _WORDING_KEYS:
            table.fail(f"the key “{language}.{key}” is not known; write one of {', '.join(_WORDING_KEYS)}", key)
    preferred = values.get("preferred")
    if not isinstance(preferred, str) or not preferred.strip():
        table.fail(f"“{language}.preferred” must be a text that is not empty", "preferred")
    return Wording(preferred, table.texts(values.get("accepted", []), "accepted"))


def _entity(table: _Table, classes: Mapping[str, CompanionClass]) -> Entity:
    table.check_keys(_ENTITY_KEYS)
    identifier, class_name = table.text("id"), table.text("class")
    if class_name not in classes:
        known = ", ".join(f"“{name}”" for name in classes) or "none yet"
        table.fail(f"the class “{class_name}” is not defined; add [class.{class_name}] (there is {known})", "class")
    names: dict[str, tuple[str, ...]] = {}
    for language, value in _as_mapping(table, table.values.get("names", {}), "names").items():
        if not _LANGUAGE.fullmatch(language):
            table.fail(f"“names.{language}” is no language; write a code such as names.en", "names")
        names[language] = table.texts(value, f"names.{language}")
    if not any(names.values()):
        table.fail('no name in any language; write names.en = ["…"]', "names")
    since, until = table.date("since"), table.date("until")
    if since and until and since >= until:
        table.fail(f"“until” ({until}) must be after “since” ({since})", "until")
    return Entity(
        id=identifier,
        companion=_class(table, classes[class_name]),
        names=names,
        since=since,
        until=until,
        case_sensitive=table.flag("case-sensitive"),
        exclude=table.texts(table.values.get("exclude", []), "exclude"),
        path=table.path,
        line=table.line,
    )


def _as_mapping(table: _Table, value: object, key: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        table.fail(f"“{key}” must be a table", key)
    return value


def _mapping(table: _Table, key: str) -> Mapping[str, object]:
    return _as_mapping(table, table.values.get(key, {}), key)


def _blocks(text: str) -> list[tuple[str, int, list[str]]]:
    """The tables of the file with the number of their first line, as :mod:`tomllib` does not tell it."""
    blocks: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        head = regex.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line)
        if head:
            blocks.append((head[1].replace('"', ""), number, [line]))
        elif blocks:
            blocks[-1][2].append(line)
    return blocks


def _block(blocks: Sequence[tuple[str, int, list[str]]], name: str, number: int = 0) -> tuple[int, Sequence[str]]:
    """The ``number``-th table called ``name``, with the tables below it."""
    heads = [index for index, (head, _, _) in enumerate(blocks) if head == name or head.startswith(f"{name}.")]
    starts = [index for index in heads if blocks[index][0] == name] or heads
    if number >= len(starts):
        return 1, ()
    start = starts[number]
    stop = start + 1
    while stop < len(blocks) and blocks[stop][0].startswith(f"{name}."):
        stop += 1
    return blocks[start][1], [line for _, _, lines in blocks[start:stop] for line in lines]

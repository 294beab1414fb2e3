"""JSON lines: one object a line with ``source`` and ``target``.

Optional members are ``id``, ``document``, ``date``, ``state``, ``note`` and ``qa_ignore`` (rules whose findings do not
count, and why: a string, or an array of strings). Offsets are those of the string values in
the file. Consecutive objects of one ``document`` are running text.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import msgspec

from qa.core.errors import FormatError
from qa.formats.content import Content, Gap, Place, Run
from qa.formats.fields import FieldReader
from qa.formats.format import CreatingFormat, Entry, FormatInfo
from qa.formats.lines import read_lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from qa.core.document import Document
    from qa.formats.decoding import TextFile
    from qa.formats.format import Languages
    from qa.formats.lines import Line

__all__ = ["FORMAT", "JsonLines"]

_SPACE = re.compile(r"[ \t]*")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_DECODER = json.JSONDecoder()
_OPTIONAL = ("id", "document", "date", "state", "note")


class _Value(NamedTuple):
    """A member's value and where it stands in its line."""

    value: object
    start: int
    end: int


class JsonLines(CreatingFormat):
    """JSON lines."""

    info = FormatInfo(
        name="jsonl",
        title="JSON lines",
        suffixes=(".jsonl", ".ndjson"),
        kind="bilingual",
        writes_back=True,
        creates=True,
    )

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry an object; empty lines are passed over."""
        fields = FieldReader(file.name, languages)
        for line in read_lines_of(file):
            if line.text.strip():
                yield _entry(line, _members(line, file.name), fields)

    def escape(self, text: str, form: str) -> str:
        """``text`` inside a JSON string, or a whole string for a run of the form ``value``."""
        written = json.dumps(text, ensure_ascii=False)
        return written if form == "value" else written[1:-1]

    def create(self, documents: Iterable[Document], stream: TextIO) -> None:
        """One object a unit; members without a value are left out."""
        for document in documents:
            for unit in document.units:
                members = {
                    "id": unit.id,
                    "document": document.id,
                    "date": document.date.isoformat() if document.date else "",
                    "source": unit.source.text,
                    "target": unit.target.text,
                    "state": unit.state,
                    "note": "\n".join(unit.notes),
                }
                kept = {name: value for name, value in members.items() if value or name in {"source", "target"}}
                stream.write(msgspec.json.encode(kept).decode() + "\n")


FORMAT = JsonLines()


def _entry(line: Line, members: dict[str, _Value], fields: FieldReader) -> Entry:
    source = _text(line, members, "source", fields.path)
    target = _text(line, members, "target", fields.path)
    values = {name: _optional(line, members, name, fields.path) for name in _OPTIONAL}
    values["qa_ignore"] = _directives(line, members, fields.path)
    return fields.entry(line.number, values, source, target)


def _members(line: Line, path: str) -> dict[str, _Value]:
    """The members of the object that ``line`` is."""
    text = line.text
    try:
        at = _skip(text, 0)
        if text[at : at + 1] != "{":
            _fail("an object {…} was expected", text, at)
        members: dict[str, _Value] = {}
        at = _skip(text, at + 1)
        while text[at : at + 1] != "}":
            name, value = _member(text, at)
            members[name] = value
            at = _skip(text, value.end)
            if text[at : at + 1] == ",":
                at = _skip(text, at + 1, '"')
            elif text[at : at + 1] != "}":
                _fail("',' or '}' was expected", text, at)
        if _skip(text, at + 1) != len(text):
            _fail("something follows the object", text, at + 1)
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"column {error.pos + 1}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        message = f"is not valid JSON ({place}); each line must be one object with source and target"
        raise FormatError(message, path=path, line=line.number) from None
    return members


def _fail(reason: str, text: str, at: int) -> NoReturn:
    raise json.JSONDecodeError(reason, text, at)


def _member(text: str, at: int) -> tuple[str, _Value]:
    if text[at : at + 1] != '"':
        _fail("a name in double quotes was expected", text, at)
    name, at = _DECODER.raw_decode(text, at)
    at = _skip(text, at, ":")
    start = _skip(text, at + 1)
    value, end = _DECODER.raw_decode(text, start)
    return name, _Value(value, start, end)


def _skip(text: str, at: int, wanted: str = "") -> int:
    """The next place behind white space; ``wanted`` must stand there."""
    match = _SPACE.match(text, at)
    at = match.end() if match else at
    if wanted and text[at : at + 1] != wanted:
        _fail(f"{wanted!r} was expected", text, at)
    return at


def _text(line: Line, members: dict[str, _Value], name: str, path: str) -> Content:
    member = members.get(name)
    if member is None:
        message = f"has no member {name!r}; each object needs source and target"
        raise FormatError(message, path=path, line=line.number)
    place = Place(line.offset + member.start, line.number, member.start + 1)
    if member.value is None and name == "target":
        return Content((), Gap(place, line.offset + member.end, '"', '"'))
    if not isinstance(member.value, str):
        message = f"{name!r} is no string: {line.text[member.start : member.end][:40]}"
        raise FormatError(message, path=path, line=line.number)
    inside = place._replace(offset=place.offset + 1, column=place.column + 1)
    runs = tuple(_runs(line.text[member.start + 1 : member.end - 1], inside))
    if any("\ud800" <= run.text <= "\udfff" for run in runs if len(run.text) == 1):
        message = f"{name!r} holds half of a surrogate pair (\\ud800-\\udfff), which is no character"
        raise FormatError(message, path=path, line=line.number)
    return Content(runs, Gap(inside, inside.offset))


def _runs(raw: str, place: Place) -> Iterator[Run]:
    """The text between the quotes, each escape a run of its own."""
    at = 0
    for escape in _ESCAPE.finditer(raw):
        if escape.start() > at:
            yield _run(raw[at : escape.start()], at, escape.start(), place)
        yield _run(json.loads(f'"{escape[0]}"'), escape.start(), escape.end(), place)
        at = escape.end()
    if at < len(raw):
        yield _run(raw[at:], at, len(raw), place)


def _run(text: str, start: int, end: int, place: Place) -> Run:
    return Run(text, Place(place.offset + start, place.line, place.column + start), place.offset + end)


def _optional(line: Line, members: dict[str, _Value], name: str, path: str) -> str:
    member = members.get(name)
    if member is None or member.value is None:
        return ""
    if isinstance(member.value, str):
        return member.value
    if isinstance(member.value, int) and not isinstance(member.value, bool):
        return str(member.value)
    message = f"{name!r} must be a string or a whole number, not {line.text[member.start : member.end][:40]}"
    raise FormatError(message, path=path, line=line.number)


def _directives(line: Line, members: dict[str, _Value], path: str) -> str:
    """The strings of ``qa_ignore``, one a line."""
    member = members.get("qa_ignore")
    if member is not None and isinstance(member.value, list) and all(isinstance(one, str) for one in member.value):
        return "\n".join(member.value)
    return _optional(line, members, "qa_ignore", path)

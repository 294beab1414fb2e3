"""Reads reports back, JSON or JSON lines, and says what is wrong with a file and on which line."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from qa.core.errors import EncodingError, FormatError, InputError
from qa.core.finding import Finding
from qa.core.report import SCHEMA, GateResult, Report, Summary, UnitText
from qa.core.score import Score
from qa.reporters.jsonl import Header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["read_report"]

_RECORDS: Final[dict[str, type[msgspec.Struct]]] = {
    "report": Header,
    "unit": UnitText,
    "finding": Finding,
    "score": Score,
    "summary": Summary,
    "gate": GateResult,
}
_CUT_OFF = "the report ends too early: it was cut off, or is still being written; make it again"

_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class _Record(msgspec.Struct):
    """As much of a record or report as tells what it is."""

    type: str = ""
    schema: str = ""


def read_report(path: Path) -> Report:
    """The report in a file that ``json`` or ``jsonl`` wrote.

    Raises:
        InputError: the file cannot be read.
        EncodingError: it is not UTF-8.
        FormatError: it is no report, of another schema, cut off, or its findings do not fit its texts.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the report cannot be read ({error.strerror}); check the path"
        raise InputError(message, path=str(path)) from error
    _check_encoding(content, str(path))
    read = _read_stream if _is_stream(content) else _read_whole
    report, line_of_finding = read(content, str(path))
    for number, complaint in _misfits(report):
        raise FormatError(complaint, path=str(path), line=line_of_finding(number))
    return report


def _is_stream(content: bytes) -> bool:
    """Whether the first line is a record by itself; that of a JSON report goes on in the second."""
    try:
        return msgspec.json.decode(content.partition(b"\n")[0], type=_Record).type == "report"
    except msgspec.DecodeError:
        return False


def _read_whole(content: bytes, path: str) -> tuple[Report, Callable[[int], int]]:
    _check_schema(_decode(content, _Record, path).schema, path)
    return _decode(content, Report, path), lambda number: _line_of(content, f"$.findings[{number}]")


def _read_stream(content: bytes, path: str) -> tuple[Report, Callable[[int], int]]:
    records: dict[str, list[Any]] = defaultdict(list)
    lines: list[int] = []
    last = 0
    for last, line in enumerate(content.splitlines(), start=1):
        kind = _decode(line, _Record, path, last).type
        if kind not in _RECORDS:
            message = f"a record of type {kind!r} does not belong into a report; its types are {', '.join(_RECORDS)}"
            raise FormatError(message, path=path, line=last)
        if kind == "report":
            _check_schema(_decode(line, _Record, path, last).schema, path, last)
        if kind == "finding":
            lines.append(last)
        records[kind].append(_decode(line, _RECORDS[kind], path, last))
    for kind in ("summary", "gate"):
        if kind not in records:
            raise FormatError(_CUT_OFF, path=path, line=last)
    header: Header = records["report"][0]
    report = Report(
        schema=header.schema,
        tool=header.tool,
        batch=header.batch,
        units=tuple(records["unit"]),
        findings=tuple(records["finding"]),
        scores=tuple(records["score"]),
        summary=records["summary"][-1],
        gate=records["gate"][-1],
        rules=header.rules,
        notes=header.notes,
        mentions=header.mentions,
    )
    return report, lines.__getitem__


def _decode(content: bytes, kind: type[_Struct], path: str, first_line: int = 1) -> _Struct:
    """``content``, which starts at ``first_line`` of the file, as a ``kind``."""
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError as error:
        line = first_line - 1 + _line_of(content, str(error))
        message = f"not as the schema {SCHEMA} has it: {error}"
        raise FormatError(message, path=path, line=line) from error
    except msgspec.DecodeError as error:
        byte = re.search(r"\(byte (\d+)\)", str(error))
        line = first_line + content.count(b"\n", 0, int(byte[1]) if byte else len(content.rstrip()))
        message = f"no valid JSON: {error}" if byte else _CUT_OFF
        raise FormatError(message, path=path, line=line) from error


def _check_encoding(content: bytes, path: str) -> None:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
        message = "the report is not UTF-8, or was cut off inside a character; make it again"
        raise EncodingError(message, path=path, line=line) from error


def _check_schema(schema: str, path: str, line: int = 1) -> None:
    if schema != SCHEMA:
        found = f"the schema is {schema!r}" if schema else "no `schema` is given"
        message = f"{found}, and only {SCHEMA!r} can be read; give a file that this version of qa wrote"
        raise FormatError(message, path=path, line=line)


def _line_of(content: bytes, where: str) -> int:
    """The 1-based line of the top-level field, or of its list element, that ``where`` names as ``$.field[3]``."""
    named = re.search(r"\$\.(\w+)(?:\[(\d+)\])?", where)
    fields = msgspec.json.decode(content, type=dict[str, msgspec.Raw]) if named else {}
    if named is None or named[1] not in fields:
        return 1
    position = _offset(content, 0, fields.values(), list(fields).index(named[1]))
    if named[2]:
        elements = msgspec.json.decode(fields[named[1]], type=list[msgspec.Raw])
        position = _offset(content, position, elements, int(named[2]))
    return 1 + content.count(b"\n", 0, position)


def _offset(content: bytes, position: int, values: Iterable[msgspec.Raw], number: int) -> int:
    """Where in ``content`` the value of a number starts; the values follow on one another from ``position``."""
    start = position
    for value in islice(values, number + 1):
        start = content.index(bytes(value), position)
        position = start + len(bytes(value))
    return start


def _misfits(report: Report) -> Iterator[tuple[int, str]]:
    """The findings that do not fit the texts they speak of: the number of each, and what is wrong with it."""
    units = {(unit.document, unit.id): unit for unit in report.units}
    for number, finding in enumerate(report.findings):
        if unit := units.get((finding.document, finding.unit)):
            yield from ((number, complaint) for complaint in _stray_spans(finding, unit))
        else:
            yield number, f"there is no unit {finding.unit!r} in document {finding.document!r}, where the finding is"


def _stray_spans(finding: Finding, unit: UnitText) -> Iterator[str]:
    suggested = (finding.suggestion.span,) if finding.suggestion else ()
    for text, spans in ((unit.source, finding.source_spans), (unit.target, finding.target_spans + suggested)):
        for span in spans:
            if span.end > len(text):
                yield f"the span [{span.start}, {span.end}] leaves the text, which has {len(text)} characters"

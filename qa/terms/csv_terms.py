"""Termbases as CSV or TSV: ``source,target`` with optional columns, or language codes as headers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.errors import EncodingError, FormatError
from qa.core.terminology import Term, TermEntry, TermStatus
from qa.languages import language_pack
from qa.terms.cleaning import Cell, clean
from qa.terms.matcher import is_abbreviation

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["TermsRead", "parse_csv"]

_COLUMNS = {
    "source": ("source", "sourcestring", "sourceterm", "term"),
    "target": ("target", "targetstring", "targetterm", "translation"),
    "source_language": ("sourcelang", "sourcelanguage"),
    "target_language": ("targetlang", "targetlanguage"),
    "status": ("status", "administrativestatus"),
    "note": ("note", "notes", "comment", "comments", "description", "definition"),
    "domain": ("domain", "subject", "subjectfield"),
    "case_sensitive": ("casesensitive",),
    "translate": ("translate",),
    "id": ("id", "stringid", "conceptid"),
}
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names}
_LANGUAGE = regex.compile(r"[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3}))*", regex.IGNORECASE)
_NO_LANGUAGES = frozenset({"pos", "nr", "url", "ref"})
"""Headings of glossaries that look like a language code."""
_SHOWN = 20
_YES = frozenset({"yes", "true", "1", "y"})
_NO = frozenset({"no", "false", "0", "n", ""})
_UNTRANSLATED = "do-not-translate"
_STATUSES = (*TermStatus, _UNTRANSLATED)


class TermsRead(NamedTuple):
    """The entries of a file, and what was understood where it is untidy."""

    entries: tuple[TermEntry, ...]
    notes: tuple[str, ...]


class _Row(NamedTuple):
    """A line of the file with its cells by column name; ``terms`` holds cells by language."""

    line: int
    cells: Mapping[str, str]
    terms: tuple[tuple[str, str], ...]


def parse_csv(content: bytes, path: str, source_language: str, target_language: str) -> TermsRead:
    """The entries of a table whose first row names the columns.

    Raises:
        EncodingError: the bytes are not UTF-8 (or UTF-16 with a byte order mark).
        FormatError: the columns are not known, or a row has an unknown status.
    """
    reader = csv.reader(io.StringIO(_decode(content, path), newline=""), dialect=_dialect(content))
    header = next(reader, None)
    if header is None:
        raise FormatError("the termbase is empty; write a first row such as “source,target”", path=path, line=1)
    columns = _columns(header, path)
    entries: list[TermEntry] = []
    notes = [f"{path}:1: the column “{name}” is not known and left out" for name in columns if not _known(name)]
    for line, cells in _records(reader, path):
        surplus = ", ".join(cells[len(columns) :])
        if surplus.strip():
            notes.append(f"{path}:{line}: “{surplus}” left out, because no column is headed so far right")
        row = _row(columns, cells, line, (source_language, target_language))
        _check_lines(row, path)
        entries += _entry(row, path, notes)
    return TermsRead(tuple(entries), tuple(notes))


def _records(reader: Reader, path: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the number of its first line."""
    line = reader.line_num + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"the row is no CSV ({error}); look for a quotation mark that is not closed"
        raise FormatError(message, path=path, line=line) from error


def _check_lines(row: _Row, path: str) -> None:
    for _, text in row.terms:
        if "\n" in text:
            message = (
                f"the cell “{text[:_SHOWN]}…” runs over several lines; look for a quotation mark that is not closed"
            )
            raise FormatError(message, path=path, line=row.line)


def _decode(content: bytes, path: str) -> str:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}; save the termbase as UTF-8"
        raise EncodingError(message, path=path) from error


def _dialect(content: bytes) -> type[csv.Dialect]:
    first = content.lstrip(b"\r\n\xef\xbb\xbf").split(b"\n", 1)[0]
    mark = max(b"\t,;", key=first.count)

    class Table(csv.excel):
        delimiter = chr(mark)

    return Table


def _columns(header: Sequence[str], path: str) -> tuple[str, ...]:
    names = tuple(
        _NAMES.get(name.strip().lower().replace("_", "").replace("-", "").replace(" ", ""), name.strip())
        for name in header
    )
    languages = [name for name in names if _is_language(name)]
    if {"source", "target"} <= set(names) or len(languages) > 1:
        return names
    message = (
        f"the first row “{', '.join(header)}” names neither “source” and “target” nor two languages; "
        f"add a header such as “source,target” or “ru,en”"
    )
    raise FormatError(message, path=path, line=1)


def _is_language(name: str) -> bool:
    return name not in _COLUMNS and name.lower() not in _NO_LANGUAGES and _LANGUAGE.fullmatch(name) is not None


def _known(name: str) -> bool:
    return not name or name in _COLUMNS or _is_language(name)


def _row(columns: Sequence[str], cells: Sequence[str], line: int, languages: tuple[str, str]) -> _Row:
    named = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    if "source" in columns and "target" in columns:
        terms: tuple[tuple[str, str], ...] = (
            (named.get("source_language") or languages[0], named.get("source", "")),
            (named.get("target_language") or languages[1], named.get("target", "")),
        )
    else:
        terms = tuple((column, cell) for column, cell in named.items() if _is_language(column))
    return _Row(line, named, terms)


def _entry(row: _Row, path: str, notes: list[str]) -> Iterator[TermEntry]:
    """The entry of a row, or nothing and a note."""
    where = f"{path}:{row.line}" if path else f"line {row.line}"
    status = row.cells.get("status", "").lower().replace(" ", "-") or TermStatus.PREFERRED
    if status not in _STATUSES:
        message = f"the status “{row.cells['status']}” is not known; write one of {', '.join(_STATUSES)}"
        raise FormatError(message, path=path, line=row.line)
    translate = status != _UNTRANSLATED and _flag(row, "translate", path, default=True)
    filled = [(language, text) for language, text in row.terms if text]
    if translate and len(filled) < 2:  # noqa: PLR2004 -- a pair
        notes.append(f"{where}: left out, because one side is empty")
    elif translate and _copied(row):
        notes.append(
            f"{where}: “{filled[0][1]}” left out, because it is its own translation; "
            f"write the status do-not-translate if that is meant"
        )
    else:
        cells = [(language, clean(text)) for language, text in filled]
        notes += (
            _understood(where, text, cell) for (_, text), (_, cell) in zip(filled, cells, strict=True) if not cell.tidy
        )
        if not translate:
            cells = [(language, cells[0][1]) for language, _ in row.terms]
        sensitive = _flag(row, "case_sensitive", path, default=False)
        terms = tuple(_terms(cells, status, sensitive=sensitive))
        yield _made(row, terms, path, translate=translate)


def _made(row: _Row, terms: tuple[Term, ...], path: str, *, translate: bool) -> TermEntry:
    return TermEntry(
        id=row.cells.get("id") or f"line-{row.line}",
        terms=terms,
        domain=row.cells.get("domain", ""),
        note=row.cells.get("note", ""),
        translate=translate,
        path=path,
        line=row.line,
    )


def _understood(where: str, text: str, cell: Cell) -> str:
    remark = f", with the remark “{cell.note}”" if cell.note else ""
    return f"{where}: “{text}” read as {', '.join(f'“{term}”' for term in cell.terms)}{remark}"


def _terms(cells: Sequence[tuple[str, Cell]], status: str, *, sensitive: bool) -> Iterator[Term]:
    for number, (language, cell) in enumerate(cells):
        for index, text in enumerate(cell.terms):
            chosen = _status(status, first=index == 0, source=number == 0)
            case_sensitive = sensitive or is_abbreviation(text)
            yield Term(language=language, text=text, status=chosen, case_sensitive=case_sensitive)


def _status(status: str, *, first: bool, source: bool) -> TermStatus:
    """A row's status speaks of its target; alternatives after the first are admitted beside a preferred one."""
    if status == _UNTRANSLATED or source:
        return TermStatus.PREFERRED
    return TermStatus(status) if first or status != TermStatus.PREFERRED else TermStatus.ADMITTED


def _flag(row: _Row, name: str, path: str, *, default: bool) -> bool:
    value = row.cells.get(name, "").lower()
    if value not in _YES | _NO:
        message = f"“{row.cells[name]}” in the column {name} is neither yes nor no; write one of the two"
        raise FormatError(message, path=path, line=row.line)
    return value in _YES if value else default


def _copied(row: _Row) -> bool:
    """Whether a row repeats a word as its own translation although the scripts differ, as unfinished glossaries do."""
    (language, first), *others = [term for term in row.terms if term[1]]
    scripts = language_pack(language).scripts
    foreign = all(scripts.isdisjoint(language_pack(other).scripts) for other, _ in others)
    said = row.cells.get("status") or row.cells.get("translate")
    same = all(text == first for _, text in others)
    return same and foreign and not said and first.replace(" ", "").isalpha()

"""TSV and CSV: two columns, source and target, or a header that names them.

A header names ``source`` and ``target`` and may name ``id``, ``document``, ``date``, ``state``, ``note`` and
``qa_ignore`` (rules whose findings do not count, and why); other columns are passed over. Consecutive rows of one
``document`` are running text.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from qa.core.errors import FormatError, InputError
from qa.formats.fields import FieldReader
from qa.formats.format import CreatingFormat, Entry, FormatInfo
from qa.formats.lines import read_lines_of
from qa.formats.rows import read_rows, reads_as_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from qa.core.document import Document
    from qa.formats.decoding import TextFile
    from qa.formats.format import Languages
    from qa.formats.rows import Row

__all__ = ["FORMAT", "Delimited"]

_REQUIRED = ("source", "target")
_OPTIONAL = ("id", "document", "date", "state", "note", "qa_ignore")
_DELIMITERS = (",", ";", "\t")


class Delimited(CreatingFormat):
    """TSV and CSV."""

    info = FormatInfo(
        name="tsv",
        title="TSV and CSV",
        suffixes=(".tsv", ".tab", ".csv"),
        kind="bilingual",
        writes_back=True,
        creates=True,
    )

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry a row; empty lines are passed over."""
        delimiter = _csv_delimiter(file) if file.path.suffix.lower() == ".csv" else "\t"
        fields = FieldReader(file.name, languages)
        columns: Mapping[str, int] = {}
        width = 0
        for row in read_rows(read_lines_of(file), delimiter, file.name):
            if not columns:
                columns, width = _columns(row, file.name)
                if _is_header(row):
                    continue
            if len(row.cells) != width:
                message = f"has {_counted(len(row.cells))}, not {width}; write one source and one target a row"
                raise FormatError(message, path=file.name, line=row.line)
            values = {name: row.cells[columns[name]].text for name in _OPTIONAL if name in columns}
            yield fields.entry(row.line, values, row.cells[columns["source"]], row.cells[columns["target"]])

    def escape(self, text: str, form: str) -> str:
        """``text`` as a whole cell; ``form`` is the delimiter, behind a quotation mark where the cell was quoted."""
        if form[-1] == "\t":
            if "\t" in text:
                message = f"{text[:40]!r} holds a tab, which a TSV cell cannot; take .jsonl or .tmx"
                raise InputError(message)
            return _quoted(text) if "\n" in text or "\r" in text or reads_as_quoted(text) else text
        needed = form[0] == '"' or any(mark in text for mark in (form, '"', "\n", "\r"))
        return _quoted(text) if needed else text

    def create(self, documents: Iterable[Document], stream: TextIO) -> None:
        """A header, and one row a unit."""
        stream.write("id\tdocument\tsource\ttarget\n")
        for document in documents:
            for unit in document.units:
                cells = (unit.id, document.id, unit.source.text, unit.target.text)
                stream.write("\t".join(self.escape(cell, "\t") for cell in cells) + "\n")


FORMAT = Delimited()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _csv_delimiter(file: TextFile) -> str:
    """The delimiter that gives the first row a header, or else two columns."""
    widths: dict[str, int] = {}
    for delimiter in _DELIMITERS:
        row = _first_row(file, delimiter)
        if row is not None and _is_header(row):
            return delimiter
        widths[delimiter] = len(row.cells) if row is not None else 0
    return next((delimiter for delimiter, width in widths.items() if width == len(_REQUIRED)), ",")


def _first_row(file: TextFile, delimiter: str) -> Row | None:
    try:
        return next(islice(read_rows(read_lines_of(file), delimiter, file.name), 1), None)
    except FormatError:
        return None


def _names(row: Row) -> list[str]:
    return [cell.text.strip().lower() for cell in row.cells]


def _is_header(row: Row) -> bool:
    return set(_REQUIRED) <= set(_names(row))


def _columns(row: Row, path: str) -> tuple[Mapping[str, int], int]:
    """Which column holds what, and how many there are."""
    names = _names(row)
    if not _is_header(row):
        if len(names) != len(_REQUIRED):
            message = f"has {_counted(len(names))}; give a header that names source and target, or two columns"
            raise FormatError(message, path=path, line=row.line)
        return {"source": 0, "target": 1}, len(_REQUIRED)
    known = [name for name in names if name in {*_REQUIRED, *_OPTIONAL}]
    repeated = next((name for name in known if known.count(name) > 1), None)
    if repeated:
        message = f"the header names {repeated!r} twice; rename one of the columns"
        raise FormatError(message, path=path, line=row.line)
    return {name: names.index(name) for name in known}, len(names)


def _counted(columns: int) -> str:
    return "1 column" if columns == 1 else f"{columns} columns"

"""What the rows of TSV and CSV files and the objects of JSON lines have in common: the same few named fields."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from qa.core.errors import FormatError
from qa.formats.format import DocumentKey, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.formats.content import Content
    from qa.formats.format import Languages

__all__ = ["FieldReader"]

_NAMES = re.compile(r"\s*\[?(?P<names>[\w/-]+(?:\s*,\s*[\w/-]+)*)\]?(?:\s+(?P<reason>.*))?")


class FieldReader:
    """Makes entries of ``source`` and ``target`` with ``id``, ``document``, ``date``, ``state``, ``note`` ...

    Consecutive entries of one named document share a `DocumentKey` and are running text; entries without a document
    belong to the file and stand alone. An entry without an id is called by its line number.
    """

    def __init__(self, path: str, languages: Languages) -> None:
        self.path = path
        self._languages = languages
        self._name: str | None = None
        self._key: DocumentKey | None = None

    def entry(self, line: int, values: Mapping[str, str], source: Content, target: Content) -> Entry:
        """The entry of the row that starts on ``line``.

        Raises:
            FormatError: a date that is none.
            InputError: a language that nobody states.
        """
        notes = (values.get("note", ""), *_directives(values.get("qa_ignore", "")))
        return Entry(
            self._document(line, values.get("document", ""), values.get("date", "")),
            values.get("id") or str(line),
            source,
            target,
            state=values.get("state", ""),
            notes=tuple(filter(None, notes)),
        )

    def _document(self, line: int, name: str, date: str) -> DocumentKey:
        """The document ``name``; its first row with a date dates it."""
        if self._key is None or name != self._name:
            source, target = self._languages.resolve("", "", path=self.path)
            when = _date(date, self.path, line)
            self._name = name
            self._key = DocumentKey(name or self.path, source, target, when, running_text=bool(name))
        elif date:
            _date(date, self.path, line)
        return self._key


def _directives(text: str) -> Iterator[str]:
    """The lines of a field ``qa_ignore`` as notes: ``accuracy, style/calque the reason``, or the directive in full."""
    for line in filter(str.strip, text.splitlines()):
        named = _NAMES.fullmatch(line)
        if "qa:ignore" in line:
            yield line.strip()
        elif named:
            yield f"qa:ignore[{named['names']}] {named['reason'] or ''}".strip()
        else:
            yield f"qa:ignore[{line.strip()}]"


def _date(text: str, path: str, line: int) -> dt.date | None:
    if not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        message = f"{text!r} is no date; write it as 2026-03-18"
        raise FormatError(message, path=path, line=line) from None

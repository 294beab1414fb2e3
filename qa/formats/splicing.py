"""Puts new text in place of spans of segments into a text in one language; every other byte of the file stays.

A segment of a monolingual text, or of sentences that an alignment joined, knows where each of its code points stands
in the file, so that the spans of suggestions and decisions can be replaced there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import EncodingError, InputError
from qa.formats.decoding import open_file
from qa.formats.editing import Edit
from qa.formats.format import MonolingualFormat
from qa.formats.registry import find_format
from qa.formats.writing import EXACT, check_exact, replacing, write_edited

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qa.core.segment import Segment
    from qa.core.span import Span

__all__ = ["Replacement", "TextWriter"]


class Replacement(NamedTuple):
    """``text`` in place of ``span`` of ``segment``."""

    segment: Segment
    """As it was read from the file, cut into sentences, or joined."""
    span: Span
    text: str


class TextWriter:
    """Writes replacements into one file of a text in one language.

    Args:
        path: The file.
        encoding: As for ``read_monolingual``.
        format: As for ``read_monolingual``.

    Raises:
        InputError: the file is missing, or its format is not written back.
    """

    def __init__(
        self,
        path: Path,
        *,
        encoding: str | None = None,
        format: str | None = None,  # noqa: A002 -- the word of the command line
    ) -> None:
        found = find_format(path, format)
        if not isinstance(found, MonolingualFormat):
            message = f"is a bilingual file ({found.info.title}); write_back puts targets into it"
            raise InputError(message, path=path.as_posix())
        self._format = found
        try:
            found.escape("")
        except InputError as error:
            raise InputError(str(error), path=path.as_posix()) from None
        self._file = open_file(path, encoding, found.declared_encoding)

    def edit(self, replacement: Replacement) -> Edit:
        """Where in the file the replacement goes, and what is written there.

        Raises:
            InputError: the span holds an inline code or the end of a paragraph, or its text has no place in the file.
            EncodingError: the file's encoding lacks a character.
        """
        segment, span, text = replacement
        start, end = _bounds(segment, span)
        reason = _reason(segment, span)
        if reason or start is None or end is None or end < start:
            message = f"{span.of(segment.text)!r} {reason or 'has no place of its own'}; edit the file by hand"
            raise InputError(message, path=self._file.name)
        escaped = self._format.escape(text)
        try:
            escaped.encode(self._file.encoding)
        except UnicodeEncodeError as error:
            wrong = error.object[error.start]
            message = f"has the encoding {self._file.encoding}, which lacks {wrong!r}; convert the file to UTF-8 first"
            raise EncodingError(message, path=self._file.name) from None
        return Edit(start, end, escaped)

    def write(self, replacements: Iterable[Replacement], *, output: Path | None = None) -> int:
        """Write the replacements, of which no two overlap; the file appears whole or not at all.

        Args:
            replacements: In any order.
            output: Where the changed text goes; the file itself if None.

        Returns:
            How many places have changed.

        Raises:
            InputError: as :meth:`edit`, or two replacements overlap.
            EncodingError: as :meth:`edit`, or the file cannot be written back to the byte.
        """
        edits = sorted(self.edit(replacement) for replacement in replacements)
        self._check_apart(edits)
        if edits and self._file.encoding not in EXACT:
            check_exact(self._file)
        if edits or output is not None:
            with replacing(output or self._file.path) as stream:
                write_edited(self._file, edits, stream)
        return len(edits)

    def _check_apart(self, edits: Sequence[Edit]) -> None:
        for first, second in pairwise(edits):
            if second.start < first.end or first[:2] == second[:2]:
                message = f"{first.text!r} and {second.text!r} go to one place; write them one after the other"
                raise InputError(message, path=self._file.name)


def _reason(segment: Segment, span: Span) -> str:
    """Why a span cannot be replaced; empty where it can."""
    code = next((code for code in segment.codes if span.start < code.offset < span.end), None)
    if code is not None:
        return f"holds the inline code {code.data or code.id!r}, which would be lost"
    return "goes over the end of a paragraph" if "\n" in span.of(segment.text) else ""


def _bounds(segment: Segment, span: Span) -> tuple[int | None, int | None]:
    """Where a span begins and ends in the file; text put in between goes behind the text, and behind closing codes."""
    start, end = segment.position(span.start), segment.position(span.end, end=True)
    if not span:
        kinds = {code.kind for code in segment.codes if code.offset == span.start}
        at = start if kinds == {"ec"} or span.start == 0 else end
        start = end = at
    return (start.file if start else None), (end.file if end else None)

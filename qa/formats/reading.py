"""Reads files into documents."""

from __future__ import annotations

from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from qa.core.compact import CompactSet
from qa.core.document import Document, MonolingualDocument, TranslationUnit
from qa.core.errors import InputError
from qa.formats.content import Content, Place, Run
from qa.formats.decoding import open_file
from qa.formats.format import BilingualFormat, Languages, MonolingualFormat
from qa.formats.lines import read_lines_of
from qa.formats.registry import find_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qa.formats.decoding import TextFile
    from qa.formats.format import DocumentKey, Entry

__all__ = ["PART", "bilingual_file", "numbered", "read_bilingual", "read_lines", "read_monolingual"]

PART = 2000
"""How many units a document holds at most; a longer one comes in parts."""


def read_bilingual(
    path: Path,
    *,
    source_language: str | None,
    target_language: str | None,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002 -- the word of the command line
) -> Iterator[Document]:
    """The documents of a bilingual file, one at a time; a long document comes in parts of 2,000 units.

    The document's id is the path, with ``#`` and the name of the original for the second and further documents of
    one XLIFF file, or what a column or member ``document`` says. A unit that repeats an id of its document gets
    ``-2``, ``-3`` and so on behind it.

    Args:
        path: the file.
        source_language: BCP 47; needed where the file does not state it, must agree with it where the file does.
        target_language: likewise.
        encoding: of a file without a byte order mark; what the file declares, or UTF-8, if None.
        format: the name of a bilingual format; by the suffix if None.

    Raises:
        InputError: the file or a language is missing, or the format is not known.
        FormatError: the file breaks the rules of its format, or states other languages.
        EncodingError: the file is not text in its encoding.
    """
    file, found = bilingual_file(path, encoding, format)
    return _documents(file.name, found.entries(file, Languages(source_language, target_language)))


def read_monolingual(
    path: Path,
    *,
    language: str,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002 -- the word of the command line
) -> MonolingualDocument:
    """The paragraphs of a text in one language; raises as ``read_bilingual`` does."""
    found = find_format(path, format)
    if not isinstance(found, MonolingualFormat):
        message = f"is a bilingual file ({found.info.title}); give it to qa check, or take a text in one language"
        raise InputError(message, path=path.as_posix())
    return found.read(open_file(path, encoding, found.declared_encoding), language)


def read_lines(path: Path, *, language: str, encoding: str | None = None) -> MonolingualDocument:
    """Every line of a file, empty ones too, as a segment of its own: for texts that are aligned by line."""
    file = open_file(path, encoding, lambda _: None)
    lines = (
        Content((Run(line.text, Place(line.offset, line.number, 1), line.end),)).segment(
            language, file.name, paragraph=line.number - 1
        )
        for line in read_lines_of(file)
    )
    return MonolingualDocument(file.name, file.name, language, tuple(lines))


def bilingual_file(path: Path, encoding: str | None, name: str | None) -> tuple[TextFile, BilingualFormat]:
    """The file ``path`` with its encoding, and its format; raises as ``read_bilingual`` does."""
    found = find_format(path, name)
    if not isinstance(found, BilingualFormat):
        message = f"is no bilingual file ({found.info.title}); give source and target to qa run or qa align"
        raise InputError(message, path=path.as_posix())
    return open_file(path, encoding, found.declared_encoding), found


def numbered(entries: Iterable[Entry]) -> Iterator[tuple[str, str, Entry]]:
    """Each entry with the unique id of its document and the id of its unit, unique in the document."""
    documents, units = _Unique(), _Unique()
    key: DocumentKey | None = None
    document = ""
    for entry in entries:
        if entry.document is not key:
            key, document, units = entry.document, documents.name(entry.document.id), _Unique()
        yield document, units.name(entry.id), entry


class _Unique:
    """Gives names that it has not given before."""

    def __init__(self) -> None:
        self._given = CompactSet()
        self._repeated: dict[str, int] = {}

    def name(self, wanted: str) -> str:
        """``wanted``, or ``wanted-2``, ``wanted-3`` ... where it has been given."""
        name, count = wanted, self._repeated.get(wanted, 1)
        while not self._given.add(name):
            count += 1
            name = f"{wanted}-{count}"
        if count > 1:
            self._repeated[wanted] = count
        return name


def _documents(path: str, entries: Iterable[Entry]) -> Iterator[Document]:
    for identifier, group in groupby(numbered(entries), key=itemgetter(0)):
        first = next(group)
        key = first[2].document
        units = (_unit(entry, identifier, unit, path) for _, unit, entry in chain((first,), group))
        for part, chunk in enumerate(_chunks(units)):
            yield Document(
                id=identifier,
                path=path,
                source_language=key.source_language,
                target_language=key.target_language,
                units=chunk,
                date=key.date,
                part=part,
                running_text=key.running_text,
                notes=key.notes,
                catalogue=key.catalogue,
            )


def _chunks(units: Iterator[TranslationUnit]) -> Iterator[tuple[TranslationUnit, ...]]:
    while chunk := tuple(islice(units, PART)):
        yield chunk


def _unit(entry: Entry, document: str, identifier: str, path: str) -> TranslationUnit:
    return TranslationUnit(
        id=identifier,
        document=document,
        source=entry.source.segment(entry.document.source_language, path),
        target=entry.target.segment(entry.document.target_language, path),
        state=entry.state,
        notes=entry.notes,
        translate=entry.translate,
    )

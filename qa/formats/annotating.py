"""Writes quality issues beside the units of XLIFF files; every other byte stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.errors import InputError
from qa.formats.bilingual.xliff1 import Xliff1
from qa.formats.bilingual.xliff2 import Xliff2
from qa.formats.decoding import read_bytes, text_chunks
from qa.formats.format import Languages
from qa.formats.markup.annotations import Annotated, Annotation, AnnotationForm, issues1, issues2, notes1, notes2
from qa.formats.reading import bilingual_file, numbered
from qa.formats.writing import EXACT, check_exact, replacing, write_edited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from qa.formats.decoding import TextFile
    from qa.formats.editing import Edit
    from qa.formats.format import BilingualFormat
    from qa.formats.markup.element import Element

__all__ = ["Annotation", "AnnotationForm", "annotate"]

_Key = tuple[str, str]


def annotate(
    path: Path,
    annotations: Mapping[_Key, Sequence[Annotation]],
    form: AnnotationForm,
    *,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002 -- the word of the command line
) -> int:
    """Make the quality issues of an XLIFF file these, and no others of ours; it appears whole or not at all.

    Args:
        path: the file.
        annotations: by document id and unit id, as ``read_bilingual`` gives them.
        form: ``its`` for localization quality issues of ITS 2.0, ``notes`` for notes.
        encoding: as for ``read_bilingual``.
        format: as for ``read_bilingual``.

    Returns:
        How many segments have issues now.

    Raises:
        InputError: the file is no XLIFF, or has quality issues of another program.
        EncodingError: the file cannot be written back to the byte.
        FormatError: the file breaks the rules of its format.
    """
    file, found = bilingual_file(path, encoding, format)
    if not isinstance(found, Xliff1 | Xliff2):
        message = f"is no XLIFF ({found.info.title}), and only XLIFF has a place for quality issues"
        raise InputError(message, path=path.as_posix())
    write = {
        (Xliff1, "its"): issues1,
        (Xliff1, "notes"): notes1,
        (Xliff2, "its"): issues2,
        (Xliff2, "notes"): notes2,
    }[type(found), form]
    content = "".join(text_chunks(file))
    changes: list[Edit] = []
    count = 0
    for number, (element, segments) in enumerate(_units(file, found), 1):
        said = [(name, annotations.get(key, ())) for name, key in segments]
        count += sum(bool(issues) for _, issues in said)
        changes += write(Annotated(element, said, number, content))
    _write(file, [_encodable(edit, found, file) for edit in sorted(changes)])
    return count


def _units(file: TextFile, found: Xliff1 | Xliff2) -> Iterator[tuple[Element, list[tuple[str, _Key]]]]:
    """Each unit with its segments: the name that tells each from the others of the unit, and its document and id."""
    units = list(found.units(file, Languages(required=False)))
    names = numbered(entry for _, entries in units for entry in entries)
    for element, entries in units:
        several = len(entries) > 1
        keys = [next(names)[:2] for _ in entries]
        yield element, [(unit.rpartition("#")[2] if several else "", (document, unit)) for document, unit in keys]


def _encodable(edit: Edit, found: BilingualFormat, file: TextFile) -> Edit:
    """The edit in characters that the file's encoding has."""
    return edit._replace(text=edit.text.encode(file.encoding, found.encode_errors).decode(file.encoding))


def _write(file: TextFile, changes: Sequence[Edit]) -> None:
    if changes and file.encoding not in EXACT:
        check_exact(file)
    with replacing(file.path) as stream:
        if changes:
            write_edited(file, changes, stream)
        else:
            stream.writelines(read_bytes(file))

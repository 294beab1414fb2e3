"""Writes files: changed targets into an existing one, which keeps every other byte, and new ones of documents."""

from __future__ import annotations

import codecs
import os
import tempfile
from collections import deque
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from qa.core.errors import EncodingError, InputError
from qa.formats.decoding import read_bytes, text_chunks
from qa.formats.editing import edits, merged
from qa.formats.format import CreatingFormat, Languages
from qa.formats.reading import bilingual_file, numbered
from qa.formats.registry import find_format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from qa.core.document import Document
    from qa.formats.decoding import TextFile
    from qa.formats.editing import Edit
    from qa.formats.format import BilingualFormat, Entry

__all__ = ["EXACT", "check_exact", "create", "replacing", "write_back", "write_edited"]

EXACT = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
"""Encodings in which a text has one form only, so that decoding and encoding gives the same bytes."""


def write_back(
    path: Path,
    targets: Mapping[tuple[str, str], str],
    *,
    output: Path | None = None,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002 -- the word of the command line
    source_language: str | None = None,
    target_language: str | None = None,
) -> int:
    """Put changed target texts into a bilingual file; every other byte stays as it was.

    The file appears whole or not at all.

    Args:
        path: the bilingual file.
        targets: the new text by document id and unit id, as ``read_bilingual`` gives them.
        output: where the changed file goes; ``path`` itself if None.
        encoding: as for ``read_bilingual``.
        format: as for ``read_bilingual``.
        source_language: only needed for a memory of more than two languages.
        target_language: likewise.

    Returns:
        How many targets have changed.

    Raises:
        InputError: a unit is not there, or an inline code would be lost.
        EncodingError: the file's encoding has no such character, or cannot be written back to the byte.
        FormatError: the file breaks the rules of its format.
    """
    file, found = bilingual_file(path, encoding, format)
    languages = Languages(source_language, target_language, required=False)
    changes, changed = _changes(found.entries(file, languages), targets, found, file)
    if changed and file.encoding not in EXACT:
        check_exact(file)
    with replacing(output or path) as stream:
        if changed:
            write_edited(file, changes, stream)
        else:
            stream.writelines(read_bytes(file))
    return changed


def create(path: Path, documents: Iterable[Document]) -> None:
    """Make a new bilingual file (UTF-8) of ``documents``; the suffix picks the format. It appears whole or not at all.

    Raises:
        InputError: no format that makes files has the suffix, there is no document, or the format cannot hold a text.
    """
    found = find_format(path)
    if not isinstance(found, CreatingFormat):
        message = f"{found.info.title} files are not made by this program; take .tmx, .xlf, .tsv or .jsonl"
        raise InputError(message, path=path.as_posix())
    stream = iter(documents)
    first = next(stream, None)
    if first is None:
        message = "there is no document to write"
        raise InputError(message, path=path.as_posix())
    with replacing(path) as raw:
        text = TextIOWrapper(raw, encoding="utf-8", newline="")
        try:
            found.create(chain((first,), stream), text)
            text.flush()
        except UnicodeEncodeError as error:
            message = f"a text holds {error.object[error.start]!r}, half of a surrogate pair and so no character"
            raise InputError(message, path=path.as_posix()) from None
        finally:
            # The wrapper must not close what it wraps, nor flush it when it is collected.
            text.detach()


def _changes(
    entries: Iterable[Entry], targets: Mapping[tuple[str, str], str], found: BilingualFormat, file: TextFile
) -> tuple[Sequence[Edit], int]:
    missing = dict.fromkeys(targets)
    collected: list[Edit] = []
    changed = 0
    for document, unit, entry in numbered(entries):
        new = targets.get((document, unit))
        if new is None:
            continue
        del missing[document, unit]
        try:
            found_edits = edits(entry.target, new, partial(_escaped, found, file))
        except EncodingError:
            raise
        except InputError as error:
            message = f"unit {unit!r} of {document!r}: {error}"
            raise InputError(message, path=file.name) from error
        changed += bool(found_edits)
        collected += found_edits
    if missing:
        document, unit = next(iter(missing))
        message = f"there is no unit {unit!r} in document {document!r}, so its target cannot be written"
        raise InputError(message, path=file.name)
    return tuple(merged(collected)), changed


def _escaped(found: BilingualFormat, file: TextFile, text: str, form: str) -> str:
    """``text`` as the format writes it, in characters that the file's encoding has."""
    escaped = found.escape(text, form)
    try:
        escaped.encode(file.encoding)
    except UnicodeEncodeError as error:
        if found.encode_errors != "strict" and form != "cdata":
            return escaped.encode(file.encoding, found.encode_errors).decode(file.encoding)
        wrong = error.object[error.start]
        message = f"has the encoding {file.encoding}, which lacks {wrong!r}; convert the file to UTF-8 first"
        raise EncodingError(message, path=file.name) from None
    return escaped


def check_exact(file: TextFile) -> None:
    """Refuse an encoding that would not give the same bytes again."""
    encoder = codecs.getincrementalencoder(file.encoding)()
    before, after = sha256(), sha256(file.bom)
    for data in read_bytes(file):
        before.update(data)
    for text in text_chunks(file):
        after.update(encoder.encode(text))
    after.update(encoder.encode("", final=True))
    if before.digest() != after.digest():
        message = f"cannot be written back in {file.encoding} without changing other bytes; convert it to UTF-8 first"
        raise EncodingError(message, path=file.name)


def write_edited(file: TextFile, changes: Sequence[Edit], stream: BinaryIO) -> None:
    """Write the text of ``file`` with the changes, which are sorted and do not overlap, to ``stream``."""
    encoder = codecs.getincrementalencoder(file.encoding)()
    stream.write(file.bom)
    stream.writelines(encoder.encode(text) for text in _edited(text_chunks(file), changes))
    stream.write(encoder.encode("", final=True))


def _edited(chunks: Iterable[str], changes: Iterable[Edit]) -> Iterator[str]:
    waiting = deque(changes)
    start = resume = 0
    for chunk in chunks:
        end = start + len(chunk)
        while waiting and waiting[0].start < end:
            edit = waiting.popleft()
            yield chunk[max(resume - start, 0) : edit.start - start]
            yield edit.opening + edit.text + edit.closing
            resume = edit.end
        yield chunk[max(resume - start, 0) :]
        start = end
    for edit in waiting:
        yield edit.opening + edit.text + edit.closing


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when all has been written, and leaves nothing behind otherwise."""
    path = path.resolve() if path.is_symlink() else path
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise InputError(message, path=path.as_posix()) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(path, temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the permissions of the one that it replaces, or those of any new file."""
    if path.exists():
        mode = path.stat().st_mode & 0o7777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)

"""Bilingual files as a command names them: on disk or on standard input, and none that is too large."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import InputError, UsageError
from qa.formats import read_bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.config import Config
    from qa.core.document import Document, TranslationUnit

__all__ = ["Reading", "take_standard_input"]

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read in one run."""

    config: Config
    encoding: str | None = None
    input_format: str | None = None
    given: tuple[Path, bytes] | None = None
    """A name, and the content that stands for the file of that name."""

    def documents(self, *paths: Path) -> Iterator[Document]:
        """All documents in the order of the files.

        Raises:
            InputError: a file is missing, unreadable, broken, of no known format, or too large.
        """
        for path in paths:
            if self.given and path == self.given[0]:
                yield from self.content(path, self.given[1])
            else:
                self._check_size(path, path.stat().st_size if path.is_file() else 0)
                yield from self._read(path)

    def content(self, name: Path, content: bytes) -> Iterator[Document]:
        """The documents of a file called ``name`` that holds ``content``."""
        self._check_size(name, len(content))
        with _on_disk(name, content) as path:
            try:
                for document in self._read(path):
                    yield _renamed(document, path.as_posix(), name.as_posix())
            except InputError as error:
                raise InputError(str(error).replace(path.as_posix(), name.as_posix())) from error

    def languages(self, *paths: Path) -> tuple[str, str]:
        """As given, else as the first document says, else unknown where there is no file.

        Raises:
            UsageError: no file has a document, and nothing else tells the languages.
        """
        source, target = self.config.source_language, self.config.target_language
        if source and target:
            return source, target
        if not paths:
            return source or "und", target or "und"
        first = next(self.documents(*paths), None)
        if first is None:
            message = f"{paths[0]}: no unit tells the languages; give -s and -t"
            raise UsageError(message)
        return source or first.source_language, target or first.target_language

    def _read(self, path: Path) -> Iterator[Document]:
        return read_bilingual(
            path,
            source_language=self.config.source_language,
            target_language=self.config.target_language,
            encoding=self.encoding,
            format=self.input_format,
        )

    def _check_size(self, path: Path, size: int) -> None:
        most = self.config.max_file_megabytes
        if most is not None and size > most * _MEGABYTE:
            message = (
                f"has {size / _MEGABYTE:,.1f} megabytes, and {most:g} are allowed; "
                "split it, or raise max-file-megabytes in the configuration"
            )
            raise InputError(message, path=path.as_posix())


def take_standard_input(name: Path) -> tuple[Path, bytes]:
    """Everything on standard input, under the name of the file that it stands for."""
    return name, sys.stdin.buffer.read()


@contextmanager
def _on_disk(name: Path, content: bytes) -> Iterator[Path]:
    """A file with ``content`` and the suffix of ``name``, which readers go by."""
    with tempfile.TemporaryDirectory(prefix="qa-") as folder:
        path = Path(folder, f"content{name.suffix}")
        path.write_bytes(content)
        yield path


def _renamed(document: Document, old: str, new: str) -> Document:
    """``document`` with another path in its id, its units and their segments."""
    identifier = document.id.replace(old, new, 1) if document.id.startswith(old) else document.id
    units = tuple(_renamed_unit(unit, identifier, new) for unit in document.units)
    return msgspec.structs.replace(document, id=identifier, path=new, units=units)


def _renamed_unit(unit: TranslationUnit, document: str, path: str) -> TranslationUnit:
    return msgspec.structs.replace(
        unit,
        document=document,
        source=msgspec.structs.replace(unit.source, path=path if unit.source.path else ""),
        target=msgspec.structs.replace(unit.target, path=path if unit.target.path else ""),
    )

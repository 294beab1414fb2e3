"""Folders in place of files: every XLIFF, TMX and PO file under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qa.cli.streams import refuse_unreadable
from qa.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["files_under"]

_BILINGUAL = {".mqxliff", ".po", ".sdlxliff", ".tmx", ".xlf", ".xliff"}
"""Suffixes of formats that hold nothing but translations."""
_GENERAL = {".csv", ".jsonl", ".ndjson", ".tab", ".tsv"}
"""Suffixes of formats that hold translations and anything else: such files are checked when they are named."""


def files_under(paths: Sequence[Path], *, allow_empty: bool = False) -> tuple[Path, ...]:
    """The paths in their order, with the translations in a folder in its place, by name; hidden ones are not looked at.

    What a folder stands for, what is left out of it, and what is named twice, is said on standard error.

    Raises:
        UsageError: a folder has no translation, or a file in it a name that no report could hold.
    """
    files = tuple(_expanded(paths, allow_empty=allow_empty))
    refuse_unreadable(map(str, files))
    return tuple(_once(files))


def _once(files: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in files:
        if path.resolve() in seen:
            click.echo(f"qa: note: {path}: named twice, and checked once", err=True)
        else:
            seen.add(path.resolve())
            yield path


def _expanded(paths: Sequence[Path], *, allow_empty: bool) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _translations(path, allow_empty=allow_empty)
        else:
            yield path


def _translations(folder: Path, *, allow_empty: bool) -> list[Path]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _hidden(path, folder)]
    found = [path for path in files if path.suffix.lower() in _BILINGUAL]
    left = [path for path in files if path.suffix.lower() in _GENERAL]
    if not (found or allow_empty):
        message = f"{folder}: the folder has no XLIFF, TMX or PO file; name the files, or give --allow-empty"
        raise UsageError(message)
    click.echo(f"qa: note: {folder}: {_told(found, left)}", err=True)
    return found


def _told(found: Sequence[Path], left: Sequence[Path]) -> str:
    told = "1 file" if len(found) == 1 else f"{len(found)} files"
    if not left:
        return told
    suffixes = ", ".join(sorted({path.suffix.lower() for path in left}))
    rest = "is checked when it is named" if len(left) == 1 else "are checked when they are named"
    return f"{told}; {len(left)} more ({suffixes}) {rest}"


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)

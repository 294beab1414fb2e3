"""Finds the formats of annotations, and tells which one a file is in."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Final

import qa.metrics.annotations as home
from qa.core.atomic import write_atomically
from qa.core.errors import EncodingError, FormatError, InputError, UsageError
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qa.metrics.annotations.segment import AnnotatedSegment, AnnotationFormat

__all__ = [
    "annotation_format",
    "annotation_formats",
    "detect_annotations",
    "read_annotations",
    "write_annotations",
]

_HEAD: Final = 1 << 16
"""Code points that tell the format."""


@cache
def annotation_formats() -> Mapping[str, AnnotationFormat]:
    """Every format by name, sorted."""
    modules = (importlib.import_module(f"{home.__name__}.{info.name}") for info in pkgutil.iter_modules(home.__path__))
    formats: list[AnnotationFormat] = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {found.name: found for found in sorted(formats, key=lambda found: found.name)}


def annotation_format(name: str) -> AnnotationFormat:
    """The format of a name.

    Raises:
        UsageError: there is none; the message names the nearest.
    """
    known = annotation_formats()
    if name in known:
        return known[name]
    hint = did_you_mean(name, known, f"there are {', '.join(known)}.")
    message = f"no format of annotations is called {name!r}; {hint}"
    raise UsageError(message)


def detect_annotations(path: Path) -> AnnotationFormat | None:
    """The format of a file of annotations by how it starts; None for a file of another kind, or none at all."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8-sig", errors="ignore")
    except OSError:
        return None
    return next((found for found in annotation_formats().values() if found.sniff(head)), None)


def read_annotations(path: Path, name: str | None = None) -> Sequence[AnnotatedSegment]:
    """The annotated segments of a file in the format of a name, or in the one it seems to be in.

    Raises:
        InputError: the file cannot be read.
        EncodingError: it is not UTF-8.
        FormatError: it is in no known format, or breaks the rules of its own.
    """
    found = annotation_format(name) if name else detect_annotations(path)
    text = _text(path)
    if found is None:
        message = f"holds no annotations in a known format; these are {', '.join(annotation_formats())}"
        raise FormatError(message, path=path.as_posix())
    segments = found.read(text, path.as_posix())
    if not segments:
        raise FormatError("holds no annotated segment; take a file with some", path=path.as_posix())
    return segments


def write_annotations(path: Path, segments: Iterable[AnnotatedSegment], name: str) -> None:
    """Write segments in the format of a name, as a whole or not at all.

    Raises:
        UsageError: there is no such format.
        InputError: the file cannot be written.
    """
    write_atomically(path, annotation_format(name).write(segments).encode())


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the path"
        raise InputError(message, path=path.as_posix()) from error
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise EncodingError(message, path=path.as_posix()) from error

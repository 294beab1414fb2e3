"""Finds the formats, each a module of ``bilingual`` or ``monolingual`` with a constant ``FORMAT``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from qa.core.errors import InputError
from qa.core.naming import did_you_mean
from qa.formats.decoding import read_head
from qa.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qa.formats.format import FormatInfo

__all__ = ["all_formats", "detect", "find_format", "formats"]

_PACKAGES = ("qa.formats.bilingual", "qa.formats.monolingual")
"""One for each kind, in the order of the kinds' names."""


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format, sorted by kind and name."""
    return tuple(found for package in _PACKAGES for found in _formats_of(package))


def formats() -> tuple[FormatInfo, ...]:
    """What there is to know of every format, sorted by kind and name."""
    return tuple(found.info for found in all_formats())


def detect(path: Path) -> FormatInfo:
    """The format of ``path``, by its suffix and, where formats share one, by how the file starts.

    Raises:
        InputError: no format has the suffix, or the file cannot be read.
    """
    return find_format(path).info


def find_format(path: Path, name: str | None = None) -> Format:
    """The format called ``name``, or the one that ``path`` seems to be in; raises as ``detect`` does."""
    if name is not None:
        return _named(name)
    suffix = path.suffix.lower()
    candidates = _of_suffix(suffix)
    if len(candidates) > 1:
        candidates = _sniffed(path, candidates)
    if not candidates:
        raise _unknown(path)
    return candidates[0]


def _of_suffix(suffix: str) -> Sequence[Format]:
    """The formats that have ``suffix``; no suffix is of both kinds, so that one kind is imported at a time."""
    each = ([found for found in _formats_of(package) if suffix in found.info.suffixes] for package in _PACKAGES)
    return next(filter(None, each), ())


@cache
def _formats_of(package: str) -> Sequence[Format]:
    """The formats of one kind, sorted by name."""
    return sorted(_discovered(package), key=lambda found: found.info.name)


def _discovered(package: str) -> Iterator[Format]:
    for module_info in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        found = getattr(importlib.import_module(module_info.name), "FORMAT", None)
        if isinstance(found, Format):
            yield found


def _named(name: str) -> Format:
    by_name = {found.info.name: found for found in all_formats()}
    if name in by_name:
        return by_name[name]
    hint = did_you_mean(name, by_name, f"the formats are {', '.join(by_name)}")
    message = f"there is no format {name!r}; {hint}"
    raise InputError(message)


def _sniffed(path: Path, candidates: Sequence[Format]) -> list[Format]:
    if not path.exists():
        # A file yet to be made: the first format that makes files.
        return sorted(candidates, key=lambda found: not found.info.creates)
    head = read_head(path, candidates[0].declared_encoding)
    fitting = [found for found in candidates if found.sniff(head)]
    if not fitting and not head.strip():
        message = "is empty, and so no XML document; take a file with content"
        raise InputError(message, path=path.as_posix())
    return fitting


def _unknown(path: Path) -> InputError:
    suffixes = sorted({suffix for found in all_formats() for suffix in found.info.suffixes})
    if path.is_dir():
        message = "is a folder; name the files in it"
    elif path.suffix.lower() in suffixes:
        message = f"does not start as any known {path.suffix} file does; give --input-format if you know what it is"
    else:
        hint = did_you_mean(path.suffix, suffixes, f"known are {' '.join(suffixes)}; plain text is .txt")
        message = f"the suffix {path.suffix!r} is not known; {hint}"
    return InputError(message, path=path.as_posix())

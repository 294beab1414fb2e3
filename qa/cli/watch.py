"""``--watch``: checks again whenever a file changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["rounds"]

_INTERVAL = 0.5
"""Seconds between two looks."""


def rounds(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """Nothing at once, and then, without end, the paths that have changed since, came or went."""
    watched = tuple(paths)
    seen = {path: _state(path) for path in watched}
    yield ()
    while True:
        time.sleep(_INTERVAL)
        now = {path: _state(path) for path in watched}
        changed = tuple(path for path in watched if now[path] != seen[path])
        seen = now
        if changed:
            yield changed


def _state(path: Path) -> tuple[int, int] | None:
    """Time and size of the file; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size

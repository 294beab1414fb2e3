"""Where a text of a command goes: ``NAME`` for standard output, ``NAME:PATH`` for a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Target", "parse_target", "write_text"]


class Target(NamedTuple):
    """A format and the file for it; None for standard output."""

    name: str
    path: Path | None


def parse_target(entry: str, known: Collection[str] | None = None) -> Target:
    """What an option says; with ``known`` names, one of these, and otherwise any with a path.

    Raises:
        UsageError: there is no such name, or a path is missing.
    """
    name, _, path = entry.partition(":")
    if known is not None and name not in known:
        hint = did_you_mean(name, known, f"there are {', '.join(known)}.")
        message = f"no format is called {name!r}; {hint}"
        raise UsageError(message)
    if known is None and not path:
        message = f"{entry!r} names no file; write {name}:PATH"
        raise UsageError(message)
    return Target(name, Path(path) if path not in {"", "-"} else None)


def write_text(target: Target, text: str) -> None:
    """Print ``text``, or write it to the target's file as a whole."""
    if target.path is None:
        click.echo(text, nl=False)
    else:
        write_atomically(target.path, text.encode())

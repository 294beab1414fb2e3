"""Where a key stands in a TOML file, which :mod:`tomllib` does not tell once the file is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import tomllib

__all__ = ["broken_line", "key_line"]

_HEADER: Final = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_AT_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")


def broken_line(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line at which a file is no TOML, and what is wrong there: ``3, "Invalid value in column 7"``."""
    at = _AT_LINE.search(str(error))
    if at is None:  # at the end of the document
        return max(1, len(text.splitlines())), str(error)
    return int(at[1]), f"{str(error)[: at.start()].rstrip()} in column {at[2]}"


def key_line(text: str, key: str, *, under: str = "") -> int | None:
    """The line of the one entry, or else the one table, whose last name is ``key``; None where none or several are.

    Args:
        text: the file.
        key: a bare key, as ``fail-on``.
        under: the table to look in, with the tables in it; the whole file without it.
    """
    name = rf"(?:.*\.\s*)?[\"']?{re.escape(key)}[\"']?\s*"
    entry, header = re.compile(rf"\s*{name}="), re.compile(rf"{name}$")
    entries, headers, inside = [], [], not under
    for number, line in enumerate(text.splitlines(), start=1):
        if table := _HEADER.match(line):
            inside = not under or table[1] == under or table[1].startswith(f"{under}.")
            headers += [number] if inside and header.match(table[1]) else []
        elif inside and entry.match(line):
            entries.append(number)
    found = entries or headers
    return found[0] if len(found) == 1 else None

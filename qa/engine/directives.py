"""What notes say of findings: ``qa:ignore[rule-or-group] reason``, and ``qa:ignore-file[...]`` for a whole file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Directive", "Slip", "read_directives"]

_DIRECTIVE = re.compile(
    r"qa:ignore(?P<file>-file)?\[(?P<names>[^\[\]\n]*)\](?P<reason>[^\n]*?)(?=\s*(?:qa:ignore(?:-file)?\[|\n|$))"
)
_ATTEMPT = re.compile(r"\bqa ?[:_-] ?ignore(?P<file>[ _-]?file)?\b(?P<rest>[^\n]*)", re.IGNORECASE)
_NAMED = re.compile(r"[\s:=(\[{\"'“«]*(?P<names>[a-z]+(?:[/-][\w-]+)*(?:, ?[a-z]+(?:[/-][\w-]+)*)*)")
_SEPARATOR = re.compile(r"[,\s]+")
_SHOWN = 60
"""Code points of a slip that a message quotes."""


class Directive(NamedTuple):
    """A rule or group that does not count."""

    name: str
    """Empty where the brackets are."""
    reason: str
    whole_file: bool


class Slip(NamedTuple):
    """Words that were meant as a directive, and how to write them."""

    written: str
    instead: str


def read_directives(note: str) -> Iterator[Directive | Slip]:
    """The directives of a note in their order, one for each name, and then what looks like one but is none."""
    if "ignore" not in note.lower():
        return
    for match in _DIRECTIVE.finditer(note):
        names = [name for name in _SEPARATOR.split(match["names"].strip()) if name]
        for name in dict.fromkeys(names) or ("",):
            yield Directive(name, match["reason"].strip(), bool(match["file"]))
    for match in _ATTEMPT.finditer(_DIRECTIVE.sub("", note)):
        yield _slip(match)


def _slip(match: re.Match[str]) -> Slip:
    named = _NAMED.match(match["rest"])
    names = named["names"] if named and "/" in named["names"] else "rule-or-group"
    keyword = "qa:ignore-file" if match["file"] else "qa:ignore"
    return Slip(match.group().strip()[:_SHOWN], f"{keyword}[{names}] and the reason")

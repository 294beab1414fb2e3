"""Says in plain words what msgspec objects to in a value that somebody has written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["Objection", "explained"]

_KINDS: Final = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "object": "a table",
    "str": "a text",
}
_TYPES: Final = re.compile(r"`([^`]*)`")
_PLACE: Final = re.compile(r" - at `(?:key in )?\$\.?([^`]*)`$")


class Objection(NamedTuple):
    """What is wrong, and with which key."""

    place: str
    """The path to the value, such as ``gate.fail-on``; empty for the whole."""
    message: str

    @property
    def key(self) -> str:
        """The last name of the path, which is what stands in the file."""
        names = [name for name in re.split(r"\.|\[[^\]]*\]", self.place) if name]
        return names[-1] if names else ""


def explained(error: str) -> Objection:
    """The objection of a ``msgspec.ValidationError``: ``expected a text, got a whole number``."""
    place = _PLACE.search(error)
    message = _TYPES.sub(_kinds, _PLACE.sub("", error))
    return Objection(place[1] if place else "", message[:1].lower() + message[1:])


def _kinds(match: re.Match[str]) -> str:
    kinds = match[1].split(" | ")
    if not all(kind in _KINDS or kind == "null" for kind in kinds):
        return match[0]
    return " or ".join(_KINDS[kind] for kind in kinds if kind != "null") or "nothing"

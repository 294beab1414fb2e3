"""Who reviews which document: JSON, schema ``qa.assignment/1``."""

from __future__ import annotations

import re

import msgspec

from qa.core.errors import FormatError

__all__ = ["SCHEMA", "Assignment", "decode_assignment", "fits"]

SCHEMA = "qa.assignment/1"


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """A document given to a reviewer."""

    schema: str = SCHEMA
    document: str
    """Its id."""
    reviewer: str = ""
    """Empty where it is taken from everybody."""
    by: str = ""
    """Who said so."""
    at: str = ""
    """ISO 8601 in UTC."""
    report: str = ""
    revision: int = 0
    """Counts the assignments of a document; what is sent names the one that was seen."""


def decode_assignment(content: bytes | str) -> Assignment:
    """One assignment of its JSON.

    Raises:
        FormatError: it is no assignment of this schema.
    """
    try:
        assignment = msgspec.json.decode(content, type=Assignment)
    except msgspec.DecodeError as error:
        message = f"no assignment of the schema {SCHEMA!r}: {error}"
        raise FormatError(message) from error
    if assignment.schema != SCHEMA:
        message = f"the schema is {assignment.schema!r}, and only {SCHEMA!r} can be read"
        raise FormatError(message)
    return assignment


def fits(pattern: str, names: tuple[str, ...]) -> bool:
    """Whether one of ``names`` is ``pattern``, in which ``*`` stands for anything; case does not count."""
    expression = ".*".join(re.escape(part) for part in pattern.split("*"))
    return any(re.fullmatch(expression, name, re.IGNORECASE | re.DOTALL) for name in names)

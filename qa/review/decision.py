"""A reviewer's decision on a finding, and files of them: JSON lines, schema ``qa.decision/1``.

The review page exports these files; ``finding`` is the fingerprint, so that a decision survives moved lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from qa.core.atomic import write_atomically
from qa.core.errors import EncodingError, FormatError, InputError
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["SCHEMA", "Decision", "Verdict", "decode_decision", "encode_decisions", "read_decisions", "write_decisions"]

SCHEMA = "qa.decision/1"

Verdict: TypeAlias = Literal["undecided", "accepted", "edited", "dismissed", "deferred"]


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody decided on one finding."""

    schema: str
    finding: str
    """The finding's fingerprint."""
    verdict: Verdict
    rule: str = ""
    document: str = ""
    unit: str = ""
    base: str = ""
    """The hash of the target text that was judged."""
    span: Span | None = None
    """What of the target is replaced; only where a fix is accepted or edited."""
    text: str | None = None
    """What replaces it."""
    reason: str = ""
    comment: str = ""
    reviewer: str = ""
    at: str = ""
    """ISO 8601 in UTC."""
    report: str = ""
    """The id of the report it was made on."""
    revision: int = 0
    """Counts the decisions on a finding on a review server."""

    @property
    def judgement(self) -> tuple[object, ...]:
        """What two reviewers can disagree on."""
        return (self.verdict, self.span, self.text, self.reason, self.comment)

    @property
    def is_fix(self) -> bool:
        """Whether it changes the target text."""
        return self.verdict in {"accepted", "edited"} and self.span is not None and self.text is not None


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order.

    Raises:
        InputError: the file cannot be read.
        EncodingError: it is not UTF-8.
        FormatError: a line is no decision.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError("the decisions are not UTF-8; export them again", path=str(path)) from error
    except OSError as error:
        message = f"the decisions cannot be read ({error.strerror}); check the path"
        raise InputError(message, path=str(path)) from error
    return tuple(_decisions(content, str(path)))


def decode_decision(content: bytes | str, path: str = "", line: int | None = None) -> Decision:
    """One decision of its JSON; ``path`` and ``line`` serve messages only.

    Raises:
        FormatError: it is no decision of this schema.
    """
    try:
        decision = msgspec.json.decode(content, type=Decision)
    except msgspec.DecodeError as error:
        message = f"no decision of the schema {SCHEMA!r}: {error}"
        raise FormatError(message, path=path, line=line) from error
    if decision.schema != SCHEMA:
        message = f"the schema is {decision.schema!r}, and only {SCHEMA!r} can be read; export the decisions again"
        raise FormatError(message, path=path, line=line)
    return decision


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions as JSON lines; the file appears whole or not at all."""
    write_atomically(path, encode_decisions(tuple(decisions)))


def encode_decisions(decisions: Sequence[Decision]) -> bytes:
    """Decisions as JSON lines."""
    return b"".join(msgspec.json.encode(decision) + b"\n" for decision in decisions)


def _decisions(content: str, path: str) -> Iterator[Decision]:
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield decode_decision(line, path, number)

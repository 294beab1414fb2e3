"""Holds the findings of a report against errors that are known: which were found, and which findings are right."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.errors import FormatError, InputError
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding

__all__ = ["GoldEvaluation", "KnownError", "RuleFigures", "evaluate_findings", "read_gold"]


class KnownError(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a gold file; an error stands at code points of a file, or in a unit of it."""

    id: str
    file: str
    """Compared by its last part, so that a gold file may move with its texts."""
    start: int = 0
    end: int = 0
    unit: str = ""
    kind: str = ""
    rules: tuple[str, ...] = ()
    """The rules that may rightly report it; empty for any."""
    trap: bool = False
    """A place that looks wrong and is right: a finding there is false."""


class RuleFigures(NamedTuple):
    """What one rule did."""

    rule: str
    findings: int
    right: int
    """How many of them stand at a known error that the rule may report."""


class GoldEvaluation(NamedTuple):
    """Found and missed errors, findings at traps, and the figures of every rule that found something."""

    found: tuple[KnownError, ...]
    missed: tuple[KnownError, ...]
    trapped: tuple[tuple[KnownError, Finding], ...]
    rules: tuple[RuleFigures, ...]
    unexpected: tuple[Finding, ...]
    """Findings that no known error explains."""


def read_gold(path: Path) -> tuple[KnownError, ...]:
    """The known errors in a file of JSON lines.

    Raises:
        InputError: the file cannot be read.
        FormatError: a line is no JSON object with the keys of :class:`KnownError`.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the path"
        raise InputError(message, path=str(path)) from error
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise InputError(message, path=str(path)) from error
    return tuple(_known_error(line, path, number) for number, line in enumerate(lines, start=1) if line.strip())


def evaluate_findings(findings: Sequence[Finding], gold: Sequence[KnownError]) -> GoldEvaluation:
    """Match findings that count (none suppressed) with known errors by place and rule.

    A finding's further spans are placed by their distance from the first, which is exact for texts without escapes.
    """
    counted = [finding for finding in findings if finding.suppressed is None]
    errors = [error for error in gold if not error.trap]
    explained = {id(finding) for finding in counted for error in errors if _matches(finding, error)}
    found = [error for error in errors if any(_matches(finding, error) for finding in counted)]
    return GoldEvaluation(
        found=tuple(found),
        missed=tuple(error for error in errors if error not in found),
        trapped=tuple(
            (error, finding) for error in gold if error.trap for finding in counted if _matches(finding, error)
        ),
        rules=tuple(_figures(counted, explained)),
        unexpected=tuple(finding for finding in counted if id(finding) not in explained),
    )


def _known_error(line: str, path: Path, number: int) -> KnownError:
    try:
        return msgspec.json.decode(line, type=KnownError)
    except msgspec.MsgspecError as error:
        message = f"is no known error ({error}); write a JSON object with id, file, start, end and rules"
        raise FormatError(message, path=str(path), line=number) from error


def _matches(finding: Finding, error: KnownError) -> bool:
    if error.rules and finding.rule not in error.rules:
        return False
    place = finding.location
    if place is None or PurePath(place.path).name != PurePath(error.file).name:
        return False
    if error.unit:
        return finding.unit == error.unit
    spans = finding.target_spans or finding.source_spans or (Span(0, place.length),)
    return any(_touches(error, place.offset + span.start - spans[0].start, len(span)) for span in spans)


def _touches(error: KnownError, start: int, length: int) -> bool:
    return start < max(error.end, error.start + 1) and error.start < start + max(length, 1)


def _figures(findings: Sequence[Finding], explained: set[int]) -> Iterator[RuleFigures]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    for rule, made in sorted(by_rule.items()):
        yield RuleFigures(rule, len(made), sum(id(finding) in explained for finding in made))

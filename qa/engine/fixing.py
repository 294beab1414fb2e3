"""Works the suggestions of findings into targets; where two of them overlap, one wins and the other is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.finding import Finding, Suggestion
    from qa.core.report import Report, UnitText

__all__ = ["Conflict", "FixedUnit", "fix_target", "fixed_units"]


class Conflict(NamedTuple):
    """A finding whose suggestion cannot be followed together with that of another."""

    finding: Finding
    winner: Finding


class FixedUnit(NamedTuple):
    """A unit with at least one suggestion."""

    unit: UnitText
    target: str
    """The new text."""
    applied: tuple[Finding, ...]
    """In the order of the text."""
    left: tuple[Conflict, ...] = ()


def fixed_units(report: Report) -> Iterator[FixedUnit]:
    """The units that the suggestions of ``report`` change, in its order; suppressed findings change nothing."""
    suggested: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.suggestion is not None and finding.suppressed is None:
            suggested.setdefault((finding.document, finding.unit), []).append(finding)
    for unit in report.units:
        findings = suggested.get((unit.document, unit.id))
        if findings:
            fixed = fix_target(unit, findings)
            if fixed.target != unit.target:
                yield fixed


def fix_target(unit: UnitText, findings: Sequence[Finding]) -> FixedUnit:
    """The target of ``unit`` with the suggestions of ``findings`` worked in.

    Of two suggestions that overlap, the graver finding's wins, then the one that begins first, then the one that comes
    first in ``findings``. Equal suggestions count as one, and findings of either are applied. Spans are code points of
    the unit's target.
    """
    chosen: list[Finding] = []
    applied: list[Finding] = []
    left: list[Conflict] = []
    for finding, suggestion in sorted(_suggested(findings), key=_precedence):
        winner = next((one for one in chosen if _clash(suggestion, one.suggestion)), None)
        if winner is None:
            chosen.append(finding)
            applied.append(finding)
        elif winner.suggestion == suggestion:
            applied.append(finding)
        else:
            left.append(Conflict(finding, winner))
    target = _replaced(unit.target, (suggestion for _, suggestion in _suggested(chosen)))
    return FixedUnit(unit, target, tuple(sorted(applied, key=_place)), tuple(left))


def _suggested(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Suggestion]]:
    return ((finding, finding.suggestion) for finding in findings if finding.suggestion is not None)


def _precedence(entry: tuple[Finding, Suggestion]) -> tuple[int, int]:
    finding, suggestion = entry
    return -finding.severity.rank, suggestion.span.start


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.suggestion.span.start, finding.suggestion.span.end) if finding.suggestion else (0, 0)


def _clash(one: Suggestion, other: Suggestion | None) -> bool:
    """Whether both change a code point, both insert at one place, or one inserts within what the other replaces."""
    return other is not None and (one.span == other.span or one.span.overlaps(other.span))


def _replaced(text: str, suggestions: Iterable[Suggestion]) -> str:
    for suggestion in sorted(suggestions, key=lambda one: one.span, reverse=True):
        text = text[: suggestion.span.start] + suggestion.text + text[suggestion.span.end :]
    return text

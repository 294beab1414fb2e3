"""Joins the decisions of several files, and says where reviewers disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.review.decision import Decision

__all__ = ["Merged", "Preference", "latest", "merge"]

Preference: TypeAlias = Literal["first", "newest"]


class Merged(NamedTuple):
    """The outcome of a merge."""

    decisions: tuple[Decision, ...]
    """One for each finding, in the order in which findings first occur; none where reviewers disagree."""
    conflicts: tuple[tuple[Decision, ...], ...]
    """For each finding in dispute the differing decisions, in the order of the files."""


def merge(files: Sequence[Sequence[Decision]], prefer: Preference | None = None) -> Merged:
    """One decision for each finding.

    A reviewer's newer decision replaces the older one. Where two reviewers judge differently, ``prefer`` takes the
    decision of the first file or the newest one; without it the finding is a conflict. A decision that only puts off,
    or says nothing, gives way to an answer.
    """
    found: dict[str, list[Decision]] = {}
    for file in files:
        for decision in latest(file):
            found.setdefault(decision.finding, []).append(decision)
    decisions, conflicts = [], []
    for candidates in found.values():
        answers = _distinct(latest_of_each(candidates))
        if len(answers) == 1 or prefer:
            decisions.append(max(answers, key=lambda one: one.at) if prefer == "newest" else answers[0])
        else:
            conflicts.append(tuple(answers))
    return Merged(tuple(decisions), tuple(conflicts))


def latest(decisions: Iterable[Decision]) -> list[Decision]:
    """The last decision of each reviewer on each finding, by revision, then by time, then by order."""
    newest: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        key = decision.finding, decision.reviewer
        known = newest.get(key)
        if known is None or (decision.revision, decision.at) >= (known.revision, known.at):
            newest[key] = decision
    return list(newest.values())


def latest_of_each(candidates: Sequence[Decision]) -> list[Decision]:
    """As :func:`latest`; two files without names are two reviewers."""
    named = latest(decision for decision in candidates if decision.reviewer)
    return [decision for decision in candidates if not decision.reviewer or decision in named]


def _distinct(candidates: Sequence[Decision]) -> list[Decision]:
    """The candidates that judge differently; those without an answer only if there is no other."""
    answers = [one for one in candidates if one.verdict not in {"undecided", "deferred"}] or list(candidates)
    distinct: list[Decision] = []
    for decision in answers:
        if all(decision.judgement != other.judgement for other in distinct):
            distinct.append(decision)
    return distinct

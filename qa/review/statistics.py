"""What decisions tell of rules and of reviewers."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from qa.review.merging import latest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.review.decision import Decision

__all__ = ["Agreement", "RuleCounts", "agreement", "rule_counts"]

_ANSWERS = ("accepted", "edited", "dismissed")


class RuleCounts(NamedTuple):
    """How the findings of one rule were judged."""

    rule: str
    accepted: int
    edited: int
    dismissed: int
    deferred: int

    @property
    def precision(self) -> float | None:
        """The share of answers that took the finding for an error, 0-1; None without answers."""
        answers = self.accepted + self.edited + self.dismissed
        return (self.accepted + self.edited) / answers if answers else None


class Agreement(NamedTuple):
    """How far two reviewers agree on which findings are errors."""

    reviewers: tuple[str, str]
    shared: int
    """Findings that both answered."""
    observed: float
    """The share of them on which they agree, 0-1."""
    kappa: float | None
    """Cohen's kappa (Cohen 1960); None where chance alone would make them agree."""


def rule_counts(decisions: Iterable[Decision]) -> Sequence[RuleCounts]:
    """One row for each rule, by its id; a reviewer's last decision on a finding counts."""
    counts: dict[str, Counter[str]] = {}
    for decision in latest(decisions):
        counts.setdefault(decision.rule or "?", Counter())[decision.verdict] += 1
    return [
        RuleCounts(rule, count["accepted"], count["edited"], count["dismissed"], count["deferred"])
        for rule, count in sorted(counts.items())
    ]


def agreement(decisions: Iterable[Decision]) -> Iterator[Agreement]:
    """For every two named reviewers who answered the same findings: an accepted or edited fix says "an error"."""
    answers: dict[str, dict[str, bool]] = {}
    for decision in latest(decisions):
        if decision.reviewer and decision.verdict in _ANSWERS:
            answers.setdefault(decision.reviewer, {})[decision.finding] = decision.verdict != "dismissed"
    for first, second in combinations(sorted(answers), 2):
        pairs = [(answers[first][key], answers[second][key]) for key in answers[first] if key in answers[second]]
        if pairs:
            yield _agreement((first, second), pairs)


def _agreement(reviewers: tuple[str, str], pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    total = len(pairs)
    observed = sum(one == two for one, two in pairs) / total
    shares = [sum(pair[side] for pair in pairs) / total for side in (0, 1)]
    chance = shares[0] * shares[1] + (1 - shares[0]) * (1 - shares[1])
    return Agreement(reviewers, total, observed, (observed - chance) / (1 - chance) if chance < 1 else None)

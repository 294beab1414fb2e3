"""Dismissed findings become suppressions: a later check still shows them, but they do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qa.core.finding import Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.finding import Finding
    from qa.review.decision import Decision

__all__ = ["apply_decisions", "unused_decisions"]


def apply_decisions(findings: Iterable[Finding], decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """The findings in their order, those that were dismissed suppressed with the reviewer's reason.

    Fingerprints join them; what is suppressed already stays as it is.
    """
    dismissed = {decision.finding: decision for decision in decisions if decision.verdict == "dismissed"}
    return tuple(_judged(finding, dismissed.get(finding.fingerprint)) for finding in findings)


def unused_decisions(findings: Iterable[Finding], decisions: Iterable[Decision]) -> Sequence[Decision]:
    """Dismissals of findings that are no longer found: their lines can go."""
    found = {finding.fingerprint for finding in findings}
    return [one for one in decisions if one.verdict == "dismissed" and one.finding not in found]


def _judged(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None or finding.suppressed is not None:
        return finding
    said = ": ".join(filter(None, (decision.reason, decision.comment)))
    reason = f"{said} ({decision.reviewer})" if said and decision.reviewer else said or decision.reviewer
    return msgspec.structs.replace(finding, suppressed=Suppression("decision", reason))

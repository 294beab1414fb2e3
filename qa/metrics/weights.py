"""How many penalty points a finding costs: the weights of MQM, and those of Google's evaluations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa.core.finding import Finding

__all__ = ["GOOGLE", "MQM", "WEIGHTS", "Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Points by severity, with exceptions by category."""

    name: str
    severities: Mapping[Severity, float]
    exceptions: Mapping[tuple[str, Severity | None], float]
    """By the last level of a category and a severity, or any severity but neutral."""

    @property
    def text(self) -> str:
        """``0/1/5/25``: neutral, minor, major, critical."""
        return "/".join(f"{self.severities[severity]:g}" for severity in Severity)

    def points(self, finding: Finding) -> float:
        """What one finding costs; nothing where it is suppressed."""
        if finding.suppressed is not None:
            return 0
        last = finding.category.rpartition("/")[2]
        usual = self.severities[finding.severity]
        if not usual:
            return usual
        return self.exceptions.get((last, finding.severity), self.exceptions.get((last, None), usual))

    def total(self, findings: Iterable[Finding]) -> float:
        """What some findings cost together."""
        return sum(self.points(finding) for finding in findings)


MQM: Final = Weights(
    "mqm", {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}, exceptions={}
)
"""MQM 2.0, linear and exponential by severity."""

GOOGLE: Final = Weights(
    "google",
    {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 5},
    exceptions={("punctuation", Severity.MINOR): 0.1, ("non-translation", None): 25},
)
"""Freitag et al. 2021, "Experts, Errors, and Context"; it has no critical errors, and ours count as major."""

WEIGHTS: Final = {weights.name: weights for weights in (MQM, GOOGLE)}

"""What is acceptable, for the calibrated scoring model of MQM 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from qa.core.errors import UsageError

__all__ = ["REFERENCE_WORDS", "Tolerance"]

REFERENCE_WORDS: Final = 1000
"""The words that penalty points are counted for."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The score that just passes, and the penalty points that lead to it.

    Raises:
        UsageError: the threshold is not between 0 and 100, or the points are not above 0.
    """

    passing: float
    """The passing threshold PT, 0-100."""
    acceptable: float
    """The acceptable penalty points APP per 1,000 words."""

    def __post_init__(self) -> None:
        if not 0 <= self.passing < 100:  # noqa: PLR2004 -- the scale of the score
            message = f"a passing threshold of {self.passing:g} makes no scale; choose one from 0 to below 100"
            raise UsageError(message)
        if not self.acceptable > 0:
            message = f"{self.acceptable:g} acceptable penalty points make no scale; choose more than 0 per 1,000 words"
            raise UsageError(message)

    def calibrated(self, points: float, words: float) -> float:
        """100 without findings, the passing threshold at exactly the acceptable points, less beyond."""
        factor = (100 - self.passing) / self.acceptable
        return 100 - REFERENCE_WORDS * points / words * factor

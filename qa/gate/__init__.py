"""Decides whether a batch may pass, by thresholds of its own and by comparison with an earlier report."""

from qa.config import ScoreThreshold, Thresholds
from qa.gate.comparing import judge_comparison
from qa.gate.counterparts import changed_since
from qa.gate.evidence import Evidence
from qa.gate.judging import judge
from qa.gate.regressions import Regression, regressions

__all__ = [
    "Evidence",
    "Regression",
    "ScoreThreshold",
    "Thresholds",
    "changed_since",
    "judge",
    "judge_comparison",
    "regressions",
]

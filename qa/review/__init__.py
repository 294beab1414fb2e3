"""What becomes of a review: decisions read, merged, counted, written back into files and held against later checks."""

from qa.review.applying import apply_to_files
from qa.review.decision import Decision, Verdict, read_decisions, write_decisions
from qa.review.merging import merge
from qa.review.statistics import agreement, rule_counts
from qa.review.suppressions import apply_decisions, unused_decisions

__all__ = [
    "Decision",
    "Verdict",
    "agreement",
    "apply_decisions",
    "apply_to_files",
    "merge",
    "read_decisions",
    "rule_counts",
    "unused_decisions",
    "write_decisions",
]

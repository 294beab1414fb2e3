"""What becomes of a review: decisions read, merged, counted, written back into files and held against later checks."""

from qa.review.applying import apply_to_files, apply_to_text
from qa.review.decision import Decision, Verdict, read_decisions, write_decisions
from qa.review.merging import merge
from qa.review.quality_issues import annotate_files
from qa.review.statistics import agreement, rule_counts
from qa.review.suppressions import Dismissals, apply_decisions, dismiss, unused_decisions

__all__ = [
    "Decision",
    "Dismissals",
    "Verdict",
    "agreement",
    "annotate_files",
    "apply_decisions",
    "apply_to_files",
    "apply_to_text",
    "dismiss",
    "merge",
    "read_decisions",
    "rule_counts",
    "unused_decisions",
    "write_decisions",
]

"""What can be asked of a page beside its report."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from qa.core.report import Report

__all__ = ["PageOptions", "Segments"]

Segments: TypeAlias = Literal["findings", "changed", "all"]


class PageOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a page is made."""

    segments: Segments = "all"
    """Which units are listed: those with findings, those that differ from the baseline or have findings, or all.

    Units around the listed ones are in the page as their context, whatever is listed.
    """
    baseline: Report | None = None
    """An earlier report of the same texts: findings are told apart as new, fixed and persisting."""
    served: bool = False
    """Whether a review server stands behind the page and keeps its decisions."""

"""A metric with the segments that it scored, for those who compare them later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample

__all__ = ["Scored"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One metric on one system."""

    metric: Metric
    sample: Sample
    system: str = ""
    """Where there are several."""

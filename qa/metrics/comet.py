"""COMET with a reference, such as wmt22-comet-da (Rei et al. 2022) or XCOMET; higher is better, about 0-1.

The scale is the checkpoint's own; scores of different checkpoints, languages or domains cannot be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.metrics.comet_judge import open_with_reference
from qa.metrics.neural import ModelMetric

if TYPE_CHECKING:
    from qa.metrics.protocol import Metric

__all__ = ["METRIC"]

METRIC: Final[Metric] = ModelMetric(
    "comet", "Unbabel/wmt22-comet-da", open_with_reference, frozenset({"sources", "references"}), points_at_words=True
)

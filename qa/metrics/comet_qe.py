"""COMET without a reference, such as wmt20-comet-qe-da (Rei et al. 2020), CometKiwi or XCOMET; higher is better.

CometKiwi and XCOMET may not be used commercially (CC BY-NC-SA 4.0); the signature shows the licence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.metrics.comet_judge import open_without_reference
from qa.metrics.neural import ModelMetric

if TYPE_CHECKING:
    from qa.metrics.protocol import Metric

__all__ = ["METRIC"]

METRIC: Final[Metric] = ModelMetric(
    "comet-qe", "Unbabel/wmt20-comet-qe-da", open_without_reference, frozenset({"sources"}), points_at_words=True
)

"""TER: edits and shifts per reference word (Snover et al. 2006), in percent; lower is better, 100 can be exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.metrics.lexical import LexicalMetric

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as Engine

    from qa.metrics.protocol import Metric

__all__ = ["METRIC"]


def _engine(_language: str, *, single: bool) -> Engine:  # noqa: ARG001 -- one engine serves every level
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 -- slow to import

    return TER()


METRIC: Final[Metric] = LexicalMetric("ter", _engine, higher_is_better=False)

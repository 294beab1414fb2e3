"""chrF++: chrF with single words and pairs of words beside the characters (Popović 2017), 0-100."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.metrics.lexical import LexicalMetric
from qa.metrics.ngrams import chrf_rows

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as Engine

    from qa.metrics.protocol import Metric

__all__ = ["METRIC"]


def _engine(_language: str, *, single: bool) -> Engine:  # noqa: ARG001 -- one engine serves every level
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 -- slow to import

    return CHRF(word_order=2)


METRIC: Final[Metric] = LexicalMetric("chrf++", _engine, rows=chrf_rows)

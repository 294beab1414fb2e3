"""BLEU: shared word sequences of one to four words (Papineni et al. 2002), 0-100."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.core.errors import PluginError
from qa.metrics.lexical import LexicalMetric

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as Engine

    from qa.metrics.protocol import Metric

__all__ = ["METRIC"]


def _engine(language: str, *, single: bool) -> Engine:
    """BLEU with the tokeniser that sacrebleu takes for the language; of effective order for single segments.

    Raises:
        PluginError: the tokeniser of Japanese or Korean is not installed.
    """
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 -- slow to import

    primary = language.partition("-")[0].lower()
    try:
        return BLEU(effective_order=single, force=True, trg_lang=primary)
    except RuntimeError as error:
        message = f"BLEU for {language!r} cuts words with MeCab, which is missing: pip install 'sacrebleu[{primary}]'"
        raise PluginError(message) from error


METRIC: Final[Metric] = LexicalMetric("bleu", _engine)

"""The n-gram counts of whole blocks against those of sacrebleu, segment by segment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from qa.metrics import ngrams
from qa.metrics.ngrams import chrf_rows

TEXTS = [
    "The bridge (old) opened.",
    "",
    "  ",
    "aaaa aaaa!",
    "Мост открыли, а площадь - нет.",
    "日本語の文",
    "a",
    "…",
    "«Да»?",
]


def expected(engine: CHRF, hypotheses: list[str], references: list[list[str]]) -> np.ndarray:
    return np.asarray(engine._extract_corpus_statistics(hypotheses, references), dtype=float)


@pytest.mark.parametrize("words", [0, 2])
@pytest.mark.parametrize("count", [1, 3])
def test_the_counts_are_those_of_sacrebleu(words: int, count: int) -> None:
    engine = CHRF(word_order=words)
    hypotheses = [text for text in TEXTS for _ in TEXTS]
    references = [[*TEXTS[shift:], *TEXTS[:shift]] * len(TEXTS) for shift in range(count)]
    assert (chrf_rows(engine, hypotheses, references) == expected(engine, hypotheses, references)).all()


def test_blocks_with_too_many_symbols_are_halved_down_to_sacrebleu_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = CHRF(word_order=2)
    wide = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    hypotheses, reference = [wide[start:] for start in range(5)], [wide] * 5
    assert (chrf_rows(engine, hypotheses, [reference]) == expected(engine, hypotheses, [reference])).all()
    monkeypatch.setattr(ngrams, "_WORD", 40)
    assert (chrf_rows(engine, TEXTS, [TEXTS[::-1]]) == expected(engine, TEXTS, [TEXTS[::-1]])).all()


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_texts_are_counted_as_sacrebleu_counts_them(pairs: list[tuple[str, str]]) -> None:
    engine = CHRF(word_order=2)
    hypotheses, reference = (list(side) for side in zip(*pairs, strict=True))
    assert (chrf_rows(engine, hypotheses, [reference]) == expected(engine, hypotheses, [reference])).all()

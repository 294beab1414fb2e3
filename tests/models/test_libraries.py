from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import PluginError
from qa.models.cache import AnswerCache, answer_key
from qa.models.error_spans import ErrorSpan, decode_spans, span_score, unpack_spans
from qa.models.libraries import library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ImportError("not here")

    library.cache_clear()
    monkeypatch.setattr(importlib, "import_module", fail)
    with pytest.raises(PluginError, match=r"models need torch, which is missing: pip install 'bitext-qa\[neural\]'"):
        library("torch")
    library.cache_clear()


def test_answers_are_kept_by_model_and_texts(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "folder" / "answers.sqlite")
    first, second = answer_key("m1", ["a", "b"]), answer_key("m1", ["ab"])
    assert first != second != answer_key("m2", ["ab"])
    assert cache.get([first]) == {}
    cache.put({first: [0.1, -2.5], second: []})
    assert cache.get([first, second, b"unknown"]) == {first: [0.1, -2.5], second: []}


def test_neighbouring_error_tokens_are_one_span() -> None:
    text = "the big bridge"
    tags = [[0.9, 0.1, 0.0], [0.2, 0.7, 0.1], [0.1, 0.3, 0.6], [0.8, 0.1, 0.1], [0.1, 0.8, 0.1]]
    offsets = [(0, 0), (0, 3), (3, 7), (7, 14), (0, 0)]
    (span,) = decode_spans(tags, offsets, ["minor", "major"], text)
    assert span[:3] == (0, 7, 1)
    assert span.probability == pytest.approx(0.65)
    (later,) = decode_spans(tags[2:4], offsets[2:4], ["minor", "major"], text)
    assert later[:3] == (4, 7, 2)


def test_points_of_spans_go_from_1_to_0() -> None:
    spans = [ErrorSpan(0, 1, rank, 0.5) for rank in (1, 2, 3, 3)]
    assert [span_score(spans[:number]) for number in range(5)] == pytest.approx([1, 24 / 25, 19 / 25, 9 / 25, 0])
    assert unpack_spans([0.5, 0, 1, 2, 0.5]) == [ErrorSpan(0, 1, 2, 0.5)]

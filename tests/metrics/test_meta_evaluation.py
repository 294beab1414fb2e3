"""What metrics are worth, by hand."""

from __future__ import annotations

import json
from math import isnan
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import FormatError, InputError
from qa.metrics.correlation import correlate
from qa.metrics.gold_scores import GoldPair, GoldScore, read_gold_scores
from qa.metrics.meta_evaluation import POOLED, agreements, preferences

if TYPE_CHECKING:
    from pathlib import Path


def test_coefficients_by_hand() -> None:
    found = correlate([1, 2, 3, 4, 5], [1, 2, 3, 5, 4])
    assert found.pearson.value == pytest.approx(0.9)
    assert found.spearman.value == pytest.approx(0.9)
    assert found.kendall.value == pytest.approx(0.8)  # nine pairs agree, one does not
    assert found.pearson.interval is not None
    assert found.pearson.interval[0] < 0.9 < found.pearson.interval[1]


def test_ties_share_ranks_and_shrink_tau() -> None:
    found = correlate([1, 1, 2, 3], [1, 2, 3, 4])
    assert found.spearman.value == pytest.approx(4.5 / (4.5 * 5) ** 0.5)
    assert found.kendall.value == pytest.approx(5 / (5 * 6) ** 0.5)


def test_numbers_that_do_not_vary_agree_with_nothing() -> None:
    found = correlate([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])
    assert isnan(found.pearson.value)
    assert isnan(found.kendall.value)
    assert found.spearman.interval is None
    assert correlate([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]).pearson.value == pytest.approx(1)


def test_domains_are_told_apart_and_sentinels_stand_beside() -> None:
    gold = [GoldScore("слово", "word " * i, -float(i), domain="long" if i > 5 else "short") for i in range(1, 11)]
    found = list(agreements(gold, {"mine": [line.score for line in gold]}))
    assert [(one.metric, one.domain, one.segments) for one in found[:3]] == [
        ("mine", POOLED, 10),
        ("mine", "long", 5),
        ("mine", "short", 5),
    ]
    length = next(one for one in found if one.metric == "(target length)" and one.domain == POOLED)
    assert length.correlations.pearson.value == pytest.approx(1)


def test_ties_are_counted_and_are_no_wins() -> None:
    pairs = [GoldPair("s", "whole", "broken", kind=kind) for kind in ("one", "one", "two")]
    found = list(preferences(pairs, {"mine": [1, 1, 1]}, {"mine": [0, 1, 2]}))
    mine = {one.kind: (one.wins, one.ties, one.losses, one.share) for one in found if one.metric == "mine"}
    assert mine == {POOLED: (1, 1, 1, pytest.approx(1 / 3)), "two": (0, 0, 1, 0), "one": (1, 1, 0, 0.5)}
    assert next(one for one in found if one.metric == "(source length)").ties == 3


def test_a_reference_is_no_broken_translation() -> None:
    pairs = [GoldPair("s", "t", "r", "r", "reference"), GoldPair("s", "t", "x", "r", "break")]
    pooled = next(iter(preferences(pairs, {"mine": [1, 1]}, {"mine": [2, 0]})))
    assert (pooled.wins, pooled.losses) == (1, 0)


def test_both_kinds_of_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"source": "s", "target": "t", "score": 0.5}) + "\n\n", encoding="utf-8-sig")
    assert read_gold_scores(path).scores == (GoldScore("s", "t", 0.5),)
    line = {"src_sent": "s", "eng_sent": "r", "mt_sent": "t", "pert_sent": "b", "pert_desc": "k", "id": 1}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert read_gold_scores(path).pairs == (GoldPair("s", "t", "b", "r", "k"),)


def test_broken_gold_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    with pytest.raises(InputError, match="cannot be read"):
        read_gold_scores(path)
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(FormatError, match="holds no gold score"):
        read_gold_scores(path)
    path.write_text('{"source": "s"}', encoding="utf-8")
    with pytest.raises(FormatError, match=":1: is no gold score"):
        read_gold_scores(path)

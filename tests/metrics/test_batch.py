"""Asking for metrics by name, and what is said when the columns do not fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qa.core.errors import UsageError
from qa.metrics import Sample, all_metrics, metric, score_batch


def test_every_metric_is_found_by_walking() -> None:
    assert {
        "bleu",
        "chrf",
        "chrf++",
        "comet",
        "comet-qe",
        "likelihood",
        "mqm",
        "mqm-calibrated",
        "mqm-google",
        "ter",
    } <= set(all_metrics())


def test_a_name_may_be_written_in_capitals() -> None:
    assert metric("chrF++").name == "chrf++"


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no metric is called 'blue'; did you mean 'bleu'\?"):
        metric("blue")
    with pytest.raises(UsageError, match=r"'qqq'; there are b"):
        metric("qqq")


def test_scores_stand_in_the_order_asked_for_and_only_once() -> None:
    scores = score_batch(["ter", "bleu", "ter"], ["a b"], [["a c"]], levels=frozenset({"corpus"}))
    assert [score.metric for score in scores] == ["ter", "bleu"]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"hypotheses": []}, "the translation is empty"),
        ({"hypotheses": ["a", "b"], "references": [["a", "b"], ["a"]]}, "has 2 lines and reference 2 1; line n"),
        ({"hypotheses": ["a", "b"], "references": [[]]}, "has 2 lines and reference 1 0;"),
        ({"hypotheses": ["a", "b"], "documents": ["x"]}, "2 lines and the list of documents 1;"),
        ({"hypotheses": ["a", "b"], "units": ["x"] * 3}, "2 lines and the list of units 3;"),
        ({"hypotheses": ["a", "b"], "source_words": [4]}, "2 lines and the list of source words 1;"),
        ({"hypotheses": ["a"], "bootstrap": 10}, "10 resamples make no interval; ask for 100 or more"),
    ],
)
def test_columns_that_do_not_fit_are_told_with_both_numbers(columns: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Sample(**columns)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "columns", "message"),
    [
        ("bleu", {}, "the metric 'bleu' needs reference translations; give at least one with --reference"),
        ("mqm", {"source_words": [1]}, "the metric 'mqm' needs the findings of the rules"),
        ("mqm", {"findings": []}, "the metric 'mqm' needs the source texts"),
    ],
)
def test_a_metric_says_what_it_lacks(name: str, columns: dict[str, list[int]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        score_batch([name], ["text"], **columns)  # type: ignore[arg-type]


def test_segments_without_documents_are_numbered() -> None:
    scores = score_batch(["chrf"], ["a", "b"], [["a", "b"]])
    assert [(score.level, score.document, score.unit) for score in scores] == [
        ("corpus", "", ""),
        ("segment", "", "1"),
        ("segment", "", "2"),
    ]


def test_the_heavy_libraries_wait_until_a_score_is_asked_for() -> None:
    code = (
        "import sys, qa.metrics as m; m.all_metrics(); print([x for x in ('sacrebleu', 'numpy') if x in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"

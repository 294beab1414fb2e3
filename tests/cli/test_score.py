from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import sacrebleu

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

SYSTEM = ["The bridge was opened in May.", "Three hundred people came to see it."]
REFERENCE = ["The bridge opened in May.", "Three hundred people came along to see it."]


def lines(name: str, texts: list[str]) -> Path:
    Path(name).write_text("\n".join(texts) + "\n", encoding="utf-8")
    return Path(name)


def scores(outcome: Outcome) -> dict[str, float]:
    return {score["metric"]: score["value"] for score in json.loads(outcome.stdout)["scores"]}


def test_plain_lines_score_as_sacrebleu_says(qa: Qa) -> None:
    files = lines("system.txt", SYSTEM), "--reference", lines("reference.txt", REFERENCE)
    outcome = qa("score", *files, "--metric", "bleu", "--metric", "chrf++", "--format", "json")
    found = scores(outcome)
    assert outcome.code == 0
    assert abs(found["bleu"] - sacrebleu.corpus_bleu(SYSTEM, [REFERENCE]).score) < 1e-9
    assert abs(found["chrf++"] - sacrebleu.corpus_chrf(SYSTEM, [REFERENCE], word_order=2).score) < 1e-9


def test_a_bilingual_file_scores_its_targets(qa: Qa) -> None:
    rows = [f"строка\t{text}" for text in SYSTEM]
    files = lines("system.tsv", rows), "--reference", lines("reference.txt", REFERENCE)
    outcome = qa("score", *files, "-s", "ru", "-t", "en", "--metric", "bleu", "--format", "json")
    assert abs(scores(outcome)["bleu"] - sacrebleu.corpus_bleu(SYSTEM, [REFERENCE]).score) < 1e-9


def test_several_systems_are_told_apart(qa: Qa) -> None:
    files = lines("one.txt", SYSTEM), lines("two.txt", REFERENCE), "--reference", lines("ref.txt", REFERENCE)
    report = json.loads(qa("score", *files, "--metric", "bleu", "--format", "json").stdout)
    by_system = {score["system"]: score["value"] for score in report["scores"]}
    assert by_system["one"] < by_system["two"]


def test_segment_scores_on_request(qa: Qa) -> None:
    files = lines("one.txt", SYSTEM), "--reference", lines("ref.txt", REFERENCE)
    report = json.loads(qa("score", *files, "--metric", "chrf", "--level", "segment", "--format", "json").stdout)
    assert [score["level"] for score in report["scores"]] == ["segment", "segment"]


def test_a_threshold_on_a_score_is_a_gate(qa: Qa) -> None:
    lines("qa.toml", ["[gate.scores.bleu]", "min = 99"])
    files = lines("one.txt", SYSTEM), "--reference", lines("ref.txt", REFERENCE)
    assert qa("score", *files, "--metric", "bleu").code == 1


def test_mistakes_are_said_in_one_sentence(qa: Qa) -> None:
    system, reference = lines("one.txt", SYSTEM), lines("ref.txt", REFERENCE[:1])
    for arguments, words in (
        (["--reference", reference], "2"),
        (["--metric", "blue", "--reference", system], "did you mean"),
        ([], "--reference"),
        (["--source", reference, "--reference", system], "they must go line by line"),
    ):
        outcome = qa("score", system, *arguments)
        assert outcome.code == 2
        assert words in outcome.stderr
        assert outcome.stderr.count("\n") == 1

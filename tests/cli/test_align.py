from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

LANGUAGES = ("-s", "ru", "-t", "en")
SOURCE = ["Иван купил 12 яблок.", "Он пошёл домой.", "Вечером, в 19:30, пришла Анна Петрова."]
TARGET = ["Ivan bought 12 apples.", "He went home.", "In the evening, at 19:30, Anna Petrova came."]


def texts(folder: str = ".", joint: str = "\n") -> tuple[Path, Path]:
    Path(folder).mkdir(exist_ok=True)
    source, target = Path(folder, "a.ru"), Path(folder, "a.en")
    source.write_text(joint.join(SOURCE) + "\n", encoding="utf-8")
    target.write_text(joint.join(TARGET) + "\n", encoding="utf-8")
    return source, target


def test_beads_go_to_standard_output_as_json_lines(qa: Qa) -> None:
    outcome = qa("align", *texts(), "--segmented", *LANGUAGES)
    beads = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert [(bead["source"], bead["target"]) for bead in beads] == [([0], [0]), ([1], [1]), ([2], [2])]
    assert all(0 <= bead["confidence"] <= 1 for bead in beads)


@pytest.mark.parametrize("suffix", ["jsonl", "beads", "tmx", "xlf", "tsv"])
def test_the_suffix_picks_the_format(qa: Qa, suffix: str) -> None:
    output = Path(f"out/a.{suffix}")
    assert qa("align", *texts(), "--segmented", *LANGUAGES, "-o", output).code == 0
    text = output.read_text(encoding="utf-8")
    if suffix in {"beads", "jsonl"}:
        assert len(text.splitlines()) == 3
    else:
        assert all(sentence in text for sentence in (*SOURCE, *TARGET))


def test_a_plain_text_is_cut_into_sentences_first(qa: Qa) -> None:
    source, target = texts(joint=" ")
    plain = [path.rename(path.with_name(f"{path.suffix[1:]}.txt")) for path in (source, target)]
    outcome = qa("align", *plain, *LANGUAGES)
    assert len(outcome.stdout.splitlines()) == 3


def test_an_aligned_file_can_be_checked(qa: Qa) -> None:
    qa("align", *texts(), "--segmented", *LANGUAGES, "-o", "a.tmx")
    assert qa("check", "a.tmx", *LANGUAGES).code == 0


def test_many_pairs_are_aligned_together(qa: Qa) -> None:
    texts("one")
    texts("two")
    Path("pairs.tsv").write_text("one/a.ru\tone/a.en\tone.beads\ntwo/a.ru\ttwo/a.en\ttwo.beads\n", encoding="utf-8")
    outcome = qa("align", "--pairs", "pairs.tsv", "--output-dir", "out", "--segmented", *LANGUAGES)
    assert outcome.code == 0
    for name in ("one", "two"):
        assert Path(f"out/{name}.beads").read_text(encoding="utf-8") == "[0]:[0]\n[1]:[1]\n[2]:[2]\n"


def test_what_was_learnt_is_kept(qa: Qa) -> None:
    assert qa("align", *texts(), "--segmented", *LANGUAGES, "--lexicon", "project.lexicon").code == 0
    assert Path("project.lexicon").is_file()
    assert qa("align", *texts(), "--segmented", *LANGUAGES, "--lexicon", "project.lexicon").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.ru"], "give SOURCE and TARGET"),
        (["a.ru", "a.en", "-o", "a.docx"], "'.docx' is not known"),
        (["a.ru", "a.en", "--pairs", "pairs.tsv"], "leave out SOURCE"),
        (["--pairs", "pairs.tsv"], "--output-dir"),
        (["--pairs", "pairs.tsv", "--output-dir", "out"], "pairs.tsv:1: has 2 columns, not 3"),
        (["gone.ru", "a.en", "--segmented"], "gone.ru: no such file"),
    ],
)
def test_a_mistake_is_said_in_one_sentence(qa: Qa, arguments: list[str], words: str) -> None:
    texts()
    Path("pairs.tsv").write_text("a.ru\ta.en\n", encoding="utf-8")
    outcome = qa("align", *arguments, *LANGUAGES)
    assert outcome.code == 2
    assert words in outcome.stderr


def test_an_alignment_is_measured_against_gold(qa: Qa) -> None:
    Path("gold.beads").write_text("[0]:[0]\n[1]:[1]\n", encoding="utf-8")
    Path("mine.beads").write_text("[0]:[0]\n[1]:[]\n[]:[1]\n", encoding="utf-8")
    outcome = qa("evaluate", "align", "gold.beads", "--found", "mine.beads")
    assert outcome.code == 0
    strict = next(line for line in outcome.stdout.splitlines() if line.strip().startswith("strict"))
    assert strict.split() == ["strict", "0.333", "0.500", "0.400"]
    assert qa("evaluate", "align", "gold.beads", "mine.beads", "--found", "mine.beads").code == 2

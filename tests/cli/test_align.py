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
        (["empty.ru", "a.en", "--segmented"], "empty.ru: holds no text"),
        (["a.ru", "empty.ru", "--segmented"], "empty.ru: holds no text"),
        (["a.ru", "a.en", "--segmented", "--beads", "bad.beads"], "bad.beads:2: source sentence 0 stands twice"),
        (["a.ru", "a.en", "--segmented", "--beads", "gone.beads"], "gone.beads: cannot read the beads file"),
        (["a.ru", "a.en", "--beads", "bad.beads", "--lexicon", "x"], "--lexicon has no effect"),
        (["--pairs", "pairs.tsv", "--beads", "bad.beads"], "--beads is the alignment of one pair"),
    ],
)
def test_a_mistake_is_said_in_one_sentence(qa: Qa, arguments: list[str], words: str) -> None:
    texts()
    Path("pairs.tsv").write_text("a.ru\ta.en\n", encoding="utf-8")
    Path("bad.beads").write_text("[0]:[0]\n[0]:[1]\n", encoding="utf-8")
    Path("empty.ru").write_text("\n \n", encoding="utf-8")
    outcome = qa("align", *arguments, *LANGUAGES)
    assert outcome.code == 2
    assert words in outcome.stderr


def test_a_document_without_a_translation_stands_alone_among_many(qa: Qa) -> None:
    texts()
    Path("empty.en").write_text("", encoding="utf-8")
    rows = ["a.ru\ta.en\tone.beads", "a.ru\tempty.en\ttwo.jsonl", "a.ru\t\tthree.tsv", "\ta.en\tfour.xlf", ""]
    Path("pairs.tsv").write_text("\n".join(rows), encoding="utf-8")
    outcome = qa(
        "align", "--pairs", "pairs.tsv", "--output-dir", "out", "--segmented", *LANGUAGES, "--review", "r.html"
    )
    assert outcome.code == 0
    assert outcome.stderr.startswith("note: empty.en: holds no text")
    assert [json.loads(line)["target"] for line in Path("out/two.jsonl").read_text().splitlines()] == [[], [], []]
    assert Path("out/three.tsv").read_text(encoding="utf-8").count("\n") == 4
    assert all(sentence in Path("out/four.xlf").read_text(encoding="utf-8") for sentence in TARGET)
    assert Path("r.html").is_file()


def test_without_lines_as_segments_a_side_may_be_missing_too(qa: Qa) -> None:
    source, _ = texts(joint=" ")
    source.rename("a.txt")
    Path("pairs.tsv").write_text("a.txt\t\tone.beads\n", encoding="utf-8")
    assert qa("align", "--pairs", "pairs.tsv", "--output-dir", "out", *LANGUAGES).code == 0
    assert Path("out/one.beads").read_text(encoding="utf-8") == "[0]:[]\n[1]:[]\n[2]:[]\n"


@pytest.mark.parametrize("suffix", ["beads", "jsonl", "tsv", "tmx"])
def test_a_corrected_alignment_is_taken_back(qa: Qa, suffix: str) -> None:
    Path("mine.beads").write_text("[0, 1]:[0]\n[2]:[1, 2]\n", encoding="utf-8")
    command = ("align", *texts(), "--segmented", *LANGUAGES)
    assert qa(*command, "--beads", "mine.beads", "-o", f"given.{suffix}").code == 0
    assert qa(*command, "--beads", f"given.{suffix}", "-o", "again.beads").code == 0
    assert Path("again.beads").read_text(encoding="utf-8") == "[0, 1]:[0]\n[2]:[1, 2]\n"


def test_the_page_shows_both_texts(qa: Qa) -> None:
    outcome = qa("align", *texts(), "--segmented", *LANGUAGES, "--review", "out/page.html")
    assert (outcome.code, outcome.stdout) == (0, "")
    page = Path("out/page.html").read_text(encoding="utf-8")
    assert all(sentence in page for sentence in (*SOURCE, *TARGET))
    both = qa("align", *texts(), "--segmented", *LANGUAGES, "--review", "again.html", "-o", "a.beads")
    assert both.code == 0
    assert Path("again.html").read_bytes() == Path("out/page.html").read_bytes()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("", "pairs.tsv: names no pair"),
        ("a.ru\ta.en\tx.beads\na.ru\ta.en\tx.beads\n", "pairs.tsv:2: “x.beads” is the output of line 1, too"),
        ("\t\tx.beads\n", "pairs.tsv:1: names no text"),
        ("a.ru\ta.en\t\n", "pairs.tsv:1: names no text, or no output"),
        ("a.ru\ta.en\tx.odt\n", "'.odt' is not known"),
    ],
)
def test_a_bad_list_of_pairs_is_told_in_one_sentence(qa: Qa, rows: str, words: str) -> None:
    texts()
    Path("pairs.tsv").write_text(rows, encoding="utf-8")
    outcome = qa("align", "--pairs", "pairs.tsv", "--output-dir", "out", "--segmented", *LANGUAGES)
    assert outcome.code == 2
    assert words in outcome.stderr
    assert not Path("out").exists()


def test_a_folder_that_cannot_be_made_is_told(qa: Qa) -> None:
    Path("taken").write_text("", encoding="utf-8")
    for suffix in ("tmx", "beads"):
        outcome = qa("align", *texts(), "--segmented", *LANGUAGES, "-o", f"taken/a.{suffix}")
        assert outcome.code == 2
        assert "taken" in outcome.stderr
        assert "internal error" not in outcome.stderr

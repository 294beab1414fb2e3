from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

LANGUAGES = ("-s", "ru-RU", "-t", "en")
SOURCE = ["Иван купил 12 яблок.", "Он пошёл домой.", "Вечером, в 19:30, пришла Анна Петрова."]
TARGET = ["Ivan bought 12 apples.", "He went home.", "In the evening, at 19:30, Anna Petrova came."]


@pytest.fixture(autouse=True)
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One gold alignment that is right, and one that says that the last two sentences have no partner."""
    monkeypatch.chdir(tmp_path)
    for name, beads in (("a", "[0]:[0]\n[1]:[1]\n[2]:[2]\n"), ("b.c", "[0]:[0]\n[2]:[]\n[]:[2]\n[1]:[1]\n")):
        Path(f"{name}.ru").write_text("\n".join(SOURCE), encoding="utf-8")
        Path(f"{name}.en").write_text("\n".join(TARGET), encoding="utf-8")
        Path(f"{name}.gold").write_text(beads, encoding="utf-8")


def rows(outcome: Outcome) -> dict[str, list[str]]:
    assert outcome.code == 0, outcome.stderr
    return {line.split()[0]: line.split()[1:] for line in outcome.stdout.splitlines() if line.strip()}


@pytest.mark.parametrize("more", [(), ("--single",)])
def test_the_texts_beside_the_gold_are_aligned(qa: Qa, more: tuple[str, ...]) -> None:
    found = rows(qa("evaluate", "align", "a.gold", "b.c.gold", *LANGUAGES, *more))
    assert found["a.gold"] == ["1.000"] * 6 + ["0.000"]
    assert found["b.c.gold"][:3] == ["0.667", "1.000", "0.800"]
    assert found["strict"] == ["0.833", "1.000", "0.909"]
    assert set(found) >= {"lax", "unaligned"}


def test_one_gold_file_needs_one_table(qa: Qa) -> None:
    found = rows(qa("evaluate", "align", "a.gold", *LANGUAGES))
    assert found["strict"] == ["1.000"] * 3
    assert "a.gold" not in found


def test_found_alignments_need_no_texts(qa: Qa) -> None:
    Path("a.ru").unlink()
    Path("mine.beads").write_text("[0]:[0]\n[1]:[]\n[]:[1]\n", encoding="utf-8")
    found = rows(qa("evaluate", "align", "a.gold", "--found", "mine.beads"))
    assert found["strict"] == ["0.333", "0.333", "0.333"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[0]:[0]\n[0]:[1]\n", "a.gold:2: source sentence 0 stands twice"),
        ("[0]:[0]\n[1]:[7]\n", "a.gold:2: target sentence 7 is out of range; there are 3"),
        ("Иван", "a.gold:1: “Иван” is no bead"),
        ("", "a.gold: holds no bead"),
        ("\udcff", "a.gold: cannot read the beads file: byte 0 is not UTF-8"),
    ],
)
def test_a_bad_gold_file_is_told_in_one_sentence(qa: Qa, content: str, words: str) -> None:
    Path("a.gold").write_bytes(content.encode(errors="surrogateescape"))
    outcome = qa("evaluate", "align", "a.gold", *LANGUAGES)
    assert outcome.code == 2
    assert words in outcome.stderr
    assert outcome.stdout == ""
    assert outcome.stderr.count("\n") == 1


def test_missing_empty_and_undecodable_texts_are_told(qa: Qa) -> None:
    for content, words in ((b"", "holds no text"), (b"\n \n", "holds no text"), ("É".encode("latin-1"), "--encoding")):
        Path("a.en").write_bytes(content)
        outcome = qa("evaluate", "align", "a.gold", *LANGUAGES)
        assert (outcome.code, words in outcome.stderr) == (2, True)
    Path("a.en").unlink()
    outcome = qa("evaluate", "align", "a.gold", *LANGUAGES)
    assert outcome.code == 2
    assert "a.en: no such file; the texts of a.gold must stand beside it" in outcome.stderr
    assert "gone.gold" in qa("evaluate", "align", "gone.gold", "--found", "a.gold").stderr


def test_texts_in_another_encoding_are_read_when_it_is_named(qa: Qa) -> None:
    Path("a.ru").write_bytes("\n".join(SOURCE).encode("cp1251"))
    assert rows(qa("evaluate", "align", "a.gold", *LANGUAGES, "--encoding", "cp1251"))["strict"] == ["1.000"] * 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.gold"], "-s, or source-language"),
        (["a.gold", "b.c.gold", "--found", "a.gold"], "2 gold files and 1 found ones"),
        (["a.gold", "--found", "a.gold", "--encoder", "x/y"], "--encoder has no effect"),
    ],
)
def test_a_mistake_is_said_in_one_sentence(qa: Qa, arguments: list[str], words: str) -> None:
    outcome = qa("evaluate", "align", *arguments)
    assert outcome.code == 2
    assert words in outcome.stderr

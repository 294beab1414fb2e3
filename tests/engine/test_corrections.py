from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.core import Alignment, Bead, FormatError, InputError, MonolingualDocument
from qa.core.segment import Segment
from qa.engine.corrections import corrected_alignment
from qa.engine.pairing import SegmentedPair, Sentences
from qa.formats import create

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = ("Мост открыли.", "Пришли 300 человек.", "Играл оркестр.", "Потом был салют.")
TARGET = ("The bridge was opened.", "300 people came.", "A band played.", "It rained.")


def side(language: str, sentences: tuple[str, ...]) -> Sentences:
    segments = tuple(Segment(language, text) for text in sentences)
    return Sentences(MonolingualDocument("text", f"a.{language}", language, segments), segments, ())


PAIR = SegmentedPair(side("ru", SOURCE), side("en", TARGET))
BEADS = (Bead((0,), (0,)), Bead((1, 2), (1, 2)), Bead((3,), ()), Bead((), (3,)))


def sides(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in alignment.beads]


@pytest.mark.parametrize("suffix", ["tsv", "tmx", "xlf"])
def test_a_written_bitext_is_taken_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"found.{suffix}"
    create(path, [PAIR.document(Alignment(BEADS))])
    assert sides(corrected_alignment(path, PAIR)) == sides(Alignment(BEADS))


def test_beads_are_taken_by_number_and_what_they_leave_out_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.beads"
    path.write_text("[0]:[0]\n[1, 2]:[1]\n", encoding="utf-8")
    found = corrected_alignment(path, PAIR)
    assert sides(found) == [((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (2,)), ((), (3,))]
    assert found.signature == "given:mine.beads"
    assert found.beads[0].confidence == 1


def test_rows_may_be_joined_whatever_stands_between_the_sentences(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    rows = ["source\ttarget", f"{SOURCE[0]}  {SOURCE[1]}{SOURCE[2]}\t{TARGET[0]} {TARGET[1]}", f"{SOURCE[3]}\t"]
    path.write_text("\n".join([*rows, f"\t{TARGET[2]} {TARGET[3]}", ""]), encoding="utf-8")
    assert sides(corrected_alignment(path, PAIR)) == [((0, 1, 2), (0, 1)), ((3,), ()), ((), (2, 3))]


def test_blank_lines_of_a_segmented_text_need_no_row(tmp_path: Path) -> None:
    pair = SegmentedPair(side("ru", ("", SOURCE[0], "", "")), side("en", (TARGET[0], "")))
    path = tmp_path / "mine.tsv"
    path.write_text(f"source\ttarget\n{SOURCE[0]}\t{TARGET[0]}\n", encoding="utf-8")
    assert sides(corrected_alignment(path, pair)) == [((0, 1), (0,)), ((2,), ()), ((3,), ()), ((), (1,))]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([f"{SOURCE[0]}\tThe bridge is open."], "unit 2: the target text “The bridge is open.” is not made of"),
        ([f"{SOURCE[1]}\t{TARGET[0]}"], "number 0 is “Мост открыли.”"),
        ([f"{' '.join(SOURCE)}\t{' '.join(TARGET)}", f"{SOURCE[3]}\t"], "since none is left"),
        ([f"{SOURCE[0]}\t{TARGET[0]}"], "the source text goes on behind its last row (number 1 is “Пришли 300"),
        ([f"{' '.join(SOURCE)}\t{TARGET[0]}"], "the target text goes on behind its last row"),
        ([f"Мост\t{TARGET[0]}"], "join, split or move whole sentences only"),
    ],
)
def test_other_words_are_refused(tmp_path: Path, rows: list[str], says: str) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("\n".join(["source\ttarget", *rows, ""]), encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        corrected_alignment(path, PAIR)
    assert says in str(caught.value)
    assert str(caught.value).startswith(path.as_posix())


def test_missing_and_unknown_files_are_named(tmp_path: Path) -> None:
    for name in ("gone.beads", "gone.tsv", "gone.docx"):
        with pytest.raises(InputError, match="gone"):
            corrected_alignment(tmp_path / name, PAIR)
    path = tmp_path / "mine.beads"
    path.write_text("[0]:[7]\n", encoding="utf-8")
    with pytest.raises(FormatError, match="target sentence 7 is out of range; there are 4"):
        corrected_alignment(path, PAIR)

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core import Alignment, Anchor, Bead, MonolingualDocument, Segment
from qa.engine.pairing import SegmentedPair, Sentences, segment_pair

if TYPE_CHECKING:
    from collections.abc import Sequence


def text(language: str, *paragraphs: str) -> MonolingualDocument:
    offset = 0
    segments = []
    for number, paragraph in enumerate(paragraphs):
        role = "body" if paragraph.strip() else "blank"
        place = (Anchor(0, offset, 1 + number, 1),)
        segments.append(Segment(language, paragraph, f"{language}.txt", place, paragraph=number, role=role))
        offset += len(paragraph) + 1
    return MonolingualDocument(language, f"{language}.txt", language, tuple(segments))


SOURCE = text("ru", "Первое. Второе.", "Третье.")
TARGET = text("en", "First. Second.", "\u00a0", "Third.", "\u00a0")


def test_both_sides_are_cut_into_sentences() -> None:
    pair = segment_pair(SOURCE, TARGET)
    assert [sentence.text for sentence in pair.source.filled] == ["Первое.", "Второе.", "Третье."]
    assert [sentence.paragraph for sentence in pair.target.filled] == [0, 0, 2]
    assert len(pair.target.blanks) == 2


def test_a_unit_is_made_of_each_bead_and_blanks_keep_their_places() -> None:
    pair = segment_pair(SOURCE, TARGET)
    beads = (Bead((0, 1), (0,), confidence=0.5), Bead((), (1,)), Bead((2,), (2,)))
    document = pair.document(Alignment(beads))
    assert [(unit.source.text, unit.target.text) for unit in document.units] == [
        ("Первое. Второе.", "First."),
        ("", "Second."),
        ("", "\u00a0"),
        ("Третье.", "Third."),
        ("", "\u00a0"),
    ]
    assert [unit.id for unit in document.units] == ["1", "2", "3", "4", "5"]
    assert document.units[0].confidence == 0.5
    assert (document.path, document.source_path) == ("en.txt", "ru.txt")


def test_comments_on_a_paragraph_are_notes_of_its_units() -> None:
    source = msgspec.structs.replace(SOURCE, paragraph_notes={1: ("on the source",)}, notes=("on all",))
    target = msgspec.structs.replace(TARGET, paragraph_notes={0: ("on both sentences",), 2: ("on the last",)})
    beads = (Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), (2,)))
    document = segment_pair(source, target).document(Alignment(beads))
    both, last = ("on both sentences",), ("on the source", "on the last")
    assert [unit.notes for unit in document.units if unit.source] == [both, both, last]
    assert document.notes == ("on all",)


def test_lines_without_known_paragraphs_give_the_aligner_none() -> None:
    sentences = Sentences(SOURCE, SOURCE.paragraphs, (), paragraphs_known=False)
    assert sentences.text().paragraphs == ()


@st.composite
def beads(draw: st.DrawFn, sources: int, targets: int) -> tuple[Bead, ...]:
    found: list[Bead] = []
    row = column = 0
    while row < sources or column < targets:
        down = draw(st.integers(0, min(2, sources - row)))
        right = draw(st.integers(0 if down else 1, 2))
        right = min(right, targets - column)
        if not down and not right:
            down = sources - row and 1
            right = 0 if down else 1
        found.append(Bead(tuple(range(row, row + down)), tuple(range(column, column + right))))
        row, column = row + down, column + right
    return tuple(found)


@given(st.data(), st.integers(0, 6), st.integers(0, 6))
def test_every_sentence_comes_into_exactly_one_unit(data: st.DataObject, sources: int, targets: int) -> None:
    left, right = (lines(language, count) for language, count in (("ru", sources), ("en", targets)))
    alignment = Alignment(data.draw(beads(sources, targets)))
    document = SegmentedPair(left, right).document(alignment)
    assert words(unit.source.text for unit in document.units) == words(s.text for s in left.filled)
    assert words(unit.target.text for unit in document.units) == words(s.text for s in right.filled)


def lines(language: str, count: int) -> Sentences:
    document = text(language, *(f"{language}{number}." for number in range(count)))
    return Sentences(document, document.paragraphs, ())


def words(texts: Sequence[str]) -> list[str]:
    return [word for line in texts for word in line.split()]


@pytest.mark.parametrize("side", ["source", "target"])
def test_an_empty_side_leaves_the_other_unaligned(side: str) -> None:
    empty, full = lines("ru", 0), lines("en", 2)
    pair = SegmentedPair(empty, full) if side == "source" else SegmentedPair(full, empty)
    numbers = (Bead((), (0,)), Bead((), (1,))) if side == "source" else (Bead((0,), ()), Bead((1,), ()))
    units = pair.document(Alignment(numbers)).units
    assert len(units) == 2
    assert all(bool(unit.source) != bool(unit.target) for unit in units)

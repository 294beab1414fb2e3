from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.align import read_beads, write_beads
from qa.core import Alignment, Bead, FormatError

if TYPE_CHECKING:
    from pathlib import Path

_SIZES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any), max_size=12)


def _alignment(sizes: list[tuple[int, int]]) -> Alignment:
    source = target = 0
    beads = []
    for a, b in sizes:
        beads.append(Bead(tuple(range(source, source + a)), tuple(range(target, target + b)), a + 0.5, 0.25))
        source, target = source + a, target + b
    return Alignment(tuple(beads))


@given(_SIZES)
@pytest.mark.parametrize("suffix", ["beads", "jsonl"])
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, sizes: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("beads") / f"found.{suffix}"
    alignment = _alignment(sizes)
    write_beads(path, alignment)
    read = read_beads(path)
    assert [(bead.source, bead.target) for bead in read.beads] == [
        (bead.source, bead.target) for bead in alignment.beads
    ]
    if suffix == "jsonl":
        assert read.beads == alignment.beads


def test_lines_are_those_of_the_published_format(tmp_path: Path) -> None:
    path = tmp_path / "found.beads"
    write_beads(path, _alignment([(1, 2), (0, 1), (2, 0)]))
    assert path.read_text() == "[0]:[0, 1]\n[]:[2]\n[1, 2]:[]\n"


def test_json_lines_hold_score_and_confidence(tmp_path: Path) -> None:
    path = tmp_path / "found.jsonl"
    write_beads(path, Alignment((Bead((0,), (0, 1), 3.2, 0.98),)))
    assert path.read_text() == '{"source": [0], "target": [0, 1], "score": 3.2, "confidence": 0.98}\n'


def test_costs_blank_lines_and_byte_order_marks_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "gold.beads"
    path.write_text("\ufeff[0]:[0]:0.25\n\n [1 ,2] : [] : -1.5e-05 \n", encoding="utf-8")
    assert [(bead.source, bead.target) for bead in read_beads(path).beads] == [((0,), (0,)), ((1, 2), ())]


def test_sentences_without_a_line_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "gold.beads"
    path.write_text("[1]:[0]\n[2]:[2]\n")
    found = [(bead.source, bead.target) for bead in read_beads(path, sources=4, targets=3).beads]
    assert found == [((0,), ()), ((1,), (0,)), ((), (1,)), ((2,), (2,)), ((3,), ())]


@pytest.mark.parametrize(
    ("name", "content", "line", "says"),
    [
        ("a.beads", "[0]:[0]\n[0]:[1]\n", 2, "source sentence 0 stands twice or out of order"),
        ("b.beads", "[1]:[0]\n[0]:[1]\n", 2, "source sentence 0 stands twice or out of order"),
        ("c.beads", "[0]:[1, 0]\n", 1, "target sentence 0 stands twice or out of order"),
        ("d.beads", "[0]:[0, 2]\n", 1, "target sentence 2 stands twice or out of order"),
        ("e.beads", "[0]:[0]\n[1]:[9]\n", 2, "target sentence 9 is out of range; there are 3"),
        ("f.beads", "[0]:[0]\nno bead\n", 2, "“no bead” is no bead"),
        ("g.beads", "[0,,1]:[0]\n", 1, "“[0,,1]” is no list"),
        ("h.jsonl", '{"source": [0]}\n', 1, "is no bead"),
        ("i.jsonl", '{"source": ["x"], "target": []}\n' * 3, 1, "is no bead"),
        ("j.beads", "x" * 80 + "\n", 1, "…” is no bead"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, name: str, content: str, line: int, says: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(FormatError) as caught:
        read_beads(path, targets=3)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_unreadable_files_are_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary.beads"
    binary.write_bytes(b"\xff\xfe\x00[0]")
    for path in (tmp_path / "missing.beads", binary):
        with pytest.raises(FormatError, match=r"cannot read the beads file") as caught:
            read_beads(path)
        assert caught.value.path == str(path)


def test_crossing_beads_are_read_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "gold.beads"
    path.write_text("[0]:[1]\n[1]:[0]\n[4]:[]\n")
    found = [(bead.source, bead.target) for bead in read_beads(path, crossing=True).beads]
    assert found == [((0,), (1,)), ((1,), (0,)), ((4,), ())]
    path.write_text("[0]:[1]\n[1]:[1]\n")
    with pytest.raises(FormatError, match="target sentence 1 stands twice"):
        read_beads(path, crossing=True)
    with pytest.raises(FormatError, match="source sentence 1 is out of range; there are 1"):
        read_beads(path, sources=1, crossing=True)

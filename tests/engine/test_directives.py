from __future__ import annotations

import pytest

from qa.engine.directives import Directive, Slip, read_directives


@pytest.mark.parametrize(
    ("note", "directives"),
    [
        ("qa:ignore[accuracy] why", [("accuracy", "why", False)]),
        ("qa:ignore-file[style/calque]", [("style/calque", "", True)]),
        ("qa:ignore[a, b, a] x\ny", [("a", "x", False), ("b", "x", False)]),
        ("qa:ignore[a] x qa:ignore-file[b] y", [("a", "x", False), ("b", "y", True)]),
        ("qa:ignore[]", [("", "", False)]),
    ],
)
def test_directives(note: str, directives: list[tuple[str, str, bool]]) -> None:
    assert list(read_directives(note)) == [Directive(*one) for one in directives]


@pytest.mark.parametrize(
    ("note", "instead"),
    [
        ("qa:ignore accuracy/number-mismatch the figure", "qa:ignore[accuracy/number-mismatch] and the reason"),
        ("qa: ignore(accuracy/omission)", "qa:ignore[accuracy/omission] and the reason"),
        ("QA:Ignore[accuracy/omission]", "qa:ignore[accuracy/omission] and the reason"),
        ("qa-ignore-file: style/calque", "qa:ignore-file[style/calque] and the reason"),
        ("qa:ignore[accuracy/omission", "qa:ignore[accuracy/omission] and the reason"),
        ("qa:ignore everything", "qa:ignore[rule-or-group] and the reason"),
        ("qa_ignore", "qa:ignore[rule-or-group] and the reason"),
    ],
)
def test_slips(note: str, instead: str) -> None:
    assert list(read_directives(note)) == [Slip(note, instead)]


@pytest.mark.parametrize("note", ["", "ignore the noise", "qa of what they ignore"])
def test_other_notes(note: str) -> None:
    assert not list(read_directives(note))


def test_a_slip_is_told_beside_a_directive() -> None:
    found = list(read_directives("qa:ignore[accuracy] x\nqa:ignore style"))
    assert found == [
        Directive("accuracy", "x", whole_file=False),
        Slip("qa:ignore style", "qa:ignore[rule-or-group] and the reason"),
    ]

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qa.core import Finding, FormatError, InputError, Location, Severity, Suppression
from qa.engine.gold import KnownError, evaluate_findings, read_gold

if TYPE_CHECKING:
    from pathlib import Path


def finding(
    rule: str, offset: int, length: int, *, path: str = "out/en.txt", unit: str = "1", suppressed: bool = False
) -> Finding:
    return Finding(
        rule=rule,
        category="c",
        severity=Severity.MINOR,
        message="m",
        document="en",
        unit=unit,
        location=Location(path, 1, 1, offset, length),
        suppressed=Suppression("inline") if suppressed else None,
    )


GOLD = (
    KnownError(id="1", file="en.txt", start=10, end=14, rules=("a/b",)),
    KnownError(id="2", file="en.txt", start=30, end=30),
    KnownError(id="3", file="en.txt", unit="u7"),
    KnownError(id="T", file="en.txt", start=50, end=55, trap=True),
)


def found(*findings: Finding) -> list[str]:
    return [error.id for error in evaluate_findings(findings, GOLD).found]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (finding("a/b", 12, 8), ["1"]),
        (finding("a/b", 14, 2), []),
        (finding("a/c", 12, 1), []),
        (finding("a/b", 12, 1, path="other.txt"), []),
        (finding("x/y", 30, 0), ["2"]),
        (finding("x/y", 99, 1, unit="u7"), ["3"]),
        (finding("a/b", 12, 1, suppressed=True), []),
    ],
)
def test_a_finding_hits_an_error_by_place_and_rule(made: Finding, expected: list[str]) -> None:
    assert found(made) == expected


def test_figures_by_rule_traps_and_findings_that_nothing_explains() -> None:
    result = evaluate_findings([finding("a/b", 12, 1), finding("a/b", 70, 1), finding("x/y", 51, 1)], GOLD)
    assert [tuple(figures) for figures in result.rules] == [("a/b", 2, 1), ("x/y", 1, 0)]
    assert [error.id for error, _ in result.trapped] == ["T"]
    assert [error.id for error in result.missed] == ["2", "3"]
    assert len(result.unexpected) == 2


def test_a_gold_file_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = {"id": "1", "file": "en.txt", "start": 1, "end": 2, "rules": ["a/b"], "note": "more keys are welcome"}
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    assert read_gold(path) == (KnownError(id="1", file="en.txt", start=1, end=2, rules=("a/b",)),)


def test_a_broken_gold_file_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "1", "file": "a"}\nnonsense\n', encoding="utf-8")
    with pytest.raises(FormatError, match=r"gold\.jsonl:2: is no known error"):
        read_gold(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "gone.jsonl")

"""Fixes go into the files, and nothing else does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.fingerprint import text_hash
from qa.core.span import Span
from qa.review import Decision, apply_to_files
from qa.review.applying import FileLanguages, fixed
from qa.review.decision import SCHEMA, Verdict

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = FileLanguages("ru", "en")
TARGETS = {"1": "The  bridge 𐐀 will be built.", "2": "Some people.", "3": "No one."}


def fix(unit: str, start: int, end: int, text: str, verdict: Verdict = "accepted", **more: str) -> Decision:
    base = more.pop("base", text_hash(TARGETS.get(unit, "")))
    return Decision(
        schema=SCHEMA,
        finding=f"v1:{unit}{start}{end}{text}",
        verdict=verdict,
        document="news",
        unit=unit,
        span=Span(start, end),
        text=text,
        base=base,
        **more,
    )


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.jsonl"
    rows = [{"id": name, "document": "news", "source": "…", "target": target} for name, target in TARGETS.items()]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def targets(path: Path) -> dict[str, str]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["target"] for row in rows}


def test_fixes_of_one_segment_are_worked_in_together(batch: Path) -> None:
    decisions = [fix("1", 3, 5, " "), fix("1", 12, 13, "№ 1", "edited"), fix("1", 29, 29, "!"), fix("1", 3, 5, " ")]
    done = apply_to_files(decisions, [batch], LANGUAGES)
    assert done.refused == ()
    assert done.changed == ((batch, 1),)
    assert targets(batch) == TARGETS | {"1": "The bridge № 1 will be built.!"}


def test_nothing_else_is_touched(batch: Path) -> None:
    before = batch.read_bytes()
    decisions = [
        fix("2", 0, 4, "Several", "dismissed"),
        fix("3", 0, 2, "Not", "undecided"),
        Decision(schema=SCHEMA, finding="v1:x", verdict="accepted", document="news", unit="3"),
    ]
    assert apply_to_files(decisions, [batch], LANGUAGES).changed == ((batch, 0),)
    assert batch.read_bytes() == before


def test_a_dry_run_writes_nothing(batch: Path) -> None:
    before = batch.read_bytes()
    assert apply_to_files([fix("2", 0, 4, "Several")], [batch], LANGUAGES, write=False).changed == ((batch, 1),)
    assert batch.read_bytes() == before


def test_what_cannot_be_written_is_listed(batch: Path) -> None:
    decisions = [
        fix("1", 0, 5, "A "),
        fix("1", 3, 8, "x"),
        fix("2", 0, 4, "Several", base="0" * 16),
        fix("9", 0, 1, "x"),
        by(fix("3", 0, 2, "Not"), "Anna"),
        by(fix("3", 0, 2, "Not"), "Boris", dismissed=True),
    ]
    done = apply_to_files(decisions, [batch], LANGUAGES)
    assert sorted((refusal.decision.unit, refusal.reason) for refusal in done.refused) == [
        ("1", "it overlaps another fix of the same segment"),
        ("1", "it overlaps another fix of the same segment"),
        ("2", "the target is no longer the text that was judged"),
        ("3", "the reviewers disagree"),
        ("9", "no file has this unit"),
    ]
    assert targets(batch) == TARGETS


def by(decision: Decision, reviewer: str, *, dismissed: bool = False) -> Decision:
    """The same decision by somebody."""
    verdict = "dismissed" if dismissed else decision.verdict
    return msgspec.structs.replace(decision, reviewer=reviewer, verdict=verdict)


@given(
    st.text(alphabet="ab𐐀é ", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4), st.text(alphabet="XY", max_size=3)), max_size=4),
)
def test_fixes_change_their_spans_only(target: str, edits: list[tuple[int, int, str]]) -> None:
    decisions = [fix("1", min(at, len(target)), min(at + size, len(target)), text) for at, size, text in edits]
    result = fixed(target, decisions)
    if result is None:
        return
    untouched = list(target)
    spans = {(one.span.start, one.span.end, one.text) for one in decisions if one.span is not None}
    for start, end, _ in spans:
        untouched[start:end] = [""] * (end - start)
    assert sorted(result) == sorted("".join(untouched) + "".join(text or "" for _, _, text in spans))

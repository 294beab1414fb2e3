"""Files of decisions: read, written, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.core.errors import EncodingError, FormatError, InputError
from qa.core.span import Span
from qa.review import Decision, read_decisions, write_decisions
from qa.review.decision import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path


def test_round_trip(tmp_path: Path) -> None:
    decisions = (
        Decision(schema=SCHEMA, finding="v1:1", verdict="accepted", span=Span(1, 3), text="ж", unit="1", document="d"),
        Decision(schema=SCHEMA, finding="v1:2", verdict="dismissed", reason="intended", comment="см. «выше»"),
    )
    path = tmp_path / "decisions.jsonl"
    write_decisions(path, decisions)
    assert read_decisions(path) == decisions


def test_what_the_page_writes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    line = '{"schema":"qa.decision/1","finding":"v1:1","verdict":"edited","span":[0,2],"text":"a","later":true}'
    path.write_text(f"\ufeff{line}\n\n", encoding="utf-8")
    (decision,) = read_decisions(path)
    assert decision.is_fix
    assert decision.span == Span(0, 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"schema":"qa.decision/1"', "no decision of the schema"),
        (b'{"schema":"qa.decision/1","finding":"v1:1","verdict":"maybe"}', "no decision of the schema"),
        (b'{"schema":"qa.decision/2","finding":"v1:1","verdict":"accepted"}', "the schema is 'qa.decision/2'"),
        (b'{"schema":"qa.decision/1","finding":"v1:1","verdict":"edited","span":[3,1]}', "no decision of the schema"),
    ],
)
def test_a_line_that_is_no_decision(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(b'{"schema":"qa.decision/1","finding":"v1:0","verdict":"accepted"}\n' + content + b"\n")
    with pytest.raises(FormatError, match=message) as raised:
        read_decisions(path)
    assert raised.value.line == 2


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_decisions(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(EncodingError, match="not UTF-8"):
        read_decisions(tmp_path / "latin.jsonl")

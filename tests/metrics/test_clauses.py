from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.metrics.clauses import clauses


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The bridge was opened.", ["The bridge was opened."]),
        (
            "The bridge, which took years to build, was opened in May.",
            ["The bridge, which took years to build, ", "was opened in May."],
        ),
        ("No one came to see it; the old road was closed.", ["No one came to see it; ", "the old road was closed."]),
        ("Yes, of course, we came too.", ["Yes, of course, ", "we came too."]),
        ("大桥已于五月开通，旧路已经关闭。", ["大桥已于五月开通，", "旧路已经关闭。"]),
        ("", []),
    ],
)
def test_clauses_end_at_punctuation_and_have_some_words(text: str, pieces: list[str]) -> None:
    assert [span.of(text) for span in clauses(text)] == pieces


@given(st.text(alphabet="ab ,.;()—，\n", max_size=60))
def test_clauses_tile_the_text(text: str) -> None:
    assert "".join(span.of(text) for span in clauses(text)) == text

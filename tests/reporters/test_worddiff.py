"""Word diffs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.reporters.worddiff import word_diff


def test_words_that_both_have_stay() -> None:
    assert list(word_diff("banned in Russia", "banned in the Russian Federation")) == [
        ("same", "banned in "),
        ("removed", "Russia"),
        ("added", "the Russian Federation"),
    ]


def test_a_number_is_one_word() -> None:
    assert list(word_diff("25.1 billion", "21.5 billion")) == [
        ("removed", "25.1"),
        ("added", "21.5"),
        ("same", " billion"),
    ]


def test_equal_and_empty_texts() -> None:
    assert list(word_diff("a b", "a b")) == [("same", "a b")]
    assert list(word_diff("", "")) == []
    assert list(word_diff("", "a")) == [("added", "a")]
    assert list(word_diff("a", "")) == [("removed", "a")]


TEXTS = st.text(alphabet=st.sampled_from("abя桥 .,\n👋\u0301"), max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_made_of_the_diff(before: str, after: str) -> None:
    diff = list(word_diff(before, after))
    assert "".join(text for operation, text in diff if operation != "added") == before
    assert "".join(text for operation, text in diff if operation != "removed") == after
    assert all(text for _, text in diff)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.engine.word_counts import count_words, total_words

PLAIN = st.text("aЯё7 -'’.,:/–«\n№µ", max_size=12)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("– …", 0),
        ("The cat's well-known trick, e.g. 3.5", 6),
        ("кто-то — и/или", 2),
        ("--a.-b'", 2),
        ("北京 ABC", 3),
        ("naïve café", 2),
    ],
)
def test_words_are_counted_as_word_processors_do(text: str, words: int) -> None:
    assert count_words(text) == words
    assert total_words([text]) == words


@given(st.lists(PLAIN | st.text(max_size=6), max_size=6))
def test_the_total_is_the_sum(texts: list[str]) -> None:
    assert total_words(texts) == sum(map(count_words, texts))


def test_every_letter_of_the_quick_way_counts_as_in_the_exact_one() -> None:
    for character in bytes(range(256)).decode("cp1251", "ignore"):
        assert total_words([character]) == count_words(character), character

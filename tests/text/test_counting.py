from __future__ import annotations

import pytest

from qa.text.counting import counting_words


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [
        ("en", "twenty-two", ["two"]),
        ("en", "twenty-one", []),
        ("en", "two-twenty", []),
        ("en", "two", []),
        ("en", "-two", []),
        ("ru", "двадцать-тридцать", ["тридцать"]),
        ("fr", "quatre-vingt-deux", ["deux"]),
    ],
)
def test_two_numbers_with_a_hyphen_are_counting_words(language: str, word: str, found: list[str]) -> None:
    assert list(counting_words(language).behind_tens(["and", word])) == found

from __future__ import annotations

import pytest

from qa.languages.stems import without_ending
from qa.languages.translations import stem, translations, trust
from qa.languages.usage import words


@pytest.mark.parametrize(
    ("word", "other"),
    [("cars", "car"), ("making", "make"), ("planned", "plan"), ("cities", "city"), ("said", "say"), ("trees", "tree"),
        ("mayor's", "mayor")],
)  # fmt: skip
def test_forms_of_an_english_word_have_one_stem(word: str, other: str) -> None:
    assert stem(word, "en-GB") == stem(other, "en")


def test_forms_of_a_russian_word_have_one_stem() -> None:
    assert stem("мостами", "ru") == stem("мост", "ru")


def test_the_lexicon_is_read_in_both_directions() -> None:
    assert stem("bridge", "en") in translations("ru", "en")[stem("мост", "ru")]
    assert stem("мост", "ru") in translations("en", "ru")[stem("bridge", "en")]
    assert not translations("de", "fr")


def test_the_lexicon_is_trusted_less_backwards() -> None:
    assert trust("ru", "en-US") == 1
    assert 0 < trust("en", "ru") < 1


@pytest.mark.parametrize(
    ("form", "stem"),
    [("walking", "walk"), ("ings", ""), ("cities", "cit"), ("box", "box"), ("", ""), ("repeatedly", "repeat")],
)
def test_the_longest_ending_is_cut(form: str, stem: str) -> None:
    assert without_ending(form, words("s es ies ings ing ly edly ed")) == stem

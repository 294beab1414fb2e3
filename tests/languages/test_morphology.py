from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.languages.morphology import fold, is_common_noun, lemmas


@pytest.mark.parametrize(
    ("word", "language", "lemma"),
    [
        ("запрещённой", "ru", "запретить"),
        ("запрещена", "ru", "запретить"),
        ("Движениями", "ru-RU", "движение"),
        ("ёлками", "ru", "елка"),
        ("кни́ги", "ru", "книга"),
        ("стали", "ru", "сталь"),
        ("стали", "ru", "стать"),
        ("депутатами", "uk", "депутат"),
        ("houses", "en", "house"),
        ("Houses", "en-GB", "house"),
        ("minister’s", "en", "minister"),
        ("Häuser", "de", "haus"),
        ("北京", "zh", "北京"),
    ],
)
def test_a_word_has_its_dictionary_form_among_its_lemmas(word: str, language: str, lemma: str) -> None:
    assert lemma in lemmas(word, language)


def test_unknown_languages_compare_by_the_beginning_of_the_word() -> None:
    assert lemmas("kinderopvang", "xx") & lemmas("kinderopvangen", "xx")
    assert lemmas("kort", "xx") == {"kort"}


def test_russian_names_that_no_dictionary_has_are_guessed() -> None:
    assert lemmas("Кабзоновым", "ru") & lemmas("Кабзонова", "ru")


@given(st.text(min_size=1, max_size=12), st.sampled_from(["ru", "uk", "en", "de", "zh", "xx"]))
def test_every_text_has_a_folded_lemma(word: str, language: str) -> None:
    found = lemmas(word, language)
    assert found
    assert all(lemma == fold(lemma) for lemma in found)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Дома", "ru", True),
        ("Лавры", "ru", False),
        ("Москва", "ru", False),
        ("Щербакулькин", "ru", False),
        ("Houses", "en", False),
    ],
)
def test_a_common_noun_is_never_a_name(word: str, language: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    assert is_common_noun(word, language) is expected

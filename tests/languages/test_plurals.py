from __future__ import annotations

import pytest

from qa.languages.plurals import plurals


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", ("one", "few", "many")),
        ("en-GB", ("one", "other")),
        ("pt_BR", ("one", "other")),
        ("ja", ("other",)),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
    ],
)
def test_categories_of_whole_numbers(language: str, forms: tuple[str, ...]) -> None:
    rules = plurals(language)
    assert rules is not None
    assert rules.forms == forms
    assert {*forms, "other"} <= rules.known


def test_a_sparse_category_is_for_one_or_two_numbers() -> None:
    english, russian, french = plurals("en"), plurals("ru"), plurals("fr")
    assert english is not None
    assert russian is not None
    assert french is not None
    assert english.is_sparse("one")
    assert french.is_sparse("one")
    assert not russian.is_sparse("one")
    assert not russian.is_sparse("other")


def test_ordinals_have_rules_of_their_own() -> None:
    rules = plurals("en", ordinal=True)
    assert rules is not None
    assert rules.forms == ("one", "two", "few", "other")


@pytest.mark.parametrize("language", ["und", "qaa", "", "x-private"])
def test_a_language_without_rules(language: str) -> None:
    assert plurals(language) is None

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.languages.transliteration import is_spelling
from qa.text.names import all_forms
from qa.text.spellings import Spellings, spellings

SOURCES = ["сергея", "сергей", "калязина", "нуэво-леон", "архангельскую", "дом", "на", "nord", "о'хара", "хейс"]
WORDS = ["sergey", "sergei", "kalyazin", "leon", "arkhangelsk", "hayes", "poktaovich", "ohara", "nord"]


@pytest.mark.parametrize(
    ("word", "source"),
    [("kalyazin", "калязина"), ("sergei", "сергея"), ("leon", "нуэво-леон"), ("arkhangelsk", "архангельскую")],
)
def test_a_word_spells_a_name_in_an_inflected_form_or_a_part_of_it(word: str, source: str) -> None:
    assert Spellings(word, "ru").any_of(["в", source])


def test_a_slip_spells_nothing() -> None:
    assert not Spellings("poktaovich", "ru").any_of(["сообщил", "покатович"])


@given(st.sampled_from(WORDS), st.lists(st.lists(st.sampled_from(SOURCES), max_size=4), max_size=4))
def test_what_is_remembered_does_not_change_the_answers(word: str, texts: list[list[str]]) -> None:
    for source in texts:
        assert spellings(word, "ru").any_of(source) == Spellings(word, "ru").any_of(source)
        assert spellings(word, "ru").plainly_any_of(source) == Spellings(word, "ru").plainly_any_of(source)


@given(st.sampled_from(WORDS), st.sampled_from(SOURCES[:6]))
def test_forms_that_need_no_dictionary_are_among_all_forms(word: str, source: str) -> None:
    among_all = any(is_spelling(word, form) for part in (source, *source.split("-")) for form in all_forms(part, "ru"))
    assert Spellings(word, "ru").any_of([source]) == among_all
    assert among_all or not Spellings(word, "ru").plainly_any_of([source])


def test_what_it_does_not_spell_is_forgotten_in_time() -> None:
    spelt = Spellings("kalyazin", "ru")
    others = [first + second + third for first in "бвгдж" for second in "аеиоу" for third in "бвгджзклмнпрст"]
    for count in range(0, 4 * len(others), 100):
        assert not spelt.any_of([other + str(count) for other in others])
    assert spelt.any_of(["калязин"])

from __future__ import annotations

from qa.text.analysis import Analysis
from qa.text.names import all_forms, base_forms, cyrillic_names


def test_names_are_the_words_with_a_capital() -> None:
    names = cyrillic_names(Analysis("Вчера Пётр Кабзонов приехал в Nord-Сити.", "ru"))
    assert [name.text for name in names] == ["Вчера", "Пётр", "Кабзонов"]


def test_an_inflected_name_comes_as_it_stands_first() -> None:
    forms = base_forms("Калязина", "ru")
    assert forms[0] == "калязина"
    assert "калязин" in forms


def test_an_adjective_has_the_name_in_it() -> None:
    assert "архангельск" in all_forms("Архангельскую", "ru")
    assert "галецкая" in all_forms("Галецкую", "ru")

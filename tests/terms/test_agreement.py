"""Words that only stand side by side are no phrase: agreement in Russian and Ukrainian."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.languages.morphology import Form, forms
from qa.terms.agreement import agrees, can_agree
from qa.terms.matcher import Matcher, Phrase
from qa.text.analysis import Analysis


@pytest.mark.parametrize(
    ("term", "words", "expected"),
    [
        ("рабочая группа", "рабочей группой", True),
        ("рабочая группа", "рабочие группы", True),
        ("рабочая группа", "рабочей группа", False),
        ("рабочие группы", "рабочая группа", True),
        ("опасная болезнь", "опасной болезнь", False),
        ("опасная болезнь", "опасна болезнь", False),
        ("новый врач", "нового врача", True),
        ("новый врач", "новый врача", False),
        ("новый случай", "новых случая", True),
        ("английский язык", "английский языки", True),
        ("вода питьевая", "воды питьевой", True),
        ("вода питьевая", "воде питьевая", False),
        ("больной ребёнок", "больные дети", True),
        ("цена нефти", "ценой нефти", True),
        ("цена нефти", "цену нефть", False),
        ("случаи заболевания", "случаев заболеваний", True),
        ("борьба с шумом", "борьбе с шумом", True),
        ("борьба с шумом", "борьбу с шум", False),
        ("министерство иностранных дел", "министерством иностранных дел", True),
        ("министерство иностранных дел", "министерству иностранным дел", False),
        ("главный судья", "главная судья", True),
        ("старая Мургла", "старой Мургле", True),
        ("движение Заря", "движению Заря", True),
        ("новая группа", "новая рабочая группа", True),
    ],
)
def test_russian(term: str, words: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    assert agrees(tuple(term.split()), tuple(words.split()), "ru") is expected


@pytest.mark.parametrize(("words", "expected"), [("нових випадків", True), ("новими випадок", False)])
def test_ukrainian(words: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    assert agrees(("новий", "випадок"), tuple(words.split()), "uk") is expected


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Эта болезнь считается опасной. Опасной болезнью он не был.", "опасная болезнь", ["Опасной болезнью"]),
        ("Считается опасной болезнь, о которой знают мало.", "опасная болезнь", []),
        ("Доклад рабочей1 группы готов.", "рабочая группа", ["рабочей1 группы"]),
        ("Это острый дистресс-синдром, острого дистресс-синдрома.", "острый дистресс-синдром", 2),
    ],
)
def test_the_matcher_asks_for_agreement(text: str, term: str, expected: list[str] | int) -> None:
    found = [match.span.of(text) for match in Matcher([Phrase(term, 0)], "ru").find(Analysis(text, "ru"))]
    assert found == expected or len(found) == expected


def test_languages_without_agreement_let_everything_pass() -> None:
    assert forms("groups", "en") == ()
    assert not can_agree("working", "groups", "en")
    text = "work group"
    assert Matcher([Phrase("works group", 0)], "en").find(Analysis(text, "en"))


def test_forms_tell_case_number_and_gender() -> None:
    assert Form("рабочий", "adjective", "gent", "sing", "femn", "", known=True) in forms("рабочей", "ru")
    assert forms("судья", "ru") == (Form("судья", "noun", "nomn", "sing", "", "anim", known=True),)
    assert {form.case for form in forms("краю", "ru")} >= {"datv", "loct"}


@given(st.sampled_from(["рабочая группа", "цена нефти", "новый врач"]), st.sampled_from(["ru", "uk"]))
def test_a_term_agrees_with_itself(term: str, language: str) -> None:
    words = tuple(term.split())
    assert agrees(words, words, language)

from __future__ import annotations

import pytest

from qa.align.shapes import End, end_of
from qa.align.transliteration import skeleton
from qa.align.words import is_number, word_forms
from qa.languages.stems import stemmer


@pytest.mark.parametrize(
    "text",
    ["1 200", "1\u00a0200", "1\u202f200", "1,200", "1.200", "1200", "١٢٠٠"],
)
def test_one_value_has_one_form(text: str) -> None:
    assert word_forms(text) == ["#1200"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("3,5 млн", ["#3.5", "млн"]),
        ("3.5m", ["#3.5", "m"]),
        ("в 2020 300 человек", ["в", "#2020", "#300", "человек"]),
        ("12 500 000,25", ["#12500000.25"]),
        ("7 12", ["#7", "#12"]),
        ("Long-standing O’Neill", ["long", "standing", "o", "neill"]),
        ("«Да?» 5%", ['"', "да", "?", '"', "#5", "%"]),
        ("海と山", ["海", "と", "山"]),
        ("—", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert word_forms(text) == forms


def test_only_numbers_are_numbers() -> None:
    assert [is_number(form) for form in word_forms("Все 15 домов")] == [False, True, False]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", ("мост", "моста", "мосты", "мостами")),
        ("ru", ("говорил", "говорит", "говорить", "говорят")),
        ("uk-UA", ("місто", "міста", "місту")),
        ("en", ("bridges", "bridge", "bridged")),
        ("de", ("Brücken".lower(), "brücke")),
    ],
)
def test_inflected_forms_share_a_stem(language: str, forms: tuple[str, ...]) -> None:
    assert len({stemmer(language)(form) for form in forms}) == 1


@pytest.mark.parametrize("form", ["#1200", "?", "on"])
def test_numbers_marks_and_short_words_stay_whole(form: str) -> None:
    assert {stemmer(language)(form) for language in ("ru", "en", "fr")} == {form}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("вашингтон", "washington"),
        ("хабаровск", "khabarovsk"),
        ("παρίσι", "paris"),
        ("düsseldorf", "dusseldorf"),
        ("фонема", "phoneme"),
    ],
)
def test_names_are_spelt_alike(left: str, right: str) -> None:
    assert skeleton(left)[:5] == skeleton(right)[:5] != ""


@pytest.mark.parametrize("form", ["#12", "?", "海"])
def test_what_has_no_spelling(form: str) -> None:
    assert skeleton(form) == ""


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("He left.", End.STOP),
        ("«Уйдёте?» ", End.QUESTION),
        ("There were three:", End.PAUSE),
        ("A headline", End.NONE),
        ("", End.NONE),
    ],
)
def test_last_marks(sentence: str, end: End) -> None:
    assert end_of(sentence) is end


def test_what_may_end_a_sentence() -> None:
    assert [end.full for end in End] == [False, False, True, True]

from __future__ import annotations

import pytest

from qa.languages.transliteration import first_letters, is_spelling, usual_spellings


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("юрий", "yuri"),
        ("юрий", "iurii"),
        ("щербаков", "shcherbakov"),
        ("уилсон", "wilson"),
        ("джонсон", "johnson"),
        ("хейс", "hayes"),
        ("максим", "maxim"),
        ("дьяченко", "dyachenko"),
        ("гвінея", "guinea"),
    ],
)
def test_a_spelling_in_some_system(name: str, spelling: str) -> None:
    assert is_spelling(spelling, name)


@pytest.mark.parametrize(
    ("name", "slip"), [("покатович", "poktaovich"), ("серпухов", "sepukhov"), ("лазарев", "lavarev")]
)
def test_no_spelling_at_all(name: str, slip: str) -> None:
    assert not is_spelling(slip, name)


def test_usual_spellings_come_likeliest_first() -> None:
    assert usual_spellings("сергей")[0] == "sergey"
    assert "sergei" in usual_spellings("сергей")
    assert usual_spellings("o’hara") == ()


def test_ukrainian_names_are_spelt_as_in_ukraine() -> None:
    assert usual_spellings("григорій")[0] == "hryhorii"
    assert usual_spellings("григорий")[0] == "grigory"
    assert "zaporizhzhia" in usual_spellings("запоріжжя")
    assert is_spelling("zaporizhia", "запоріжжя")


@pytest.mark.parametrize(
    ("name", "letters"), [("юрий", "yijueh"), ("ольга", "oaueh"), ("ьянов", "yijh"), ("дженкинс", "jdgh")]
)
def test_the_first_letters_hold_those_of_all_spellings(name: str, letters: str) -> None:
    assert set(letters) <= set(first_letters(name))
    assert "k" not in first_letters(name)
    assert all(spelling[0] in first_letters(name) for spelling in usual_spellings(name))

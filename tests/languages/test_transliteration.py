from __future__ import annotations

import pytest

from qa.languages.transliteration import is_spelling, usual_spellings


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

from __future__ import annotations

import pytest

from qa.languages.transliteration import spellings, usual_spellings


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
    assert spellings(name).fullmatch(spelling)


@pytest.mark.parametrize(
    ("name", "slip"), [("покатович", "poktaovich"), ("серпухов", "sepukhov"), ("лазарев", "lavarev")]
)
def test_no_spelling_at_all(name: str, slip: str) -> None:
    assert not spellings(name).fullmatch(slip)


def test_usual_spellings_come_likeliest_first() -> None:
    assert usual_spellings("сергей")[0] == "sergey"
    assert "sergei" in usual_spellings("сергей")
    assert usual_spellings("o’hara") == ()

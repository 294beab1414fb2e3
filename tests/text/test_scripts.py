from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.languages import language_pack
from qa.text.scripts import all_look_alike, look_alikes, scripts_of, share_in


@pytest.mark.parametrize(
    ("word", "scripts"),
    [
        ("Lake", {"Latin"}),
        ("озеро", {"Cyrillic"}),
        ("WНO", {"Latin", "Cyrillic"}),
        ("naïve", {"Latin"}),
        ("湖", {"Han"}),
        ("ᎠᎡ", {"other"}),
        ("2024", set()),
    ],
)
def test_scripts_of_a_word(word: str, scripts: set[str]) -> None:
    assert scripts_of(word) == scripts


def test_look_alikes_are_put_in_the_right_script() -> None:
    assert look_alikes("WНO", "Latin") == "WHO"
    assert all_look_alike("WНO", "Latin")
    assert not all_look_alike("WНO", "Cyrillic")
    assert look_alikes("cостоит", "Cyrillic") == "состоит"


@given(st.text())
def test_look_alikes_keep_the_length(text: str) -> None:
    assert len(look_alikes(text, "Latin")) == len(look_alikes(text, "Cyrillic")) == len(text)


def test_the_share_of_a_language_in_a_text() -> None:
    russian = language_pack("ru")
    assert share_in("озеро lake", russian) == pytest.approx(5 / 9)
    assert share_in("123", russian) == 0

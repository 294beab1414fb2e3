from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.languages import language_pack
from qa.text.listed import listed_words
from qa.text.tokens import folded_tokens

if TYPE_CHECKING:
    from qa.languages.usage import Calque

CALQUES = [
    pytest.param(language, calque, id=calque.pattern)
    for language in ("en", "ru")
    for calque in language_pack(language).usage.calques
]


@pytest.mark.parametrize(("language", "calque"), CALQUES)
@given(data=st.data())
def test_every_match_has_a_word_that_tells_of_it(language: str, calque: Calque, data: st.DataObject) -> None:
    plain = re.sub(r"\(\?=.*\)", "", calque.pattern)  # what stands behind the phrase is no part of it
    phrase = data.draw(st.from_regex(f"(?:{plain})", fullmatch=True))
    assert not calque.words.isdisjoint(folded_tokens(phrase))
    assert calque.words <= listed_words(language)

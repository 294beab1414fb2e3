from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.languages.morphology import fold
from qa.text.tokens import capitalised_words, folded_tokens, tokenize

TEXTS = st.text(st.sampled_from("aZбЯёЁ09'’‑- .,!ªßıİ²\u0301ñЪ«ʼ中\n"), max_size=14)


@given(TEXTS)
def test_folded_tokens_are_the_tokens_folded(text: str) -> None:
    assert folded_tokens(text) == tuple(fold(token.text) for token in tokenize(text))


@given(TEXTS)
def test_capitalised_words_are_those_tokens(text: str) -> None:
    expected = tuple(token for token in tokenize(text) if token.kind == "word" and token.text[0].isupper())
    assert capitalised_words(text) == expected


@given(TEXTS)
def test_tokens_and_white_space_make_up_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(token.span.of(text) == token.text for token in tokens)
    rest = "".join(
        text[end:start]
        for end, start in zip(
            (0, *(token.end for token in tokens)), (*(token.start for token in tokens), len(text)), strict=True
        )
    )
    assert not rest.strip()

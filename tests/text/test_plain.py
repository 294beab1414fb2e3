from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from qa.text import tokens
from qa.text.plain import PLAIN_LETTERS, is_plain
from qa.text.tokens import tokenize

PIECES = st.lists(
    st.sampled_from(["a", "Я", "é", "1", "23", ".", ",", "'", "’", "-", "‑", " ", "\n", "_", "«", "№", "-"])
)


def unicode_tokens(text: str) -> list[tuple[str, tuple[int, int], str | None]]:
    return [(match[0], match.span(), match.lastgroup) for match in tokens._TOKEN.finditer(text)]


@given(PIECES.map("".join))
def test_plain_texts_have_the_tokens_of_the_unicode_pattern(text: str) -> None:
    assert is_plain(text)
    found = [(token.text, (token.span.start, token.span.end), token.kind) for token in tokenize(text)]
    assert found == unicode_tokens(text)


def test_plain_characters_are_what_unicode_says() -> None:
    plain = "".join(filter(is_plain, map(chr, range(0x3000))))
    assert regex.findall(rf"[{PLAIN_LETTERS}]", plain) == regex.findall(r"\p{L}", plain)
    assert regex.findall("[0-9]", plain) == regex.findall(r"\p{N}", plain)
    assert not regex.findall(r"\p{M}", plain)
    assert all(str.isspace(character) for character in regex.findall(r"\s", plain))


def test_marks_that_combine_and_other_scripts_are_not_plain() -> None:
    assert not any(map(is_plain, ("е\u0301", "你好", "x²", "O\u02bcNeill", "𐐀", "٣")))

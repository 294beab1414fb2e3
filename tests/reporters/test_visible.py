"""The short ways for even texts give what the long ones give."""

from __future__ import annotations

import sys
from unicodedata import bidirectional
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from qa.core import Span
from qa.reporters import excerpt as excerpts
from qa.reporters import terminal
from qa.reporters.visible import cells, glyph, is_even

TEXT = st.text("aЯé «—\u00a0№", max_size=60)


def never(_text: str) -> bool:
    return False


def test_in_an_even_text_each_code_point_is_shown_as_itself_in_one_column_from_left_to_right() -> None:
    even = [character for character in map(chr, range(sys.maxunicode + 1)) if is_even(character)]
    assert {" ", "~", "Ё", "—", "\u00a0"} < set(even)
    for character in even:
        assert (glyph(character), cells(character)) == (character, 1)
        assert bidirectional(character) not in {"R", "AL", "AN"}


def test_what_is_not_even_is_seen_anywhere() -> None:
    assert is_even("")
    assert not any(is_even(f"a{odd}b") for odd in ("\n", "\u0301", "\u00ad", "中", "א", "\u200b", "\u2028"))


@given(TEXT, st.data())
def test_an_even_text_is_cut_as_any_other(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    marks = st.lists(st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair))), max_size=3)
    spans, width, focus = data.draw(marks), data.draw(st.integers(0, 40)), data.draw(st.floats(0, 1))
    shown = list(excerpts.excerpt(text, spans, width, focus))
    with patch.object(excerpts, "is_even", never):
        assert shown == list(excerpts.excerpt(text, spans, width, focus))


@given(TEXT, st.integers(1, 40))
def test_an_even_text_is_wrapped_as_any_other(text: str, columns: int) -> None:
    lines = list(terminal.wrap(text, columns))
    with patch.object(terminal, "is_even", never):
        assert lines == list(terminal.wrap(text, columns))

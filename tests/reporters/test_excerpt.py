"""Cutting texts around marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core.span import Span
from qa.reporters.excerpt import excerpt
from qa.reporters.marks import partition
from qa.reporters.visible import glyph, width


def cut(text: str, *spans: tuple[int, int], width: int = 20, focus: float = 0.0) -> str:
    """An excerpt with its marks in brackets."""
    runs = excerpt(text, [Span(*span) for span in spans], width, focus)
    return "".join(f"⟦{run.text}⟧" if run.marked else run.text for run in runs)


def test_a_short_text_stays_whole() -> None:
    assert cut("the old bridge", (4, 7)) == "the ⟦old⟧ bridge"


def test_a_long_text_is_cut_at_words_on_both_sides() -> None:
    text = "the contractor opened the old bridge after the flood had gone"
    assert cut(text, (26, 29), width=30) == "…the ⟦old⟧ bridge after…"
    assert cut(text, (26, 29), width=36) == "…opened the ⟦old⟧ bridge after the…"


def test_a_mark_wider_than_the_line_is_cut() -> None:
    assert cut("abcdefghijklmnopqrstuvwxyz", (2, 24), width=12) == "…⟦cdefghijkl⟧…"


def test_marks_far_apart_keep_the_first() -> None:
    assert cut("one " + "x " * 40 + "two", (0, 3), (84, 87)).startswith("⟦one⟧ x x")


def test_no_mark_keeps_the_place_asked_for() -> None:
    text = " ".join(f"w{number}" for number in range(60))
    assert cut(text).startswith("w0 w1")
    assert cut(text, focus=1.0).endswith("w58 w59")
    assert "w30" in cut(text, focus=0.5)


def test_an_insertion_point_is_shown() -> None:
    assert cut("ab", (1, 1)) == "a⟦‸⟧b"
    assert cut("ab", (2, 2)) == "ab⟦‸⟧"
    assert cut("", (0, 0)) == "⟦‸⟧"


def test_blanks_are_seen_inside_marks_only() -> None:
    assert cut("a  b\u00a0c", (1, 3)) == "a⟦··⟧b\u00a0c"
    assert cut("a  b\u00a0c\u2009", (3, 7), width=40) == "a  ⟦b⍽c⟨U+2009⟩⟧"


def test_a_cut_does_not_begin_with_an_accent() -> None:
    assert not cut("e\u0301" * 60, (80, 82), width=11).removeprefix("…").startswith("\u0301")


def test_wide_characters_count_twice() -> None:
    assert width(cut("桥" * 60, width=21)) <= 21


def test_glyphs() -> None:
    shown = {
        "\x1b": "␛",
        "\n": "↵",
        "\x7f": "⟨U+007F⟩",
        "\u200b": "⟨U+200B⟩",
        "\u202e": "⟨U+202E⟩",
        "\ud800": "⟨U+D800⟩",
    }
    assert {character: glyph(character) for character in shown} == shown
    for kept in ("я", "\u200d", "\u0600", "\u0301", "\u00a0", "👋"):
        assert glyph(kept) == kept


TEXTS = st.text(alphabet=st.sampled_from("aя 桥\u0301\u00a0👋\n"), max_size=120)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=4))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


@given(marked_texts())
def test_the_pieces_tile_the_text_and_know_their_covers(marked: tuple[str, list[Span]]) -> None:
    text, spans = marked
    pieces = list(partition(text, spans))
    assert "".join(piece.of(text) for piece, _ in pieces) == text
    for piece, covers in pieces:
        if piece:
            assert covers == sum(span.covers(piece) for span in spans)
        else:
            assert covers == spans.count(piece)
    assert sum(covers for piece, covers in pieces if not piece) == sum(not span for span in spans)


@given(marked_texts(), st.integers(20, 60))
def test_an_excerpt_fits_and_shows_the_first_mark(marked: tuple[str, list[Span]], columns: int) -> None:
    text, spans = marked
    runs = list(excerpt(text, spans, columns))
    assert sum(width(run.text) for run in runs) <= columns
    if spans and min(spans).of(text).strip("\u0301"):
        assert any(run.marked for run in runs)

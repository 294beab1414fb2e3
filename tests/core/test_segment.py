from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core import Anchor, InlineCode, Location, Segment, Span, join

# The file `x &amp; y<br/>z`, read as the text "x & yz" with a code between y and z.
FILE = "x &amp; y<br/>z"
ESCAPED = Segment(
    "en",
    "x & yz",
    "a.html",
    anchors=(Anchor(0, 0, 1, 1), Anchor(3, 7, 1, 8), Anchor(5, 9, 1, 10), Anchor(5, 14, 1, 15)),
    codes=(InlineCode("1", "ph", 5, "<br/>"),),
)


def plain(text: str, offset: int = 0, paragraph: int = 0, tail: str = "") -> Segment:
    return Segment("en", text, "a.txt", anchors=(Anchor(0, offset, 1, offset + 1),), paragraph=paragraph, tail=tail)


def test_a_location_counts_lines_and_columns_from_one() -> None:
    segment = Segment("en", "one\ntwo three", "a.txt", anchors=(Anchor(0, 10, 5, 3),))
    assert segment.locate(Span(0, 3)) == Location("a.txt", 5, 3, 10, 3)
    assert segment.locate(Span(8, 13)) == Location("a.txt", 6, 5, 18, 5)


def test_a_location_spans_escapes_in_the_file() -> None:
    place = ESCAPED.locate(Span(2, 3))
    assert place is not None
    assert FILE[place.offset : place.offset + place.length] == "&amp;"


def test_a_location_ends_before_a_code_that_follows() -> None:
    place = ESCAPED.locate(Span(4, 5))
    assert place is not None
    assert FILE[place.offset : place.offset + place.length] == "y"


def test_a_location_covers_a_code_inside_it() -> None:
    place = ESCAPED.locate(Span(4, 6))
    assert place is not None
    assert FILE[place.offset : place.offset + place.length] == "y<br/>z"


def test_a_text_without_a_place_has_no_location() -> None:
    assert Segment("en", "made up").locate(Span(0, 4)) is None


def test_cutting_keeps_places_and_codes() -> None:
    cut = ESCAPED.cut(Span(4, 6))
    assert cut.text == "yz"
    assert [code.offset for code in cut.codes] == [1]
    place = cut.locate(Span(1, 2))
    assert place is not None
    assert FILE[place.offset] == "z"


@given(st.text("ab \n", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_cut_of_plain_text_stands_where_it_stood(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    cut = plain(text, offset=7).cut(Span(start, end))
    whole = plain(text, offset=7).locate(Span(start, end))
    assert cut.text == text[start:end]
    assert cut.locate(Span(0, len(cut.text))) == whole


def test_joined_sentences_keep_the_white_space_of_the_file() -> None:
    both = join([plain("One.", 0, tail="  "), plain("Two.", 6)])
    assert both.text == "One.  Two."
    assert both.parts == (Span(0, 4), Span(6, 10))
    place = both.locate(Span(6, 9))
    assert place is not None
    assert (place.offset, place.length) == (6, 3)


def test_paragraphs_are_joined_by_a_newline() -> None:
    assert join([plain("One.", tail=""), plain("Two.", 9, paragraph=1)]).text == "One.\nTwo."


def test_joining_moves_codes_along() -> None:
    assert [code.offset for code in join([plain("ab"), ESCAPED]).codes] == [8]


def test_joining_nothing_gives_an_empty_segment_of_the_language() -> None:
    nothing = join([], "ru")
    assert (nothing.language, nothing.text, bool(nothing)) == ("ru", "", False)


def test_white_space_alone_is_no_text() -> None:
    assert not Segment("en", "\u00a0 ")

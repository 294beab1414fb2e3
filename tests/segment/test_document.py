from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.core import Anchor, InlineCode, MonolingualDocument, Segment, Span
from qa.segment import Segmenter, segment_document

if TYPE_CHECKING:
    from qa.core import Role

texts = st.lists(
    st.sampled_from(["One.", "Two!", "three", "Mr.", " ", "  ", "\n", "\u00a0", "(Four.", "Five?)", "«Да.»", "😀"]),
    max_size=16,
).map("".join)


CodeKind = Literal["ph", "sc", "ec"]
kinds: st.SearchStrategy[CodeKind] = st.sampled_from(("ph", "sc", "ec"))


def cut(*paragraphs: Segment, language: str = "en") -> tuple[Segment, ...]:
    document = MonolingualDocument(id="d", path="d.txt", language=language, paragraphs=paragraphs)
    return segment_document(document, Segmenter(language))


def paragraph(text: str, role: Role = "body", number: int = 0, codes: tuple[InlineCode, ...] = ()) -> Segment:
    return Segment("en", text, "d.txt", (Anchor(0, 0, 1, 1),), codes, number, role)


def test_sentences_keep_paragraph_role_and_the_space_between() -> None:
    sentences = cut(paragraph(" One.  Two.\n", "list-item", 3), paragraph("Three.", number=4))
    assert [(s.text, s.tail, s.paragraph, s.role) for s in sentences] == [
        ("One.", "  ", 3, "list-item"),
        ("Two.", "", 3, "list-item"),
        ("Three.", "", 4, "body"),
    ]


@settings(deadline=None)  # the first text of a language compiles its rules
@given(st.lists(texts, min_size=1, max_size=4))
def test_every_sentence_is_found_again_in_the_file(paragraphs: list[str]) -> None:
    file = "\n\n".join(paragraphs)
    offset, segments = 0, []
    for number, text in enumerate(paragraphs):
        line = file.count("\n", 0, offset) + 1
        segments.append(Segment("en", text, "d.txt", (Anchor(0, offset, line, 1),), paragraph=number))
        offset += len(text) + 2
    for sentence in cut(*segments):
        location = sentence.locate(Span(0, len(sentence.text)))
        assert location is not None
        assert file[location.offset : location.offset + location.length] == sentence.text
        assert file.split("\n")[location.line - 1][location.column - 1 :].startswith(sentence.text.split("\n")[0])


@settings(deadline=None)  # the first text of a language compiles its rules
@given(texts.filter(str.strip))
def test_sentences_and_tails_tile_a_paragraph(text: str) -> None:
    sentences = cut(paragraph(text))
    assert "".join(s.text + s.tail for s in sentences) == text.strip()
    assert all(s.text == s.text.strip() != "" for s in sentences)


@pytest.mark.parametrize(("text", "role"), [("", "blank"), (" \n ", "blank"), ("", "body"), ("  ", "body")])
def test_a_blank_paragraph_comes_through(text: str, role: Role) -> None:
    original = paragraph(text, role)
    assert cut(original) == (original,)


@pytest.mark.parametrize("role", ["title", "heading"])
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The harbour is open. The bridge is shut.", 2),
        ("Open at last? The harbour waits", 2),
        ("Stop! The harbour waits", 1),
        ("The harbour waits. Why?", 1),
        ("Bread in Lower St. The price of flour", 1),
        ("Harbour news", 1),
    ],
)
def test_headlines_are_cut_at_clear_ends_only(text: str, count: int, role: Role) -> None:
    assert len(cut(paragraph(text, role))) == count


def codes_of(text: str, *codes: InlineCode) -> list[list[tuple[str, int]]]:
    return [[(code.kind, code.offset) for code in s.codes] for s in cut(paragraph(text, codes=codes))]


def test_codes_between_sentences_go_where_the_rules_say() -> None:
    opening, closing, mark = InlineCode("1", "sc", 4), InlineCode("1", "ec", 5), InlineCode("2", "ph", 4)
    assert codes_of("One. Two.", opening) == [[], [("sc", 0)]]
    assert codes_of("One. Two.", closing) == [[("ec", 4)], []]
    assert codes_of("One. Two.", mark) == [[("ph", 4)], []]
    assert codes_of("One. Two.", InlineCode("3", "ph", 5)) == [[], [("ph", 0)]]
    assert codes_of("One. Two.", InlineCode("3", "sc", 5)) == [[], [("sc", 0)]]
    assert codes_of("One. Two.", InlineCode("3", "ph", 7)) == [[], [("ph", 2)]]


def test_the_order_of_codes_is_kept() -> None:
    assert codes_of("One. Two.", InlineCode("1", "sc", 4), InlineCode("1", "ec", 4)) == [[], [("sc", 0), ("ec", 0)]]


@settings(deadline=None)  # the first text of a language compiles its rules
@given(texts.filter(str.strip), st.lists(st.tuples(kinds, st.integers(0, 40)), max_size=5))
def test_no_code_is_lost(text: str, places: list[tuple[CodeKind, int]]) -> None:
    ordered = sorted(min(place, len(text)) for _, place in places)
    given_kinds = [kind for kind, _ in places]
    codes = tuple(InlineCode(str(n), kind, at) for n, (kind, at) in enumerate(zip(given_kinds, ordered, strict=True)))
    sentences = cut(paragraph(text, codes=codes))
    assert [code.id for s in sentences for code in s.codes] == [code.id for code in codes]
    assert all(0 <= code.offset <= len(s.text) for s in sentences for code in s.codes)

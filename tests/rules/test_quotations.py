from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Segment
from qa.core.span import Span
from qa.rules.excerpt import around
from qa.rules.flow import lines
from qa.rules.quotations import pair_quotes, unpaired_quotes

QUOTES = set('"“”„‟«»＂')
texts = st.text(alphabet="ab1 \n.,-()<>\"“”„«»'", max_size=24)
documents = st.builds(
    lambda pairs, running: Document(
        "d",
        "d.txt",
        "ru",
        "en",
        tuple(
            TranslationUnit(str(number), "d", Segment("ru", ""), Segment("en", text, paragraph=paragraph))
            for number, (text, paragraph) in enumerate(pairs)
        ),
        running_text=running,
    ),
    st.lists(st.tuples(texts, st.integers(0, 2)), max_size=5),
    st.booleans(),
)


@given(documents)
def test_every_mark_lies_in_its_unit(document: Document) -> None:
    for mark in pair_quotes(document):
        assert mark.span.of(mark.unit.target.text) == mark.text
        assert mark.text in QUOTES


@given(documents)
def test_partners_point_at_each_other_in_order(document: Document) -> None:
    marks = pair_quotes(document)
    places = {id(mark): number for number, mark in enumerate(marks)}
    for mark in marks:
        if mark.partner is not None:
            assert mark.partner.partner is mark
            assert {mark.role, mark.partner.role} == {"open", "close"}
            assert (places[id(mark)] < places[id(mark.partner)]) == (mark.role == "open")


@given(documents)
def test_no_mark_is_both_paired_and_unpaired(document: Document) -> None:
    unpaired = [(entry.mark.unit.id, entry.mark.span) for entry in unpaired_quotes(document)]
    paired = {(mark.unit.id, mark.span) for mark in pair_quotes(document) if mark.partner is not None}
    assert len(unpaired) == len(set(unpaired))
    assert paired.isdisjoint(unpaired)


@given(documents)
def test_lines_are_pieces_of_their_units(document: Document) -> None:
    for line in lines(document):
        assert line.span(0, len(line.text)).of(line.unit.target.text) == line.text
        assert "\n" not in line.text
        assert line.text.strip()


@given(st.text(alphabet="ab \t.", max_size=20), st.data())
def test_an_excerpt_holds_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = around(text, Span(start, end))
    assert " ".join(text[start:end].split()) in shown
    assert shown == " ".join(shown.split())

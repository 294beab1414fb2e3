from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 50))
    return Span(start, draw(st.integers(start, 60)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)


def test_a_span_marks_its_part_of_a_text() -> None:
    assert Span(2, 5).of("одна фраза") == "на "
    assert len(Span(2, 5)) == 3


def test_a_span_is_a_pair_in_json() -> None:
    assert msgspec.json.encode(Span(1, 4)) == b"[1,4]"
    assert msgspec.json.decode(b"[1,4]", type=Span) == Span(1, 4)


@given(spans(), spans())
def test_overlap_is_mutual_and_means_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    nested_empty = not len(one) or not len(other)
    assert one.overlaps(other) == other.overlaps(one)
    if not nested_empty:
        assert one.overlaps(other) == bool(shared)


@given(spans(), st.integers(0, 40))
def test_a_shifted_span_keeps_its_length(span: Span, offset: int) -> None:
    assert len(span.shift(offset)) == len(span)
    assert span.shift(offset).start == span.start + offset


@given(spans(), spans())
def test_covering_is_containment_of_both_ends(one: Span, other: Span) -> None:
    assert one.covers(other) == (one.start <= other.start and other.end <= one.end)

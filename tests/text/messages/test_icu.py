from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.messages.icu import EVIDENCE, EVIDENCE_IN_PROSE, parse_icu
from qa.text.messages.message import MessageSyntaxError, names, walk


def shape(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.name, one.kind, tuple(branch.key for branch in one.branches)) for one in walk(parse_icu(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", []),
        ("{a} and { b , number }", [("a", "", ()), ("b", "number", ())]),
        ("{d, date, ::yyyyMMMd} {n, number, {x}}", [("d", "date", ()), ("n", "number", ())]),
        (
            "{n, plural, offset:1 =0 {no} other {# of {m}}} #",
            [("n", "plural", ("=0", "other")), ("#", "", ()), ("m", "", ())],
        ),
        ("{g, select, a {x #} other {y}}", [("g", "select", ("a", "other"))]),
        (
            "{n, plural, other {{g, select, other {#}}}}",
            [("n", "plural", ("other",)), ("g", "select", ("other",)), ("#", "", ())],
        ),
        ("it's {a}, '{b}', '' and '{c''d}' {e}", [("a", "", ()), ("e", "", ())]),
        ("{n, plural, other {'#' of 5}}", [("n", "plural", ("other",))]),
        ("'{never ended", []),
    ],
)
def test_messages(text: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert shape(text) == found


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        ("a } b", 2, "closes a brace"),
        ("a {", 2, "no argument follows"),
        ("{{a}}", 0, "no argument follows"),
        ("{n, number, x", 0, "never closed"),
        ("{n, plural, other {a}", 0, "never closed"),
        ("{n, plural, other {a", 18, "never closed"),
        ("{n, plural, other a}", 12, "branch or a closing brace"),
    ],
)
def test_what_is_no_message(text: str, at: int, reason: str) -> None:
    with pytest.raises(MessageSyntaxError, match=reason) as caught:
        parse_icu(text)
    assert caught.value.span.start == at


def test_spans_are_of_the_text() -> None:
    text = "x {n, plural, one {a {b}} other {#}}"
    found = [one.span.of(text) for one in walk(parse_icu(text))]
    assert found == ["{n, plural", "{b}", "#"]
    assert [branch.span.of(text) for branch in parse_icu(text)[0].branches] == ["one", "other"]
    assert names(parse_icu(text)) == {"n", "b"}


@pytest.mark.parametrize("text", ["{n, plural, other {a}}", "{ n , number }", "{a.b, select, x {y}}"])
def test_evidence(text: str) -> None:
    assert EVIDENCE.search(text)


@pytest.mark.parametrize("text", ["{1, 2}", "{so, it is said, they went}", "{n}"])
def test_no_evidence(text: str) -> None:
    assert not EVIDENCE.search(text)
    assert not EVIDENCE_IN_PROSE.search("{date, time}")


@given(st.text(alphabet="{}'#,=1 abplurselcto:"))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(MessageSyntaxError):
        for one in walk(parse_icu(text)):
            assert one.span.end <= len(text)

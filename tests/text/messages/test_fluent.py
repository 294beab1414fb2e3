from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.messages.fluent import EVIDENCE, parse_fluent
from qa.text.messages.message import MessageSyntaxError, walk


def shape(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, tuple(branch.key for branch in one.branches)) for one in walk(parse_fluent(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain [text] *", []),
        ("{ $a } {-brand} { menu.title }", [("$a", ()), ("-brand", ()), ("menu.title", ())]),
        ('{ "{" } { 5 } { -5 }', []),
        (
            '{ -brand(case: "genitive") } { NUMBER($n, digits: 2) } { LIST() }',
            [("-brand", ()), ("$n", ()), ("LIST", ())],
        ),
        ("{ $n -> [one] a { $m } *[other] b }", [("$n", ("one", "*other")), ("$m", ())]),
        ("{ NUMBER($n) ->\n [0] no\n *[other] { $n }\n}", [("$n", ("0", "*other")), ("$n", ())]),
    ],
)
def test_patterns(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert shape(text) == found


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a }", "not open"), ("{ ! }", "no expression"), ("{ $a", "never closed"), ("{ $a b }", "never closed")],
)
def test_what_is_no_pattern(text: str, reason: str) -> None:
    with pytest.raises(MessageSyntaxError, match=reason):
        parse_fluent(text)


def test_evidence() -> None:
    assert all(EVIDENCE.search(text) for text in ("{ $n }", "{$n ->", "{ -brand }", "{ NUMBER($n) }"))
    assert not any(EVIDENCE.search(text) for text in ("{n}", "{ - }", "{-5}", "{NATO(1)}", "$n"))


@given(st.text(alphabet='{}[]*$->"( )abN1\\'))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(MessageSyntaxError):
        for one in walk(parse_fluent(text)):
            assert one.span.end <= len(text)

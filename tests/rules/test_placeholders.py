"""What is read as a placeholder, and how those of one document are told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import InlineCode, Segment
from qa.languages import language_pack
from qa.rules.context import Context
from qa.rules.markup.tag_mismatch import TagMismatch
from qa.rules.placeholders import DIALECTS, dialects_of, numbered, placeholders, without_placeholders
from qa.rules.plural_forms import forms_of, pipes
from qa.text.analysis import Analyser


def texts(text: str) -> list[str]:
    return [one.text for one in placeholders(text, DIALECTS)]


def document(*sources: str, running_text: bool = False) -> Document:
    units = tuple(
        TranslationUnit(str(number), "d", Segment("en", source), Segment("ru", ""))
        for number, source in enumerate(sources)
    )
    return Document("d", "d", "en", "ru", units, running_text=running_text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%s %d%% %(name)sfoo %1$s %-5.2f %ld %.*f", ["%s", "%d", "%(name)s", "%1$s", "%-5.2f", "%ld", "%.*f"]),
        ("4.5%-5.5% 100% of 100%ig 20%-discount 5% discount", []),
        ("%1 of %n, %L2", ["%1", "%n", "%L2"]),
        ("{} {0} {a.b[0]!r:>5} {x:,}", ["{}", "{0}", "{a.b[0]!r:>5}", "{x:,}"]),
        ("${home} $path $HOME $USD US$5", ["${home}", "$path", "$HOME"]),
        ("%{n} %<n>.2f #{x.y}", ["%{n}", "%<n>.2f", "#{x.y}"]),
        ("{{ a }} {{- b, upper}} $t(c.d)", ["{{ a }}", "{{- b, upper}}", "$t(c.d)"]),
        ("{1, 2} {a b} $5", []),
    ],
)
def test_placeholders(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("source", "catalogue", "prose"),
    [
        ("Copied %d files", ["printf"], []),
        ("Page %1", ["Qt"], []),
        ("In {folder}", ["brace"], []),
        ("Hello, {{name}}", ["i18next"], ["i18next"]),
        ("Hello, %{name}", ["Ruby"], ["Ruby"]),
        ("In ${HOME}", ["shell"], ["shell"]),
        ("In $HOME", ["shell"], []),
        ("5% of 20%-30%, $5 and {1, 2}", [], []),
    ],
)
def test_evidence(source: str, catalogue: list[str], prose: list[str]) -> None:
    assert [one.name for one in dialects_of(document(source))] == catalogue
    assert [one.name for one in dialects_of(document(source, running_text=True))] == prose


def test_keys_tell_values_apart() -> None:
    keys = [one.key for one in placeholders("%i %2$d %(n)s {0} {{a}} $t(a) %{a}", DIALECTS)]
    assert keys == [
        "printf::d", "printf:2:d", "printf:(n):s", "brace:1:", "i18next:a:", "i18next:$t(a:", "Ruby:a:",
    ]  # fmt: skip


def test_numbering_counts_each_dialect() -> None:
    assert [one.number for one in numbered(tuple(placeholders("%s {} %d %1$s", DIALECTS)))] == [1, 1, 2, 1]


def test_without_placeholders_keeps_offsets() -> None:
    text = "Copy %d to {folder} { $n -> [one] a *[other] b } now"
    blank = without_placeholders(text)
    assert len(blank) == len(text)
    assert blank.split() == ["Copy", "to", "a", "b", "now"]


@given(st.text(alphabet="%{}$#()[]-a1s.: |"))
def test_spans_are_apart_and_in_order(text: str) -> None:
    spans = [one.span for one in placeholders(text, DIALECTS)]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    assert len(without_placeholders(text)) == len(text)


def test_forms_of_a_running_text_are_none() -> None:
    units = tuple(TranslationUnit(f"1[{n}]", "d", Segment("en", "a"), Segment("ru", "b")) for n in range(3))
    assert not forms_of(Document("d", "d", "en", "ru", units))
    found = forms_of(Document("d", "d", "en", "ru", units, running_text=False))
    assert [form.category for form in found.values()] == ["one", "few", "many"]


def test_pipes_tile_the_text() -> None:
    assert [span.of("a||b") for span in pipes("a||b")] == ["a", "", "b"]


def test_a_comment_is_no_tag() -> None:
    comment = (InlineCode("1", "ph", 1, "<!-- checked -->"),)
    unit = TranslationUnit("1", "d", Segment("ru", "а"), Segment("en", "a", codes=comment))
    context = Context(source_language="ru", target_language="en", analyser=Analyser())
    assert context.target_pack is language_pack("en")
    assert not list(TagMismatch().check(unit, context))

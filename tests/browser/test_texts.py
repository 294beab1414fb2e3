"""Diffs, marks and invisible characters, in the modules that the page is made of."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from driver import finding, report_of, unit

from qa.core.finding import Severity
from qa.core.span import Span
from qa.reporters.review_page.bundle import _in_order, _read, _wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Show
    from playwright.sync_api import Browser, Page

    from qa.core.report import Report

ALPHABETS = (
    "abc de.f, ",
    "аб вг «д» ",
    "禁止在俄罗斯联邦",
    "שלום עולם ",
    "👋🏽🇷🇺é 𐐀",
    "ห้ามในรัสเซีย",
)


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    """An empty page with the modules in ``window.modules``."""
    names: list[str] = []
    for name in ("diff.js", "marks.js", "offsets.js", "query.js", "words.js"):
        _in_order(name, names)
    page = browser.new_page()
    page.add_script_tag(content="const modules = {};\n" + "\n".join(_wrapped(name) for name in names))
    yield page
    page.close()


def _texts(choose: random.Random) -> tuple[str, str]:
    alphabet = choose.choice(ALPHABETS)
    before = "".join(choose.choices(alphabet, k=choose.randint(0, 40)))
    after = list(before)
    for _ in range(choose.randint(0, 6)):
        at = choose.randint(0, len(after))
        after[at : at + choose.randint(0, 5)] = choose.choices(alphabet, k=choose.randint(0, 5))
    return before, "".join(after)


@pytest.mark.parametrize("unit", ["word", "grapheme"])
def test_a_diff_holds_both_texts(modules: Page, unit: str) -> None:
    choose = random.Random(7)  # noqa: S311 -- texts, not secrets
    pairs = [_texts(choose) for _ in range(300)]
    found = modules.evaluate(
        "([pairs, unit]) => pairs.map(([a, b]) => modules['diff.js'].diff(a, b, 'en', unit))", [pairs, unit]
    )
    for (before, after), parts in zip(pairs, found, strict=True):
        assert "".join(text for kind, text in parts if kind != "added") == before
        assert "".join(text for kind, text in parts if kind != "removed") == after
        assert all(text for _, text in parts)


def test_a_diff_reads_well(modules: Page) -> None:
    parts = modules.evaluate(
        "modules['diff.js'].diff('The group (banned in Russia) met.',"
        " 'The group (banned in the Russian Federation) met.', 'en')"
    )
    assert parts == [
        ["same", "The group (banned in "],
        ["removed", "Russia"],
        ["added", "the Russian Federation"],
        ["same", ") met."],
    ]
    assert modules.evaluate("modules['diff.js'].diff('red, green', 'blue, black', 'en')") == [
        ["removed", "red, green"],
        ["added", "blue, black"],
    ]


def test_a_very_long_diff_ends(modules: Page) -> None:
    parts = modules.evaluate(
        "modules['diff.js'].diff('a ' + 'b c '.repeat(4000) + 'd', 'a ' + 'e f '.repeat(4000) + 'd', 'en')"
    )
    assert parts[0] == ["same", "a "]
    assert parts[-1] == ["same", " d"]


def test_offsets_are_code_points(modules: Page) -> None:
    for content in ("plain", "𐐀a𐐀", "👋🏽!"):
        for start in range(len(content) + 1):
            for end in range(start, len(content) + 1):
                spliced = modules.evaluate(
                    "(args) => modules['offsets.js'].spliced(...args)", [content, start, end, "X"]
                )
                assert spliced == content[:start] + "X" + content[end:]
    assert modules.evaluate("modules['offsets.js'].difference('𐐀 old 𐐀', '𐐀 new 𐐀')") == {
        "start": 2,
        "end": 5,
        "text": "new",
    }


def test_a_query_survives_being_written(modules: Page) -> None:
    queries = ('rule:a,"b c" -sev>=major "x \\" y" /a\\/b/i -decided -"rule:x" word', 'doc:"a,b" "-minus" ""')
    for query in queries:
        twice = modules.evaluate(
            "(query) => { const { parse, serialised } = modules['query.js'];"
            " const terms = parse(query); return [terms, parse(serialised(terms))].map((t) => JSON.stringify(t)); }",
            query,
        )
        assert twice[0] == twice[1]


def test_both_languages_have_the_same_words(modules: Page) -> None:
    english, russian = modules.evaluate(
        "['en', 'ru'].map((language) => Object.entries(modules['words.js'].WORD_LISTS[language])"
        ".map(([key, words]) => [key, JSON.stringify(words).match(/\\{\\w+\\}/g)?.sort().join() ?? '']))"
    )
    assert dict(english).keys() == dict(russian).keys()
    for (key, places), (_, others) in zip(sorted(english), sorted(russian), strict=True):
        assert set(places.split(",")) == set(others.split(",")), key


def test_every_word_is_used() -> None:
    names = _in_order("main.js", [])
    sources = "".join(_read(name) for name in names if name != "words.js")
    words = _read("words.js").split("const RUSSIAN")[0]
    prefixes = set(re.findall(r"`([\w.]+\.)\$\{", sources))
    for key in re.findall(r'"([a-z]+(?:\.[\w-]+)*)":', words):
        assert f'"{key}"' in sources or any(key.startswith(prefix) for prefix in prefixes), key


def test_overlapping_marks_are_both_seen(show: Show, report: Report) -> None:
    opened = show(report)
    marks = opened.page.eval_on_selector_all(
        "#detail .side:nth-child(2) mark", "nodes => nodes.map((node) => [node.textContent, node.className])"
    )
    assert marks == [
        ["  ", "severity-1"],
        ["6 May", "severity-2 overlap current"],
        [" 2031", "severity-1"],
    ]
    opened.page.click("#detail .side:nth-child(2) mark:has-text('2031')")
    assert "6 May 2031" in opened.heading()


def test_an_empty_mark_has_a_place(show: Show) -> None:
    one = unit(1)
    found = finding(one, "", "accuracy/omission", Severity.MAJOR, None, target_spans=(Span(6, 6),))
    opened = show(report_of((one,), (found,)))
    assert opened.page.eval_on_selector("#detail mark.insertion", "node => node.textContent") == ""
    assert opened.page.eval_on_selector(".side:nth-child(2) .text", "node => node.textContent") == one.target


def test_what_cannot_be_seen_is_named(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("invisible")
    names = "nodes => nodes.map((node) => node.dataset.name)"
    assert opened.page.eval_on_selector_all("#detail .side .unseen", names) == ["RLO", "PDF"]
    opened.press("Escape")
    opened.search("invisible")
    opened.page.focus("#list")
    opened.press("i")
    assert opened.page.eval_on_selector_all("#detail .side .unseen", names) == ["NBSP", "RLO", "PDF"]
    assert opened.page.text_content("#detail .side:nth-child(2) .text") == report.units[4].target


def test_beads_and_context(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("unit:3")
    labels = "nodes => nodes.map((node) => node.getAttribute('aria-label'))"
    assert opened.page.eval_on_selector_all(".context .bead", labels) == ["1:1", "1:1", "2:1", "1:0", "1:1", "1:1"]
    opened.page.click(".context .near:first-child")
    assert opened.page.inner_text("#detail .facts").split(" · ")[1] == "segment 1"


def test_any_two_versions_are_compared(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("unit:3")
    assert opened.page.inner_text(".comparison ins >> nth=-1") == "5"
    opened.page.select_option(".comparison select >> nth=0", "fix")
    assert opened.page.inner_text(".comparison del").strip() == ""

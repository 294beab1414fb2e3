from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

import pytest

from qa.core.errors import PluginError
from qa.core.finding import Problem
from qa.rules.documentation import option_pages, parse_examples, render_index, render_markdown, rule_page
from qa.rules.rule import RuleOptions, UnitRule
from qa.rules.typography.double_space import DoubleSpace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

DOCSTRING = """Slip of the pen.

What it finds: slips.

Why it matters: they
show.

Terms:
    source,target
    порт,port

Fails:
    ru: Порт.
    en: ⟦Prot⟧.

Passes:
    ru: Порт.
    en: Port.
    ---
    ru: Мост.
    en: Bridge.

    ru: Дамба.
    en:

When to switch it off: never.

Known limits: none.

Source: house style.
"""


class Options(RuleOptions, frozen=True):
    """Settings."""

    words: frozenset[str] = frozenset({"b", "a"})
    """Words to look at,
    all of them."""
    limit: int = 3


def rule_of(docstring: str) -> type[UnitRule]:
    """A rule whose module, made for the test, has this docstring."""
    module = ModuleType("plugin.rules.slip_of_pen", docstring)
    sys.modules[module.__name__] = module

    class SlipOfPen(UnitRule):
        Options: ClassVar[type[RuleOptions]] = Options
        category = "linguistic-conventions/spelling"
        __module__ = module.__name__

        def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
            yield Problem(unit=unit, message=f"“{context.date}”")

    return SlipOfPen


def test_parts_of_the_docstring_become_the_page() -> None:
    page = rule_page(rule_of(DOCSTRING))
    assert (page.id, page.title, page.scope) == ("rules/slip-of-pen", "Slip of the pen", "unit")
    assert (page.what, page.why) == ("slips.", "they\nshow.")
    assert page.terms == "source,target\nпорт,port"
    assert page.companions == ""
    assert [(pair.source, pair.target, pair.paragraph) for pair in page.passes] == [
        ("Порт.", "Port.", 0),
        ("Мост.", "Bridge.", 0),
        ("Дамба.", "", 1),
    ]


def test_options_are_read_from_the_source_code() -> None:
    words, limit = option_pages(Options)
    assert (words.name, words.type, words.default) == ("words", "frozenset[str]", '["a","b"]')
    assert words.what == "Words to look at, all of them."
    assert (limit.default, limit.what) == ("3", "")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("", "has the parts none"),
        (DOCSTRING.replace("Source:", "Origin:"), "write these, in this order"),
        (DOCSTRING.replace("What it finds", "Zzz").replace("Why it matters", "What it finds"), "in this order"),
    ],
)
def test_a_docstring_without_its_parts_is_told(broken: str, told: str) -> None:
    with pytest.raises(PluginError, match=told):
        rule_page(rule_of(broken))


@pytest.mark.parametrize(
    ("block", "told"),
    [("ru: Порт.", "has 1 lines"), ("Порт.\nPort.", "needs a language tag"), ("ru: a\nen: b\nfr: c", "has 3 lines")],
)
def test_a_broken_example_is_told(block: str, told: str) -> None:
    with pytest.raises(PluginError, match=told):
        list(parse_examples(block))


def test_markdown_has_every_part_once() -> None:
    text = render_markdown(rule_page(rule_of(DOCSTRING)))
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Slip of the pen",
        "## What it finds",
        "## Why it matters",
        "## Terms of the examples",
        "## Fails",
        "## Passes",
        "## Options",
        "## When to switch it off",
        "## Known limits",
        "## Precision",
        "## Source",
    ]
    assert "en: Port.\n---\nru: Мост.\nen: Bridge.\n\nru: Дамба.\nen:\n" in text
    assert text.endswith("House style.\n")


def test_index_lists_by_group() -> None:
    text = render_index([rule_page(rule_of(DOCSTRING)), rule_page(DoubleSpace)])
    assert text.index("## rules") < text.index("## typography")
    assert "| [typography/double-space](typography/double-space.md) | Two spaces where one belongs | minor |" in text

"""Paragraph of nothing but white space.

What it finds: a paragraph of the target that holds only spaces, most often one non-breaking space.

Why it matters: an editor's tool leaves it behind. It shows as a gap on the page, and splits what belongs together for
every program that reads the text by paragraphs.

Fails:
    ru: Переговоры продолжатся в среду.
    en: The talks will continue on Wednesday.

    ru:
    en: ⟦ ⟧

Passes:
    ru: Переговоры продолжатся в среду.
    en: The talks will continue on Wednesday.

When to switch it off: where such paragraphs are wanted as spacers.

Known limits: only formats that tell paragraphs (plain text, DOCX, HTML) have them. Lines without any character are no
paragraphs. The mark in the example holds a non-breaking space.

Source: a news article of 29 paragraphs, taken from a content management system, held five of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.rules.rule import UnitRule
from qa.rules.whole_text import WORDLESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["BlankParagraph"]


class BlankParagraph(UnitRule):
    """A target of white space that nothing in the source asks for."""

    category = "design-and-markup/layout"
    severity = Severity.NEUTRAL
    trigger = WORDLESS

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- the text says all
        """One problem for a unit that is a blank paragraph; an untranslated unit is not one."""
        text = unit.target.text
        if text and not text.strip() and not unit.source.text.strip() and not unit.target.codes:
            points = " ".join(f"U+{ord(character):04X}" for character in text[:8])
            yield Problem(
                unit=unit,
                message=f"a paragraph holds only white space “{points}”; delete it",
                target=(Span(0, len(text)),),
            )

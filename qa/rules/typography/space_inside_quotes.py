"""Space inside a quotation mark.

What it finds: a space between a quotation mark and the words that it encloses, `"The dam will hold, " he said`.

Why it matters: it is not clear whether the mark opens or closes, and the mark may slip to the next line.

Fails:
    ru: «Дамба выдержит», — сказал мэр.
    en: "The dam will hold,⟦ ⟧" the mayor said.

Passes:
    ru: «Дамба выдержит», — сказал мэр.
    en: "The dam will hold," the mayor said. "Stay calm."

When to switch it off: never needed in prose; switch it off for program text.

Known limits: a straight mark with spaces on both sides is judged by whether a quotation is open there, and only if it
has a partner. Languages that set a space inside their guillemets (French) are left alone.

Source: on 5,994 segments of news by people (2,000 translated into English, 1,997 into Russian, 1,997 written in
English) it fires twice, each time rightly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.excerpt import around
from qa.rules.flow import beside_code
from qa.rules.quotations import pair_quotes
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context
    from qa.rules.quotations import QuoteMark

__all__ = ["SpaceInsideQuotes"]


class SpaceInsideQuotes(DocumentRule):
    """A paired quotation mark that a space parts from what it encloses."""

    category = "linguistic-conventions/whitespace"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each mark."""
        if "»" in context.target_pack.usage.spaced_marks:
            return
        for mark in pair_quotes(document):
            gap = _gap(mark)
            if mark.partner is None or not gap or beside_code(mark.unit.target, gap):
                continue
            side = "closing" if mark.role == "close" else "opening"
            where = "before" if mark.role == "close" else "behind"
            shown = around(mark.unit.target.text, gap)
            yield Problem(
                unit=mark.unit,
                message=f"a space stands {where} the {side} quotation mark in “{shown}”; delete it",
                target=(gap,),
                suggestion=Suggestion(gap, ""),
            )


def _gap(mark: QuoteMark) -> Span:
    """The white space between the mark and what it encloses."""
    if mark.role == "close":
        return Span(mark.span.start - (len(mark.before) - len(mark.before.rstrip())), mark.span.start)
    return Span(mark.span.end, mark.span.end + len(mark.after) - len(mark.after.lstrip()))

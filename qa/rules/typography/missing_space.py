"""No space behind a comma or full stop.

What it finds: two words that only a comma, semicolon, full stop, question or exclamation mark holds together, as in
“port,which” and “closed.The”.

Why it matters: the words run together, and a program that counts, hyphenates or reads aloud takes them for one.

Fails:
    ru: Порт, который закрыли, снова работает. Суда идут.
    en: The port⟦,⟧which was closed, is working again⟦.⟧Ships are moving.

Passes:
    ru: Порт, который закрыли, снова работает. Суда идут.
    en: The port, which was closed, is working again. Ships are moving.

When to switch it off: for program text, keys and file names.

Known limits: web and mail addresses, file names, domains, initials and abbreviations are left alone, and so is any word
that stands in the source in the same way, and a list whose source has no spaces either. Missing spaces around brackets,
dashes and quotation marks are not seen.

Source: in the MQM annotations of WMT21 English-Russian news, most spacing errors that people marked are a missing
space behind a full stop. On 5,994 segments of news by people (2,000 translated into English, 1,997 into Russian,
1,997 written in English) it fires once, rightly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["MissingSpace"]

_GLUED = re.compile(
    r"""(?P<left>[^\W\d_]{2,}) (?P<mark>[,;](?=[^\W\d_]) | [.!?](?=[^\W\d_]{2})) (?P<right>[^\W\d_]+)""", re.VERBOSE
)
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\b[/\w.?=&%#-]*", re.ASCII
)


class MissingSpace(UnitRule):
    """A mark of punctuation with letters on both sides."""

    category = "linguistic-conventions/whitespace"
    trigger = tuple(re.compile(rf"{re.escape(mark)}[^\W\d_]") for mark in ",;.!?")

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each mark."""
        text = unit.target.text
        if not context.target_pack.spaces_between_words:
            return
        addresses: list[Span] | None = None
        for match in _GLUED.finditer(text):
            if match["mark"] not in ",;" and not (match["left"].islower() and _titled(match["right"])):
                continue
            if match.group() in unit.source.text or _glues(match["mark"], unit.source.text):
                continue
            if addresses is None:
                addresses = [Span(*address.span()) for address in _ADDRESS.finditer(text)]
            span = Span(*match.span("mark"))
            if any(address.overlaps(span) for address in addresses):
                continue
            yield Problem(
                unit=unit,
                message=f"no space behind “{match['mark']}” in “{match.group()}”; insert one",
                target=(span,),
                suggestion=Suggestion(Span(span.end, span.end), " "),
            )


def _glues(mark: str, source: str) -> bool:
    """Whether the source does the same with a comma, as lists of values do."""
    return mark in ",;" and any(match["mark"] == mark for match in _GLUED.finditer(source))


def _titled(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()

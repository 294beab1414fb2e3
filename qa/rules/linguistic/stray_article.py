"""Article before an abbreviation that is a name.

What it finds: “the” or “a” before an abbreviation that the same document uses as a bare name elsewhere: “the NRA has
said” beside “NRA is trying”.

Why it matters: one name with and without an article reads like two things.

Fails:
    ru: Группа ВЛК пытается закрепиться на севере. Ранее ВЛК ушла с юга.
    en: The group VLK is trying to gain a foothold in the north. Earlier VLK was driven from the south.

    ru: По нашим оценкам, ВЛК не оставляет попыток.
    en: By our estimate, ⟦the VLK⟧ has not given up.

Passes:
    ru: Группа ВЛК пытается закрепиться на севере.
    en: The group VLK is trying to gain a foothold in the north.

    ru: По нашим оценкам, боевики ВЛК не оставляют попыток.
    en: By our estimate, the VLK fighters have not given up.

When to switch it off: where headlines, which leave articles out, are not told apart from the body.

Known limits: the abbreviation must stand bare at least twice as often. Only abbreviations of two to five capitals are
looked at. A noun behind the abbreviation (“the VLK group”) takes the article and is no error. Abbreviations that take
an article as names do (“the UN”, “the EU”) are known to the language pack. Headings count only where they are whole
sentences, because a telegraphic heading leaves articles out.

Source: Associated Press Stylebook, “abbreviations and acronyms”. On 5,994 segments of news by people (2,000
translated into English, 1,997 into Russian, 1,997 written in English) it never fires.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.candidates import candidates
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["StrayArticle"]

_ABBREVIATION = re.compile(r"(?<![\w.&-])(?P<abbreviation>[^\W\d_a-z]{2,5})(?!\.?[\w&/’'-])")
_CAPITAL = r"[^\x00-@\[-\x7f]"
_WORD_BEFORE = re.compile(r"([^\W_]+)\s$")
_DOMINANCE = 2
"""How many times more often than with an article the abbreviation must stand bare."""
_WORD_BEHIND = re.compile(r"\s+([^\W\d_]+)")


class StrayArticle(DocumentRule):
    """An abbreviation with an article here and as a bare name there."""

    category = "linguistic-conventions/function-words"
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each article before an abbreviation that is mostly bare."""
        articles = context.target_pack.usage.articles
        articled: dict[str, list[tuple[TranslationUnit, Span]]] = {}
        for unit in candidates(document, _with_article(articles)):
            for match, before in _names(unit, context):
                if before.casefold() in articles:
                    span = Span(match.start() - len(before) - 1, match.end())
                    articled.setdefault(match["abbreviation"], []).append((unit, span))
        bare = _bare(document, articled, context) if articled else {}
        for name, places in articled.items():
            if bare.get(name, 0) >= _DOMINANCE * len(places):
                yield from (_problem(unit, span, name) for unit, span in places)


def _bare(document: Document, names: Collection[str], context: Context) -> Mapping[str, int]:
    """How often each of the abbreviations ``names`` stands without any article or the like."""
    shown = re.compile("|".join(map(re.escape, names)))
    without = context.target_pack.usage.articles | _DETERMINERS
    return Counter(
        match["abbreviation"]
        for unit in candidates(document, shown)
        for match, before in _names(unit, context)
        if before.casefold() not in without and not _introduced(unit.target.text, match)
    )


@cache
def _with_article(articles: frozenset[str]) -> re.Pattern[str]:
    """What every text has in which an article stands before an abbreviation: its last letter, a space and capitals."""
    last = "".join(sorted({letter for article in articles for letter in (article[-1].lower(), article[-1].upper())}))
    return re.compile(rf"{_CAPITAL}{_CAPITAL}(?:(?<=[{last}]\s..)|(?<=[{last}]\s\n..))")


_SPELT_OUT = frozenset({"is", "are", "was", "were", "has", "have", "will"})
"""Verbs that a headline in telegraphic style leaves out; one that has them would have the article too."""
_DETERMINERS = frozenset(
    {"this", "that", "its", "their", "our", "his", "her", "former", "new", "each", "every", "other"}
)


def _names(unit: TranslationUnit, context: Context) -> Iterator[tuple[re.Match[str], str]]:
    """Abbreviations that stand as names by themselves, with the word before each (empty behind a mark)."""
    usage, text = context.target_pack.usage, unit.target.text
    headline = unit.target.role in {"title", "heading"}
    for match in _ABBREVIATION.finditer(text) if not text.isupper() else ():
        name = match["abbreviation"]
        if not name.isupper() or name.casefold() in usage.articled_abbreviations:
            continue
        behind = _WORD_BEHIND.match(text, match.end())
        follows = behind[1] if behind else ""
        if follows in _SPELT_OUT if headline else not follows or follows in usage.after_names:
            before = _WORD_BEFORE.search(text, max(match.start() - 40, 0), match.start())
            yield match, before[1] if before else ""


def _introduced(text: str, match: re.Match[str]) -> bool:
    """Whether the abbreviation stands alone in brackets, behind the name that it abbreviates."""
    return text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] in {")", ","}


def _problem(unit: TranslationUnit, span: Span, name: str) -> Problem:
    return Problem(
        unit=unit,
        message=f"“{span.of(unit.target.text)}” has an article, elsewhere “{name}” stands without; delete the article",
        target=(span,),
        suggestion=Suggestion(span, name),
    )

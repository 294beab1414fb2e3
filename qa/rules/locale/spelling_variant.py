"""British and American spelling in one document.

What it finds: words in the spelling of one variety of English where the document has the other: *favor* and
*neighbour*. Where the target language names its region (en-US, en-GB), every word of the other variety is reported.

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

Known limits: only the word pairs of the English pack are known; *-ise* and *-ize* are not judged: both are British.
Capitalised words inside a sentence are taken for names.

Source: MQM, locale-conventions/national-language-standard.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["SpellingVariant"]

_REGIONS = {"us": "US", "gb": "GB", "uk": "GB", "au": "GB", "ie": "GB", "nz": "GB"}
_NAMES = {"US": "American", "GB": "British"}


class _Spelt(NamedTuple):
    unit: TranslationUnit
    word: Token
    variety: str
    other: str


class SpellingVariant(DocumentRule):
    """Collects the words that differ, then reports those of the rarer variety."""

    category = "locale-conventions/national-language-standard"
    severity = Severity.MINOR
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """Words of the variety that the document does not follow."""
        found = [spelt for unit in document.units for spelt in _spelt(unit, context)]
        region = context.target_language.lower().replace("_", "-").partition("-")[2]
        counts = Counter(spelt.variety for spelt in found)
        wanted = _REGIONS.get(region) or (counts.most_common(1)[0][0] if counts else "")
        for spelt in found:
            if spelt.variety != wanted:
                yield Problem(
                    unit=spelt.unit,
                    message=f"“{spelt.word.text}” is {_NAMES[spelt.variety]} spelling; write “{spelt.other}”",
                    target=(spelt.word.span,),
                    suggestion=Suggestion(spelt.word.span, spelt.other),
                )


def _spelt(unit: TranslationUnit, context: Context) -> Iterator[_Spelt]:
    """The words of a target that the two varieties spell in two ways."""
    american, british = context.target_pack.usage.american, context.target_pack.usage.british
    for word in context.analyse(unit.target).words:
        folded = word.text.lower()
        other = american.get(folded) or british.get(folded)
        if other is None or (word.text != folded and word.span.start > 0):
            continue
        shown = other.capitalize() if word.text[0].isupper() else other
        yield _Spelt(unit, word, "US" if folded in american else "GB", shown)

"""Target in another language than it should be.

What it finds: targets that are in the source language, or in a language that is easily delivered by mistake (Ukrainian
for Russian, Dutch for German).

Why it matters: the reader gets nothing; it happens when files are mixed up or a machine translation system leaves a
sentence as it is.

Fails:
    ru: Заседание городского совета перенесли на четверг.
    de: ⟦The meeting of the city council was moved to Thursday.⟧

Passes:
    ru: Заседание городского совета перенесли на четверг.
    de: Die Sitzung des Stadtrats wurde auf Donnerstag verschoben.

When to switch it off: in texts that quote other languages at length.

Known limits: texts with fewer than twenty letters are never judged, nor those made of names, nor those in which common
words of the target language abound, so that near relatives (Spanish and French) may pass. At least two common words of
the other language must bear the finding out. A target that equals the source, or is in its script, is left to
accuracy/untranslated.

Source: langdetect, limited to the pair and its likeliest confusions; MQM, accuracy/untranslated.
"""

from __future__ import annotations

from functools import cache
from itertools import filterfalse
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.languages import language_pack
from qa.languages.identification import CONFUSABLE, common_words, identify
from qa.rules.placeholders import without_placeholders
from qa.rules.rule import UnitRule
from qa.rules.vocabulary import target_vocabulary
from qa.rules.whole_text import beginning, whole
from qa.terms.termbase import primary
from qa.text.scripts import foreign_scripts, share_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.analysis import Analysis

__all__ = ["WrongLanguage"]

_ENOUGH_COMMON = 0.12
_FEWEST_SMALL = 4
_ENOUGH_LETTERS = 60
_ENOUGH_WORDS = 2
_MOSTLY = 0.5


class WrongLanguage(UnitRule):
    """Asks the detector only where common words of the target language are scarce."""

    category = "accuracy/untranslated"
    severity = Severity.CRITICAL

    def applies(self, context: Context) -> bool:
        """To two languages."""
        return primary(context.source_language) != primary(context.target_language)

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of targets in which common words of their language do not abound."""
        del context
        languages = {unit.target.language for unit in document.units}
        if len(languages) != 1:
            return None
        common = _common(*languages)
        stretches = target_vocabulary(document).stretches
        return [number for number, words in enumerate(stretches) if not _abounds(words, common)]

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """The whole target, where it is in another language."""
        analysis = context.pair(unit).target
        if _is_plainly(analysis):
            return
        if not (unit.source and unit.target and unit.translate) or unit.source.text == unit.target.text:
            return
        source, target = primary(context.source_language), primary(context.target_language)
        foreign = foreign_scripts(context.source_language, context.target_language)
        if foreign and share_in(unit.target.text, context.source_pack) > _MOSTLY:
            return
        text = without_placeholders(unit.target.text)
        candidates = frozenset({source, target}) | CONFUSABLE.get(target, frozenset())
        if not any(_may_be(analysis, text, candidate) for candidate in candidates - {target}):
            return
        found = identify(text, candidates)
        if found in {None, target} or not _is_surely(analysis, text, found or ""):
            return
        if not _has_shared_text(unit):
            name, wanted = language_pack(found or "").name, context.target_pack.name
            yield Problem(
                unit=unit,
                message=f"“{beginning(unit.target.text)}” is {name}, not {wanted}; translate it into {wanted}",
                target=(whole(unit.target.text),),
            )


@cache
def _common(language: str) -> frozenset[str]:
    """The commonest words of a language that have nothing but letters."""
    return frozenset(filter(str.isalpha, language_pack(language).common_words))


def _abounds(stretches: Sequence[str], common: frozenset[str]) -> bool:
    """Whether so many stretches are common words that the text is plainly of its language: quick, and surely so.

    A stretch with anything but letters may hold a word for every second character.
    """
    mixed = [*filterfalse(str.isalpha, stretches)]
    most = len(stretches) + sum(map(len, mixed)) // 2
    return sum(map(common.__contains__, stretches)) > _ENOUGH_COMMON * most


def _is_plainly(target: Analysis) -> bool:
    """Whether a text is of its language at first sight, or has too few small words to be judged."""
    words = [word for word in target.passage.folded if word.isalpha()]
    common = target.pack.common_words
    if common and sum(map(common.__contains__, words)) >= _ENOUGH_COMMON * len(words):
        return True
    written_small = sum(word.text.islower() for word in target.words)
    return written_small < _FEWEST_SMALL and target.pack.spaces_between_words


def _may_be(target: Analysis, text: str, other: str) -> bool:
    """Whether any common word of another language is there that is none of the target's: quick."""
    own = common_words(other) - common_words(primary(target.language))
    return not own.isdisjoint(target.passage.folded) if own else _is_long(text)


def _is_surely(target: Analysis, text: str, found: str) -> bool:
    """Whether common words of the language that was found bear it out; without a list of them, whether it is long."""
    common = common_words(found)
    return sum(map(common.__contains__, target.passage.folded)) >= _ENOUGH_WORDS if common else _is_long(text)


def _is_long(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _ENOUGH_LETTERS


def _has_shared_text(unit: TranslationUnit) -> bool:
    """Whether the target is in quotation from the source as it is, such as a title."""
    return unit.target.text.strip() in unit.source.text and unit.target.text.strip() != unit.source.text.strip()

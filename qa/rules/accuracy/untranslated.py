"""Target that is still the source.

What it finds: units whose target is the source text, or is written for the most part in the source's script.

Why it matters: an untranslated sentence cannot be published; it comes from copying the source as a start and from
pipelines that fall back to the source.

Fails:
    ru: Заседание перенесли на четверг.
    en: ⟦Заседание перенесли на четверг.⟧

Passes:
    en: NordWave 5 Pro
    ru: NordWave 5 Pro

When to switch it off: for catalogues where most entries are names and codes.

Known limits: where both languages use one script, equal texts are reported only if at least two of their words begin
with a small letter; numbers, names, codes, addresses and quotations in a third language may be equal.

Source: MQM, accuracy/untranslated; Weblate leaves out links, addresses and marked terms in its check of the same kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.candidates import beyond_ascii
from qa.rules.placeholders import without_placeholders
from qa.rules.rule import UnitRule
from qa.rules.whole_text import beginning, whole
from qa.text.scripts import foreign_scripts, scripts_of, share_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.analysis import Analysis

__all__ = ["Untranslated"]

_MOSTLY = 0.5
_FEWEST_WORDS = 2
_ENOUGH_WORDS = 4
"""So many small words, and not one of the commonest: a quotation in a third language."""


class Untranslated(UnitRule):
    """Compares the two texts, then looks at the script of the target."""

    category = "accuracy/untranslated"
    severity = Severity.CRITICAL

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets that equal their source, or may have letters of its script."""
        if not foreign_scripts(context.source_language, context.target_language):
            return [number for number, unit in enumerate(document.units) if _is_equal(unit)]
        return range(len(document.units)) if "Latin" in context.source_pack.scripts else beyond_ascii(document)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """The whole target, where it is not translated."""
        if foreign_scripts(context.source_language, context.target_language):
            foreign = share_in(unit.target.text, context.source_pack) > _MOSTLY
            untranslated = foreign and not _is_address(context.analyse(unit.target))
        else:
            untranslated = _is_equal(unit) and _needs_translation(context.analyse(unit.source))
        if untranslated and unit.source and unit.target and unit.translate:
            what = "equals the source" if _is_equal(unit) else "is written in the source's script"
            message = f"“{beginning(unit.target.text)}” {what}; translate it"
            yield Problem(
                unit=unit, message=message, source=(whole(unit.source.text),), target=(whole(unit.target.text),)
            )


def _is_equal(unit: TranslationUnit) -> bool:
    """Whether the texts are the same but for white space."""
    source, target = unit.source.text, unit.target.text
    return source == target or (_begin_alike(source, target) and source.split() == target.split())


def _begin_alike(source: str, target: str) -> bool:
    """Whether the first characters do not part the texts."""
    return source[:1] == target[:1] or source[:1].isspace() or target[:1].isspace()


def _is_address(target: Analysis) -> bool:
    """Whether all words outside the target's own scripts stand in addresses."""
    links = [link.span for link in target.links]
    return all(
        any(link.overlaps(word.span) for link in links)
        for word in target.words
        if not scripts_of(word.text) <= target.pack.scripts
    )


def _needs_translation(source: Analysis) -> bool:
    """Whether a text holds words, not only names, numbers and addresses."""
    if source.language.split("-")[0] == "und" or not source.pack.spaces_between_words:
        return bool(source.words)
    links = [link.span for link in source.links]
    text = without_placeholders(source.text)
    plain = [
        word
        for word in source.words
        if word.span.of(text).islower()
        and word.text.isalpha()
        and len(word.text) > 1
        and not any(link.overlaps(word.span) for link in links)
    ]
    common = source.pack.common_words
    quoted = len(plain) >= _ENOUGH_WORDS and bool(common) and common.isdisjoint(source.passage.folded)
    return len(plain) >= _FEWEST_WORDS and not quoted

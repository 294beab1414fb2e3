"""Same source text translated in different ways.

What it finds: units with one source text and several translations. The commonest translation is taken to be right;
where two are equally common, the first; but one unit of prose in each of two documents proves nothing. Differences of
case, spaces, quotation marks, the final stop and the forms of words do not count.

Why it matters: repeated text (captions, warnings, standing phrases, buttons) must read the same everywhere.

Fails:
    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes.

    ru: Поезд отправляется через пять минут.
    en: The train ⟦departs⟧ in five minutes.

Passes:
    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes.

    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes

When to switch it off: in fiction and in speech, where a repeated phrase may want another translation.

Known limits: short texts are ambiguous (*Open* is a verb and an adjective), so that sources of fewer words than
``min-words`` are left out. Measured: no finding in 1,000 segments of news and in a medical memory of 3,071 units, one
in 1,878 messages of programs, which was right.

Source: MQM 2.0, terminology; Weblate and OmegaT have the same check.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, ClassVar, cast
from zlib import crc32

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import BatchRule, Observation, RuleOptions
from qa.rules.vocabulary import source_vocabulary
from qa.terms.likeness import different_part, fold_text, letters, usual
from qa.terms.wordings import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.segment import Segment
    from qa.rules.context import Context

__all__ = ["InconsistentTranslation"]

_PROSE, _MESSAGES = "prose\n", "messages\n"
_NUMBER = re.compile(r"\d+")
_DIGEST = 8
"""Bytes that stand for both texts of a unit: where they are the same in all units, these need not be read again."""


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    min_words: int = 3
    """Sources of fewer words are left out, because they may mean several things."""


class InconsistentTranslation(BatchRule):
    """One source, several targets."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "terminology/inconsistent-use-of-terminology"
    severity = Severity.MINOR
    fewest = 2

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """The units with both texts, filed under the letters of the source, which say whether to look closer."""
        shortest = cast("Options", self.options).min_words
        kind = _PROSE if document.running_text else _MESSAGES
        for unit, stretches in zip(document.units, source_vocabulary(document).stretches, strict=True):
            source, target = unit.source, unit.target.text
            if target.strip() and (_begins_with_words(stretches, shortest) or _has_words(source, shortest, context)):
                same = hashlib.blake2b(f"{source.text}\n{target}".encode(), digest_size=_DIGEST).hexdigest()
                yield Observation(key=f"{kind}{crc32(letters(source.text)):x}", unit=unit, value=same)

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each unit that differs from the usual translation of its source."""
        if all(observation.value == observations[0].value for observation in observations):
            return
        translations: dict[str, list[tuple[TranslationUnit, str]]] = {}
        for observation in observations:
            source, target = _folded(observation.unit)
            translations.setdefault(source, []).append((observation.unit, target))
        for source, found in translations.items():
            if source:
                yield from _unusual(found, context.target_language, prose=key.startswith(_PROSE))


def _folded(unit: TranslationUnit) -> tuple[str, str]:
    """Both texts as they are compared; without their numbers where both have the same ones."""
    source, target = fold_text(unit.source.text), fold_text(unit.target.text)
    if not _NUMBER.search(source):
        return source, target
    if sorted(_NUMBER.findall(source)) != sorted(_NUMBER.findall(target)):
        return source, target
    return _NUMBER.sub("0", source), _NUMBER.sub("0", target)


def _begins_with_words(stretches: Sequence[str], number: int) -> bool:
    """Whether a text surely has so many words, as the first letters of its first stretches tell: quick."""
    return len(stretches) >= number and all(map(str.isalpha, [stretch[:1] for stretch in stretches[:number]]))


def _has_words(segment: Segment, number: int, context: Context) -> bool:
    """Whether so many of the tokens are words; the first few tell."""
    for token in context.analyse(segment).passage.folded:
        if number <= 0:
            break
        number -= token[:1].isalpha()
    return number <= 0


def _unusual(translations: Sequence[tuple[TranslationUnit, str]], language: str, *, prose: bool) -> Iterator[Problem]:
    """The units of one source whose translation, as it is compared, is not the usual one."""
    values = _without_inflection([target for _, target in translations], language)
    right = usual(values)
    count = values.count(right)
    model = translations[values.index(right)][0]
    for (unit, _), value in zip(translations, values, strict=True):
        if value != right and (count > 1 or not prose or unit.document == model.document):
            yield _problem(unit, model, count, len(values))


def _without_inflection(values: list[str], language: str) -> list[str]:
    """The values, those that differ in the forms of their words alone made equal: numerals ask for other forms."""
    if len(set(values)) == 1:
        return values
    groups = grouped(values, language)
    first = {number: values[group[0]] for group in groups for number in group}
    return [first[number] for number in range(len(values))]


def _problem(unit: TranslationUnit, model: TranslationUnit, count: int, total: int) -> Problem:
    text = unit.target.text
    span = different_part(text, model.target.text)
    same = fold_text(unit.source.text) == fold_text(model.source.text)
    known = same and count > 1 and not unit.target.codes
    source = "the same source" if same else "the same source with other numbers"
    return Problem(
        unit=unit,
        message=f"“{span.of(text)}”: {source} is translated “{model.target.text}” elsewhere "
        f"({count} of {total}); translate it the same way",
        target=(span,),
        suggestion=Suggestion(Span(0, len(text)), model.target.text) if known else None,
        evidence=(f"document {model.document}, unit {model.id}",),
    )

"""Placeholder missing, added or in another order.

What it finds: placeholders of message formats (printf, brace, ICU MessageFormat, Fluent, i18next, Qt, Ruby, shell) that
the translation lacks or has in excess; unnumbered ones whose order changed; a per cent sign that printf would read as
a placeholder. Of ICU and Fluent messages also: plural categories that the target language needs and the message lacks,
branches of a selection that were translated or lost, values that a branch lacks, braces that do not match.

Why it matters: the program shows the wrong value, shows the placeholder itself, or stops.

Fails:
    ru: Здравствуйте, ⟦{{name}}⟧! У вас {{count}} писем.
    en: Hello, ⟦{{nmae}}⟧! You have {{count}} messages.

Passes:
    ru: У вас {{count}} писем, {{name}}!
    en: Hello, {{name}}! You have {{count}} messages.

When to switch it off: for files whose braces and per cent signs are plain text.

Known limits: a file must give evidence of a dialect in its sources. In running text only dialects that no prose looks
like are believed, so “a rise of 4.5%-5.5%” is never printf. Plural forms are known by the ids of their units (``7[0]``,
``files_one``, ``files.one``) or by a “|” between them. A form may lack the number where its category is for one number
only, as English *one* is and Russian *one* (1, 21, 31) is not.

Source: Weblate, “Checks and fixups”; the Unicode CLDR for plural categories; in 4,016 human translations printf checks
without evidence fired four times, on ranges of percentages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.languages.plurals import plurals
from qa.rules.message_comparison import compare_fluent, compare_icu
from qa.rules.placeholder_comparison import difference, expected, loose_percents
from qa.rules.placeholders import dialects_of, placeholders
from qa.rules.plural_forms import forms_of, piped, pipes
from qa.rules.rule import DocumentRule
from qa.text.messages import fluent, icu
from qa.text.messages.message import MessageSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.rules.placeholders import Dialect, Placeholder
    from qa.rules.plural_forms import Form

__all__ = ["PlaceholderMismatch"]


_IN_BRACES = frozenset({"brace", "i18next", "shell"})
"""Dialects whose placeholders a parser of ICU or Fluent reads in its own way."""


class _Spoken(NamedTuple):
    """What a document speaks."""

    dialects: tuple[Dialect, ...]
    icu: bool
    fluent: bool
    catalogue: bool
    languages: tuple[str, str]


class PlaceholderMismatch(DocumentRule):
    """The placeholders of source and target differ."""

    category = "design-and-markup/markup-tag"
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """The problems of each unit, in the dialects of the document."""
        spoken = _spoken(document, (context.source_language, context.target_language))
        if not (spoken.dialects or spoken.icu or spoken.fluent):
            return
        forms = forms_of(document)
        for unit in document.units:
            if unit.source and unit.target and unit.source.text != unit.target.text:
                yield from _compare(unit, spoken, forms.get(unit.id))


def _spoken(document: Document, languages: tuple[str, str]) -> _Spoken:
    texts = [unit.source.text for unit in document.units if "{" in unit.source.text]
    of_icu = icu.EVIDENCE_IN_PROSE if document.running_text else icu.EVIDENCE
    return _Spoken(
        dialects_of(document),
        any(of_icu.search(text) for text in texts),
        any(fluent.EVIDENCE.search(text) for text in texts),
        not document.running_text,
        languages,
    )


def _compare(unit: TranslationUnit, spoken: _Spoken, form: Form | None) -> Iterator[Problem]:
    """The problems of a unit: as a message of ICU or Fluent if its source is one, else placeholder by placeholder."""
    source, target = unit.source.text, unit.target.text
    if form is None and not any(sign in text for sign in "%{$" for text in (source, target)):
        return
    for is_spoken, parse, compare in (
        (spoken.fluent, fluent.parse_fluent, compare_fluent),
        (spoken.icu, icu.parse_icu, compare_icu),
    ):
        if not is_spoken or "{" not in source:
            continue
        try:
            original = parse(source)
        except MessageSyntaxError:
            continue
        try:
            faults = tuple(compare(original, parse(target), spoken.languages[1]))
        except MessageSyntaxError as error:
            message = f"“{error.span.of(target)}” {error.reason}; mend the message"
            yield Problem(unit=unit, message=message, target=(error.span,))
            return
        for fault in faults:
            severity = fault.severity
            yield Problem(unit=unit, message=fault.text, source=fault.source, target=fault.target, severity=severity)
        spoken = spoken._replace(dialects=tuple(one for one in spoken.dialects if one.name not in _IN_BRACES))
        break
    yield from _placeholders(unit, spoken, form)


def _placeholders(unit: TranslationUnit, spoken: _Spoken, form: Form | None) -> Iterator[Problem]:
    source, target = unit.source.text, unit.target.text
    parts = tuple(piped(source, target, spoken.languages)) if spoken.catalogue and "|" in source else ()
    has_any = any(True for _ in placeholders(source, spoken.dialects))
    if parts and has_any:
        for span, of_part in parts:
            yield from _difference(unit, span, spoken.dialects, of_part)
        yield from _uncounted(unit, spoken.languages)
    else:
        yield from _difference(unit, Span(0, len(target)), spoken.dialects, form)


def _difference(
    unit: TranslationUnit, part: Span, dialects: tuple[Dialect, ...], form: Form | None
) -> Iterator[Problem]:
    """The problem of one part of a target, which often is all of it."""
    source, text = unit.source.text, part.of(unit.target.text)
    wanted = expected(source, dialects, form)
    found = tuple(placeholders(text, dialects))
    missing, added, right, swapped = difference(wanted, found)
    if missing or added:
        told = [f"{_list(missing)} is missing"] if missing else []
        told += [f"{_list(added)} is not in the source"] if added else []
        yield Problem(
            unit=unit,
            message=f"{' and '.join(told)}; copy the placeholders of the source",
            source=tuple(one.span for one in missing if form is None) or _found(missing, source, dialects),
            target=_placed(added, part),
            suggestion=_misspelt(missing, added, part),
        )
    elif swapped:
        before, after = (" ".join(one.text for one in some) for some in (right, swapped))
        advice = next((one.numbered_as for one in dialects if one.name == swapped[0].dialect), "") or "%1$s"
        yield Problem(
            unit=unit,
            message=f"the placeholders “{after}” stand in another order than “{before}”; number them, as in “{advice}”",
            target=_placed(swapped, part),
        )
    yield from _loose(unit, part, wanted.allowed, found)


def _misspelt(missing: tuple[Placeholder, ...], added: tuple[Placeholder, ...], part: Span) -> Suggestion | None:
    """The right placeholder where just one stands in the place of just one other."""
    if len(missing) != 1 or len(added) != 1 or missing[0].dialect != added[0].dialect:
        return None
    (place,) = _placed(added, part)
    return Suggestion(place, missing[0].text)


def _found(missing: Iterable[Placeholder], source: str, dialects: tuple[Dialect, ...]) -> tuple[Span, ...]:
    """Where the source of the unit itself has what is missing."""
    keys = {one.key for one in missing}
    return tuple(one.span for one in placeholders(source, dialects) if one.key in keys)


def _placed(some: Iterable[Placeholder], part: Span) -> tuple[Span, ...]:
    return tuple(Span(one.span.start + part.start, one.span.end + part.start) for one in some)


def _loose(
    unit: TranslationUnit, part: Span, wanted: tuple[Placeholder, ...], found: tuple[Placeholder, ...]
) -> Iterator[Problem]:
    """Per cent signs that are not doubled in a text that printf reads."""
    text = part.of(unit.target.text)
    if "%" not in text or not any(one.dialect == "printf" for one in wanted):
        return
    if loose_percents(unit.source.text, wanted):
        return
    for span in loose_percents(text, found):
        place = Span(span.start + part.start, span.end + part.start)
        yield Problem(
            unit=unit,
            message="a single “%” begins a placeholder here; double it",
            target=(place,),
            suggestion=Suggestion(place, "%%"),
        )


def _uncounted(unit: TranslationUnit, languages: tuple[str, str]) -> Iterator[Problem]:
    """Fewer plural forms between “|” than the target language has, where the source has its own number of them."""
    rules = [plurals(language) for language in languages]
    counts = [len(pipes(text)) for text in (unit.source.text, unit.target.text)]
    wanted = [len(rule.forms) if rule else 0 for rule in rules]
    if counts[0] == wanted[0] and counts[1] < wanted[1] and rules[1] is not None:
        names = ", ".join(rules[1].forms)
        message = f"the plural has {counts[1]} forms between “|”, and this language needs {wanted[1]}: {names}"
        yield Problem(unit=unit, message=message, target=(Span(0, len(unit.target.text)),))


def _list(some: Iterable[Placeholder]) -> str:
    return ", ".join(f"“{placeholder.text}”" for placeholder in some)

"""Placeholder missing, added or in another order.

What it finds: placeholders of message formats (printf, brace and ICU, i18next, Qt, Ruby, shell) that stand on one side
only, and unnumbered ones whose order changed.

Why it matters: the program shows the wrong value, shows the placeholder itself, or stops.

Fails:
    ru: Здравствуйте, ⟦{{name}}⟧! У вас {{count}} писем.
    en: Hello, ⟦{{nmae}}⟧! You have {{count}} messages.

Passes:
    ru: У вас {{count}} писем, {{name}}!
    en: Hello, {{name}}! You have {{count}} messages.

When to switch it off: for files whose braces and per cent signs are plain text.

Known limits: a file must give evidence of a dialect in its sources. In running text only dialects that no prose looks
like are believed, so “a rise of 4.5%-5.5%” is never printf. Of an ICU message, arguments and their types are compared,
not its branches. Number and order of placeholders in plural forms may differ, where the form says one.

Source: Weblate, “Checks and fixups”; in 4,016 human translations printf checks without evidence fired four times, on
ranges of percentages.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.rules.placeholders import dialects_of, placeholders
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.rules.placeholders import Dialect, Placeholder

__all__ = ["PlaceholderMismatch"]


class PlaceholderMismatch(DocumentRule):
    """The placeholders of source and target differ."""

    category = "design-and-markup/markup-tag"
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- no words needed
        """One problem for each unit, in the dialects of the document."""
        dialects = dialects_of(document)
        for unit in document.units if dialects else ():
            if unit.source and unit.target:
                yield from _compare(unit, dialects)


def _compare(unit: TranslationUnit, dialects: tuple[Dialect, ...]) -> Iterator[Problem]:
    source = tuple(placeholders(unit.source.text, dialects))
    target = tuple(placeholders(unit.target.text, dialects))
    missing, added = _without(source, target), _without(target, source)
    if missing or added:
        told = [f"{_list(missing)} is missing"] if missing else []
        told += [f"{_list(added)} is not in the source"] if added else []
        yield Problem(
            unit=unit,
            message=f"{' and '.join(told)}; copy the placeholders of the source",
            source=tuple(placeholder.span for placeholder in missing),
            target=tuple(placeholder.span for placeholder in added),
        )
    else:
        yield from _reordered(unit, dialects)


def _without(some: Iterable[Placeholder], others: Iterable[Placeholder]) -> list[Placeholder]:
    left = Counter(_key(placeholder) for placeholder in others)
    remaining: list[Placeholder] = []
    for placeholder in some:
        key = _key(placeholder)
        if left[key]:
            left[key] -= 1
        else:
            remaining.append(placeholder)
    return remaining


def _key(placeholder: Placeholder) -> str:
    """White space inside a placeholder does not count."""
    return "".join(placeholder.text.split())


def _list(some: Iterable[Placeholder]) -> str:
    return ", ".join(f"“{placeholder.text}”" for placeholder in some)


def _reordered(unit: TranslationUnit, dialects: tuple[Dialect, ...]) -> Iterator[Problem]:
    for dialect in dialects:
        if dialect.ordered is None:
            continue
        source = [match["it"] for match in dialect.ordered.finditer(unit.source.text)]
        matches = list(dialect.ordered.finditer(unit.target.text))
        target = [match["it"] for match in matches]
        if source != target:
            wanted, found = " ".join(source), " ".join(target)
            yield Problem(
                unit=unit,
                message=f"the placeholders “{found}” stand in another order than “{wanted}”; number them, as in “%1$s”",
                target=tuple(Span(*match.span("it")) for match in matches),
            )

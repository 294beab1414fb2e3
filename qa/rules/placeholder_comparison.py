"""What placeholders a translation must have, may have, and has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.rules.placeholders import numbered, placeholders
from qa.rules.plural_forms import numbers_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.rules.placeholders import Dialect, Placeholder
    from qa.rules.plural_forms import Form

__all__ = ["Difference", "Expected", "difference", "expected", "loose_percents"]


class Expected(NamedTuple):
    """Of one translation."""

    required: tuple[Placeholder, ...]
    allowed: tuple[Placeholder, ...]


class Difference(NamedTuple):
    """Between what is expected and what is there."""

    missing: tuple[Placeholder, ...] = ()
    added: tuple[Placeholder, ...] = ()
    wanted: tuple[Placeholder, ...] = ()
    """Where all are there, but in another order: the right one."""
    swapped: tuple[Placeholder, ...] = ()
    """Likewise: the order in the translation."""


def expected(source: str, dialects: Sequence[Dialect], form: Form | None = None) -> Expected:
    """The placeholders of ``source``, or what is expected of a plural form of it."""
    if form is None:
        found = tuple(placeholders(source, dialects))
        return Expected(found, found)
    readings = sorted((tuple(placeholders(text, dialects)) for text in form.sources), key=len)
    full, spare = readings[-1], readings[0] if len(readings) > 1 else None
    free = numbers_among(full, spare) if form.sparse else frozenset()
    allowed = (*full, *(one for reading in readings[:-1] for one in reading if one.key not in {o.key for o in full}))
    return Expected(tuple(one for one in full if one.key not in free), allowed)


def difference(wanted: Expected, found: Sequence[Placeholder]) -> Difference:
    """What is missing, what is too much, and, where neither is, what takes another's value.

    Unnumbered placeholders count as numbered where either side has numbers, so that “%2$s %1$s” is “%s %s”.
    """
    explicit = any(one.number for one in (*wanted.allowed, *found))
    if explicit:
        wanted, found = Expected(numbered(wanted.required), numbered(wanted.allowed)), numbered(found)
    missing, added = _beyond(wanted.required, found), _beyond(found, wanted.allowed)
    if missing or added:
        return Difference(missing, added)
    before = tuple(one for one in wanted.allowed if one.takes_next)
    after = tuple(one for one in found if one.takes_next)
    if len(before) == len(after) and [one.key for one in before] != [one.key for one in after]:
        return Difference((), (), before, after)
    return Difference()


def _beyond(some: Sequence[Placeholder], others: Sequence[Placeholder]) -> tuple[Placeholder, ...]:
    """Those of ``some`` that ``others`` lack; one with a name or number may stand any number of times."""
    left = Counter(one.key for one in others)
    beyond: list[Placeholder] = []
    for one in some:
        if not left[one.key]:
            beyond.append(one)
        elif one.takes_next:
            left[one.key] -= 1
    return tuple(beyond)


def loose_percents(text: str, found: Sequence[Placeholder]) -> tuple[Span, ...]:
    """The “%” of a text that are neither doubled nor of a placeholder."""
    rest = text
    for one in found:
        rest = rest[: one.span.start] + " " * len(one.span) + rest[one.span.end :]
    rest = rest.replace("%%", "  ")
    return tuple(Span(at, at + 1) for at, sign in enumerate(rest) if sign == "%")

"""The kinds of rules that are written as data: what each does with its patterns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

import msgspec
import regex

from qa.core.errors import ConfigError
from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import DocumentRule, Rule, UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["KINDS", "Consistency", "CountParity", "DataRule", "ForbiddenPattern", "Kind", "RuleEntry", "Side"]

Kind = Literal["forbidden-pattern", "preferred-form", "consistency", "count-parity"]
Side = Literal["source", "target"]
_LITERAL = regex.compile(r"[^\\.^$*+?{}\[\]|()]+")
_SECONDS = 1.0
"""What one pattern may take on one text; an honest pattern takes microseconds."""


class RuleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A ``[[rule]]`` of a rule file."""

    id: str
    kind: Kind
    title: str = ""
    """One line for lists of rules."""
    pattern: str = ""
    """Regular expression of what is forbidden, to be replaced, or counted."""
    target_pattern: str = ""
    """What is counted in the target, where it is not ``pattern``."""
    forms: tuple[str, ...] = ()
    """Regular expressions of forms that a document should not mix."""
    beside: str = ""
    """Regular expression that the other side must match, or else the rule does not apply."""
    side: Side = "target"
    message: str = ""
    """``{match}`` and ``{suggestion}`` are filled in."""
    suggestion: str | None = None
    """Replacement; ``\\1`` stands for a group of the pattern."""
    severity: Severity = Severity.MINOR
    category: str = "style/organization-style"
    languages: tuple[str, ...] = ()
    """Target languages (primary subtags); all where empty."""
    ignore_case: bool = False
    place: str = ""
    """Where the rule is written, ``file:line``, for messages."""


class DataRule(Rule):
    """What all kinds share: an id from the file, and patterns that cannot run away."""

    entry: RuleEntry

    def __init__(self, entry: RuleEntry) -> None:
        super().__init__()
        self.entry = entry

    @property
    def id(self) -> str:
        """As the file says it."""
        return self.entry.id

    @property
    def title(self) -> str:
        """As the file says it, or else what the rule looks for."""
        return self.entry.title or f"{self.entry.kind} “{self.entry.pattern or ' / '.join(self.entry.forms)}”"

    def _find(self, pattern: str, text: str) -> list[regex.Match[str]]:
        """All matches in ``text``.

        Raises:
            ConfigError: the pattern takes too long.
        """
        flags = regex.IGNORECASE if self.entry.ignore_case else 0
        try:
            matches = regex.compile(pattern, flags).finditer(text, timeout=_SECONDS)
            return [match for match in matches if match.group()]
        except TimeoutError:
            message = (
                f"{self.entry.place}: the pattern {pattern!r} of rule {self.id!r} takes more than {_SECONDS:g} s "
                f"on a text of {len(text)} characters; write it without a repetition inside a repetition"
            )
            raise ConfigError(message) from None

    def _applies(self, unit: TranslationUnit) -> bool:
        other = unit.source if self.entry.side == "target" else unit.target
        return not self.entry.beside or bool(self._find(self.entry.beside, other.text))

    def _problem(self, unit: TranslationUnit, span: Span, suggestion: str | None, default: str) -> Problem:
        text = span.of(_text(unit, self.entry.side))
        on_target = self.entry.side == "target"
        return Problem(
            unit=unit,
            message=_filled(self.entry.message or default, text, suggestion),
            source=() if on_target else (span,),
            target=(span,) if on_target else (),
            suggestion=Suggestion(span, suggestion) if on_target and suggestion is not None else None,
        )


def _text(unit: TranslationUnit, side: Side) -> str:
    return unit.target.text if side == "target" else unit.source.text


def _filled(message: str, match: str, suggestion: str | None) -> str:
    """The message with its fields filled in; it always quotes the match."""
    quoted = message if "{match}" in message else f"“{{match}}”: {message}"
    return quoted.replace("{match}", match).replace("{suggestion}", suggestion or "")


class ForbiddenPattern(DataRule, UnitRule):
    """Something that must not stand in the text; kinds ``forbidden-pattern`` and ``preferred-form``."""

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- patterns say all
        """One problem for each match."""
        text = _text(unit, self.entry.side)
        for match in self._find(self.entry.pattern, text):
            suggestion = None if self.entry.suggestion is None else match.expand(self.entry.suggestion)
            if suggestion == match.group():
                continue
            if not self._applies(unit):
                return
            default = "“{match}” is not wanted here" if suggestion is None else "write “{suggestion}”, not “{match}”"
            yield self._problem(unit, Span(*match.span()), suggestion, default)


class Consistency(DataRule, DocumentRule):
    """Forms that a document should not mix: the most frequent one is right, the first one of equals."""

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- patterns say all
        """One problem for each of the rarer forms."""
        found = [
            (number, unit, Span(*match.span()))
            for unit in document.units
            if self._applies(unit)
            for number, form in enumerate(self.entry.forms)
            for match in self._find(form, _text(unit, self.entry.side))
        ]
        counts = Counter(number for number, _, _ in found)
        if len(counts) > 1:
            usual = min(counts, key=lambda number: (-counts[number], number))
            yield from self._rarer(found, usual, counts[usual])

    def _rarer(self, found: list[tuple[int, TranslationUnit, Span]], usual: int, times: int) -> Iterator[Problem]:
        form = self.entry.forms[usual]
        literal = _LITERAL.fullmatch(form) is not None
        for number, unit, span in found:
            if number != usual:
                text = span.of(_text(unit, self.entry.side))
                suggestion = (form[:1].upper() + form[1:] if text[:1].isupper() else form) if literal else None
                default = f"“{{match}}” differs from “{form}”, the document's usual form ({times} of {len(found)})"
                yield self._problem(unit, span, suggestion, default)


class CountParity(DataRule, UnitRule):
    """What must stand in the target as often as in the source."""

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- patterns say all
        """One problem for a unit whose counts differ; an empty side is no such unit."""
        if not unit.source or not unit.target:
            return
        source = self._find(self.entry.pattern, unit.source.text)
        target = self._find(self.entry.target_pattern or self.entry.pattern, unit.target.text)
        if len(source) != len(target):
            shown = (source or target)[0].group()
            counts = f"{_times(len(source))} in the source and {_times(len(target))} in the target"
            default = f"“{{match}}” stands {counts}"
            yield Problem(
                unit=unit,
                message=_filled(self.entry.message or default, shown, None),
                source=tuple(Span(*match.span()) for match in source),
                target=tuple(Span(*match.span()) for match in target),
            )


KINDS: dict[Kind, type[ForbiddenPattern | Consistency | CountParity]] = {
    "forbidden-pattern": ForbiddenPattern,
    "preferred-form": ForbiddenPattern,
    "consistency": Consistency,
    "count-parity": CountParity,
}


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(number, f"{number} times")

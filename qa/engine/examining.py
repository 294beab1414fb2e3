"""What the rules see in one document, worked out or remembered from an earlier run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import BatchRule, DocumentRule, Observation, UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document
    from qa.engine.ruleset import ActiveRule
    from qa.rules.context import Context
    from qa.rules.rule import Rule

__all__ = ["Examined", "Memory", "document_key", "encoded", "examine", "restored"]


class Memory(Protocol):
    """Keeps results of earlier runs with the same program, rules and configuration."""

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None."""

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``."""

    def spoilt(self, key: str) -> None:
        """Take note that what was got is of no use."""


class Examined(NamedTuple):
    """What the rules saw in one document; each entry with the number of its rule."""

    problems: tuple[tuple[int, Problem], ...]
    observations: tuple[tuple[int, Observation], ...]


class _Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A problem or observation without its unit, of which it has the number."""

    rule: int
    unit: int
    message: str = ""
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    suggestion: Suggestion | None = None
    evidence: tuple[str, ...] = ()
    severity: Severity | None = None
    key: str = ""
    value: str = ""


class _Record(msgspec.Struct, frozen=True, array_like=True):
    problems: tuple[_Kept, ...]
    observations: tuple[_Kept, ...]


def examine(
    document: Document, rules: Sequence[ActiveRule], context: Context, memory: Memory | None = None
) -> Examined:
    """Problems and observations of ``document``; ``memory``, where given, spares the rules what they saw before."""
    if memory is None:
        return _examined(document, rules, context)
    key = document_key(document, context)
    content = memory.get(key)
    if content is not None:
        try:
            return restored(content, document, len(rules))
        except (msgspec.MsgspecError, LookupError, ValueError):
            memory.spoilt(key)
    found = _examined(document, rules, context)
    memory.put(key, msgspec.msgpack.encode(_record(found, document)))
    return found


def encoded(document: Document, rules: Sequence[ActiveRule], context: Context) -> bytes:
    """What the rules see in ``document``, as a memory keeps it and a worker hands it over."""
    return msgspec.msgpack.encode(_record(_examined(document, rules, context), document))


def restored(content: bytes, document: Document, rules: int) -> Examined:
    """What was `encoded`, with the units of ``document``.

    Raises:
        MsgspecError: the content is none that was encoded.
        LookupError: it speaks of units that the document has not, or of rules beyond the number of ``rules``.
        ValueError: it has impossible spans.
    """
    return _restored(msgspec.msgpack.decode(content, type=_Record), document, rules)


def _examined(document: Document, rules: Sequence[ActiveRule], context: Context) -> Examined:
    problems: list[tuple[int, Problem]] = []
    observations: list[tuple[int, Observation]] = []
    for number, active in enumerate(rules):
        if isinstance(active.rule, BatchRule):
            observations += ((number, seen) for seen in active.rule.observe(document, context))
        else:
            problems += ((number, problem) for problem in _problems(active.rule, document, context))
    return Examined(tuple(problems), tuple(observations))


def _problems(rule: Rule, document: Document, context: Context) -> Iterator[Problem]:
    if isinstance(rule, UnitRule):
        for unit in document.units:
            yield from rule.check(unit, context)
    elif isinstance(rule, DocumentRule):
        yield from rule.check(document, context)


def document_key(document: Document, context: Context) -> str:
    """A name for everything about the document that a rule may see."""
    seen = msgspec.msgpack.encode((document, context.date, context.source_language, context.target_language))
    return hashlib.sha256(seen).hexdigest()


def _record(found: Examined, document: Document) -> _Record:
    numbers = {unit.id: number for number, unit in enumerate(document.units)}
    return _Record(
        tuple(
            _Kept(
                rule=rule,
                unit=numbers[problem.unit.id],
                message=problem.message,
                source=problem.source,
                target=problem.target,
                suggestion=problem.suggestion,
                evidence=problem.evidence,
                severity=problem.severity,
            )
            for rule, problem in found.problems
        ),
        tuple(
            _Kept(
                rule=rule,
                unit=numbers[seen.unit.id],
                source=seen.source,
                target=seen.target,
                key=seen.key,
                value=seen.value,
            )
            for rule, seen in found.observations
        ),
    )


def _restored(record: _Record, document: Document, rules: int) -> Examined:
    """The record with its units.

    Raises:
        LookupError: it speaks of units that the document has not, or of rules that do not run.
    """
    if any(kept.rule >= rules for kept in (*record.problems, *record.observations)):
        raise LookupError
    units = document.units
    return Examined(
        tuple(
            (
                kept.rule,
                Problem(
                    unit=units[kept.unit],
                    message=kept.message,
                    source=kept.source,
                    target=kept.target,
                    suggestion=kept.suggestion,
                    evidence=kept.evidence,
                    severity=kept.severity,
                ),
            )
            for kept in record.problems
        ),
        tuple(
            (
                kept.rule,
                Observation(
                    key=kept.key, unit=units[kept.unit], source=kept.source, target=kept.target, value=kept.value
                ),
            )
            for kept in record.observations
        ),
    )

"""What the rules see in one document, worked out or remembered from an earlier run."""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import msgspec

from qa.core.finding import Severity, Suggestion
from qa.core.lazy import forget_latest
from qa.core.span import Span
from qa.rules.rule import BatchRule, DocumentRule, UnitRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.finding import Problem
    from qa.engine.recalling import Recall
    from qa.engine.ruleset import ActiveRule
    from qa.rules.context import Context
    from qa.rules.rule import Observation, Rule

    _Check = Callable[[TranslationUnit, Context], Iterator[Problem]]
    _Numbered = tuple[int, _Check]

__all__ = ["Examined", "Kept", "Memory", "document_key", "encoded", "examine", "restored"]


class Memory(Protocol):
    """Keeps results of earlier runs with the same program, rules and configuration."""

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``, or None."""

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``."""

    def spoilt(self, key: str) -> None:
        """Take note that what was got is of no use."""


class Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A problem or an observation without its unit, of which it has the number."""

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


class Examined(msgspec.Struct, frozen=True, array_like=True):
    """What the rules saw in one document; rules have the numbers of those that run, units those in the document."""

    problems: tuple[Kept, ...]
    observations: tuple[Kept, ...]


def examine(
    document: Document, rules: Sequence[ActiveRule], context: Context, recall: Recall, memory: Memory | None = None
) -> Examined:
    """Problems and observations of ``document``.

    ``recall``, of one run, and ``memory``, of earlier ones, spare the rules what they saw before.
    """
    if memory is None:
        return _examined(document, rules, context, recall)
    key = document_key(document, context)
    content = memory.get(key)
    if content is not None:
        try:
            return restored(content, len(document.units), len(rules))
        except (msgspec.MsgspecError, LookupError):
            memory.spoilt(key)
    found = _examined(document, rules, context, recall)
    memory.put(key, msgspec.msgpack.encode(found))
    return found


def encoded(document: Document, rules: Sequence[ActiveRule], context: Context, recall: Recall) -> bytes:
    """What the rules see in ``document``, as a memory keeps it and a worker hands it over."""
    return msgspec.msgpack.encode(_examined(document, rules, context, recall))


def restored(content: bytes, units: int, rules: int) -> Examined:
    """What was `encoded`.

    Raises:
        MsgspecError: the content is none that was encoded, or has impossible spans.
        LookupError: it speaks of units or rules beyond the numbers of them that there are.
    """
    found = msgspec.msgpack.decode(content, type=Examined)
    for kept in (*found.problems, *found.observations):
        if not (0 <= kept.rule < rules and 0 <= kept.unit < units):
            raise LookupError
    return found


def _examined(document: Document, rules: Sequence[ActiveRule], context: Context, recall: Recall) -> Examined:
    seeing = [
        (number, active.rule)
        for number, active in enumerate(rules)
        if active.sees(document) and active.rule.applies(context)
    ]
    problems = [*_in_units(document, seeing, context, recall)]
    observations: list[tuple[int, Observation]] = []
    for number, rule in seeing:
        if isinstance(rule, DocumentRule):
            problems += [(number, problem) for problem in rule.check(document, context)]
        elif isinstance(rule, BatchRule):
            observations += [(number, seen) for seen in rule.observe(document, context)]
    forget_latest()
    return _kept(document, _without_doubles(problems, rules), observations)


def _in_units(
    document: Document, rules: Iterable[tuple[int, Rule]], context: Context, recall: Recall
) -> Iterator[tuple[int, Problem]]:
    """What the unit rules see, unit by unit, so that they share the analysis of each while it is at hand."""
    unit_rules = [(number, rule) for number, rule in rules if isinstance(rule, UnitRule)]
    always, asked = _asked(document, unit_rules, context)
    scope = context.date, tuple(number for number, _ in unit_rules)
    for index, unit in enumerate(document.units):
        known = recall.of(unit, scope)
        if known is None:
            checks = chain(always, asked[index]) if index in asked else always
            seen = [(number, problem) for number, check in checks for problem in check(unit, context)]
            recall.keep(unit, scope, seen)
            known = iter(seen)
        yield from known


def _asked(
    document: Document, rules: Iterable[tuple[int, UnitRule]], context: Context
) -> tuple[Sequence[_Numbered], Mapping[int, Sequence[_Numbered]]]:
    """The checks that are asked of all units, and by number of unit, those that are asked of it beside them."""
    always: list[_Numbered] = []
    asked: dict[int, list[_Numbered]] = {}
    for number, rule in rules:
        units = rule.asked_of(document, context)
        for index in units or ():
            asked.setdefault(index, []).append((number, rule.check))
        if units is None:
            always.append((number, rule.check))
    return always, asked


def _without_doubles(
    problems: Sequence[tuple[int, Problem]], rules: Sequence[ActiveRule]
) -> Iterator[tuple[int, Problem]]:
    """The problems but those of rules that give way to another problem at the same place of the target."""
    in_units: dict[tuple[str, str], list[Problem]] = {}
    for number, problem in problems:
        in_units.setdefault((rules[number].rule.id, problem.unit.id), []).append(problem)
    for number, problem in problems:
        stronger = ((rule, problem.unit.id) for rule in rules[number].rule.gives_way_to)
        if not any(_share_place(problem, other) for place in stronger for other in in_units.get(place, ())):
            yield number, problem


def _share_place(one: Problem, other: Problem) -> bool:
    return any(first.overlaps(second) for first in one.target for second in other.target)


def document_key(document: Document, context: Context) -> str:
    """A name for everything about the document that a rule may see."""
    seen = msgspec.msgpack.encode((document, context.date, context.source_language, context.target_language))
    return hashlib.sha256(seen).hexdigest()


def _kept(
    document: Document, problems: Iterable[tuple[int, Problem]], observations: Iterable[tuple[int, Observation]]
) -> Examined:
    numbers = {unit.id: number for number, unit in enumerate(document.units)}
    return Examined(
        tuple([_kept_problem(rule, numbers[problem.unit.id], problem) for rule, problem in problems]),
        tuple(
            [
                Kept(
                    rule, numbers[seen.unit.id], source=seen.source, target=seen.target, key=seen.key, value=seen.value
                )
                for rule, seen in observations
            ]
        ),
    )


def _kept_problem(rule: int, unit: int, problem: Problem) -> Kept:
    return Kept(
        rule=rule,
        unit=unit,
        message=problem.message,
        source=problem.source,
        target=problem.target,
        suggestion=problem.suggestion,
        evidence=problem.evidence,
        severity=problem.severity,
    )

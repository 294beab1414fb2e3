"""Runs rules over documents as they stream by, and makes findings of the problems they see."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.finding import Finding, Problem, Severity
from qa.core.fingerprint import Fingerprinter
from qa.core.span import Span
from qa.core.spool import Spool
from qa.engine.observing import Observations
from qa.engine.timing import timed_analysis, timed_rule
from qa.engine.workers import examine_all
from qa.rules.context import Context
from qa.rules.rule import BatchRule
from qa.text.analysis import Analyser

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.segment import Location, Segment
    from qa.engine.examining import Examined, Kept, Memory
    from qa.engine.ruleset import ActiveRule
    from qa.engine.timing import Stopwatch
    from qa.languages.speller import Speller
    from qa.terms.companions import Companions
    from qa.terms.termbase import Termbase

__all__ = ["Resources", "run_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What all rules of a run share."""

    source_language: str
    target_language: str
    termbase: Termbase | None = None
    companions: Companions | None = None
    speller: Speller | None = None
    date: dt.date | None = None
    """Of every document, whatever the documents say; None to take each document's own."""
    memory: Memory | None = None
    """What earlier runs with these rules, termbase and companions saw; None to work everything out."""
    jobs: int = 1
    """How many processes examine documents; what they find is the same for any number."""
    stopwatch: Stopwatch | None = None
    """What the time of each rule is counted by; then one process examines all."""


class _Placed(NamedTuple):
    """A problem with its place in the reading order."""

    number: int
    """Of the unit in the batch."""
    start: int
    """Offset of the first word at fault, -1 where there is none."""
    rule: str
    message: str
    key: str
    """Under which a batch rule found it."""
    active: ActiveRule
    problem: Problem | Kept
    unit: TranslationUnit


class _Found(msgspec.Struct, frozen=True, array_like=True):
    """A finding with its place in the reading order, as in `_Placed`."""

    number: int
    start: int
    finding: Finding


def run_rules(
    documents: Iterable[Document],
    rules: Sequence[ActiveRule],
    resources: Resources,
    units: Sequence[TranslationUnit] | None = None,
) -> Sequence[Finding]:
    """The findings of ``rules`` in reading order.

    Documents are taken one at a time; only findings, and what batch rules observe, outlive them, and that on disk.

    Args:
        documents: what is checked.
        rules: those that run.
        resources: what they share.
        units: where the units of all documents that were taken are found by number; if None, they stay in memory.
    """
    if units is None:
        kept: list[TranslationUnit] = []
        units, documents = kept, _keeping(documents, kept)
    run = _Run(rules, resources, units)
    run.check(documents)
    return Spool(Finding, run.findings())


def _keeping(documents: Iterable[Document], units: list[TranslationUnit]) -> Iterator[Document]:
    for document in documents:
        units += document.units
        yield document


class _Run:
    """One pass over a batch."""

    def __init__(self, rules: Sequence[ActiveRule], resources: Resources, units: Sequence[TranslationUnit]) -> None:
        watch = resources.stopwatch
        self._rules = [timed_rule(active, watch) for active in rules] if watch else rules
        self._resources = resources
        self._context = Context(
            source_language=resources.source_language,
            target_language=resources.target_language,
            analyser=Analyser(kind=timed_analysis(watch)) if watch else Analyser(),
            termbase=resources.termbase,
            companions=resources.companions,
            speller=resources.speller,
            date=resources.date,
        )
        self._units = units
        self._passed = 0
        self._found = Spool(_Found)
        self._fingerprinter = Fingerprinter()
        self._observations: dict[int, Observations] = {}

    def check(self, documents: Iterable[Document]) -> None:
        """Let every rule see the documents."""
        means = self._resources
        jobs = 1 if means.stopwatch else means.jobs
        for units, seen in examine_all(documents, self._rules, self._context, means.memory, jobs=jobs):
            self._take(units, seen)
            if means.stopwatch:
                means.stopwatch.units += units

    def findings(self) -> Iterator[Finding]:
        """The findings in reading order; batch rules judge now what they observed."""
        compared = [self._stamped(placed) for placed in sorted(self._concluded(), key=_order)]
        return (found.finding for found in merge(self._found, compared, key=_order_of_found))

    def _take(self, units: int, seen: Examined) -> None:
        """Keep what the rules saw in the next ``units`` units, which are a document.

        A fingerprint counts the equal findings of its rule before it, and those of a rule come in reading order here.
        """
        for one in seen.observations:
            if one.rule not in self._observations:
                self._observations[one.rule] = Observations(self._units)
            self._observations[one.rule].add(self._passed + one.unit, one)
        problems = (self._problem(self._passed + one.unit, one) for one in seen.problems)
        self._found.extend(map(self._stamped, sorted(problems, key=_order)))
        self._passed += units

    def _problem(self, number: int, problem: Kept) -> _Placed:
        return _placed(self._rules[problem.rule], problem, number, self._units[number])

    def _concluded(self) -> Iterator[_Placed]:
        """The problems that batch rules see in what they observed."""
        for number, observations in self._observations.items():
            active = self._rules[number]
            rule = active.rule
            if isinstance(rule, BatchRule):
                for key, seen in observations.by_key(rule.fewest):
                    for problem in rule.conclude(key, seen, self._context):
                        yield _placed(active, problem, observations.number(problem.unit), problem.unit, key)

    def _stamped(self, placed: _Placed) -> _Found:
        return _Found(placed.number, placed.start, _finding(placed, self._fingerprinter))


def _placed(active: ActiveRule, problem: Problem | Kept, number: int, unit: TranslationUnit, key: str = "") -> _Placed:
    start = min((span.start for span in problem.target or problem.source), default=-1)
    return _Placed(number, start, active.rule.id, problem.message, key, active, problem, unit)


def _order(placed: _Placed) -> tuple[int, int, str, str, str]:
    return placed[:5]


def _order_of_found(found: _Found) -> tuple[int, int, str, str]:
    return found.number, found.start, found.finding.rule, found.finding.message


def _finding(placed: _Placed, fingerprinter: Fingerprinter) -> Finding:
    problem, unit, rule = placed.problem, placed.unit, placed.active.rule
    segment, spans = _side(problem, unit)
    span = _hull(spans, len(segment.text))
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=_severity(placed.active, problem),
        message=problem.message,
        document=unit.document,
        unit=unit.id,
        source_spans=problem.source,
        target_spans=problem.target,
        location=_location(segment, spans, span),
        suggestion=problem.suggestion,
        evidence=problem.evidence,
        fingerprint=fingerprinter.stamp(rule.id, unit.source.text, segment.text, span.start, span.end),
    )


def _severity(active: ActiveRule, problem: Problem | Kept) -> Severity:
    """The rule's own word on this case, unless the configuration moved the rule as a whole."""
    if problem.severity is None or active.severity is not active.rule.severity:
        return active.severity
    return problem.severity


def _side(problem: Problem | Kept, unit: TranslationUnit) -> tuple[Segment, tuple[Span, ...]]:
    """The text that is at fault: the target, or the source where only it has spans or a place."""
    if problem.target or (not problem.source and unit.target.anchors):
        return unit.target, problem.target
    if problem.source or unit.source.anchors:
        return unit.source, problem.source
    return unit.target, problem.target


def _hull(spans: tuple[Span, ...], length: int) -> Span:
    if not spans:
        return Span(0, length)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _location(segment: Segment, spans: tuple[Span, ...], hull: Span) -> Location | None:
    """Where the first span stands; an editor jumps there."""
    return segment.locate(spans[0] if spans else hull)

"""Runs rules over documents as they stream by, and makes findings of the problems they see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Finding, Problem, Severity
from qa.core.fingerprint import Fingerprinter
from qa.core.span import Span
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
    from qa.engine.examining import Examined, Memory
    from qa.engine.ruleset import ActiveRule
    from qa.engine.timing import Stopwatch
    from qa.languages.speller import Speller
    from qa.rules.rule import Observation
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A problem with its reading order: part of the stream, unit, offset."""

    order: tuple[int, int, int]
    active: ActiveRule
    problem: Problem


class _Seen(NamedTuple):
    """What a batch rule observed in a unit, and where in the stream that stands."""

    document: int
    unit: int
    observation: Observation

    @property
    def place(self) -> tuple[int, int]:
        """Part of the stream and unit."""
        return self.document, self.unit


def run_rules(documents: Iterable[Document], rules: Sequence[ActiveRule], resources: Resources) -> tuple[Finding, ...]:
    """The findings of ``rules`` in reading order.

    Documents are taken one at a time; only problems, and what batch rules observe, outlive them.
    """
    run = _Run(rules, resources)
    run.check(documents)
    run.conclude()
    return tuple(run.findings())


class _Run:
    """One pass over a batch."""

    def __init__(self, rules: Sequence[ActiveRule], resources: Resources) -> None:
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
        self._found: list[_Found] = []
        self._observations: dict[tuple[int, str], list[_Seen]] = defaultdict(list)
        self._documents = 0

    def check(self, documents: Iterable[Document]) -> None:
        """Let every rule see the documents."""
        means = self._resources
        jobs = 1 if means.stopwatch else means.jobs
        for document, found in examine_all(documents, self._rules, self._context, means.memory, jobs=jobs):
            self._take(document, found)
            if means.stopwatch:
                means.stopwatch.units += len(document.units)

    def _take(self, document: Document, found: Examined) -> None:
        """Keep what the rules saw in ``document``."""
        numbers = {unit.id: number for number, unit in enumerate(document.units)}
        for number, observation in found.observations:
            place = self._documents, numbers[observation.unit.id]
            self._observations[number, observation.key].append(_Seen(*place, observation))
        self._found += (
            self._placed(self._rules[number], problem, (self._documents, numbers[problem.unit.id]))
            for number, problem in found.problems
        )
        self._documents += 1

    def conclude(self) -> None:
        """Let batch rules judge what they observed."""
        for (number, key), seen in sorted(self._observations.items(), key=lambda entry: entry[0]):
            active = self._rules[number]
            rule = active.rule
            if isinstance(rule, BatchRule):
                places = {(one.observation.unit.document, one.observation.unit.id): one.place for one in seen}
                for problem in rule.conclude(key, [one.observation for one in seen], self._context):
                    place = places[problem.unit.document, problem.unit.id]
                    self._found.append(self._placed(active, problem, place))

    def findings(self) -> Iterator[Finding]:
        """The findings in reading order, stamped."""
        fingerprinter = Fingerprinter()
        for found in sorted(self._found, key=lambda found: (found.order, found.active.rule.id, found.problem.message)):
            yield _finding(found, fingerprinter)

    @staticmethod
    def _placed(active: ActiveRule, problem: Problem, place: tuple[int, int]) -> _Found:
        spans = problem.target or problem.source
        return _Found((*place, min((span.start for span in spans), default=-1)), active, problem)


def _finding(found: _Found, fingerprinter: Fingerprinter) -> Finding:
    problem, unit = found.problem, found.problem.unit
    rule = found.active.rule
    segment, spans = _side(problem, unit)
    span = _hull(spans, len(segment.text))
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=_severity(found.active, problem),
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


def _severity(active: ActiveRule, problem: Problem) -> Severity:
    """The rule's own word on this case, unless the configuration moved the rule as a whole."""
    if problem.severity is None or active.severity is not active.rule.severity:
        return active.severity
    return problem.severity


def _side(problem: Problem, unit: TranslationUnit) -> tuple[Segment, tuple[Span, ...]]:
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

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from qa.core import Anchor, Document, Problem, Segment, Severity, Span, TranslationUnit
from qa.engine.ruleset import ActiveRule
from qa.engine.runner import Resources, run_rules
from qa.rules.rule import BatchRule, DocumentRule, Observation, UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core import Finding
    from qa.rules.context import Context
    from qa.rules.rule import Rule


class Shouting(UnitRule):
    """A unit rule of this test: exclamation marks."""

    category = "style/register"

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        for number, mark in enumerate(unit.target.text):
            if mark == "!":
                severity = Severity.CRITICAL if context.date == dt.date(2024, 1, 1) else None
                yield Problem(unit=unit, message="“!”", target=(Span(number, number + 1),), severity=severity)


class Idle(Shouting):
    """A rule of this test that has nothing to go by."""

    def applies(self, context: Context) -> bool:
        return context.termbase is not None


class Endless(DocumentRule):
    """A document rule of this test: the last unit has no full stop."""

    category = "linguistic-conventions/punctuation"
    severity = Severity.NEUTRAL

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        del context
        last = document.units[-1]
        if not last.target.text.endswith("."):
            yield Problem(unit=last, message="no stop")


class Twins(BatchRule):
    """A batch rule of this test: one source, two targets."""

    category = "terminology/inconsistent-use"

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        del context
        for unit in document.units:
            yield Observation(key=unit.source.text, unit=unit, value=unit.target.text)

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        del context
        if len({seen.value for seen in observations}) > 1:
            for seen in observations:
                yield Problem(unit=seen.unit, message=key, source=(Span(0, len(key)),))


def document(name: str, *pairs: tuple[str, str], date: dt.date | None = None) -> Document:
    offset = 0
    units = []
    for number, (source, target) in enumerate(pairs, start=1):
        place = (Anchor(0, offset, number, 1),)
        left = Segment("ru", source, f"{name}.ru", place)
        right = Segment("en", target, f"{name}.en", place if target else ())
        units.append(TranslationUnit(str(number), name, left, right))
        offset += len(target) + 1
    return Document(name, f"{name}.en", "ru", "en", tuple(units), date)


def run(*documents: Document, rules: Sequence[Rule], date: dt.date | None = None) -> tuple[Finding, ...]:
    active = [ActiveRule(rule, rule.severity) for rule in rules]
    return tuple(run_rules(documents, active, Resources(source_language="ru", target_language="en", date=date)))


FIRST = document("a", ("раз", "One! Two!"), ("два", "Two"))
SECOND = document("b", ("раз", "Once."), ("три", ""))


def test_findings_stand_in_reading_order_whatever_the_order_of_rules() -> None:
    rules = [Twins(), Endless(), Shouting()]
    found = run(FIRST, SECOND, rules=rules)
    places = [(finding.document, finding.unit, finding.message) for finding in found]
    assert places == [
        ("a", "1", "раз"),
        ("a", "1", "“!”"),
        ("a", "1", "“!”"),
        ("a", "2", "no stop"),
        ("b", "1", "раз"),
        ("b", "2", "no stop"),
    ]
    assert run(FIRST, SECOND, rules=rules[::-1]) == found


def test_the_engine_stamps_id_category_severity_and_fingerprint() -> None:
    finding, twin = run(FIRST, rules=[Shouting()])
    assert finding.rule.endswith("/test-runner")
    assert (finding.category, finding.severity) == ("style/register", Severity.MINOR)
    assert finding.fingerprint.startswith("v1:")
    assert finding.fingerprint != twin.fingerprint


def test_a_finding_is_located_in_the_target_file() -> None:
    finding = run(FIRST, rules=[Shouting()])[1]
    place = finding.location
    assert place is not None
    assert (place.path, place.line, place.column, place.offset, place.length) == ("a.en", 1, 9, 8, 1)


def test_a_finding_on_the_source_alone_is_located_in_the_source_file() -> None:
    place = run(FIRST, SECOND, rules=[Twins()])[0].location
    assert place is not None
    assert (place.path, place.length) == ("a.ru", 3)


def test_a_finding_on_a_missing_target_falls_back_to_the_source() -> None:
    place = run(SECOND, rules=[Endless()])[0].location
    assert place is not None
    assert (place.path, place.line) == ("b.ru", 2)


def test_a_rule_may_grade_a_case_unless_the_severity_was_configured() -> None:
    day = dt.date(2024, 1, 1)
    assert run(FIRST, rules=[Shouting()], date=day)[0].severity is Severity.CRITICAL
    configured = [ActiveRule(Shouting(), Severity.NEUTRAL)]
    resources = Resources(source_language="ru", target_language="en", date=day)
    assert run_rules([FIRST], configured, resources)[0].severity is Severity.NEUTRAL


def test_a_document_brings_its_own_date_but_the_given_one_wins() -> None:
    dated = document("c", ("раз", "One!"), date=dt.date(2024, 1, 1))
    assert run(dated, rules=[Shouting()])[0].severity is Severity.CRITICAL
    assert run(dated, rules=[Shouting()], date=dt.date(2020, 2, 2))[0].severity is Severity.MINOR


def test_a_unit_rule_finds_in_a_batch_what_it_finds_in_each_document() -> None:
    apart = run(FIRST, rules=[Shouting()]) + run(SECOND, rules=[Shouting()])
    assert run(FIRST, SECOND, rules=[Shouting()]) == apart


class Softer(Shouting):
    """A rule of this test that leaves places to another."""

    gives_way_to = frozenset({"tests/louder"})

    @property
    def id(self) -> str:
        return "tests/softer"


class Louder(Shouting):
    """A rule of this test: two marks of exclamation, and what is between."""

    @property
    def id(self) -> str:
        return "tests/louder"

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        del context
        if "!!" in unit.target.text:
            start = unit.target.text.index("!!")
            yield Problem(unit=unit, message="“!!”", target=(Span(start, start + 2),))


def test_a_rule_gives_way_where_a_stronger_one_marks_the_place() -> None:
    loud = document("a", ("раз", "One! Two!!"), ("два", "Two!"))
    found = run(loud, rules=[Softer(), Louder()])
    assert [(finding.unit, finding.rule, finding.message) for finding in found] == [
        ("1", "tests/softer", "“!”"),
        ("1", "tests/louder", "“!!”"),
        ("2", "tests/softer", "“!”"),
    ]
    assert len(run(loud, rules=[Softer()])) == 4


def test_a_rule_that_cannot_find_anything_is_not_asked() -> None:
    shouted = document("a", ("Да!", "Yes!"))
    assert len(run(shouted, rules=[Shouting()])) == 1
    assert not run(shouted, rules=[Idle()])

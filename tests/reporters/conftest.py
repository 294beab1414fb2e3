"""A report made by hand, with everything in it that is hard to show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.core.finding import Finding, Severity, Suggestion, Suppression
from qa.core.fingerprint import text_hash
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Report, RuleInfo, Summary, Tool, UnitText
from qa.core.score import Score
from qa.core.segment import Location
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent / "golden"


def span(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text`` for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


BRIDGE = (
    UnitText(
        id="1",
        document="bridge",
        source="Мост через Лену: сроки и цена",
        target="A bridge across the Lena: dates and price",
        line=1,
    ),
    UnitText(
        id="2",
        document="bridge",
        source=(
            "Ответственность за поджог строительной техники взяло на себя движение «Северный рассвет» "
            "(запрещено в РФ), сообщили журналистам в понедельник вечером в пресс-службе подрядчика."
        ),
        target=(
            "Northern Dawn claimed responsibility for the arson attack on the construction machinery, "
            "the contractor’s press office told journalists late on Monday."
        ),
        line=3,
    ),
    UnitText(
        id="3",
        document="bridge",
        source="Стоимость выросла с 12 до 21,5 млрд рублей. Глава района назвал это неизбежным.",
        target="The cost has  risen from 12 to 25.1 billion roubles.",
        source_parts=(Span(0, 43), Span(44, 79)),
        line=5,
        confidence=0.62,
    ),
    UnitText(id="4", document="bridge", source="Никто не возражал.", target="", line=0),
    UnitText(
        id="5",
        document="bridge",
        source="Пролёт длиной 840 м соберут за зиму.",
        target="The 840\u00a0m span will be assembled over the over the winter.",
        line=9,
    ),
)
INTERFACE = (
    UnitText(
        id="greeting",
        document="interface",
        source="Привет 👋🏽, %s! <b>Нажмите</b> «Далее»\u200b.",
        target="𐐀 Hello 👋🏽, %d! <script>alert(1)</script> Press “Next”\x1b[31m.",
        line=4,
    ),
    UnitText(
        id="farewell",
        document="interface",
        source="До скорой встречи",
        target="再见，很快再见 שלום עולם",
    ),
)


def finding(  # noqa: PLR0913 -- the parts of a finding
    rule: str,
    severity: Severity,
    unit: UnitText,
    message: str,
    *,
    source: tuple[Span, ...] = (),
    target: tuple[Span, ...] = (),
    suggestion: Suggestion | None = None,
    evidence: tuple[str, ...] = (),
    suppressed: Suppression | None = None,
) -> Finding:
    path = {"bridge": "news/bridge.en.txt", "interface": "ui/en.jsonl"}[unit.document]
    spans = target or source
    location = None
    if unit.line and spans:
        location = Location(path, unit.line, spans[0].start + 1, 100 * unit.line + spans[0].start, len(spans[0]))
    return Finding(
        rule=rule,
        category=rule,
        severity=severity,
        message=message,
        document=unit.document,
        unit=unit.id,
        source_spans=source,
        target_spans=target,
        location=location,
        suggestion=suggestion,
        evidence=evidence,
        fingerprint="v1:" + text_hash(f"{rule} {unit.id} {message}"),
        suppressed=suppressed,
    )


def _bridge_findings() -> tuple[Finding, ...]:
    _, attack, cost, silence, _ = BRIDGE
    name, gap = span(attack.target, "Northern Dawn"), span(cost.target, "  ")
    return (
        finding(
            "compliance/disclaimer-missing",
            Severity.MAJOR,
            attack,
            "“Northern Dawn” stands without a legal mark; write “Northern Dawn (banned in Russia)”",
            source=(span(attack.source, "Северный рассвет"), span(attack.source, "запрещено в РФ")),
            target=(name,),
            suggestion=Suggestion(name, "Northern Dawn (banned in Russia)"),
            evidence=("the source has “запрещено в РФ”", "listed as a terrorist organisation since 2019-05-14"),
        ),
        finding(
            "typography/double-space",
            Severity.NEUTRAL,
            cost,
            "two spaces in a row; leave one",
            target=(gap,),
            suggestion=Suggestion(gap, " "),
        ),
        finding(
            "accuracy/number-mismatch",
            Severity.CRITICAL,
            cost,
            "21,5 млрд became 25.1 billion; write “21.5 billion”",
            source=(span(cost.source, "21,5 млрд"),),
            target=(span(cost.target, "25.1 billion"), span(cost.target, "25.1 billion roubles")),
            suggestion=Suggestion(span(cost.target, "25.1"), "21.5"),
        ),
        finding(
            "accuracy/omission",
            Severity.MAJOR,
            cost,
            "“Глава района назвал это неизбежным.” has no counterpart; translate it",
            source=(span(cost.source, "Глава района назвал это неизбежным."),),
            target=(Span(len(cost.target), len(cost.target)),),
        ),
        finding(
            "accuracy/empty-target",
            Severity.MAJOR,
            silence,
            "the sentence is not translated",
            source=(Span(0, len(silence.source)),),
        ),
        *_span_findings(),
    )


def _span_findings() -> tuple[Finding, ...]:
    span_unit = BRIDGE[-1]
    again = span(span_unit.target, "over the over the")
    return (
        finding(
            "locale/unit-space",
            Severity.MINOR,
            span_unit,
            "a narrow no-break space stands between a number and its unit in this house; replace the no-break space",
            target=(span(span_unit.target, "\u00a0"),),
            suggestion=Suggestion(span(span_unit.target, "\u00a0"), "\u202f"),
        ),
        finding(
            "linguistic/repeated-word",
            Severity.MINOR,
            span_unit,
            "“over the” is written twice; take one out",
            target=(again,),
            suggestion=Suggestion(span(span_unit.target, "over the "), ""),
        ),
    )


def _interface_findings() -> tuple[Finding, ...]:
    greeting, farewell = INTERFACE
    return (
        finding(
            "markup/placeholder-mismatch",
            Severity.CRITICAL,
            greeting,
            "the source has “%s”, the target “%d”; write “%s”",
            source=(span(greeting.source, "%s"),),
            target=(span(greeting.target, "%d"),),
            suggestion=Suggestion(span(greeting.target, "%d"), "%s"),
        ),
        finding(
            "markup/tag-mismatch",
            Severity.MAJOR,
            greeting,
            "“<b>Нажмите</b>” became “<script>alert(1)</script>”; keep the source’s tags",
            source=(span(greeting.source, "<b>"), span(greeting.source, "</b>")),
            target=(span(greeting.target, "<script>alert(1)</script>"),),
        ),
        finding(
            "accuracy/wrong-language",
            Severity.MAJOR,
            farewell,
            "“שלום עולם” is Hebrew; translate it",
            target=(span(farewell.target, "שלום עולם"),),
        ),
        finding(
            "linguistic/repeated-word",
            Severity.MINOR,
            farewell,
            "“再见” is written twice",
            target=(span(farewell.target, "再见"),),
            suppressed=Suppression("decision", "a set phrase"),
        ),
    )


def make_report() -> Report:
    findings = (*_bridge_findings(), *_interface_findings())
    signature = "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0"
    return Report(
        tool=Tool("qa", "0.1.0"),
        batch=BatchInfo(
            "ru",
            "en",
            (
                DocumentInfo("bridge", "news/bridge.en.txt", 5, "news/bridge.ru.txt", "2021-03-18", "document"),
                DocumentInfo("interface", "ui/en.jsonl", 2),
            ),
        ),
        units=BRIDGE + INTERFACE,
        findings=findings,
        scores=(
            Score(metric="chrf", value=61.234, signature=signature, interval=(60.1, 62.4)),
            Score(metric="mqm", value=-4.5, signature="MQM raw, 0/1/5/25, source words, 60 words, sample small"),
            Score(metric="chrf", value=58.0, level="document", document="bridge", signature=signature),
        ),
        summary=Summary(
            units=7,
            findings={"critical": 2, "major": 5, "minor": 2, "neutral": 1},
            source_words=60,
            target_words=58,
            suppressed=1,
        ),
        gate=GateResult(
            passed=False,
            tripped=(
                "7 findings are major or graver (2 critical, 5 major); none may be",
                "mqm is -4.50; it must be at least 90",
            ),
            thresholds={"fail-on": "major", "scores.mqm": "at least 90"},
        ),
        rules=(
            RuleInfo("accuracy/empty-target", "Text that is not translated", "accuracy/untranslated", Severity.MAJOR),
            RuleInfo(
                "accuracy/number-mismatch", "Numbers that differ", "accuracy/mistranslation/number", Severity.MAJOR
            ),
        ),
        notes=("the date of document bridge, 2021-03-18, was found in its text",),
    )


@pytest.fixture
def report() -> Report:
    """Findings of every severity in two documents, one of them suppressed."""
    return make_report()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compares bytes with a golden file, or writes it with ``--update-golden``."""

    def compare(name: str, actual: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(actual)
        assert path.read_bytes().decode() == actual.decode()

    return compare


@pytest.fixture
def empty_report() -> Report:
    """A batch without units and findings."""
    return Report(
        tool=Tool("qa", "0.1.0"),
        batch=BatchInfo("ru", "en", ()),
        units=(),
        findings=(),
        summary=Summary(units=0, findings={}),
        gate=GateResult(passed=True),
    )

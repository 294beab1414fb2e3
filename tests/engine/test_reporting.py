from __future__ import annotations

import datetime as dt

import msgspec

from qa.core import Anchor, Document, Finding, Segment, Severity, Suppression, TranslationUnit
from qa.core.report import SCHEMA
from qa.engine.recording import Recorder
from qa.engine.reporting import make_report
from qa.engine.ruleset import Selection, select_rules


def document(name: str, *pairs: tuple[str, str], part: int = 0, date: dt.date | None = None) -> Document:
    units = tuple(
        TranslationUnit(
            f"{part}-{number}",
            name,
            Segment("ru", source, "s", (Anchor(0, 0, 7, 1),)),
            Segment("en", target, "t", (Anchor(0, 0, 9, 1),) if target else ()),
        )
        for number, (source, target) in enumerate(pairs)
    )
    return Document(name, f"{name}.tsv", "ru", "en", units, date, part=part)


def watched(*documents: Document, date: dt.date | None = None) -> tuple[Recorder, list[Document]]:
    recorder = Recorder()
    return recorder, list(recorder.watch(documents, date=date))


def test_words_are_counted_on_both_sides() -> None:
    recorder, _ = watched(document("a", ("Кто-то купил 1,5 кг — да!", "O'Neill bought 1.5 kg"), ("你好", "")))
    assert recorder.source_words == 5 + 2
    assert recorder.target_words == 4


def test_parts_of_a_document_are_one_document_of_the_report() -> None:
    recorder, _ = watched(document("a", ("раз", "one")), document("a", ("два", "two"), part=1), document("b"))
    assert [(info.id, info.units) for info in recorder.documents] == [("a", 2), ("b", 0)]
    assert [unit.target for unit in recorder.units] == ["one", "two"]


def test_a_unit_is_named_by_the_line_of_its_target() -> None:
    recorder, _ = watched(document("a", ("раз", "one"), ("два", "")))
    assert [unit.line for unit in recorder.units] == [9, 0]


def test_the_date_given_outranks_the_document_which_outranks_the_dateline() -> None:
    lines = (("5 июня 2024 г.", "June 5, 2024"),)
    given, own = dt.date(2020, 1, 1), dt.date(2021, 2, 2)
    for recorder, documents, date, origin in (
        (*watched(document("a", *lines, date=own), date=given), given, "option"),
        (*watched(document("a", *lines, date=own)), own, "document"),
        (*watched(document("a", *lines)), dt.date(2024, 6, 5), "dateline"),
        (*watched(document("a", ("раз", "one"))), None, ""),
    ):
        assert documents[0].date == date
        assert (recorder.documents[0].date, recorder.documents[0].date_from) == (
            date.isoformat() if date else "",
            origin,
        )


def test_a_note_tells_how_documents_were_dated() -> None:
    day, lines = dt.date(2021, 2, 2), (("5 июня 2024 г.", "June 5, 2024"),)
    one, _ = watched(document("a", *lines))
    assert list(one.told_dates()) == ["a.tsv: dated 2024-06-05 by dateline"]
    bare, _ = watched(document("a", ("раз", "one")))
    assert list(bare.told_dates()) == ["a.tsv: without a date, as if written today"]
    several, _ = watched(document("a", date=day), document("b", *lines), document("c", *lines), document("d"))
    assert list(several.told_dates()) == [
        "documents dated: 1 by metadata, 2 by dateline; 1 without a date, as if written today"
    ]
    assert not list(watched()[0].told_dates())


def finding(severity: Severity, suppressed: Suppression | None = None) -> Finding:
    return Finding(
        rule="a/b", category="c", severity=severity, message="m", document="a", unit="0-0", suppressed=suppressed
    )


def test_the_summary_counts_by_severity_gravest_first_and_suppressed_apart() -> None:
    recorder, _ = watched(document("a", ("раз", "one")))
    findings = [
        finding(Severity.MINOR),
        finding(Severity.CRITICAL),
        finding(Severity.MINOR),
        finding(Severity.MAJOR, Suppression("inline", "as the author wants it")),
    ]
    summary = make_report(recorder, ("ru", "en"), findings=findings).summary
    assert list(summary.findings.items()) == [("critical", 1), ("minor", 2)]
    assert (summary.units, summary.suppressed) == (1, 1)


def test_a_report_names_the_rules_that_ran_and_survives_json() -> None:
    recorder, _ = watched(document("a", ("раз", "one")))
    rules = select_rules(Selection(select=("accuracy/empty-target",)), target_language="en")
    report = make_report(recorder, ("ru", "en"), rules=rules, notes=["a note"])
    assert report.schema == SCHEMA
    assert [rule.id for rule in report.rules] == ["accuracy/empty-target"]
    assert report.rules[0].title
    assert msgspec.json.decode(msgspec.json.encode(report, enc_hook=list), type=type(report)) == report

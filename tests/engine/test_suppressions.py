from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core import Document, Finding, Segment, Severity, Span, Suppression, TranslationUnit
from qa.engine.checking import check_documents
from qa.engine.ruleset import Selection, select_rules
from qa.engine.runner import Resources
from qa.engine.suppressions import Suppressor

RULES = ("accuracy/number-mismatch", "typography/double-space")


def unit(identifier: str, target: str, *notes: str) -> TranslationUnit:
    return TranslationUnit(identifier, "a", Segment("ru", "Пять"), Segment("en", target), notes=notes)


def document(*units: TranslationUnit) -> Document:
    return Document("a", "a.po", "ru", "en", units)


def finding(identifier: str, *spans: Span, rule: str = RULES[0], document: str = "a") -> Finding:
    return Finding(
        rule=rule,
        category="accuracy/mistranslation",
        severity=Severity.MAJOR,
        message="m",
        document=document,
        unit=identifier,
        target_spans=spans,
    )


def watching(*units: TranslationUnit) -> Suppressor:
    suppressor = Suppressor()
    assert list(suppressor.watch([document(*units)])) == [document(*units)]
    return suppressor


def whole(*notes: str, name: str = "a") -> Document:
    return Document(name, "a.po", "ru", "en", (unit("1", "Six"),), notes=notes)


def inline(reason: str = "") -> Suppression:
    return Suppression("inline", reason)


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("qa:ignore[accuracy/number-mismatch] the figure was corrected", "the figure was corrected"),
        ("qa:ignore[accuracy]", ""),
        ("see the letter; qa:ignore[typography, accuracy] agreed\nanother line", "agreed"),
        ("qa:ignore[typography] narrow qa:ignore[accuracy] new figure", "new figure"),
    ],
)
def test_a_note_names_a_rule_or_a_group_and_a_reason(note: str, reason: str) -> None:
    (found,) = watching(unit("1", "Six", note)).applied([finding("1")])
    assert found.suppressed == inline(reason)


@pytest.mark.parametrize("note", ["qa:ignore[typography] x", "qa:ignore accuracy", "accuracy/number-mismatch"])
def test_other_notes_leave_a_finding_alone(note: str) -> None:
    (found,) = watching(unit("1", "Six", note)).applied([finding("1")])
    assert found.suppressed is None


def test_a_note_is_on_its_own_unit_and_document_only() -> None:
    suppressor = watching(unit("1", "Six", "qa:ignore[accuracy]"), unit("2", "Six"))
    found = suppressor.applied([finding("2"), finding("1", document="b"), finding("1")])
    assert [one.suppressed for one in found] == [None, None, inline()]


def test_what_is_suppressed_already_keeps_its_reason() -> None:
    known = msgspec.structs.replace(finding("1"), suppressed=Suppression("baseline"))
    suppressor = watching(unit("1", "Six", "qa:ignore[accuracy]"))
    assert suppressor.applied([known]) == (known,)
    assert not list(suppressor.unused(RULES, RULES))


@pytest.mark.parametrize(
    "text", ["Sxi [sic] men", "Sxi[SIC!] men", "Sxi” [sic] men", "Sxi\u00a0[sic]", "Sxi (sic)", "Sxi [_sic_]"]
)
def test_sic_suppresses_what_it_stands_behind(text: str) -> None:
    before, behind = watching(unit("1", text)).applied([finding("1", Span(0, 2)), finding("1", Span(0, 3))])
    assert before.suppressed is None
    assert behind.suppressed == inline("marked with [sic]")


@pytest.mark.parametrize("text", ["Sxi men [sic]", "Sxi [six]", "Sxi sic", "[sic] Sxi"])
def test_sic_elsewhere_suppresses_nothing(text: str) -> None:
    (found,) = watching(unit("1", text)).applied([finding("1", Span(0, 3))])
    assert found.suppressed is None


def test_a_directive_without_effect_is_told_of() -> None:
    suppressor = watching(unit("1", "Six", "qa:ignore[accuracy]"), unit("2", "Six", "qa:ignore[typography] x"))
    suppressor.applied([finding("1")])
    assert list(suppressor.unused(RULES, RULES)) == [
        "qa:ignore[typography] of unit “2” in a suppresses nothing; remove it"
    ]


def test_a_directive_for_a_rule_that_did_not_run_is_not() -> None:
    suppressor = watching(unit("1", "Six", "qa:ignore[typography/double-space]"))
    assert not list(suppressor.unused(RULES[:1], RULES))


@pytest.mark.parametrize(
    ("name", "hint"), [("acuracy", "did you mean 'accuracy'?"), ("", "`qa rule` lists them"), ("*", "`qa rule`")]
)
def test_a_directive_for_an_unknown_rule_is_told_of(name: str, hint: str) -> None:
    (said,) = watching(unit("1", "Six", f"qa:ignore[{name}]")).unused(RULES, RULES)
    assert said.startswith(f"qa:ignore[{name}] of unit “1” in a names no rule and no group; {hint}")


def test_segments_of_one_unit_share_their_notes() -> None:
    note = "qa:ignore[accuracy]"
    suppressor = watching(unit("1#1", "Six", note), unit("1#2", "Six", note))
    assert suppressor.applied([finding("1#2")])[0].suppressed == inline()
    assert not list(suppressor.unused(RULES, RULES))


def test_a_header_speaks_for_its_document() -> None:
    suppressor = Suppressor()
    list(suppressor.watch([whole("qa:ignore-file[accuracy] old"), whole(name="b")]))
    found = suppressor.applied([finding("1"), finding("1", document="b")])
    assert [one.suppressed for one in found] == [inline("old"), None]


def test_the_parts_of_a_document_share_its_header() -> None:
    suppressor = Suppressor()
    list(suppressor.watch([whole("qa:ignore-file[accuracy]"), whole("qa:ignore-file[accuracy]")]))
    assert list(suppressor.unused(RULES, RULES)) == ["qa:ignore-file[accuracy] of a suppresses nothing; remove it"]


def test_a_unit_can_speak_for_all_documents_of_its_file() -> None:
    suppressor = Suppressor()
    list(suppressor.watch([whole(name="b"), document(unit("1", "Six", "qa:ignore-file[accuracy] old"))]))
    found = suppressor.applied([finding("1", document="b"), finding("1")])
    assert [one.suppressed for one in found] == [inline("old"), inline("old")]
    assert not list(suppressor.unused(RULES, RULES))


def test_a_directive_for_a_unit_has_no_place_in_a_header() -> None:
    suppressor = Suppressor()
    list(suppressor.watch([whole("qa:ignore[accuracy]")]))
    assert list(suppressor.unused(RULES, RULES)) == [
        "qa:ignore[accuracy] of a is a note on no unit; write qa:ignore-file[accuracy] for the whole"
    ]


def test_a_slip_is_told_with_what_to_write() -> None:
    suppressor = watching(unit("1", "Six", "qa:ignore accuracy/number-mismatch"))
    (said,) = suppressor.unused(RULES, RULES)
    assert said.startswith("“qa:ignore accuracy/number-mismatch” of unit “1” in a is no directive; ")
    assert said.endswith("write qa:ignore[accuracy/number-mismatch] and the reason")


def test_sic_in_the_source_is_meant_by_findings_on_the_source_alone() -> None:
    odd = TranslationUnit("1", "a", Segment("ru", "Пиять [sic]"), Segment("en", "Five"))
    suppressor = Suppressor()
    list(suppressor.watch([document(odd)]))
    alone = msgspec.structs.replace(finding("1"), source_spans=(Span(0, 5),))
    both = msgspec.structs.replace(alone, target_spans=(Span(0, 4),))
    assert [one.suppressed for one in suppressor.applied([alone, both])] == [inline("marked with [sic]"), None]


@given(st.text(), st.text())
def test_no_text_is_too_odd(note: str, target: str) -> None:
    suppressor = watching(unit("1", target, f"qa:ignore[{note}"))
    suppressor.applied([finding("1", Span(0, len(target)))])
    list(suppressor.unused(RULES, RULES))


def test_a_check_honours_them_and_reports_the_unused() -> None:
    rules = select_rules(Selection(select=("typography/double-space",)), target_language="en")
    units = (
        unit("1", "Five  men", "qa:ignore[typography] a table"),
        unit("2", "Five men", "qa:ignore[typography/double-space]"),
        unit("3", "Five  men"),
    )
    report = check_documents([document(*units)], rules, Resources(source_language="ru", target_language="en"))
    assert [one.suppressed for one in report.findings] == [inline("a table"), None]
    assert report.summary.suppressed == 1
    assert sum(report.summary.findings.values()) == 1
    assert report.notes == ("qa:ignore[typography/double-space] of unit “2” in a suppresses nothing; remove it",)

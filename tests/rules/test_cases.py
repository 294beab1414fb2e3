"""Every case of every rule: ``<group>/<slug>.toml`` beside this file."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from casefile import Case, case_files, marked, read_cases

from qa.core.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core.finding import Finding

CASES = list(chain.from_iterable(map(read_cases, case_files())))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    findings = case.findings()
    if case.kind == "pass":
        assert not findings, [finding.message for finding in findings]
        return
    assert findings, f"the rule is silent: {case.entry.why}"
    _assert_marks(case, findings)
    _assert_texts(case, findings)
    _assert_suggestions(case, findings)


def _assert_marks(case: Case, findings: tuple[Finding, ...]) -> None:
    """The spans of the findings are exactly the marked ones, on both sides."""
    for key in case.target_marks:
        of_unit = [finding for finding in findings if (finding.document, finding.unit) == key]
        target = {span for finding in of_unit for span in finding.target_spans}
        source = {span for finding in of_unit for span in finding.source_spans}
        assert target == case.target_marks[key], [finding.message for finding in of_unit]
        assert source == case.source_marks[key], [finding.message for finding in of_unit]


def _assert_texts(case: Case, findings: tuple[Finding, ...]) -> None:
    if case.entry.severity:
        assert {finding.severity for finding in findings} == {case.entry.severity}
    if case.entry.message:
        assert any(case.entry.message in finding.message for finding in findings), findings[0].message


def _assert_suggestions(case: Case, findings: tuple[Finding, ...]) -> None:
    """Applying all suggestions for a unit gives the text that the case wants."""
    for document in case.documents:
        for unit in document.units:
            wanted = case.suggestions.get((document.id, unit.id))
            if wanted is not None:
                assert _mended(unit.target.text, document.id, unit.id, findings) == wanted


def _mended(text: str, document: str, unit: str, findings: tuple[Finding, ...]) -> str:
    suggestions = {
        (finding.suggestion.span, finding.suggestion.text)
        for finding in findings
        if (finding.document, finding.unit) == (document, unit) and finding.suggestion
    }
    for span, replacement in sorted(suggestions, reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text


def test_marks_are_taken_out_of_the_text() -> None:
    marks = marked("a ⟦b⟧ c⟦⟧")
    assert marks.text == "a b c"
    assert marks.spans == {Span(2, 3), Span(5, 5)}


def test_tags_become_inline_codes() -> None:
    marks = marked("<b>a</b> ⟦b⟧<br/>", inline=True)
    assert marks.text == "a b"
    assert marks.spans == {Span(2, 3)}
    assert [(code.kind, code.offset, code.data) for code in marks.codes] == [
        ("sc", 0, "<b>"),
        ("ec", 1, "</b>"),
        ("ph", 3, "<br/>"),
    ]


@pytest.mark.parametrize("text", ["a ⟦b", "a⟧ b"])
def test_marks_must_pair(text: str) -> None:
    with pytest.raises(ValueError, match="without"):
        marked(text)


@pytest.mark.parametrize(
    "content",
    ['[[fail]]\nwhy = "x"\ntraget = "y"', 'rule = "a/b"\n[[pass]]\nwhy = "x"', '[[fail]]\ntarget = "no why"'],
)
def test_a_slip_in_a_case_file_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "group" / "slug.toml"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"slug\.toml"):
        list(read_cases(path))

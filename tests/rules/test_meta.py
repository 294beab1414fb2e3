"""What every rule must have: cases, a documented page, a name that is its path."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from casefile import Case, case_files, case_of_examples, read_cases, slug_of

import qa
from qa.rules.discovery import all_rules
from qa.rules.documentation import rule_page

if TYPE_CHECKING:
    from qa.rules.rule import Rule

PACKAGE = Path(qa.__file__).parent
RULES = all_rules()
CASE_FILES = {slug_of(path): path for path in case_files()}
FEWEST_CASES = 4
LONGEST_MODULE = 300
BANNED_NAMES = re.compile(r"(utils?|helpers?|common|misc|manager)(_|$)|_(utils?|helpers?|common|misc|manager)$")

# MQM-Core and MQM-Full (themqm.org), as dimension/type; "fluency" is called "linguistic-conventions" since MQM 2.0.
MQM = {
    "accuracy": "mistranslation overtranslation undertranslation addition omission do-not-translate untranslated "
    "number date-time entity overly-literal unit-conversion completeness false-friend",
    "terminology": "inconsistent-with-terminology-resource inconsistent-use-of-terminology wrong-term "
    "multiple-terms-for-concept multiple-translations-of-term inconsistent-abbreviations",
    "linguistic-conventions": "grammar punctuation spelling unintelligible character-encoding textual-conventions "
    "unpaired-marks whitespace diacritics transliteration capitalization compounding function-words duplication "
    "nonallowed-characters word-order title-style pattern-problem",
    "style": "organization-style third-party-style inconsistent-with-external-reference language-register awkward "
    "unidiomatic inconsistent-style",
    "locale-conventions": "number-format currency-format measurement-format time-format date-format name-format "
    "address-format telephone-format locale-specific-punctuation quote-mark-type shortcut-key "
    "national-language-standard",
    "audience-appropriateness": "culture-specific-reference offensive legal-requirements",
    "verity": "culture-specific legal-requirements",
    "design-and-markup": "layout markup-tag missing-markup added-markup misplaced-markup questionable-markup "
    "truncation-text-expansion missing-text link-cross-reference whitespace",
}
CATEGORIES = {f"{dimension}/{name}" for dimension, names in MQM.items() for name in names.split()}

each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


@each_rule
def test_has_cases(rule: type[Rule]) -> None:
    identifier = rule().id
    assert identifier in CASE_FILES, f"write tests/rules/{identifier.replace('-', '_')}.toml"
    kinds = [case.kind for case in read_cases(CASE_FILES[identifier])]
    assert kinds.count("fail") >= FEWEST_CASES
    assert kinds.count("pass") >= FEWEST_CASES
    assert kinds.count("known-false-positive") >= 1, "show where the rule is wrong"


@pytest.mark.parametrize("identifier", CASE_FILES)
def test_case_file_belongs_to_a_rule(identifier: str) -> None:
    assert identifier in RULES


@each_rule
def test_docstring_has_its_parts_and_no_empty_one(rule: type[Rule]) -> None:
    page = rule_page(rule)
    for part in (page.title, page.what, page.why, page.fails, page.passes, page.when_off, page.limits, page.source):
        assert part


@each_rule
def test_example_fires(rule: type[Rule]) -> None:
    case = _example(rule, "fail")
    findings = case.findings()
    assert findings
    target = {(finding.unit, span) for finding in findings for span in finding.target_spans}
    wanted = {(unit, span) for (_, unit), spans in case.target_marks.items() for span in spans}
    assert target == wanted


@each_rule
def test_example_stays_silent(rule: type[Rule]) -> None:
    assert not _example(rule, "pass").findings()


@each_rule
def test_messages_are_lower_case_and_quote(rule: type[Rule]) -> None:
    for finding in _example(rule, "fail").findings():
        assert not finding.message[0].isupper(), finding.message
        assert "“" in finding.message, finding.message
        assert not finding.message.endswith("."), finding.message


@each_rule
def test_options_are_documented(rule: type[Rule]) -> None:
    for option in rule_page(rule).options:
        assert option.what, option.name


@each_rule
def test_name_is_the_path(rule: type[Rule]) -> None:
    path = rule.__module__.removeprefix("qa.rules.").replace(".", "/")
    assert rule().id == path.replace("_", "-")


@each_rule
def test_category_is_of_mqm(rule: type[Rule]) -> None:
    assert rule.category in CATEGORIES


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_MODULE}


def test_no_module_is_a_heap() -> None:
    names = {path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if BANNED_NAMES.search(path.stem)}
    assert not names


def _example(rule: type[Rule], kind: str) -> Case:
    page = rule_page(rule)
    pairs = page.fails if kind == "fail" else page.passes
    return case_of_examples(page.id, kind, pairs, terms=page.terms, companions=page.companions, words=page.words)

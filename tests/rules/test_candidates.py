"""Searching all texts of a document at once finds every unit that a search in each text finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Segment
from qa.rules.candidates import candidates, numbers_of_candidates
from qa.rules.context import Context
from qa.rules.discovery import all_rules
from qa.rules.rule import UnitRule
from qa.text.analysis import Analyser

PIECES = ["a", "B", "я", "1", " ", "  ", "\u00a0", "-", ",", ".", "<", "&amp", "(", ")", "?", '"', "- ", "_", "²", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)
TRIGGERED = {
    name: rule
    for name, rule in all_rules().items()
    if issubclass(rule, UnitRule) and rule.trigger is not None
}  # fmt: skip


def document(pairs: list[tuple[str, str]]) -> Document:
    units = (
        TranslationUnit(str(number), "d", Segment("ru", source), Segment("en", target))
        for number, (source, target) in enumerate(pairs)
    )
    return Document("d", "d.txt", "ru", "en", tuple(units))


@given(PAIRS, st.sampled_from([r"-", r"[<&]", r"\s-", r"-\s", r"(?<!\w)a", r"[,.](?=\s)", r"B\w?"]))
def test_no_text_with_the_pattern_is_left_out(pairs: list[tuple[str, str]], pattern: str) -> None:
    wanted = re.compile(pattern)
    of_targets = {number for number, (_, target) in enumerate(pairs) if wanted.search(target)}
    of_sources = {number for number, (source, _) in enumerate(pairs) if wanted.search(source)}
    found = list(numbers_of_candidates(document(pairs), wanted))
    assert of_targets <= set(found)
    assert of_sources <= set(numbers_of_candidates(document(pairs), wanted, "source"))
    assert found == sorted(set(found))


@given(PAIRS)
def test_a_pattern_of_marks_finds_no_other_text(pairs: list[tuple[str, str]]) -> None:
    found = candidates(document(pairs), re.compile("[-(]"))
    assert [unit.target.text for unit in found] == [target for _, target in pairs if "-" in target or "(" in target]


@pytest.mark.parametrize("rule", TRIGGERED.values(), ids=TRIGGERED.keys())
@given(pairs=PAIRS)
def test_a_rule_sees_nothing_where_its_trigger_is_not_found(rule: type[UnitRule], pairs: list[tuple[str, str]]) -> None:
    assert rule.trigger is not None
    units = document(pairs).units
    triggered = set(numbers_of_candidates(document(pairs), rule.trigger))
    for number in set(range(len(units))) - triggered:
        assert not [
            *rule().check(units[number], Context(source_language="ru", target_language="en", analyser=Analyser()))
        ]


def test_rules_have_triggers() -> None:
    assert {"accuracy/empty-target", "typography/double-space"} <= TRIGGERED.keys()

"""Searching all texts of a document at once finds every unit that a search in each text finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Segment
from qa.rules.candidates import beyond_ascii, candidates, numbers_of_any, numbers_of_candidates
from qa.rules.context import Context
from qa.rules.discovery import all_rules
from qa.rules.rule import UnitRule
from qa.text.analysis import Analyser

PIECES = ["a", "B", "я", "1", " ", "  ", "\u00a0", "-", ",", ".", "<", "&amp", "(", ")", "?", '"', "- ", "_", "²", "\n"]
WORDS = ["the", "The ", "that", "did", "not ", "any", "ca", "isn't", "isn’t", "which was signed ", "No", "mln", "kv.ru",
    "@", "://", "он", "не", "нельзя", "млн", "Poktaovich", "Покатович", "d'Indi", "<b>", "</b>"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5)
WORDED = st.lists(st.sampled_from([*WORDS, *PIECES, *([" "] * 20)]), max_size=12).map("".join)
CONTEXT = Context(source_language="ru", target_language="en", analyser=Analyser())
UNIT_RULES = {
    name: rule
    for name, rule in all_rules().items()
    if issubclass(rule, UnitRule) and rule().asked_of(Document("d", "d.txt", "ru", "en", ()), CONTEXT) is not None
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


@pytest.mark.parametrize("rule", UNIT_RULES.values(), ids=UNIT_RULES.keys())
@given(pairs=PAIRS | st.lists(st.tuples(WORDED, WORDED), max_size=4))
def test_a_rule_sees_nothing_in_units_that_it_is_not_asked_of(
    rule: type[UnitRule], pairs: list[tuple[str, str]]
) -> None:
    units = document(pairs).units
    asked = rule().asked_of(document(pairs), CONTEXT)
    assert asked is not None
    for number in set(range(len(units))).difference(asked):
        assert not [*rule().check(units[number], CONTEXT)]


def test_rules_are_asked_of_few_units() -> None:
    assert {"accuracy/empty-target", "typography/double-space", "linguistic/repeated-word"} <= UNIT_RULES.keys()


def test_any_of_several_patterns_is_enough() -> None:
    pairs = [("", "a-b"), ("", "a"), ("", "a+b"), ("", "a+b-c")]
    assert numbers_of_any(document(pairs), [re.compile("-"), re.compile(r"\+")]) == {0, 2, 3}


def test_texts_beyond_ascii_are_known() -> None:
    assert beyond_ascii(document([("я", "a"), ("a", "я"), ("", "–")])) == [1, 2]

"""The fast engine against the definition of SRX, place by place and rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.core import ConfigError
from qa.segment import engine
from qa.segment.engine import BreakFinder
from qa.segment.icu import translate
from qa.segment.rules import Rule
from qa.segment.segmenter import Segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ATOMS = ("a", "b", r"\.", "[.!?]", r"\s", r"\s+", "[ab]", r"\.+", "a?", r"(?:a|b\.)", "(b)", "[^a]", r"\p{Lu}{1,2}")
patterns = st.lists(st.sampled_from(ATOMS), max_size=3).map("".join)
rule_lists = st.lists(st.builds(Rule, st.booleans(), patterns, patterns), max_size=6)
texts = st.text("abA. !?\n", max_size=14)
PROSE = """Он она т. е. г. 2018 «Да» — Нет ... (см. рис. 5.) А. Mr. Lee said U.S. The No. 5 z. B. am 3. März M. « »
? ! " б) 1. EE. UU. ¿Qué? р. XX в. . , [12] ¹ iPhone 😀 Co"""
prose = st.lists(st.sampled_from([*PROSE.split(), "\n", "\u00a0"]), max_size=25).map(" ".join)


def naive_breaks(rules: Sequence[Rule], text: str, fits: Callable[[Rule, int], bool]) -> list[int]:
    """At each place, the first rule that fits decides."""
    places = range(1, len(text))
    return [place for place in places if next((rule.breaks for rule in rules if fits(rule, place)), False)]


@settings(deadline=None)  # every example compiles new rules
@given(rule_lists, texts)
def test_the_first_rule_that_matches_wins(rules: list[Rule], text: str) -> None:
    def fits(rule: Rule, place: int) -> bool:
        ends_here = any(regex.fullmatch(rule.before, text, pos=start, endpos=place) for start in range(place + 1))
        return ends_here and regex.match(rule.after, text, pos=place) is not None

    assert BreakFinder(rules, "rules.srx").breaks(text) == naive_breaks(rules, text, fits)


@settings(deadline=None)  # the slow way compiles every rule
@given(st.sampled_from(["ru", "uk", "en", "de", "fr", "es", "ja", "pl"]), prose)
def test_our_rules_give_the_same_fast_and_slow(language: str, text: str) -> None:
    finder = Segmenter(language)._finder

    def fits(rule: Rule, place: int) -> bool:
        before, after = translate(rule.before), translate(rule.after)
        matches = regex.compile(f"(?<={before})", regex.V1).match(text, place)
        return matches is not None and regex.compile(after, regex.V1).match(text, place) is not None

    assert finder.breaks(text) == naive_breaks(finder._rules, text, fits)


def test_without_rules_there_is_no_break() -> None:
    assert BreakFinder([], "rules.srx").breaks("One. Two.") == []


def test_a_rule_that_backtracks_without_end_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SECONDS", 0.1)
    harmless = Rule(breaks=True, before=r"\.", after=r"\s", line=7)
    hungry = Rule(breaks=True, before="^(?:a|aa)+b", after="c", line=12)
    finder = BreakFinder([harmless, hungry], "mine.srx")
    with pytest.raises(
        ConfigError, match=r"^mine\.srx:12: the rule “\^\(\?:a\|aa\)\+b” … “c” takes too long on a text of 83"
    ):
        finder.breaks("x" + "a" * 80 + "bc")


def test_the_only_rule_is_blamed_when_none_is_slow_by_itself() -> None:
    assert (
        BreakFinder([Rule(breaks=True, before="a", after="", line=3)], "r.srx")._complaint("a").startswith("r.srx:3: ")
    )

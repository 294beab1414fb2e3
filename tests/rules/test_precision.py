from __future__ import annotations

import pytest

from qa.rules import precision
from qa.rules.discovery import all_rules
from qa.rules.precision import Figures, Measurement, RulePrecision, figures, precision_figures, precision_text

LEAST_RIGHT = 0.6
FEW = 5
RARE = 2.0
"""Hits per 1,000 segments of clean translations."""
GUARDS = {"accuracy/unrelated-target"}
"""Rules that guard against the loss of whole sentences: docs/precision.md says why they may be right less often."""


def published(rule: str) -> list[RulePrecision]:
    made = (figures().people, figures().machines)
    return [measured.rules[rule] for measured in made if rule in measured.rules]


def test_every_rule_of_the_figures_exists() -> None:
    assert figures().people.rules.keys() | figures().machines.rules.keys() <= all_rules().keys()


@pytest.mark.parametrize("rule", sorted(figures().people.rules.keys() | figures().machines.rules.keys()))
def test_a_rule_that_is_on_by_default_is_mostly_right(rule: str) -> None:
    found = published(rule)
    right, read = (sum(getattr(one, name) for one in found) for name in ("right", "read"))
    assert all(one.read <= one.hits for one in found)
    clean = figures().people
    hits = clean.rules[rule].hits if rule in clean.rules else 0
    rare = rule in GUARDS and 1000 * hits <= RARE * clean.segments
    assert rare or read < FEW or right >= LEAST_RIGHT * read


def test_what_a_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {
        "a/many": RulePrecision(hits=8, right=6, arguable=1, wrong=1),
        "a/few": RulePrecision(hits=1, right=1, arguable=0, wrong=0),
        "a/unread": RulePrecision(hits=6, right=0, arguable=0, wrong=0),
    }
    day = figures().date
    made = Figures(day, Measurement(("news ru-en",), 2000, rules), Measurement(("drafts ru-en",), 500, {}))
    monkeypatch.setattr(precision, "figures", lambda: made)
    measured = f"2,000 segments translated by people (news ru-en; {day})"
    drafts = f"No finding in 500 segments translated by machines (drafts ru-en; {day})."
    said = "4.00 hits per 1,000 segments, 75% of them right (8 read: 6 right, 1 arguable, 1 wrong); measured on "
    assert precision_text("a/many") == f"{said}{measured}. {drafts}"
    assert precision_text("a/few").endswith(f"So few hits say little about the next text. {drafts}")
    assert "none read yet" in precision_text("a/unread")
    assert [precision_figures(rule) for rule in ("a/many", "a/unread")] == [
        ("4.00, 75% right", "none"),
        ("3.00", "none"),
    ]
    assert precision_text("a/none") == f"No finding in {measured}. {drafts}"

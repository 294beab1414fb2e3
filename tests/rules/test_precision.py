from __future__ import annotations

import pytest

from qa.rules import precision
from qa.rules.discovery import all_rules
from qa.rules.precision import Measurement, RulePrecision, measurement, precision_figure, precision_text

LEAST_RIGHT = 0.6
FEW = 5
RARE = 2.0
"""Hits per 1,000 segments of clean translations."""
GUARDS = {"accuracy/partial-omission", "accuracy/unrelated-target"}
"""Rules that guard against the loss of whole sentences: docs/precision.md says why they may be right less often."""


def test_every_rule_of_the_figures_exists() -> None:
    assert measurement().rules.keys() <= all_rules().keys()


@pytest.mark.parametrize("rule", sorted(measurement().rules))
def test_a_rule_that_is_on_by_default_is_mostly_right(rule: str) -> None:
    found = measurement().rules[rule]
    assert found.read <= found.hits
    rare = rule in GUARDS and 1000 * found.hits <= RARE * measurement().segments
    assert rare or found.read < FEW or found.right >= LEAST_RIGHT * found.read


def test_what_a_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {
        "a/many": RulePrecision(hits=8, right=6, arguable=1, wrong=1),
        "a/few": RulePrecision(hits=1, right=1, arguable=0, wrong=0),
        "a/unread": RulePrecision(hits=6, right=0, arguable=0, wrong=0),
    }
    day = measurement().date
    monkeypatch.setattr(precision, "measurement", lambda: Measurement(day, ("news ru-en",), 2000, rules))
    measured = f"2,000 segments translated by people (news ru-en; {day})"
    said = "4.00 hits per 1,000 segments, 75% of them right (8 read: 6 right, 1 arguable, 1 wrong); measured on "
    assert precision_text("a/many") == f"{said}{measured}."
    assert precision_text("a/few").endswith("So few hits say little about the next text.")
    assert "none read yet" in precision_text("a/unread")
    assert [precision_figure(rule) for rule in ("a/many", "a/unread", "a/none")] == ["4.00, 75% right", "3.00", "none"]
    assert precision_text("a/none") == f"No finding in {measured}."

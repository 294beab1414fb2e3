"""How often each rule speaks up on real translations, and how often rightly, as measured and read by hand.

The figures stand in ``precision.toml``, which ``benchmarks/verdicts.py`` writes; every rule's page shows its own.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

__all__ = ["Figures", "Measurement", "RulePrecision", "figures", "precision_figures", "precision_text"]

_FEW = 5


class RulePrecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The findings of one rule."""

    hits: int
    right: int
    """A careful editor would change the text, or the original."""
    arguable: int
    """Editors would differ."""
    wrong: int
    """False alarms."""

    @property
    def read(self) -> int:
        """How many findings a person has judged."""
        return self.right + self.arguable + self.wrong


class Measurement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measurement of all default rules."""

    sets: tuple[str, ...]
    """Data sets and directions."""
    segments: int
    rules: dict[str, RulePrecision]
    """By rule; those that never fired are left out."""


class Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was measured."""

    date: dt.date
    people: Measurement
    """On translations by professionals, where nearly nothing ought to be found."""
    machines: Measurement
    """On translations by machines, where errors are to be found."""


@cache
def figures() -> Figures:
    """The published figures."""
    text = files(__package__).joinpath("precision.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Figures)


def precision_text(rule: str) -> str:
    """What the page of a rule that is on by default says of its precision, in one paragraph."""
    published = figures()
    people = _sentence(rule, published.people, "people", published.date)
    return f"{people} {_sentence(rule, published.machines, 'machines', published.date)}"


def precision_figures(rule: str) -> tuple[str, str]:
    """Hits per 1,000 segments and the share of them that is right, for the index of rules: by people, by machines."""
    published = figures()
    return _figure(rule, published.people), _figure(rule, published.machines)


def _figure(rule: str, measured: Measurement) -> str:
    found = measured.rules.get(rule)
    if found is None:
        return "none"
    share = f", {found.right / found.read:.0%} right" if found.read else ""
    return f"{1000 * found.hits / measured.segments:.2f}{share}"


def _sentence(rule: str, measured: Measurement, makers: str, date: dt.date) -> str:
    head = f"{measured.segments:,} segments translated by {makers} ({', '.join(measured.sets)}; {date})"
    found = measured.rules.get(rule)
    if found is None:
        return f"No finding in {head}."
    text = f"{1000 * found.hits / measured.segments:.2f} hits per 1,000 segments, {_share(found)}; measured on {head}."
    return text if found.hits >= _FEW else f"{text} So few hits say little about the next text."


def _share(found: RulePrecision) -> str:
    if not found.read:
        return "none read yet"
    parts = f"{found.right} right, {found.arguable} arguable, {found.wrong} wrong"
    return f"{found.right / found.read:.0%} of them right ({found.read} read: {parts})"

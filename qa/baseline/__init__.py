"""Baselines: what a batch may still have wrong while only what is new counts."""

from qa.baseline.debts import relaxed
from qa.baseline.entries import Baseline, Debt, Entry, read_baseline, write_baseline
from qa.baseline.making import Update, create, update
from qa.baseline.matching import Applied, apply

__all__ = [
    "Applied",
    "Baseline",
    "Debt",
    "Entry",
    "Update",
    "apply",
    "create",
    "read_baseline",
    "relaxed",
    "update",
    "write_baseline",
]

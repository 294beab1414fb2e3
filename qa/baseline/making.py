"""Makes a baseline of a report, and brings one up to date: it shrinks, and grows only when asked to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from qa.baseline.debts import debts_of, reduced
from qa.baseline.entries import Baseline, Entry
from qa.baseline.matching import apply, document_paths, places
from qa.core.fingerprint import without_ordinal
from qa.core.report import FindingTexts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from qa.baseline.matching import Place
    from qa.config import GateConfig
    from qa.core.report import Report, UnitText

__all__ = ["Update", "create", "update"]

_LONGEST: Final = 80
"""Of the words at fault, in code points."""


class Update(NamedTuple):
    """A baseline brought up to date, and how many findings were kept, taken out, added, and left out as new."""

    baseline: Baseline
    kept: int
    removed: int
    added: int
    refused: int


def create(report: Report, gate: GateConfig, root: Path) -> Baseline:
    """Every finding of ``report`` that counts, and every score that misses its threshold in ``gate``."""
    found = places(report, document_paths(report, root))
    return Baseline(_entries(found, report), debts_of(report, gate))


def update(report: Report, baseline: Baseline, gate: GateConfig, root: Path, *, accept_new: bool = False) -> Update:
    """``baseline`` without what is no longer found, and under ``accept_new`` with what is new.

    Entries of files that were not checked stay. Entries of files that were renamed take the new name.
    """
    applied = apply(report, baseline, root)
    found = tuple(places(report, document_paths(report, root)))
    known = [place for place in found if applied.report.findings[place.number].suppressed is not None]
    new = len(found) - len(known)
    entries = _entries(found if accept_new else known, report)
    debts = debts_of(report, gate) if accept_new else reduced(baseline.debts, report, gate)
    return Update(
        Baseline((*entries, *applied.unchecked), debts),
        kept=len(known) + sum(entry.count for entry in applied.unchecked),
        removed=sum(entry.count for entry in applied.stale),
        added=new if accept_new else 0,
        refused=0 if accept_new else new,
    )


def _entries(found: Iterable[Place], report: Report) -> tuple[Entry, ...]:
    texts = FindingTexts(report)
    counts: Counter[tuple[str, str]] = Counter()
    entries: dict[tuple[str, str], Entry] = {}
    for place in found:
        key = (place.path, without_ordinal(place.finding.fingerprint))
        counts[key] += 1
        entries.setdefault(key, _entry(place, texts))
    return tuple(msgspec.structs.replace(entry, count=counts[key]) for key, entry in entries.items())


def _entry(place: Place, texts: FindingTexts) -> Entry:
    finding = place.finding
    return Entry(
        path=place.path,
        rule=finding.rule,
        severity=finding.severity,
        text=_words(place, texts.of(finding)),
        fingerprint=without_ordinal(finding.fingerprint),
    )


def _words(place: Place, unit: UnitText | None) -> str:
    """The first words at fault, or the start of the unit where the whole of it is."""
    if unit is None:
        return ""
    finding = place.finding
    marked = [span.of(unit.target) for span in finding.target_spans]
    marked += [span.of(unit.source) for span in finding.source_spans]
    words = next(filter(None, marked), unit.target or unit.source)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"

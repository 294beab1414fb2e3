"""Two reports of the same texts: which findings are new, fixed or persisting, and what the texts were before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from qa.core.finding import Finding
from qa.core.fingerprint import text_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.report import Report, UnitText

__all__ = ["Comparison", "compare"]


class Comparison(msgspec.Struct, frozen=True):
    """What became of an earlier report's findings."""

    persisting: frozenset[str]
    """Fingerprints of findings that both reports have."""
    fixed: tuple[Finding, ...]
    """Findings of the earlier report that are gone, in its order."""
    previous: dict[tuple[str, str], str]
    """The earlier target of each unit (document, id) whose target has changed."""

    def counts(self, report: Report) -> list[dict[str, object]]:
        """Per rule how many findings are new, fixed and persisting; rules by their ids."""
        now = [finding for finding in report.findings if finding.suppressed is None]
        persisting = Counter(finding.rule for finding in now if finding.fingerprint in self.persisting)
        new = Counter(finding.rule for finding in now) - persisting
        fixed = Counter(finding.rule for finding in self.fixed)
        return [
            {"rule": rule, "new": new[rule], "fixed": fixed[rule], "persisting": persisting[rule]}
            for rule in sorted({*persisting, *new, *fixed})
        ]


def compare(report: Report, baseline: Report) -> Comparison:
    """How ``report`` differs from the earlier ``baseline``; suppressed findings count in neither."""
    now = _fingerprints(report)
    before = _fingerprints(baseline)
    gone = before - now
    return Comparison(
        persisting=frozenset(now & before),
        fixed=tuple(finding for finding in baseline.findings if finding.fingerprint in gone),
        previous=dict(_previous(report.units, baseline.units)),
    )


def _fingerprints(report: Report) -> set[str]:
    return {finding.fingerprint for finding in report.findings if finding.suppressed is None}


def _previous(units: Iterable[UnitText], before: Iterable[UnitText]) -> Iterator[tuple[tuple[str, str], str]]:
    """By document and source text, then by document and id where the source is no longer there."""
    by_source = {(unit.document, text_hash(unit.source)): unit.target for unit in before if unit.source}
    by_id = {(unit.document, unit.id): unit.target for unit in before}
    for unit in units:
        key = unit.document, unit.id
        old = by_source.get((unit.document, text_hash(unit.source)), by_id.get(key) if not by_source else None)
        if old is not None and old != unit.target:
            yield key, old

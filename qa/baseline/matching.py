"""Which findings a baseline knows, which are new, and which of its entries nothing was found for.

Equal findings are counted, not listed: of three where two are known, one is new. An entry first covers findings in its
own file. What is left over covers equal findings in other files, but only where its own file was checked too or is
gone: the units have moved, or the file has another name. An entry of a file that was not checked covers nothing else,
so that the same error made again in another file is new even when only that file is checked.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.finding import Suppression
from qa.core.fingerprint import without_ordinal
from qa.core.repository import repository_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from qa.baseline.entries import Baseline, Entry
    from qa.core.finding import Finding
    from qa.core.report import Report

__all__ = ["Applied", "Place", "apply", "document_paths", "places"]


class Place(NamedTuple):
    """A finding that a baseline may know."""

    number: int
    """0-based, among the findings of the report."""
    path: str
    """Of its document, as seen from the root of the repository."""
    finding: Finding


class Applied(NamedTuple):
    """A report in which known findings are suppressed, and what the baseline has beside them."""

    report: Report
    stale: tuple[Entry, ...]
    """Entries that nothing was found for, with the count of what is missing."""
    unchecked: tuple[Entry, ...]
    """Entries of files that are there and were not checked: nothing is known of them."""


def apply(report: Report, baseline: Baseline, root: Path) -> Applied:
    """Suppress the findings that ``baseline`` knows; paths are taken from ``root``, that of the repository."""
    paths = document_paths(report, root)
    ledger = _Ledger(baseline, frozenset(paths.values()), root)
    known = ledger.settle(tuple(places(report, paths)))
    suppression = Suppression("baseline")
    findings = tuple(
        msgspec.structs.replace(finding, suppressed=suppression) if number in known else finding
        for number, finding in enumerate(report.findings)
    )
    applied = msgspec.structs.replace(report, findings=findings)
    return Applied(applied, tuple(ledger.left(checked=True)), tuple(ledger.left(checked=False)))


def document_paths(report: Report, root: Path) -> Mapping[str, str]:
    """The file of each document as seen from the root of the repository."""
    return {document.id: repository_path(document.path, root) for document in report.batch.documents}


def places(report: Report, paths: Mapping[str, str]) -> Iterator[Place]:
    """The findings that count, and those that do not because a baseline knew them when the report was made.

    A finding in the source text stands at the file of the translation, as all others of its document.
    """
    for number, finding in enumerate(report.findings):
        if finding.suppressed is None or finding.suppressed.kind == "baseline":
            yield Place(number, paths.get(finding.document, finding.document), finding)


class _Ledger:
    """How many findings of each fingerprint each file may still have."""

    def __init__(self, baseline: Baseline, checked: frozenset[str], root: Path) -> None:
        self._entries = {(entry.fingerprint, entry.path): entry for entry in baseline.entries}
        self._left = {key: entry.count for key, entry in self._entries.items()}
        self._open = {path for _, path in self._entries if path in checked or not (root / path).exists()}
        """Files whose entries may cover findings elsewhere, and go stale."""

    def settle(self, found: Iterable[Place]) -> frozenset[int]:
        """The numbers of the findings that are known."""
        rest = []
        known = set()
        for place in found:
            if self._take(without_ordinal(place.finding.fingerprint), place.path):
                known.add(place.number)
            else:
                rest.append(place)
        elsewhere = self._elsewhere()
        for place in rest:
            fingerprint = without_ordinal(place.finding.fingerprint)
            if any(self._take(fingerprint, path) for path in elsewhere.get(fingerprint, ())):
                known.add(place.number)
        return frozenset(known)

    def left(self, *, checked: bool) -> Iterator[Entry]:
        """Entries that covered too little, of files that are open or of files that are not."""
        for key, count in self._left.items():
            if count and (key[1] in self._open) is checked:
                yield msgspec.structs.replace(self._entries[key], count=count)

    def _take(self, fingerprint: str, path: str) -> bool:
        left = self._left.get((fingerprint, path), 0)
        if left:
            self._left[fingerprint, path] = left - 1
        return left > 0

    def _elsewhere(self) -> Mapping[str, list[str]]:
        """The open files that have entries left, by fingerprint."""
        files: dict[str, list[str]] = defaultdict(list)
        for (fingerprint, path), count in sorted(self._left.items()):
            if count and path in self._open:
                files[fingerprint].append(path)
        return files

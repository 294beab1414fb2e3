"""What a review server knows: its reports, who may come in, who reviews what, who listens, and the journal."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import queue
import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import UsageError
from qa.reporters.review_page import PageOptions, write_page
from qa.reporters.review_page.identity import report_id
from qa.review.assignment import Assignment, fits
from qa.review.journal import AssignmentConflictError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.report import Report
    from qa.review.decision import Decision
    from qa.review.journal import Journal

__all__ = ["ServedReport", "Team"]


@dataclass(frozen=True, slots=True)
class ServedReport:
    """A report with its page."""

    id: str
    title: str
    page: bytes
    findings: frozenset[str]
    """Fingerprints that may be decided on."""
    documents: Mapping[str, tuple[str, ...]]
    """The ids of the documents, each with the names that a pattern may fit."""

    @classmethod
    def of(cls, report: Report) -> ServedReport:
        """The page is written once."""
        buffer = io.BytesIO()
        write_page(report, buffer, PageOptions(served=True))
        batch = report.batch
        title = f"{batch.source_language} → {batch.target_language}, {len(batch.documents)} documents"
        fingerprints = frozenset(finding.fingerprint for finding in report.findings)
        documents = {one.id: (one.id, one.path, Path(one.path).name, Path(one.path).stem) for one in batch.documents}
        return cls(report_id(report), title, buffer.getvalue(), fingerprints, documents)


@dataclass(slots=True)
class Team:
    """Reviewers of one or more reports; each comes in once, by a token, and then has a session."""

    reports: dict[str, ServedReport]
    journal: Journal
    reviewers: dict[str, str]
    """Name of each reviewer with patterns of the documents to begin with, joined by commas, or empty."""
    _tokens: dict[str, str] = field(default_factory=dict)
    _sessions: dict[str, str] = field(default_factory=dict)
    _listeners: list[tuple[str, queue.SimpleQueue[bytes]]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def invite(self) -> Iterator[tuple[str, str]]:
        """Each reviewer's name and one-time token."""
        for name in self.reviewers:
            token = secrets.token_urlsafe(24)
            self._tokens[token] = name
            yield name, token

    def share_out(self) -> None:
        """Give the reviewers the documents that their patterns fit, but for those that were assigned before.

        Raises:
            UsageError: a pattern fits no document.
        """
        for name, patterns in self.reviewers.items():
            for pattern in filter(None, patterns.split(",")):
                found = list(self._fitting(pattern))
                if not found:
                    message = f"--assign {name}={pattern}: no document is called so; write `*` for what may differ"
                    raise UsageError(message)
                for report, document in found:
                    with contextlib.suppress(AssignmentConflictError):
                        self.journal.assign(report, Assignment(document=document, reviewer=name, at=_now()))

    def has_documents(self, report: str, reviewer: str) -> bool:
        """Whether a reviewer has been given documents of a report."""
        return any(one.reviewer == reviewer for one in self.journal.assignments(report))

    def assign(self, report: str, assignment: Assignment, reviewer: str) -> Assignment:
        """Give a document to a reviewer, or to nobody, and tell everybody who looks at the report.

        Raises:
            UsageError: there is no such document or reviewer.
            AssignmentConflictError: somebody else assigned it since.
        """
        if assignment.document not in self.reports[report].documents:
            message = f"there is no document {assignment.document!r} in this report; load the page again"
            raise UsageError(message)
        if assignment.reviewer and assignment.reviewer not in self.reviewers:
            message = f"there is no reviewer {assignment.reviewer!r}; there are {', '.join(self.reviewers)}"
            raise UsageError(message)
        kept = self.journal.assign(report, msgspec.structs.replace(assignment, by=reviewer, at=_now()))
        self._tell(report, b"event: assignment\ndata: " + msgspec.json.encode(kept))
        return kept

    def enter(self, token: str) -> tuple[str, str] | None:
        """Name and new session for a token, which is spent by it; None for one that is unknown or spent."""
        with self._lock:
            name = self._tokens.pop(token, None)
            if name is None:
                return None
            session = secrets.token_urlsafe(24)
            self._sessions[session] = name
        return name, session

    def reviewer(self, session: str) -> str | None:
        """Whose session it is."""
        return self._sessions.get(session)

    def decide(self, report: str, decision: Decision, reviewer: str) -> Decision:
        """Keep a decision under the reviewer's name, and tell everybody who looks at the report.

        Raises:
            UsageError: the report has no such finding.
            DecisionConflictError: somebody else decided since.
        """
        if decision.finding not in self.reports[report].findings:
            message = f"there is no finding {decision.finding!r} in this report; load the page again"
            raise UsageError(message)
        kept = self.journal.append(report, msgspec.structs.replace(decision, reviewer=reviewer))
        self._tell(report, b"data: " + msgspec.json.encode(kept))
        return kept

    def listen(self, report: str) -> queue.SimpleQueue[bytes]:
        """A queue on which every decision and assignment of a report arrives from now on, as server-sent events."""
        arriving: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        with self._lock:
            self._listeners.append((report, arriving))
        return arriving

    def leave(self, arriving: queue.SimpleQueue[bytes]) -> None:
        """No longer listen."""
        with self._lock:
            self._listeners = [pair for pair in self._listeners if pair[1] is not arriving]

    def _fitting(self, pattern: str) -> Iterator[tuple[str, str]]:
        """Report and id of each document that a pattern fits."""
        for report in self.reports.values():
            yield from ((report.id, name) for name, names in report.documents.items() if fits(pattern, names))

    def _tell(self, report: str, body: bytes) -> None:
        with self._lock:
            listeners: Sequence[queue.SimpleQueue[bytes]] = [
                each for wanted, each in self._listeners if wanted == report
            ]
        for each in listeners:
            each.put(body)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

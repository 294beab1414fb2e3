"""What a review server knows: its reports, who may come in, who listens, and the journal of decisions."""

from __future__ import annotations

import io
import queue
import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import UsageError
from qa.reporters.review_page import PageOptions, write_page
from qa.reporters.review_page.identity import report_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

    @classmethod
    def of(cls, report: Report) -> ServedReport:
        """The page is written once."""
        buffer = io.BytesIO()
        write_page(report, buffer, PageOptions(served=True))
        batch = report.batch
        title = f"{batch.source_language} → {batch.target_language}, {len(batch.documents)} documents"
        fingerprints = frozenset(finding.fingerprint for finding in report.findings)
        return cls(report_id(report), title, buffer.getvalue(), fingerprints)


@dataclass(slots=True)
class Team:
    """Reviewers of one or more reports; each comes in once, by a token, and then has a session."""

    reports: dict[str, ServedReport]
    journal: Journal
    reviewers: dict[str, str]
    """Name of each reviewer with the documents assigned, a pattern for ``doc:`` or empty."""
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
        self._tell(report, msgspec.json.encode(kept))
        return kept

    def listen(self, report: str) -> queue.SimpleQueue[bytes]:
        """A queue on which every decision on a report arrives from now on."""
        arriving: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        with self._lock:
            self._listeners.append((report, arriving))
        return arriving

    def leave(self, arriving: queue.SimpleQueue[bytes]) -> None:
        """No longer listen."""
        with self._lock:
            self._listeners = [pair for pair in self._listeners if pair[1] is not arriving]

    def _tell(self, report: str, body: bytes) -> None:
        with self._lock:
            listeners: Sequence[queue.SimpleQueue[bytes]] = [
                each for wanted, each in self._listeners if wanted == report
            ]
        for each in listeners:
            each.put(body)

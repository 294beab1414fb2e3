"""Decisions and assignments of a team in one file: append-only SQLite tables in which every line has a revision."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import InputError, QaError
from qa.review.assignment import Assignment, decode_assignment
from qa.review.decision import Decision, decode_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["AssignmentConflictError", "DecisionConflictError", "Journal"]

_TABLE = """
CREATE TABLE IF NOT EXISTS decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL,
    finding TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (report, finding, revision)
)
"""
_ASSIGNMENTS = """
CREATE TABLE IF NOT EXISTS assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL,
    document TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (report, document, revision)
)
"""
_LAST = "SELECT body FROM decision WHERE report = ? AND finding = ? ORDER BY revision DESC LIMIT 1"
_CURRENT = """
SELECT body FROM decision AS one WHERE report = ? AND revision =
    (SELECT MAX(revision) FROM decision WHERE report = one.report AND finding = one.finding) ORDER BY id
"""
_LAST_ASSIGNMENT = "SELECT body FROM assignment WHERE report = ? AND document = ? ORDER BY revision DESC LIMIT 1"
_CURRENT_ASSIGNMENTS = """
SELECT body FROM assignment AS one WHERE report = ? AND revision =
    (SELECT MAX(revision) FROM assignment WHERE report = one.report AND document = one.document) ORDER BY id
"""
_HISTORY = "SELECT body FROM decision WHERE report = ? ORDER BY id"


class DecisionConflictError(QaError):
    """Somebody else decided on the finding since; ``current`` is what stands."""

    def __init__(self, current: Decision) -> None:
        self.current = current
        super().__init__(f"{current.reviewer or 'somebody'} decided on {current.finding} since; look at it first")


class AssignmentConflictError(QaError):
    """Somebody else assigned the document since; ``current`` is what stands."""

    def __init__(self, current: Assignment) -> None:
        self.current = current
        super().__init__(f"{current.by or 'somebody'} assigned {current.document} since; look at it first")


class Journal:
    """The decisions and assignments of any number of reports; safe to use from several threads.

    What :meth:`append` or :meth:`assign` has returned is on the disk: the write-ahead log is flushed every time.

    Raises:
        InputError: the file is no database, or cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute(_TABLE)
            self._connection.execute(_ASSIGNMENTS)
        except sqlite3.Error as error:
            message = f"the database cannot be opened ({error}); give another file with --database"
            raise InputError(message, path=str(path)) from error

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def append(self, report: str, decision: Decision) -> Decision:
        """Keep a decision that was made in sight of revision ``decision.revision`` (0 for none); the one as kept.

        Raises:
            DecisionConflictError: a later revision is there.
        """
        with self._lock, self._transaction():
            row = self._connection.execute(_LAST, (report, decision.finding)).fetchone()
            kept = _next(decode_decision(row[0]) if row else None, decision, report)
            body = msgspec.json.encode(kept).decode()
            self._connection.execute(
                "INSERT INTO decision (report, finding, revision, body) VALUES (?, ?, ?, ?)",
                (report, kept.finding, kept.revision, body),
            )
        return kept

    def assign(self, report: str, assignment: Assignment) -> Assignment:
        """Keep an assignment that was made in sight of revision ``assignment.revision`` (0 for none); the one as kept.

        Raises:
            AssignmentConflictError: a later revision is there.
        """
        with self._lock, self._transaction():
            row = self._connection.execute(_LAST_ASSIGNMENT, (report, assignment.document)).fetchone()
            current = decode_assignment(row[0]) if row else Assignment(document=assignment.document)
            if current.revision != assignment.revision:
                raise AssignmentConflictError(current)
            kept = msgspec.structs.replace(assignment, revision=current.revision + 1, report=report)
            self._connection.execute(
                "INSERT INTO assignment (report, document, revision, body) VALUES (?, ?, ?, ?)",
                (report, kept.document, kept.revision, msgspec.json.encode(kept).decode()),
            )
        return kept

    def assignments(self, report: str) -> Sequence[Assignment]:
        """The last assignment of each document of a report."""
        with self._lock:
            rows = self._connection.execute(_CURRENT_ASSIGNMENTS, (report,)).fetchall()
        return [decode_assignment(row[0]) for row in rows]

    def current(self, report: str) -> Sequence[Decision]:
        """The last decision on each finding of a report."""
        return self._select(_CURRENT, report)

    def history(self, report: str) -> Sequence[Decision]:
        """All decisions on a report in the order in which they were made."""
        return self._select(_HISTORY, report)

    def reports(self) -> Sequence[str]:
        """The ids of the reports that were decided on."""
        with self._lock:
            rows = self._connection.execute("SELECT DISTINCT report FROM decision ORDER BY report").fetchall()
        return [row[0] for row in rows]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _select(self, query: str, report: str) -> Sequence[Decision]:
        with self._lock:
            rows = self._connection.execute(query, (report,)).fetchall()
        return [decode_decision(row[0]) for row in rows]


def _next(current: Decision | None, decision: Decision, report: str) -> Decision:
    """The decision with the revision after ``current``, if it was made in sight of that."""
    if (current.revision if current else 0) != decision.revision:
        raise DecisionConflictError(current or msgspec.structs.replace(decision, verdict="undecided", revision=0))
    return msgspec.structs.replace(decision, revision=decision.revision + 1, report=report)

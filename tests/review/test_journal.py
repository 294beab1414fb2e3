"""The journal: nothing that was acknowledged is lost, and nobody overwrites anybody."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import InputError
from qa.review import Decision
from qa.review.decision import SCHEMA, Verdict
from qa.review.journal import DecisionConflictError, Journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from qa.review.decision import SCHEMA, Decision
from qa.review.journal import Journal
journal = Journal(Path(sys.argv[1]))
for number in range(100_000):
    kept = journal.append("r", Decision(schema=SCHEMA, finding=f"v1:{number}", verdict="accepted"))
    print(kept.finding, flush=True)
"""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(tmp_path / "review.sqlite")
    yield opened
    opened.close()


def decision(verdict: Verdict, revision: int = 0, reviewer: str = "Anna") -> Decision:
    return Decision(schema=SCHEMA, finding="v1:1", verdict=verdict, revision=revision, reviewer=reviewer)


def test_decisions_get_revisions(journal: Journal) -> None:
    first = journal.append("r", decision("accepted"))
    second = journal.append("r", decision("dismissed", first.revision))
    assert (first.revision, second.revision, second.report) == (1, 2, "r")
    assert journal.current("r") == [second]
    assert journal.history("r") == [first, second]
    assert journal.current("other") == []
    assert journal.reports() == ["r"]


def test_a_decision_on_an_old_revision_is_refused(journal: Journal) -> None:
    journal.append("r", decision("accepted"))
    with pytest.raises(DecisionConflictError, match="Anna decided on v1:1 since") as raised:
        journal.append("r", decision("dismissed", 0, "Boris"))
    assert raised.value.current.verdict == "accepted"
    with pytest.raises(DecisionConflictError):
        journal.append("r", decision("dismissed", 7, "Boris"))
    assert len(journal.history("r")) == 1


def test_a_kill_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(30)]
        writer.send_signal(signal.SIGKILL)
        told += [line.strip() for line in writer.stdout if line.endswith("\n")]
    journal = Journal(path)
    kept = [one.finding for one in journal.history("r")]
    journal.close()
    assert kept[: len(told)] == told


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    path.write_text("no database, but long enough to be looked at" * 20)
    with pytest.raises(InputError, match="cannot be opened"):
        Journal(path)

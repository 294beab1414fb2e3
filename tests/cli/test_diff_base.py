"""``--diff-base``: only units that a revision of git has not count, or are judged by thresholds of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed, and --diff-base asks it")

CLOCK = "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
PRICE = "Билет стоит 250 рублей.\tA ticket costs 520 roubles.\n"
CLEAN = "Мост открыли утром.\tThe bridge was opened in the morning.\n"
GAP = "Мост открыли вечером.\tThe bridge was opened  in the evening.\n"
LANGUAGES = ("-s", "ru", "-t", "en")


def git(*arguments: str) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, env=environment)  # noqa: S607


def write(name: str, *rows: str) -> None:
    Path(name).write_text("".join(rows), encoding="utf-8")


@pytest.fixture
def repository(qa: Qa) -> Qa:
    """One commit of ``a.tsv`` with two findings."""
    git("init", "-q", "-b", "main")
    write("a.tsv", CLOCK, CLEAN, PRICE)
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return qa


def new(qa: Qa, *arguments: str) -> tuple[int, list[int]]:
    outcome = qa("check", *arguments, *LANGUAGES, "--format", "json")
    assert outcome.code in {0, 1}, outcome.stderr
    findings = json.loads(outcome.stdout)["findings"]
    return outcome.code, [found["location"]["line"] for found in findings if found["suppressed"] is None]


def test_nothing_changed_is_nothing_new(repository: Qa) -> None:
    assert new(repository, "a.tsv") == (1, [1, 3])
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (0, [])


def test_a_changed_unit_counts_with_all_its_findings(repository: Qa) -> None:
    write("a.tsv", CLEAN, PRICE, CLOCK.replace("arrived", "pulled in"))
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (1, [3])
    outcome = repository("check", "a.tsv", *LANGUAGES, "--diff-base", "HEAD")
    assert "1 of 3 units changed since HEAD" in outcome.stdout


def test_a_copy_of_a_unit_is_a_change(repository: Qa) -> None:
    write("a.tsv", CLOCK, CLEAN, PRICE, PRICE)
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (1, [4])


def test_a_new_file_is_changed_all_over_and_a_renamed_one_is_not(repository: Qa) -> None:
    write("b.tsv", CLOCK)
    assert new(repository, "b.tsv", "--diff-base", "HEAD") == (1, [1])
    git("mv", "a.tsv", "c d.tsv")
    assert new(repository, "c d.tsv", "--diff-base", "HEAD") == (0, [])


def test_what_the_other_branch_did_since_is_no_change(repository: Qa) -> None:
    git("checkout", "-q", "-b", "topic")
    git("checkout", "-q", "main")
    write("a.tsv", CLEAN)
    git("commit", "-q", "-a", "-m", "mended")
    git("checkout", "-q", "topic")
    assert new(repository, "a.tsv", "--diff-base", "main") == (0, [])


def test_a_file_that_was_broken_counts_whole(repository: Qa) -> None:
    write("a.tsv", "one\ttwo\tthree\tfour\n")
    git("commit", "-q", "-a", "-m", "broken")
    write("a.tsv", CLOCK)
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (1, [1])


def test_batch_and_changed_units_have_thresholds_of_their_own(repository: Qa) -> None:
    write("qa.toml", '[gate]\nfail-on = "never"\nmax-warnings = 3\n[gate.changed]\nfail-on = "minor"\n')
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (0, [1, 3])
    write("a.tsv", CLOCK, CLEAN, PRICE, GAP)
    assert new(repository, "a.tsv", "--diff-base", "HEAD") == (1, [1, 3, 4])
    outcome = repository("check", "a.tsv", *LANGUAGES, "--diff-base", "HEAD", "--format", "json")
    gate = json.loads(outcome.stdout)["gate"]
    assert gate["tripped"] == ["in changed units, 1 finding is minor or graver; none may be"]
    assert gate["thresholds"] == {"fail-on": "never", "max-warnings": "3", "changed.fail-on": "minor"}
    write("a.tsv", CLOCK, CLEAN, PRICE, PRICE)
    write("qa.toml", '[gate]\nfail-on = "major"\n[gate.changed]\nfail-on = "never"\n')
    assert new(repository, "a.tsv", "--diff-base", "HEAD")[0] == 1


def test_density_counts_the_words_of_changed_units_only(repository: Qa) -> None:
    write("qa.toml", '[gate]\nfail-on = "never"\nfindings-per-1000-words = 300.0\n')
    write("a.tsv", CLOCK, CLEAN, PRICE, GAP)
    assert new(repository, "a.tsv", "--diff-base", "HEAD")[0] == 1  # one in three words
    write("qa.toml", '[gate]\nfail-on = "never"\nfindings-per-1000-words = 340.0\n')
    assert new(repository, "a.tsv", "--diff-base", "HEAD")[0] == 0


def test_baseline_and_diff_base_go_together(repository: Qa) -> None:
    repository("baseline", "create", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    write("a.tsv", CLOCK, CLEAN, PRICE, GAP)
    arguments = ("a.tsv", "--baseline", "base.jsonl", "--diff-base", "HEAD")
    assert new(repository, *arguments) == (0, [4])


@pytest.mark.parametrize("revision", ["gone", "--output=x", ""])
def test_a_revision_that_git_does_not_know_is_exit_code_2(repository: Qa, revision: str) -> None:
    outcome = repository("check", "a.tsv", *LANGUAGES, f"--diff-base={revision}")
    assert outcome.code == 2
    assert f"git knows no revision {revision!r}" in outcome.stderr
    assert not Path("x").exists()


def test_outside_of_a_repository_is_exit_code_2(qa: Qa, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write("a.tsv", CLEAN)
    assert qa("check", "a.tsv", *LANGUAGES, "--diff-base", "HEAD").code == 2


def test_without_git_is_exit_code_2(repository: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = repository("check", "a.tsv", *LANGUAGES, "--diff-base", "HEAD")
    assert outcome.code == 2
    assert "git cannot be started" in outcome.stderr

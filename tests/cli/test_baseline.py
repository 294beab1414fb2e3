"""Baselines from the command line: what is new under moves, renames, insertions and copies, and what is stale."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

CLOCK = "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
PRICE = "Билет стоит 250 рублей.\tA ticket costs 520 roubles.\n"
CLEAN = "Мост открыли утром.\tThe bridge was opened in the morning.\n"
LANGUAGES = ("-s", "ru", "-t", "en", "--select", "accuracy")


def write(name: str, *rows: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("".join(rows), encoding="utf-8")


def check(qa: Qa, *arguments: str) -> tuple[int, list[str]]:
    """The exit code, and the rules and lines of the findings that count."""
    outcome = qa("check", *arguments, *LANGUAGES, "--baseline", "base.jsonl", "--format", "json")
    assert outcome.code in {0, 1}, outcome.stderr
    report = json.loads(outcome.stdout)
    counting = [finding for finding in report["findings"] if finding["suppressed"] is None]
    assert sum(report["summary"]["findings"].values()) == len(counting)
    return outcome.code, [f"{finding['location']['path']}:{finding['location']['line']}" for finding in counting]


@pytest.fixture
def known(qa: Qa) -> Qa:
    """``a.tsv`` with two findings, both in the baseline."""
    os.mkdir(".git")  # noqa: PTH102 -- a bare folder marks the root
    write("a.tsv", CLOCK, CLEAN, PRICE)
    made = qa("baseline", "create", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert (made.code, made.stdout) == (0, "base.jsonl: 2 findings\n")
    assert check(qa, "a.tsv") == (0, [])
    return qa


def entries() -> list[dict[str, object]]:
    return [json.loads(line) for line in Path("base.jsonl").read_text(encoding="utf-8").splitlines()[1:]]


def test_without_the_baseline_all_count(known: Qa) -> None:
    assert known("check", "a.tsv", *LANGUAGES).code == 1
    assert known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--no-baseline").code == 1


def test_lines_moved_and_units_inserted_before_are_not_new(known: Qa) -> None:
    write("a.tsv", PRICE, CLEAN, CLEAN, CLOCK)
    assert check(known, "a.tsv") == (0, [])
    write("a.tsv", *[f"Строка {number}.\tLine {number}.\n" for number in range(40)], CLOCK, CLEAN, PRICE)
    assert check(known, "a.tsv") == (0, [])


def test_a_renamed_or_moved_file_is_not_new(known: Qa) -> None:
    Path("b").mkdir()
    Path("a.tsv").rename("b/c.tsv")
    assert check(known, "b/c.tsv") == (0, [])
    known("baseline", "update", "b/c.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert {entry["path"] for entry in entries()} == {"b/c.tsv"}
    assert len(entries()) == 2


def test_a_unit_moved_to_another_file_is_not_new(known: Qa) -> None:
    write("a.tsv", CLOCK)
    write("b.tsv", PRICE)
    assert check(known, "a.tsv", "b.tsv") == (0, [])


@pytest.mark.parametrize("rows", [(CLOCK, CLOCK, PRICE), (CLOCK, PRICE, CLEAN, CLOCK)])
def test_the_same_error_again_in_the_file_is_new(known: Qa, rows: tuple[str, ...]) -> None:
    write("a.tsv", *rows)
    code, new = check(known, "a.tsv")
    assert (code, len(new)) == (1, 1)


@pytest.mark.parametrize("files", [("a.tsv", "b.tsv"), ("b.tsv", "a.tsv"), ("b.tsv",)])
def test_the_same_error_in_another_file_is_new_there(known: Qa, files: tuple[str, ...]) -> None:
    write("b.tsv", CLEAN, CLOCK)
    assert check(known, *files) == (1, ["b.tsv:2"])


def test_another_error_in_a_known_sentence_is_new(known: Qa) -> None:
    write("a.tsv", CLOCK.replace("18:40", "19:40"), PRICE)
    code, new = check(known, "a.tsv", "--allow-stale")
    assert (code, new) == (1, ["a.tsv:1"])


def test_mended_findings_are_stale_until_the_baseline_shrinks(known: Qa) -> None:
    write("a.tsv", CLOCK, PRICE.replace("520", "250"))
    assert check(known, "a.tsv") == (1, [])
    outcome = known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert "1 finding of the baseline is gone (a.tsv accuracy/number-mismatch first)" in " ".join(
        outcome.stdout.split()
    )
    assert check(known, "a.tsv", "--allow-stale") == (0, [])
    write("qa.toml", '[gate]\nstale-baseline = "allow"\n')
    assert check(known, "a.tsv") == (0, [])
    Path("qa.toml").unlink()
    updated = known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert updated.stdout == "base.jsonl: 1 kept, 1 taken out, 0 added\n"
    assert check(known, "a.tsv") == (0, [])


def test_entries_of_files_that_were_not_checked_are_not_stale(known: Qa) -> None:
    write("b.tsv", CLEAN)
    assert check(known, "b.tsv") == (0, [])
    known("baseline", "update", "b.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert len(entries()) == 2
    Path("a.tsv").unlink()
    assert check(known, "b.tsv") == (1, [])


def test_update_never_grows_unless_told_to(known: Qa) -> None:
    new = "Длина моста 840 метров.\tThe bridge is 480 metres long.\n"
    write("a.tsv", CLOCK, PRICE, new)
    updated = known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert "not added as new: 1 finding" in updated.stdout
    assert check(known, "a.tsv") == (1, ["a.tsv:3"])
    updated = known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--accept-new")
    assert updated.stdout == "base.jsonl: 2 kept, 0 taken out, 1 added\n"
    assert check(known, "a.tsv") == (0, [])


def test_equal_findings_are_counted(known: Qa) -> None:
    write("a.tsv", CLOCK, CLOCK, CLOCK)
    known("baseline", "create", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--force")
    assert [entry["count"] for entry in entries()] == [3]
    write("a.tsv", CLOCK, CLEAN, CLOCK)
    assert check(known, "a.tsv", "--allow-stale") == (0, [])
    known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert [entry["count"] for entry in entries()] == [2]


def test_the_file_is_sorted_readable_and_the_same_for_the_same_batch(known: Qa) -> None:
    first = Path("base.jsonl").read_bytes()
    known("baseline", "create", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--force")
    assert Path("base.jsonl").read_bytes() == first
    lines = first.decode().splitlines()
    assert lines[0] == '{"schema":"qa.baseline/1"}'
    assert lines[1:] == sorted(lines[1:])
    assert lines[1].startswith(
        '{"path":"a.tsv","rule":"accuracy/number-mismatch","severity":"major","text":"520","fingerprint":"v1:'
    )


def test_two_branches_merge(known: Qa) -> None:
    """What git would leave of two branches that each took out one line."""
    lines = Path("base.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    Path("base.jsonl").write_text(lines[0] + lines[1] + lines[1], encoding="utf-8")  # both added the same line
    write("a.tsv", PRICE, PRICE)
    assert check(known, "a.tsv") == (0, [])


def test_paths_do_not_depend_on_the_current_folder(known: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    outcome = known("check", "../a.tsv", *LANGUAGES, "--baseline", "../base.jsonl")
    assert outcome.code == 0


def test_the_configuration_names_the_baseline(known: Qa) -> None:
    write("qa.toml", 'baseline = "base.jsonl"\nsource-language = "ru"\ntarget-language = "en"\nselect = ["accuracy"]\n')
    assert known("check", "a.tsv").code == 0
    assert "2 findings known to the baseline" in known("check", "a.tsv").stdout
    shown = known("baseline", "show").stdout
    assert [line.split()[0] for line in shown.splitlines() if line.strip()][-3:] == ["a.tsv", "a.tsv", "all"]


def test_a_saved_report_makes_the_same_baseline(known: Qa) -> None:
    first = Path("base.jsonl").read_bytes()
    known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--format", "json:report.json")
    made = known("baseline", "create", "--from-report", "report.json", "--baseline", "again.jsonl")
    assert made.code == 0
    assert Path("again.jsonl").read_bytes() == first


def test_scores_ratchet(known: Qa) -> None:
    write("qa.toml", "[gate]\n[gate.scores.mqm]\nmin = 99.0\n")
    assert known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl").code == 1
    made = known("baseline", "create", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl", "--force")
    assert "2 findings, 1 score" in made.stdout
    assert check(known, "a.tsv") == (0, [])
    (debt,) = [entry for entry in entries() if "score" in entry]
    write("a.tsv", CLOCK, CLEAN * 9, PRICE)  # better, but not good
    assert check(known, "a.tsv") == (0, [])
    known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    (less,) = [entry for entry in entries() if "score" in entry]
    assert float(str(less["value"])) > float(str(debt["value"]))
    assert "mqm may miss its threshold" in known("baseline", "show", "base.jsonl").stdout
    write("a.tsv", CLOCK, CLEAN, PRICE)  # as bad as at first
    assert check(known, "a.tsv") == (1, [])
    write("a.tsv", CLEAN)
    known("baseline", "update", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert entries() == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "a.tsv", "--baseline", "gone.jsonl"), "gone.jsonl: there is no such baseline"),
        (("baseline", "update", "a.tsv", "--baseline", "gone.jsonl"), "`qa baseline create` makes one"),
        (("baseline", "create", "a.tsv", "--baseline", "base.jsonl"), "base.jsonl is there already"),
        (("baseline", "create", "--baseline", "new.jsonl"), "give FILES to check"),
        (("baseline", "create", "a.tsv", "--from-report", "r.json", "--baseline", "new.jsonl"), "give FILES to check"),
        (("baseline", "show", "gone.jsonl"), "there is no such baseline"),
    ],
)
def test_mistakes_are_exit_code_2(known: Qa, arguments: tuple[str, ...], words: str) -> None:
    languages = () if "show" in arguments else LANGUAGES
    outcome = known(*arguments, *languages)
    assert outcome.code == 2
    assert words in outcome.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "base.jsonl:1: the first line must be"),
        ('{"schema":"qa.baseline/9"}\n', "base.jsonl:1: the first line must be"),
        ('{"schema":"qa.baseline/1"}\n{"path":"a"}\n', "base.jsonl:2: no entry of a baseline"),
        ('{"schema":"qa.baseline/1"}\n\n<<<<<<< ours\n', "base.jsonl:3: .*delete its marks"),
    ],
)
def test_a_broken_baseline_is_exit_code_2(known: Qa, text: str, words: str) -> None:
    Path("base.jsonl").write_text(text, encoding="utf-8")
    outcome = known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert outcome.code == 2
    assert re.search(words, outcome.stderr)


def test_a_baseline_that_is_no_text_is_exit_code_2(known: Qa) -> None:
    Path("base.jsonl").write_bytes(b"\xff\xfe")
    outcome = known("check", "a.tsv", *LANGUAGES, "--baseline", "base.jsonl")
    assert outcome.code == 2
    assert "base.jsonl: the baseline is not UTF-8 (byte 0)" in outcome.stderr

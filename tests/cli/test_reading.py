"""Nothing is skipped in silence: missing, unreadable, large and unknown files, no files, standard input."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

PROGRAM = Path(sys.executable).with_name("qa")
CLEAN = "Поезд прибыл вечером.\tThe train arrived in the evening.\n"
BROKEN = "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
LANGUAGES = ("-s", "ru", "-t", "en")


@pytest.fixture
def folder(qa: Qa) -> Qa:
    """Files of every kind."""
    Path("clean.tsv").write_text(CLEAN, encoding="utf-8")
    Path("broken.tsv").write_text(BROKEN, encoding="utf-8")
    Path("odd.xyz").write_text(CLEAN, encoding="utf-8")
    Path("latin.tsv").write_bytes("à\té\n".encode("latin-1"))
    Path("list.tsv").mkdir()
    Path("bad.toml").write_text("profil = 1", encoding="utf-8")
    Path("old.jsonl").write_text('{"schema":"qa.baseline/1"}\n', encoding="utf-8")
    Path("large.toml").write_text("max-file-megabytes = 0.00001\n", encoding="utf-8")
    return qa


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["clean.tsv"], 0, ""),
        (["broken.tsv"], 1, ""),
        (["broken.tsv", "--exit-zero"], 0, ""),
        (["broken.tsv", "--fail-on", "never"], 0, ""),
        (["clean.tsv", "gone.tsv"], 2, "gone.tsv"),
        (["broken.tsv", "gone.tsv", "--exit-zero"], 2, "gone.tsv"),
        (["clean.tsv", "odd.xyz"], 2, "odd.xyz"),
        (["clean.tsv", "latin.tsv"], 2, "latin.tsv:1"),
        (["list.tsv"], 2, "list.tsv: the folder has no"),
        (["clean.tsv", "--config", "large.toml"], 2, "clean.tsv: has 0.0 megabytes, and 1e-05 are allowed"),
        (["clean.tsv", "--config", "bad.toml"], 2, "bad.toml"),
        (["clean.tsv", "--baseline", "gone.jsonl"], 2, "gone.jsonl"),
        (["clean.tsv", "--baseline", "old.jsonl"], 0, ""),
        (["clean.tsv", "--format", "odd"], 2, "'odd'"),
        ([], 2, "--allow-empty"),
        (["--allow-empty"], 0, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_codes(folder: Qa, arguments: list[str], code: int, named: str) -> None:
    del folder
    done = subprocess.run(
        [PROGRAM, "check", *LANGUAGES, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == code
    assert named in done.stderr
    assert (done.stderr == "") == (code != 2)
    assert code != 2 or done.stdout == ""


def test_no_files_make_an_empty_report(folder: Qa) -> None:
    report = json.loads(folder("check", "--allow-empty", "--format", "json").stdout)
    assert (report["units"], report["gate"]["passed"]) == ([], True)


def from_input(qa: Qa, monkeypatch: pytest.MonkeyPatch, content: bytes, *arguments: str) -> Outcome:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return qa("check", *arguments, *LANGUAGES, "--format", "json")


def test_standard_input_stands_for_a_file(folder: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = from_input(folder, monkeypatch, BROKEN.encode(), "--stdin-filename", "news/new.tsv")
    report = json.loads(outcome.stdout)
    assert outcome.code == 1
    (finding,) = report["findings"]
    assert (finding["location"]["path"], finding["document"]) == ("news/new.tsv", "news/new.tsv")
    assert report["batch"]["documents"][0]["path"] == "news/new.tsv"
    Path("news").mkdir()
    Path("news/new.tsv").write_text(BROKEN, encoding="utf-8")
    assert folder("check", "news/new.tsv", *LANGUAGES, "--format", "json").stdout == outcome.stdout


def test_standard_input_tells_its_languages_and_is_read_once(folder: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file source-language="ru" target-language="en" datatype="plaintext" original="x"><body>'
        "<trans-unit id='1'><source>Поезд прибыл.</source><target>The train arrived.</target></trans-unit>"
        "</body></file></xliff>"
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    outcome = folder("check", "--stdin-filename", "a.xlf", "--format", "json")
    assert outcome.code == 0
    assert json.loads(outcome.stdout)["batch"]["target_language"] == "en"


@pytest.mark.parametrize(("name", "content"), [("a.tsv", b"\xff\xfe\xff"), ("a.xyz", b"a\tb"), ("a.tsv", b"a\n")])
def test_bad_input_is_named_as_it_was_called(
    folder: Qa, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    outcome = from_input(folder, monkeypatch, content, "--stdin-filename", name)
    assert outcome.code == 2
    assert outcome.stderr.startswith(f"qa: {name}:")
    assert "/tmp" not in outcome.stderr  # noqa: S108 -- no path of ours
    assert "content" not in outcome.stderr.split(";")[0]


def test_large_input_is_an_error(folder: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = from_input(folder, monkeypatch, BROKEN.encode(), "--stdin-filename", "a.tsv", "--config", "large.toml")
    assert outcome.code == 2


def test_statistics_take_the_place_of_the_text(folder: Qa) -> None:
    outcome = folder("check", "broken.tsv", *LANGUAGES, "--statistics")
    assert outcome.code == 1
    assert outcome.stdout.split("\n")[0].split() == ["findings", "units", "worst", "rule"]
    assert folder("check", "broken.tsv", *LANGUAGES, "--statistics", "--format", "json:r.json").code == 1
    assert Path("r.json").exists()


def test_watch_checks_again_when_a_file_changes(folder: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = iter(["same", "mend", "remove", "stop"])

    def sleep(_: float) -> None:
        match next(steps):
            case "mend":
                Path("broken.tsv").write_text(CLEAN + CLEAN, encoding="utf-8")
            case "remove":
                Path("broken.tsv").unlink()
            case "stop":
                raise KeyboardInterrupt

    monkeypatch.setattr("qa.cli.watch.time.sleep", sleep)
    outcome = folder("check", "broken.tsv", *LANGUAGES, "--watch", "--format", "concise")
    assert outcome.code == 130
    assert [line for line in outcome.stdout.splitlines() if line.startswith("gate:")] == [
        "gate: failed",
        "gate: passed",
    ]
    assert outcome.stderr.count("qa: checking again, changed: broken.tsv") == 2
    assert "broken.tsv: no such file" in outcome.stderr


def test_watch_looks_at_what_files_are_checked_by(folder: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("terms.csv").write_text("source,target\nпоезд,train\n", encoding="utf-8")
    steps = iter([lambda: Path("old.jsonl").touch(), lambda: Path("large.toml").write_text("", encoding="utf-8")])

    def sleep(_: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    Path("large.toml").write_text('terms = ["terms.csv"]\n', encoding="utf-8")
    monkeypatch.setattr("qa.cli.watch.time.sleep", sleep)
    arguments = ("clean.tsv", *LANGUAGES, "--watch", "--config", "large.toml", "--baseline", "old.jsonl")
    outcome = folder("check", *arguments)
    assert outcome.stderr.splitlines()[0] == "qa: checking again, changed: old.jsonl"
    assert outcome.stderr.splitlines()[1] == "qa: checking again, changed: large.toml"

"""``qa decisions`` and ``qa review`` on the command line."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import urllib.request
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple

import pytest

from qa.cli.main import main
from qa.core.fingerprint import text_hash
from qa.review.decision import SCHEMA, decode_decision
from qa.review.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

TARGET = "The  bridge."


class Outcome(NamedTuple):
    code: int
    stdout: str
    stderr: str


def qa(*arguments: str | Path) -> Outcome:
    """The command, run in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(stream.read())
    return Outcome(int(leaving.value.code or 0), *texts)


def line(verdict: str, reviewer: str, **more: object) -> str:
    decision = {
        "schema": SCHEMA,
        "finding": "v1:1",
        "verdict": verdict,
        "rule": "typography/double-space",
        "document": "news",
        "unit": "1",
        "base": text_hash(TARGET),
        "reviewer": reviewer,
        **more,
    }
    return json.dumps(decision) + "\n"


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.jsonl"
    path.write_text(json.dumps({"id": "1", "document": "news", "source": "Мост.", "target": TARGET}) + "\n")
    return path


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    path = tmp_path / "anna.jsonl"
    path.write_text(line("accepted", "Anna", span=[3, 5], text=" "))
    return path


@pytest.fixture
def boris(tmp_path: Path) -> Path:
    path = tmp_path / "boris.jsonl"
    path.write_text(line("dismissed", "Boris", reason="intended"))
    return path


def test_apply(batch: Path, anna: Path) -> None:
    dry = qa("decisions", "apply", anna, batch, "-s", "ru", "-t", "en", "--dry-run")
    assert (dry.code, dry.stdout) == (0, f"{batch}: 1 target would change\n")
    done = qa("decisions", "apply", anna, batch, "-s", "ru", "-t", "en")
    assert (done.code, done.stdout) == (0, f"{batch}: 1 target changed\n")
    assert json.loads(batch.read_text())["target"] == "The bridge."
    again = qa("decisions", "apply", anna, batch, "-s", "ru", "-t", "en")
    assert again.code == 1
    assert "refused news [unit 1] typography/double-space v1:1: the target is no longer the text" in again.stdout


def test_apply_to_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ru.txt").write_text("Мост построят зимой.\n\nПаром ходит летом.\n", encoding="utf-8")
    target = tmp_path / "en.txt"
    target.write_bytes("\ufeffThe  bridge will be built in winter.\r\n\r\nThe ferry  runs in summer.\r\n".encode())
    before = target.read_bytes()
    qa(
        "run",
        "ru.txt",
        "en.txt",
        "-s",
        "ru",
        "-t",
        "en",
        "--select",
        "typography/double-space",
        "-o",
        ".",
        "--exit-zero",
    )
    saved = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    targets = {unit["id"]: unit["target"] for unit in saved["units"]}
    decisions = [
        line(
            "accepted",
            "Anna",
            finding=one["fingerprint"],
            document=one["document"],
            unit=one["unit"],
            span=one["suggestion"]["span"],
            text=one["suggestion"]["text"],
            base=text_hash(targets[one["unit"]]),
        )
        for one in saved["findings"]
    ]
    assert len(decisions) == 2
    path = tmp_path / "decisions.jsonl"
    path.write_text("".join(decisions), encoding="utf-8")
    apply = ("decisions", "apply", path, "ru.txt", "en.txt", "-s", "ru", "-t", "en")
    assert qa(*apply, "--dry-run").stdout == "en.txt: 2 targets would change\n"
    assert target.read_bytes() == before
    assert qa(*apply).stdout == "en.txt: 2 targets changed\n"
    assert target.read_bytes() == before.replace(b"  ", b" ")
    again = qa(*apply)
    assert again.code == 1
    assert again.stdout.count("the target is no longer the text that was judged") == 2
    mixed = qa("decisions", "apply", path, "ru.txt", "-s", "ru", "-t", "en")
    assert mixed.code == 2
    assert "give either SOURCE and TARGET, two texts, or bilingual files" in mixed.stderr


def test_annotate(tmp_path: Path) -> None:
    batch, report, decisions = (tmp_path / name for name in ("batch.xlf", "report.json", "none.jsonl"))
    batch.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file original="x" source-language="ru" target-language="en" datatype="plaintext"><body>'
        f'<trans-unit id="1"><source>Мост.</source><target>{TARGET}</target></trans-unit></body></file></xliff>',
        encoding="utf-8",
    )
    decisions.touch()
    qa("check", batch, "--select", "typography/double-space", "--format", f"json:{report}", "--exit-zero")
    done = qa("decisions", "apply", decisions, batch, "--annotate", "its", "--report", report)
    assert (done.code, done.stdout) == (0, f"{batch}: 0 targets changed\n{batch}: 1 segment annotated\n")
    assert 'locQualityIssueType="whitespace"' in batch.read_text(encoding="utf-8")
    batch.write_text(batch.read_text(encoding="utf-8").replace("bridge.<", "bridge!<"), encoding="utf-8")
    drifted = qa("decisions", "apply", decisions, batch, "--annotate", "notes", "--report", report)
    assert drifted.code == 1
    assert f"not annotated {batch.as_posix()} [unit 1]: the target is no longer the text" in drifted.stdout
    alone = qa("decisions", "apply", decisions, batch, "--annotate", "notes")
    assert alone.code == 2
    assert "--annotate and --report go together" in alone.stderr


def test_merge(anna: Path, boris: Path, tmp_path: Path) -> None:
    disputed = qa("decisions", "merge", anna, boris)
    assert (disputed.code, disputed.stdout) == (1, "")
    assert "conflict news [unit 1]" in disputed.stderr
    assert "Boris · dismissed · intended" in disputed.stderr
    output = tmp_path / "merged.jsonl"
    settled = qa("decisions", "merge", anna, boris, "--prefer", "first", "-o", output)
    assert settled.code == 0
    assert decode_decision(output.read_text()).reviewer == "Anna"


def test_stats(anna: Path, boris: Path) -> None:
    told = qa("decisions", "stats", anna, boris)
    assert told.code == 0
    (row,) = [line.split() for line in told.stdout.splitlines() if "double-space" in line]
    assert row == ["typography/double-space", "1", "0", "1", "0", "0.50"]
    assert "Anna and Boris: 1 findings judged by both, 0% alike, kappa 0.00" in told.stdout


def test_bad_input_is_one_sentence(tmp_path: Path, batch: Path) -> None:
    wrong = qa("decisions", "apply", tmp_path / "none.jsonl", batch)
    assert wrong.code == 2
    assert wrong.stderr.startswith("qa: ")
    assert wrong.stderr.count("\n") == 1


@pytest.fixture
def report(tmp_path: Path, batch: Path) -> Path:
    path = tmp_path / "report.json"
    checked = qa("check", batch, "-s", "ru", "-t", "en", "--format", f"json:{path}", "--exit-zero")
    assert checked.code == 0, checked.stderr
    return path


def test_page(report: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.html"
    assert qa("review", "page", report, "-o", output, "--baseline", report, "--segments", "changed").code == 0
    assert output.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    wrong = qa("review", "page", report, "-o", output, "--segments", "changed")
    assert wrong.code == 2
    assert "needs an earlier report" in wrong.stderr


def test_export(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    journal = Journal(path)
    first = journal.append("r", decode_decision(line("accepted", "Anna")))
    journal.append("r", decode_decision(line("dismissed", "Boris", revision=first.revision)))
    journal.close()
    assert len(qa("review", "export", path).stdout.splitlines()) == 1
    output = tmp_path / "all.jsonl"
    assert qa("review", "export", path, "--history", "-o", output).code == 0
    assert len(output.read_text().splitlines()) == 2


def test_serve(report: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from qa.cli.main import main; main()", "review", "serve", str(report)]
    options = ["--reviewer", "Anna", "--assign", "Boris=news*", "--database", str(tmp_path / "team.sqlite")]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        links = dict(server.stdout.readline().strip().split(": ", 1) for _ in range(2))
        assert set(links) == {"Anna", "Boris"}
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(links["Anna"], timeout=60) as answer:
            assert answer.read().startswith(b"<!DOCTYPE html>")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0


def test_an_assignment_needs_documents(report: Path) -> None:
    wrong = qa("review", "serve", report, "--assign", "Anna")
    assert wrong.code == 2
    assert "NAME=DOCUMENTS" in wrong.stderr

"""The baselines of the check that ``.ci/run`` makes over the corpora are current, and so are its bilingual files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("qa")
DRAFTS = {"news": ("ru", "en", "draft.ru-en.xlf"), "finance": ("de", "en", "draft.de-en.tmx")}


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    command = [PROGRAM, *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.mark.parametrize("corpus", ["finance", "interface", "news"])
def test_the_check_over_the_corpus_finds_what_is_known(corpus: str, request: pytest.FixtureRequest) -> None:
    folder = f"corpora/{corpus}"
    arguments = [folder, "--config", f"{folder}/qa.toml", "--baseline", f"{folder}/qa-baseline.jsonl", "--no-cache"]
    if request.config.getoption("--update-golden"):
        made = program("baseline", "create", "--force", *arguments)
        assert made.returncode == 0, made.stderr
    done = program("check", *arguments, "--format", "concise")
    assert done.returncode == 0, f"{done.stdout}{done.stderr}make golden writes the baseline anew"
    assert "0 findings, " in done.stdout


@pytest.mark.parametrize("corpus", DRAFTS)
def test_the_bilingual_draft_is_the_text_aligned(corpus: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    source, target, name = DRAFTS[corpus]
    kept = ROOT / "corpora" / corpus / name
    made = kept if request.config.getoption("--update-golden") else tmp_path / name
    folder = f"corpora/{corpus}"
    texts = (f"{folder}/{source}.sentences.txt", f"{folder}/{target}.draft.sentences.txt")
    options = ("--segmented", "--beads", f"{folder}/gold.draft.beads", "-s", source, "-t", target)
    done = program("align", *texts, *options, "-o", made)
    assert done.returncode == 0, done.stderr
    assert made.read_bytes() == kept.read_bytes()

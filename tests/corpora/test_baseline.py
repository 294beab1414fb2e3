"""The baseline of the check that ``.ci/run`` makes over the interface corpus is current."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("qa")


def test_the_check_over_the_corpus_finds_what_is_known(request: pytest.FixtureRequest) -> None:
    arguments = ["corpora/interface/app.en-ru.xlf", "corpora/interface/app.en-ru.v2.xlf", "--no-cache"]
    arguments += ["--config", "corpora/interface/qa.toml"]
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    if request.config.getoption("--update-golden"):
        command = [PROGRAM, "baseline", "create", "--force", *arguments]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    command = [PROGRAM, "check", *arguments, "--format", "concise"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}make golden writes the baseline anew"
    assert "0 findings, " in done.stdout

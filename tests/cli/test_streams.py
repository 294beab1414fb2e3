from __future__ import annotations

import os
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
FULL = Path("/dev/full")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["--version"], ["rule"], ["rule", "accuracy/number-mismatch"]])
def test_a_full_disk_is_one_sentence(arguments: list[str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("qa: standard output cannot be written (")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell is needed that can close a stream")
def test_a_closed_standard_output_is_one_sentence() -> None:
    done = subprocess.run(["/bin/sh", "-c", f"'{PROGRAM}' rule >&-"], capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert done.stderr.startswith("qa: standard output is closed")


@pytest.mark.parametrize("arguments", [["rule"], ["rule", "accuracy/number-mismatch"]])
def test_the_locale_changes_no_byte(arguments: list[str]) -> None:
    plain = subprocess.run([PROGRAM, *arguments], capture_output=True, check=True)
    poor = subprocess.run([PROGRAM, *arguments], capture_output=True, check=True, env={**os.environ, **ASCII})
    assert poor.stdout == plain.stdout
    assert "“".encode() in plain.stdout or "─".encode() in plain.stdout


@pytest.mark.parametrize("name", ["caf\udce9.xlf", "folder"])
def test_a_name_that_is_no_text_is_refused(qa: Qa, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    try:
        (tmp_path / "folder" / "caf\udce9.xlf").write_bytes(b"")
    except OSError:
        pytest.skip("the file system takes no such name")
    outcome = qa("check", name)
    assert outcome.code == 2
    assert "is no UTF-8 text, so that no report could name it" in outcome.stderr

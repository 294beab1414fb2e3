"""Two runs on the same input give the same bytes in every format, whatever the order of hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from qa.reporters import reporter_names

PROGRAM = Path(sys.executable).with_name("qa")
ROWS = (
    "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
    "Билет 𐐀 стоит 250 рублей.\tA ticket 𐐀 costs  520 roubles.\n"
    "Глава района приехал вечером.\tThe head of the district came.\n"
    "Глава района приехал вечером.\tThe chief came.\n"
)


def written(folder: Path, seed: str, *arguments: str) -> dict[str, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "NO_COLOR": "1"}
    environment.pop("GITHUB_ACTIONS", None)
    formats = [f"--format={name}:out/{name}" for name in reporter_names()]
    command = [PROGRAM, "check", "a.tsv", "b.tsv", "-s", "ru", "-t", "en", *formats, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def test_two_runs_are_identical_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "b.tsv").write_text(ROWS * 2, encoding="utf-8")
    first = written(tmp_path, "1", "--no-cache")
    assert set(first) == set(reporter_names())
    assert all(first.values())
    assert written(tmp_path, "2", "--no-cache") == first
    assert written(tmp_path, "3") == first  # fills the cache
    assert written(tmp_path, "4") == first  # lives on it

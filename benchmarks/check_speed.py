"""``qa check`` on a large XLIFF file beside translate-toolkit's ``pofilter``: time and peak memory of whole processes.

``python benchmarks/check_speed.py UNITS.jsonl [--units 100000] [--rounds 5] [--pofilter PATH] [--jobs N]`` takes JSON
lines with ``src`` and ``ref`` (or ``source`` and ``target``) and repeats them, each time with another word at the end
of both sides. The programs take turns, so that whatever else the machine does falls on all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple
from xml.sax.saxutils import escape

LETTERS = "abcdefghij"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    '<file original="units" source-language="{}" target-language="{}" datatype="plaintext"><body>\n'
)


class Run(NamedTuple):
    """One process."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds, of the process and its children."""
    peak: float
    """MiB, of the largest process."""


def write_units(rows: list[tuple[str, str]], count: int, languages: list[str], path: Path) -> None:
    """An XLIFF 1.2 file of ``count`` units."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD.format(*languages))
        for number in range(count):
            turn, row = divmod(number, len(rows))
            word = "".join(LETTERS[int(digit)] for digit in str(turn))
            source, target = (escape(f"{text} ({word})" if turn else text) for text in rows[row])
            stream.write(f'<trans-unit id="{number}"><source>{source}</source><target>{target}</target></trans-unit>\n')
        stream.write("</body></file></xliff>\n")


def read_rows(path: Path) -> list[tuple[str, str]]:
    """The pairs of texts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row.get("src") or row["source"], row.get("ref") or row["target"]) for row in rows]


def timed(command: list[str]) -> Run:
    """Run a program that may leave with any code but 2, which is a mistake."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    return Run(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    """Print the medians of each program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--languages", nargs=2, default=["ru", "en"], metavar="TAG")
    parser.add_argument(
        "--pofilter", default=shutil.which("pofilter"), help="the program; left out where there is none"
    )
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        units = Path(folder, "units.xlf")
        write_units(read_rows(arguments.file), arguments.units, arguments.languages, units)
        qa = [str(Path(sys.executable).with_name("qa")), "check", str(units), "--no-cache", "--format", "json"]
        programs = {f"qa check -j {jobs}": [*qa, "-j", str(jobs)] for jobs in dict.fromkeys(arguments.jobs)}
        if arguments.pofilter:
            programs["pofilter"] = [arguments.pofilter, "--progress=none", str(units), str(Path(folder, "out.xlf"))]
        runs: dict[str, list[Run]] = {name: [] for name in programs}
        for _ in range(arguments.rounds):
            for name, command in programs.items():
                runs[name].append(timed(command))
    print(f"{arguments.units:,} units, medians of {arguments.rounds}")
    print(f"{'program':16} {'wall s':>8} {'cpu s':>8} {'peak MiB':>9} {'µs/unit':>8}")
    for name, measured in runs.items():
        wall, processor, peak = (median(values) for values in zip(*measured, strict=True))
        print(f"{name:16} {wall:8.1f} {processor:8.1f} {peak:9.0f} {wall / arguments.units * 1e6:8.0f}")


if __name__ == "__main__":
    main()

"""``qa check`` on large XLIFF files beside translate-toolkit's ``pofilter``: time and memory of whole processes.

``python benchmarks/check_speed.py UNITS.jsonl ... [--units 100000 ...] [--rounds 3] [--pofilter PATH] [--jobs N ...]``
takes JSON lines with ``src`` and ``ref`` (or ``source`` and ``target``); ``--swap`` turns the two round. Of the units
of the file that it makes, a quarter repeat an earlier one word for word, as real batches do. The others are the given
pairs over and over, from the second time on with other digits in their numbers, the same on both sides, and with
another word at their ends. The programs take turns, so that whatever else the machine does falls on all of them.

Memory is the peak of the sum over all processes of a program, with what they share counted once (the proportional set
size of Linux, looked at five times a second).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "abcdefghij"
REPEATED = 0.25
"""The share of units that repeat an earlier one."""
REMEMBERED = 20_000
"""So many units may be repeated."""
EVERY = 0.2
"""Seconds between two looks at the memory."""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    '<file original="units" source-language="{}" target-language="{}" datatype="plaintext"><body>\n'
)
LAST_DIGIT = re.compile(r"\d(?!\d)")

Texts = tuple[str, str]


class Run(NamedTuple):
    """One process, with its children."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds."""
    peak: float
    """MiB."""


def varied(rows: list[Texts], count: int) -> Iterator[Texts]:
    """``count`` pairs of texts, made of ``rows``."""
    choice = random.Random(1)  # noqa: S311 -- no secret, and the same file every time
    made: list[Texts] = []
    for number in range(count):
        if made and choice.random() < REPEATED:
            yield made[choice.randrange(len(made))]
            continue
        turn, row = divmod(number, len(rows))
        texts = changed(rows[row], turn) if turn else rows[row]
        if len(made) < REMEMBERED:
            made.append(texts)
        yield texts


def changed(texts: Texts, turn: int) -> Texts:
    """The texts with the last digit of each number moved on, and another word for each turn behind them."""
    word = "".join(LETTERS[int(digit)] for digit in str(turn))
    source, target = (LAST_DIGIT.sub(lambda digit: str((int(digit[0]) + turn) % 10), text) for text in texts)
    return f"{source} ({word})", f"{target} ({word})"


def write_units(rows: list[Texts], count: int, languages: list[str], path: Path) -> None:
    """An XLIFF 1.2 file of ``count`` units."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD.format(*languages))
        for number, texts in enumerate(varied(rows, count)):
            source, target = map(escape, texts)
            stream.write(f'<trans-unit id="{number}"><source>{source}</source><target>{target}</target></trans-unit>\n')
        stream.write("</body></file></xliff>\n")


def read_rows(paths: list[Path], *, swap: bool) -> list[Texts]:
    """The pairs of texts."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(row.get("src") or row["source"], row.get("ref") or row["target"]) for row in rows]
    return [(target, source) for source, target in pairs] if swap else pairs


def processes(root: int) -> Iterator[int]:
    """The process and all below it."""
    yield root
    try:
        for tasks in Path(f"/proc/{root}/task").iterdir():
            for child in (tasks / "children").read_text().split():
                yield from processes(int(child))
    except OSError:
        return


def memory(process: int) -> float:
    """MiB of a process, its share of what it shares; 0 where that is not told."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def timed(command: list[str]) -> Run:
    """Run a program that may leave with any code but 2, which is a mistake."""
    before, began, peak = os.times(), time.perf_counter(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, sum(map(memory, processes(process.pid))))
        time.sleep(EVERY)
    wall, after = time.perf_counter() - began, os.times()
    if process.returncode not in {0, 1}:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, used, peak)


def measure(programs: dict[str, list[str]], count: int, rounds: int) -> None:
    """Run the programs in turn and print the medians of each."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            runs[name].append(timed(command))
    print(f"{count:,} units, medians of {rounds}")
    print(f"{'program':16} {'wall s':>8} {'cpu s':>8} {'peak MiB':>9} {'µs/unit':>8} {'times as fast':>14}")
    medians = {name: Run(*map(median, zip(*measured, strict=True))) for name, measured in runs.items()}
    for name, run in medians.items():
        ratio = f"{medians['pofilter'].wall / run.wall:.1f}" if "pofilter" in medians else ""
        each = run.wall / count * 1e6
        print(f"{name:16} {run.wall:8.1f} {run.processor:8.1f} {run.peak:9.0f} {each:8.0f} {ratio:>14}", flush=True)


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--swap", action="store_true")
    parser.add_argument("--units", type=int, nargs="+", default=[100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--languages", nargs=2, default=["ru", "en"], metavar="TAG")
    parser.add_argument("--pofilter", default=shutil.which("pofilter"), help="left out where there is none")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    parser.add_argument("--ignore", nargs="*", default=[], help="rules or groups to leave out")
    arguments = parser.parse_args()
    rows = read_rows(arguments.files, swap=arguments.swap)
    without = [part for name in arguments.ignore for part in ("--ignore", name)]
    for count in arguments.units:
        with tempfile.TemporaryDirectory() as folder:
            units = Path(folder, "units.xlf")
            write_units(rows, count, arguments.languages, units)
            report = f"json:{Path(folder, 'report.json')}"
            qa = [str(Path(sys.executable).with_name("qa")), "check", str(units), "--no-cache", "--format", report]
            programs = {
                f"qa check -j {jobs}": [*qa, *without, "-j", str(jobs)] for jobs in dict.fromkeys(arguments.jobs)
            }
            if arguments.pofilter:
                programs["pofilter"] = [arguments.pofilter, "--progress=none", str(units), str(Path(folder, "out.xlf"))]
            measure(programs, count, arguments.rounds)


if __name__ == "__main__":
    main()

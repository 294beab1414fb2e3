"""Reads bilingual files and writes them back: whole, unchanged, and with one target changed; then two large files.

    python benchmarks/round_trip.py FILE-OR-FOLDER… [--generate 200000]

For every file it prints the units, the seconds to read, whether writing every target back unchanged gives the same
bytes, and whether one changed target changes only the bytes between its neighbours. With ``--generate`` it makes a TMX
and an XLIFF file of that many units, reads each in a process of its own and prints seconds and peak memory.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qa.core import Document, QaError, Segment, TranslationUnit
from qa.formats import create, detect, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART = 2000
_SOURCE = "Отчёт № {0} содержит сведения о поставках «северного» склада за {0} квартал & год."
_TARGET = "Report No. {0} holds what the “northern” warehouse delivered in quarter {0} & year."


def main() -> None:
    """Run the benchmark on the paths of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("-s", "--source-language", default=None)
    parser.add_argument("-t", "--target-language", default=None)
    parser.add_argument("--generate", type=int, default=0, metavar="UNITS")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read:
        _measure(arguments.read)
        return
    for path in _files(arguments.paths):
        try:
            print(_row(path, arguments.source_language, arguments.target_language), flush=True)
        except QaError as error:
            print(f"{path.name}\t{error}", flush=True)
    if arguments.generate:
        _generated(arguments.generate)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            try:
                bilingual = file.is_file() and detect(file).kind == "bilingual"
            except QaError:
                continue
            if bilingual:
                yield file


def _row(path: Path, source: str | None, target: str | None) -> str:
    start = time.perf_counter()
    units = [
        unit
        for document in read_bilingual(path, source_language=source, target_language=target)
        for unit in document.units
    ]
    read = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, path.name)
        targets = {(unit.document, unit.id): unit.target.text for unit in units}
        start = time.perf_counter()
        write_back(path, targets, output=output, source_language=source, target_language=target)
        written = time.perf_counter() - start
        same = "identical" if output.read_bytes() == path.read_bytes() else "DIFFERS"
        one = _one_changed(path, output, units, (source, target))
    return f"{path.name}\tunits {len(units)}\tread {read:.2f} s\twritten {written:.2f} s\tunchanged: {same}\tone: {one}"


def _one_changed(path: Path, output: Path, units: list[TranslationUnit], languages: tuple[str | None, ...]) -> str:
    """Put a mark at the end of the middle target; taking it out again must give the old bytes."""
    unit = units[len(units) // 2]
    mark = "QAROUNDTRIP"
    changed = {(unit.document, unit.id): unit.target.text + mark}
    write_back(path, changed, output=output, source_language=languages[0], target_language=languages[1])
    before, after = path.read_bytes(), output.read_bytes()
    return (
        "only its bytes"
        if after.count(mark.encode()) == 1 and after.replace(mark.encode(), b"") == before
        else "DIFFERS"
    )


def _measure(path: Path) -> None:
    start = time.perf_counter()
    units = sum(len(d.units) for d in read_bilingual(path, source_language="ru", target_language="en"))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{path.name}\tunits {units}\tread {seconds:.2f} s\tpeak {peak:.0f} MiB")


def _generated(units: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("generated.tmx", "generated.xlf"):
            path = Path(folder, name)
            create(path, _documents(units))
            print(f"{name}\t{path.stat().st_size / 1e6:.0f} MB", flush=True)
            subprocess.run([sys.executable, __file__, "--read", str(path)], check=True)


def _documents(units: int) -> Iterator[Document]:
    for part, first in enumerate(range(0, units, _PART)):
        yield Document(
            id="generated",
            path="",
            source_language="ru",
            target_language="en",
            units=tuple(_unit(number) for number in range(first, min(first + _PART, units))),
            part=part,
        )


def _unit(number: int) -> TranslationUnit:
    source, target = Segment("ru", _SOURCE.format(number)), Segment("en", _TARGET.format(number))
    return TranslationUnit(str(number), "generated", source, target)


if __name__ == "__main__":
    main()

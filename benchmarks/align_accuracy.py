"""Measure the aligner against gold alignments.

`python benchmarks/align_accuracy.py FOLDER SRC TGT GOLD` reads NAME.SRC, NAME.TGT and NAME.GOLD for every NAME in
FOLDER (and, where FOLDER holds folders, in each of them), one sentence a line, and prints a table. All documents of a
folder are aligned as one batch; ``--single`` aligns each by itself, ``--no-lexicon`` leaves out the lexicon that comes
with the program.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from qa.align import Aligner, Settings, Text, TextPair, evaluate, read_beads


def main() -> None:
    """Read the arguments and print one line a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("source", help="suffix of the source files, and their language")
    parser.add_argument("target", help="suffix of the target files, and their language")
    parser.add_argument("gold", help="suffix of the gold files")
    parser.add_argument("--single", action="store_true", help="align each document by itself")
    parser.add_argument("--no-lexicon", action="store_true", help="without the lexicon that comes with the program")
    arguments = parser.parse_args()
    folders = sorted(path for path in arguments.folder.iterdir() if path.is_dir()) or [arguments.folder]
    print(f"{'set':<16}{'documents':>10}{'P':>8}{'R':>8}{'F1':>8}{'lax F1':>8}{'alone F1':>10}{'s':>8}")
    for folder in folders:
        print(_row(folder, arguments))


def _row(folder: Path, arguments: argparse.Namespace) -> str:
    golds = sorted(folder.glob(f"*.{arguments.gold}"))
    stems = [gold.name.removesuffix(f".{arguments.gold}") for gold in golds]
    pairs = [
        TextPair(_text(folder / f"{stem}.{arguments.source}"), _text(folder / f"{stem}.{arguments.target}"))
        for stem in stems
    ]
    settings = Settings(seed=not arguments.no_lexicon)
    batches = [[pair] for pair in pairs] if arguments.single else [pairs]
    begun = time.perf_counter()
    found = [
        alignment
        for batch in batches
        for alignment in Aligner(arguments.source, arguments.target, settings=settings).align(batch)
    ]
    seconds = time.perf_counter() - begun
    result = evaluate([read_beads(gold, crossing=True) for gold in golds], found)
    strict = f"{result.strict.precision:>8.3f}{result.strict.recall:>8.3f}{result.strict.f1:>8.3f}"
    return f"{folder.name:<16}{len(pairs):>10}{strict}{result.lax.f1:>8.3f}{result.unaligned.f1:>10.3f}{seconds:>8.1f}"


def _text(path: Path) -> Text:
    lines = path.read_text(encoding="utf-8").split("\n")
    return Text(tuple(lines[:-1] if lines[-1] == "" else lines))


if __name__ == "__main__":
    main()

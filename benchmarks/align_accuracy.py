"""Measure the aligner against gold alignments.

`python benchmarks/align_accuracy.py FOLDER SRC TGT GOLD` reads NAME.SRC, NAME.TGT and NAME.GOLD for every NAME in
FOLDER (and, where FOLDER holds folders, in each of them), one sentence a line, and prints a table. All documents of a
folder are aligned as one batch; ``--single`` aligns each by itself, ``--no-lexicon`` leaves out the lexicon that comes
with the program, and ``--encoder`` adds the embeddings of a model on this machine. ``--replace`` puts other sentences
of the folder into the place of some translations, and prints how many of them, and of the others, have a confidence
below 0.8: the first should be many, the second few.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qa.align import Aligner, Settings, Text, TextPair, TransformersEncoder, evaluate, read_beads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.core import Alignment

_REPLACED = 0.05
"""Share of 1-1 beads whose translation is replaced."""
_LONG = 25
"""Characters of a sentence that may be replaced."""
_DOUBTFUL = 0.8


def main() -> None:
    """Read the arguments and print one line a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("source", help="suffix of the source files, and their language")
    parser.add_argument("target", help="suffix of the target files, and their language")
    parser.add_argument("gold", help="suffix of the gold files")
    parser.add_argument("--single", action="store_true", help="align each document by itself")
    parser.add_argument("--no-lexicon", action="store_true", help="without the lexicon that comes with the program")
    parser.add_argument("--encoder", metavar="MODEL-OR-PATH", help="sentence embeddings as one more term of the score")
    parser.add_argument("--replace", action="store_true", help="put strangers into the place of some translations")
    arguments = parser.parse_args()
    folders = sorted(path for path in arguments.folder.iterdir() if path.is_dir()) or [arguments.folder]
    print(f"{'set':<16}{'documents':>10}{'P':>8}{'R':>8}{'F1':>8}{'lax F1':>8}{'alone F1':>10}{'s':>8}")
    for folder in folders:
        print(_row(folder, arguments))
        if arguments.replace:
            print(_doubts(folder, arguments))


def _row(folder: Path, arguments: argparse.Namespace) -> str:
    golds, pairs = _read(folder, arguments)
    begun = time.perf_counter()
    found = _aligned(pairs, arguments)
    seconds = time.perf_counter() - begun
    result = evaluate(golds, found)
    strict = f"{result.strict.precision:>8.3f}{result.strict.recall:>8.3f}{result.strict.f1:>8.3f}"
    return f"{folder.name:<16}{len(pairs):>10}{strict}{result.lax.f1:>8.3f}{result.unaligned.f1:>10.3f}{seconds:>8.1f}"


def _doubts(folder: Path, arguments: argparse.Namespace) -> str:
    """How many replaced sentences, and how many true translations, have a low confidence."""
    golds, pairs = _read(folder, arguments)
    chance = random.Random(1)  # noqa: S311 -- sentences to measure with, no secrets
    pool = [sentence for pair in pairs for sentence in pair.target.sentences if len(sentence) > _LONG]
    changed, replaced = zip(
        *(_with_strangers(pair, gold, pool, chance) for pair, gold in zip(pairs, golds, strict=True)), strict=True
    )
    low: dict[bool, list[bool]] = {True: [], False: []}
    for gold, found, strangers in zip(golds, _aligned(changed, arguments), replaced, strict=True):
        right = {(bead.source, bead.target) for bead in gold.beads if bead.source and bead.target}
        for bead in found.beads:
            if (bead.source, bead.target) in right:
                low[bead.target in strangers].append(bead.confidence < _DOUBTFUL)
    shares = [f"{sum(low[kind])} of {len(low[kind])}" for kind in (True, False)]
    return f"{'':<16}doubtful: {shares[0]} replaced sentences, {shares[1]} translations"


def _with_strangers(
    pair: TextPair, gold: Alignment, pool: list[str], chance: random.Random
) -> tuple[TextPair, set[tuple[int, ...]]]:
    """The pair with a few translations replaced by sentences of like length, and which they are."""
    target = list(pair.target.sentences)
    strangers = set()
    for bead in gold.beads:
        if len(bead.source) == len(bead.target) == 1 and chance.random() < _REPLACED:
            own = target[bead.target[0]]
            likely = [one for one in pool if 0.85 < len(one) / max(len(own), 1) < 1.15 and one not in target]
            if likely and len(own) > _LONG:
                target[bead.target[0]] = chance.choice(likely)
                strangers.add(bead.target)
    return TextPair(pair.source, Text(tuple(target))), strangers


def _read(folder: Path, arguments: argparse.Namespace) -> tuple[list[Alignment], list[TextPair]]:
    golds = sorted(folder.glob(f"*.{arguments.gold}"))
    stems = [gold.name.removesuffix(f".{arguments.gold}") for gold in golds]
    pairs = [
        TextPair(_text(folder / f"{stem}.{arguments.source}"), _text(folder / f"{stem}.{arguments.target}"))
        for stem in stems
    ]
    return [read_beads(gold, crossing=True) for gold in golds], pairs


def _aligned(pairs: Sequence[TextPair], arguments: argparse.Namespace) -> list[Alignment]:
    settings = Settings(seed=not arguments.no_lexicon)
    encoder = TransformersEncoder(arguments.encoder) if arguments.encoder else None
    batches = [[pair] for pair in pairs] if arguments.single else [pairs]
    return [
        alignment
        for batch in batches
        for alignment in Aligner(arguments.source, arguments.target, settings=settings, encoder=encoder).align(batch)
    ]


def _text(path: Path) -> Text:
    lines = path.read_text(encoding="utf-8").split("\n")
    return Text(tuple(lines[:-1] if lines[-1] == "" else lines))


if __name__ == "__main__":
    main()

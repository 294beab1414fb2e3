"""Measure time and memory of the aligner on made-up texts, beside an alignment by length alone.

`python benchmarks/align_speed.py 1000 10000 100000` prints a line for each size; every size runs in a process of its
own, so that the peak of memory is its own. The texts are strings of made-up words after Zipf's law, with names and
numbers that both sides share, and with merged, dropped and added sentences.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from qa.align import Aligner, Text, TextPair, evaluate
from qa.core.alignment import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = 40_000
_SYLLABLES = (
    "ба",
    "ве",
    "ги",
    "до",
    "жу",
    "за",
    "ки",
    "ла",
    "мо",
    "не",
    "пу",
    "ра",
    "са",
    "ту",
    "фе",
    "хо",
    "ча",
    "ши",
)
_OTHERS = (
    "bel",
    "cor",
    "dan",
    "fil",
    "gom",
    "hus",
    "jer",
    "kan",
    "lim",
    "mor",
    "nix",
    "pag",
    "ruf",
    "sev",
    "tam",
    "vil",
)
_NAMES = ("Бал", "Кор", "Дан", "Мир", "Лев", "Тор"), ("Bal", "Kor", "Dan", "Mir", "Lev", "Tor")
_NAME_ENDS = ("бург", "дан", "кин", "лов", "нет", "сар"), ("burg", "dan", "kin", "lov", "net", "sar")


def main() -> None:
    """Run each size in its own process, or one size in this."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines", type=int, nargs="+", help="source sentences of each text")
    parser.add_argument("--only", choices=("words", "length"), help="which aligner to run, in this process")
    arguments = parser.parse_args()
    if arguments.only:
        print(_measured(arguments.lines[0], arguments.only))
        return
    print(f"{'lines':>8} {'aligner':<8}{'strict F1':>10}{'s':>9}{'cpu s':>9}{'ms/line':>9}{'peak MB':>9}")
    for lines, aligner in itertools.product(arguments.lines, ("words", "length")):
        command = [sys.executable, __file__, str(lines), "--only", aligner]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


def _measured(lines: int, aligner: str) -> str:
    pair, gold = _made_up(lines)
    align = _by_words if aligner == "words" else _by_length
    begun, begun_cpu = time.perf_counter(), time.process_time()
    found = align(pair)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    f1 = evaluate([gold], [found]).strict.f1
    return f"{lines:>8} {aligner:<8}{f1:>10.3f}{seconds:>9.1f}{cpu:>9.1f}{seconds / lines * 1000:>9.2f}{peak:>9.0f}"


def _by_words(pair: TextPair) -> Alignment:
    return Aligner("ru", "en").align([pair])[0]


def _made_up(lines: int) -> tuple[TextPair, Alignment]:
    """A text of ``lines`` sentences, its translation and the gold alignment."""
    chance = random.Random(lines)  # noqa: S311 -- texts to measure with, no secrets
    words = [_word(number, _SYLLABLES) for number in range(_WORDS)]
    others = [_word(number, _OTHERS) for number in range(_WORDS)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(_WORDS)))
    source: list[str] = []
    target: list[str] = []
    beads = []
    while len(source) < lines:
        a, b = chance.choices(((1, 1), (2, 1), (1, 2), (1, 0), (0, 1)), (84, 5, 5, 3, 3))[0]
        parts = [_sentence(chance, words, others, weights) for _ in range(max(a, b))]
        beads.append(Bead(tuple(range(len(source), len(source) + a)), tuple(range(len(target), len(target) + b))))
        source += _shared(parts, 0, a)
        target += _shared(parts, 1, b)
    return TextPair(Text(tuple(source)), Text(tuple(target))), Alignment(tuple(beads))


def _shared(parts: list[tuple[str, str]], side: int, count: int) -> Iterator[str]:
    if count == 1:
        yield " ".join(part[side] for part in parts)
    else:
        yield from (part[side] for part in parts[:count])


def _sentence(chance: random.Random, words: list[str], others: list[str], weights: list[float]) -> tuple[str, str]:
    chosen = chance.choices(range(_WORDS), cum_weights=weights, k=chance.randint(5, 24))
    ours = [words[number] for number in chosen]
    theirs = [others[number if chance.random() < 0.7 else chance.randrange(_WORDS)] for number in chosen]
    for _ in range(chance.randint(0, 1)):
        first, last = chance.randrange(6), chance.randrange(6)
        place = chance.randrange(len(ours))
        number = str(chance.randrange(3000))
        ours[place : place + 1] = [_NAMES[0][first] + _NAME_ENDS[0][last], number]
        theirs[place : place + 1] = [_NAMES[1][first] + _NAME_ENDS[1][last], number]
    return " ".join(ours).capitalize() + ".", " ".join(theirs).capitalize() + "."


def _word(number: int, syllables: tuple[str, ...]) -> str:
    word = ""
    while number or not word:
        number, place = divmod(number, len(syllables))
        word += syllables[place]
    return word


def _by_length(pair: TextPair) -> Alignment:
    """Gale and Church's moves with a plain length score, in a band about the diagonal."""
    ours = np.array([len(sentence) + 1.0 for sentence in pair.source.sentences])
    theirs = np.array([len(sentence) + 1.0 for sentence in pair.target.sentences])
    width = 200 + len(ours) // 50
    moves = {(1, 1): -0.1, (2, 1): -3.0, (1, 2): -3.0, (1, 0): -4.5, (0, 1): -4.5}
    best: list[tuple[int, np.ndarray]] = []
    back = []
    for row in range(len(ours) + 1):
        left = max(round(row * len(theirs) / len(ours)) - width, 0)
        right = min(round(row * len(theirs) / len(ours)) + width, len(theirs))
        totals, chosen = _length_row(row, left, right, best, ours, theirs, moves)
        best = [*best[-1:], (left, totals)]
        back.append((left, chosen))
    return _length_path(back, len(theirs), list(moves))


def _length_row(
    row: int,
    left: int,
    right: int,
    best: list[tuple[int, np.ndarray]],
    ours: np.ndarray,
    theirs: np.ndarray,
    moves: dict[tuple[int, int], float],
) -> tuple[np.ndarray, np.ndarray]:
    totals = np.full(right - left + 1, -1e9)
    if row == 0:
        totals[0] = 0.0
    chosen = np.zeros(len(totals), np.int8)
    added = moves[0, 1]
    for kind, ((a, b), prior) in enumerate(moves.items()):
        if not a or a > row:
            continue
        before_left, before = best[-a]
        columns = np.arange(max(left, before_left + b), min(right, before_left + len(before) - 1 + b) + 1)
        reached = before[columns - b - before_left] + prior
        if b:
            target = sum(theirs[columns - 1 - step] for step in range(b))
            reached = reached - 6 * np.log(target / ours[row - a : row].sum()) ** 2
        better = columns[reached > totals[columns - left]]
        totals[better - left] = reached[better - columns[0]]
        chosen[better - left] = kind
    slope = added * np.arange(len(totals))
    run = np.maximum.accumulate(totals - slope) + slope
    chosen[run > totals + 1e-9] = list(moves).index((0, 1))
    return run, chosen


def _length_path(back: list[tuple[int, np.ndarray]], targets: int, moves: list[tuple[int, int]]) -> Alignment:
    row, column = len(back) - 1, targets
    beads = []
    while row or column:
        left, chosen = back[row]
        a, b = moves[chosen[column - left]]
        beads.append(Bead(tuple(range(row - a, row)), tuple(range(column - b, column))))
        row, column = row - a, column - b
    return Alignment(tuple(beads[::-1]))


if __name__ == "__main__":
    main()

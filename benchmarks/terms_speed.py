"""Measures how fast terms are found, and how little their number costs.

Usage: ``python benchmarks/terms_speed.py TEXT LANGUAGE [--segments N] [--translation TEXT LANGUAGE]`` with one segment
a line in each TEXT (UTF-8). The lines are repeated, each time with a number behind, until there are N (100,000)
different ones; the terms are two-word phrases of the text itself, so that they are found. With a translation, ``qa
check`` runs as a whole over N units, with all default rules and a termbase that pairs phrases of the same line.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from qa.terms.matcher import Matcher, Phrase
from qa.text.analysis import Analysis
from qa.text.tokens import tokenize

FEW, MANY = 100, 10_000
SHORTEST = 5  # letters of a term's word
ROUNDS = 3


def main() -> None:
    """Print the processor seconds for a hundred and for ten thousand terms, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("language")
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--translation", nargs=2, metavar=("TEXT", "LANGUAGE"))
    arguments = parser.parse_args()
    lines = arguments.text.read_text(encoding="utf-8").splitlines()
    if arguments.translation:
        path, language = arguments.translation
        targets = Path(path).read_text(encoding="utf-8").splitlines()
        pairs = [pair for pair in zip(lines, targets, strict=True) if all(side.strip() for side in pair)]
        check(pairs, arguments.language, language, arguments.segments)
    else:
        match([line for line in lines if line.strip()], arguments.language, arguments.segments)


def match(lines: list[str], language: str, count: int) -> None:
    """Time the matcher alone; the best of several rounds, because other processes slow a round down.

    Texts stream by as in a check: each is cut into tokens, looked through and forgotten.
    """
    texts = [f"{lines[number % len(lines)]} {number}" for number in range(count)]
    terms = _made_up(_phrases(lines))
    _time(Matcher((Phrase(term, key) for key, term in enumerate(terms)), language), lines)  # loads the dictionaries
    best = dict.fromkeys((FEW, MANY), float("inf"))
    for _ in range(ROUNDS):
        for number in best:
            started = time.process_time()
            matcher = Matcher((Phrase(term, key) for key, term in enumerate(terms[:number])), language)
            built = time.process_time() - started
            spent, found = _time(matcher, texts)
            best[number] = min(best[number], spent)
            print(f"{count} segments, {number} terms: {built:.2f} s to build, {spent:.2f} s, {found} matches")
    print(f"best of {ROUNDS}: {best[FEW]:.2f} s and {best[MANY]:.2f} s, ratio {best[MANY] / best[FEW]:.2f}")


def check(pairs: list[tuple[str, str]], source: str, target: str, count: int) -> None:
    """Time ``qa check`` as a process of its own, with a hundred and with ten thousand terms."""
    terms = _term_pairs(pairs)
    spent = {}
    with tempfile.TemporaryDirectory() as folder:
        units = Path(folder, "units.tsv")
        with units.open("w", encoding="utf-8") as stream:
            for number in range(count):
                left, right = pairs[number % len(pairs)]
                stream.write(f"{left} {number}\t{right} {number}\n".replace('"', "”"))
        for number in (0, FEW, MANY):
            termbase = Path(folder, f"{number}.csv")
            with termbase.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([("source", "target"), *terms[:number]])
            options = ["--terms", str(termbase)] if number else []
            spent[number], findings = _run([str(units), "-s", source, "-t", target, *options], folder)
            print(f"{count} units, {number} terms: {spent[number]:.1f} s of the processor, {findings} findings")
    print(f"ratio {spent[MANY] / spent[FEW]:.2f}")


def _run(arguments: list[str], folder: str) -> tuple[float, int]:
    """The processor seconds of one check in one process, and how many findings on terms it has."""
    report = Path(folder, "findings.jsonl")
    command = ("qa", "check", *arguments, "--jobs", "1", "--no-cache", "--exit-zero", "--format", f"jsonl:{report}")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = report.read_text(encoding="utf-8")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, text.count('"terminology/')


def _time(matcher: Matcher, texts: list[str]) -> tuple[float, int]:
    started = time.process_time()
    found = sum(len(matcher.find(Analysis(text, matcher.language))) for text in texts)
    return time.process_time() - started, found


def _phrases(lines: list[str]) -> list[str]:
    """The two-word phrases of the text in random order, the same every time."""
    terms = sorted({phrase for line in lines for phrase in _two_words(line)})
    random.Random(1).shuffle(terms)  # noqa: S311 -- no secret
    return terms


def _two_words(line: str) -> list[str]:
    words = [token.text for token in tokenize(line) if token.kind == "word"]
    return [f"{one} {two}" for one, two in pairwise(words) if min(len(one), len(two)) >= SHORTEST]


def _made_up(terms: list[str]) -> list[str]:
    """Ten thousand phrases; made-up ones where the text is short."""
    return (terms + [f"{term} {number}" for number, term in enumerate(terms * 50)])[:MANY]


def _term_pairs(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Ten thousand phrases of the source with one that stands about as far along in the same line's translation."""
    found: dict[str, str] = {}
    for left, right in pairs:
        sources, targets = _two_words(left), _two_words(right)
        for number, phrase in enumerate(sources if targets else ()):
            found.setdefault(phrase, targets[number * len(targets) // len(sources)])
    terms = sorted(found.items())
    random.Random(1).shuffle(terms)  # noqa: S311 -- no secret
    extra = [(f"{one} {number}", f"{two} {number}") for number, (one, two) in enumerate(terms * 50)]
    return (terms + extra)[:MANY]


if __name__ == "__main__":
    sys.exit(main())

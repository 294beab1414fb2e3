"""Measures how fast terms are found, and how little their number costs.

Usage: ``python benchmarks/terms_speed.py TEXT LANGUAGE [SEGMENTS]`` with one segment a line in TEXT (UTF-8). The lines
are repeated, each time with a number behind, until there are SEGMENTS (100,000) different ones; the terms are two-word
phrases of the text itself, so that they are found.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import pairwise
from pathlib import Path

from qa.terms.matcher import Matcher, Phrase
from qa.text.analysis import Analysis
from qa.text.tokens import tokenize

FEW, MANY = 100, 10_000
SHORTEST = 5  # letters of a term's word


def main(path: str, language: str, count: int = 100_000) -> None:
    """Print the processor seconds for a hundred and for ten thousand terms, and their ratio.

    Texts stream by as in a check: each is cut into tokens, looked through and forgotten.
    """
    lines = [line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [f"{lines[number % len(lines)]} {number}" for number in range(count)]
    terms = _terms(lines)
    _time(Matcher((Phrase(term, key) for key, term in enumerate(terms)), language), lines)  # loads the dictionaries
    times = {}
    for number in (FEW, MANY):
        started = time.process_time()
        matcher = Matcher((Phrase(term, key) for key, term in enumerate(terms[:number])), language)
        built = time.process_time() - started
        times[number], found = _time(matcher, texts)
        print(f"{count} segments, {number} terms: {built:.2f} s to build, {times[number]:.2f} s, {found} matches")
    print(f"ratio {times[MANY] / times[FEW]:.2f}")


def _time(matcher: Matcher, texts: list[str]) -> tuple[float, int]:
    started = time.process_time()
    found = sum(len(matcher.find(Analysis(text, matcher.language))) for text in texts)
    return time.process_time() - started, found


def _terms(lines: list[str]) -> list[str]:
    """Ten thousand phrases of the text in random order, the same every time; made-up ones where it is short."""
    words = [[token.text for token in tokenize(line) if token.kind == "word"] for line in lines]
    phrases = {f"{one} {two}" for line in words for one, two in pairwise(line) if min(len(one), len(two)) >= SHORTEST}
    terms = sorted(phrases)
    random.Random(1).shuffle(terms)  # noqa: S311 -- no secret
    return (terms + [f"{term} {number}" for number, term in enumerate(terms * 50)])[:MANY]


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:4]))

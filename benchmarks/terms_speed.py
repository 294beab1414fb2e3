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
    """Print the seconds for a hundred and for ten thousand terms, and their ratio."""
    lines = [line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [f"{lines[number % len(lines)]} {number}" for number in range(count)]
    analyses = [Analysis(text, language) for text in texts]
    started = time.perf_counter()
    for analysis in analyses:
        _ = analysis.tokens
    print(
        f"{count} segments, {sum(len(a.tokens) for a in analyses)} tokens: {time.perf_counter() - started:.2f} s to cut"
    )
    terms = _terms(lines)
    Matcher([Phrase("x", 0)], language).find(analyses[0])  # loads the dictionaries
    _time(Matcher((Phrase(term, key) for key, term in enumerate(terms[:FEW])), language), analyses)  # fills the caches
    times = {}
    for number in (FEW, MANY):
        started = time.perf_counter()
        matcher = Matcher((Phrase(term, key) for key, term in enumerate(terms[:number])), language)
        built = time.perf_counter() - started
        times[number], found = _time(matcher, analyses)
        print(f"{number} terms: {built:.2f} s to build, {times[number]:.2f} s to match, {found} matches")
    print(f"ratio {times[MANY] / times[FEW]:.2f}")


def _time(matcher: Matcher, analyses: list[Analysis]) -> tuple[float, int]:
    started = time.perf_counter()
    found = sum(len(matcher.find(analysis)) for analysis in analyses)
    return time.perf_counter() - started, found


def _terms(lines: list[str]) -> list[str]:
    """Ten thousand phrases of the text in random order, the same every time; made-up ones where it is short."""
    words = [[token.text for token in tokenize(line) if token.kind == "word"] for line in lines]
    phrases = {f"{one} {two}" for line in words for one, two in pairwise(line) if min(len(one), len(two)) >= SHORTEST}
    terms = sorted(phrases)
    random.Random(1).shuffle(terms)  # noqa: S311 -- no secret
    return (terms + [f"{term} {number}" for number, term in enumerate(terms * 50)])[:MANY]


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:4]))

"""How well sentence boundaries are found again in documents whose segments were joined with one space, and how fast.

    python benchmarks/segmentation.py SEGMENTS.jsonl --field ref --language ru [--errors]

A line of SEGMENTS.jsonl is one segment: ``{"doc": "...", "ref": "...", "src": "..."}``, the segments of a document in
order. A gold boundary is a join whose left segment ends with final punctuation; other joins (headlines) are left out of
account. Boundaries inside a segment count as false, although some segments hold two sentences: read them with --errors.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator

FINAL = regex.compile(r"""[.!?…]["'»”’“)\]\s]*\Z""")


class JoinedDocument(NamedTuple):
    """A text made of segments; ``gold`` and ``open`` are offsets of joins with and without final punctuation."""

    text: str
    gold: frozenset[int]
    open: frozenset[int]


def read_documents(path: Path, field: str) -> Iterator[JoinedDocument]:
    """The documents of a file of segments, each joined."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for _, segments in groupby(rows, lambda row: row["doc"]):
        yield join([row[field].strip() for row in segments])


def join(segments: list[str]) -> JoinedDocument:
    """One text of ``segments`` with a space between them."""
    offset = 0
    gold: set[int] = set()
    other: set[int] = set()
    for segment in segments[:-1]:
        offset += len(segment) + 1
        (gold if FINAL.search(segment) else other).add(offset)
    return JoinedDocument(" ".join(segments), frozenset(gold), frozenset(other))


def compare(documents: list[JoinedDocument], segmenter: Segmenter, *, errors: bool) -> Counter[str]:
    """Counts found, false and missed boundaries; prints the places of the last two when asked."""
    counts: Counter[str] = Counter()
    for text, gold, other in documents:
        found = {span.start for span in segmenter.split(text)} - {0} - other
        counts += Counter(found=len(found & gold), false=len(found - gold), missed=len(gold - found))
        for place in sorted(found ^ gold) if errors else ():
            kind = "false " if place in found else "missed"
            print(f"{kind}  {text[max(place - 70, 0) : place]!r} | {text[place : place + 50]!r}")
    return counts


def speed(text: str, segmenter: Segmenter, seconds: float = 2.0) -> float:
    """Megabytes of UTF-8 split in a second; the best of as many runs as fit into ``seconds``."""
    segmenter.split(text)
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        segmenter.split(text)
        best = min(best, time.perf_counter() - start)
    return len(text.encode()) / 1e6 / best


def main() -> None:
    """Prints precision, recall, F1 and speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--field", required=True)
    parser.add_argument("--language", required=True)
    parser.add_argument("--srx", type=Path, help="rules of your own")
    parser.add_argument("--errors", action="store_true", help="print every false and missed boundary")
    options = parser.parse_args()
    segmenter = Segmenter(options.language, srx=options.srx)
    documents = list(read_documents(options.path, options.field))
    counts = compare(documents, segmenter, errors=options.errors)
    precision = counts["found"] / (counts["found"] + counts["false"])
    recall = counts["found"] / (counts["found"] + counts["missed"])
    score = 2 * precision * recall / (precision + recall)
    print(f"precision {precision:.4f}  recall {recall:.4f}  F1 {score:.4f}  {dict(counts)}")
    print(f"{speed(' '.join(document.text for document in documents), segmenter):.1f} MB/s")


if __name__ == "__main__":
    main()

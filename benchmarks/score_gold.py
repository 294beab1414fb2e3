"""Gold data for ``qa evaluate scores`` from published files, JSON lines on standard output.

``python benchmarks/score_gold.py annotations REFERENCE SYSTEM…`` takes annotated files of bio-mqm: the score is minus
the penalty points per source word, the domain is the system. ``python benchmarks/score_gold.py pairs FILE`` takes
DEMETR.

``--monolingual`` puts the reference in the place of the source, so that models of the target language alone can be
measured: the figures say what the method sees, not what a multilingual model would reach.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from qa.engine.word_counts import count_words
from qa.metrics.annotations import read_annotations
from qa.metrics.weights import MQM

if TYPE_CHECKING:
    from collections.abc import Iterator


def from_annotations(reference: Path, systems: list[Path]) -> Iterator[dict[str, str | float]]:
    """A score for each segment of each system that the reference has too."""
    references = {(segment.document, segment.unit): segment.target for segment in read_annotations(reference)}
    for path in systems:
        for segment in read_annotations(path):
            text = references.get((segment.document, segment.unit))
            if text:
                yield {
                    "source": segment.source,
                    "target": segment.target,
                    "reference": text,
                    "score": -MQM.total(segment.findings) / max(count_words(segment.source), 1),
                    "domain": path.stem,
                }


def from_pairs(path: Path, every: int, language: str) -> Iterator[dict[str, str | float]]:
    """Every n-th pair, of one source language where one is named."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        pair = json.loads(line)
        if number % every == 0 and language in {"", pair["lang_tag"]}:
            yield pair


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=["annotations", "pairs"])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--monolingual", action="store_true", help="put the reference in the place of the source")
    parser.add_argument("--every", type=int, default=1, help="of DEMETR, take every n-th pair")
    parser.add_argument("--language", default="", help="of DEMETR, take this source language alone, such as german")
    arguments = parser.parse_args()
    first, *others = arguments.files
    annotated = arguments.kind == "annotations"
    for line in (
        from_annotations(first, others) if annotated else from_pairs(first, arguments.every, arguments.language)
    ):
        if arguments.monolingual:
            line[("source" if annotated else "src_sent")] = line[("reference" if annotated else "eng_sent")]
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""How many clauses that were left out the metric ``coverage`` finds, and how many complete translations it points at.

``python benchmarks/score_omissions.py FILE --model FOLDER`` takes JSON lines with two English translations of one
source, ``ref`` and ``refB``: the first stands for the source, the second for its translation, complete and with one
clause of four words or more taken out. ``--source-field src`` takes the real source for a multilingual model.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import NamedTuple

from qa.metrics import Sample
from qa.metrics.clauses import clauses
from qa.metrics.coverage import METRIC
from qa.metrics.neural import ModelMetric

FEWEST = 4
"""Words of a clause that is taken out."""


class Case(NamedTuple):
    """A source of several clauses and a translation, whole and without a clause."""

    source: str
    whole: str
    broken: str


def cases(path: Path, source_field: str) -> list[Case]:
    """One for each line whose texts have several clauses."""
    draw = random.Random(1)  # noqa: S311 -- the same clauses every time
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source, whole = row[source_field], row["refB"]
        long = [span for span in clauses(whole) if len(span.of(whole).split()) >= FEWEST]
        if len(clauses(source)) > 1 and len(clauses(whole)) > 1 and long:
            span = draw.choice(long)
            found.append(Case(source, whole, (whole[: span.start] + whole[span.end :]).strip()))
    return found


def pointed_at(metric: ModelMetric, sources: list[str], targets: list[str]) -> set[str]:
    """The units with a finding."""
    return {finding.unit for finding in metric.findings(Sample(hypotheses=targets, sources=sources))}


def main() -> None:
    """Print both shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", required=True, help="a sentence encoder")
    parser.add_argument("--source-field", default="ref")
    arguments = parser.parse_args()
    if not isinstance(METRIC, ModelMetric):
        raise TypeError
    metric = METRIC.with_model(arguments.model)
    found = cases(arguments.file, arguments.source_field)
    sources = [case.source for case in found]
    broken = len(pointed_at(metric, sources, [case.broken for case in found]))
    whole = len(pointed_at(metric, sources, [case.whole for case in found]))
    print(f"{len(found)} segments of several clauses")
    print(f"with a clause left out, pointed at: {broken} ({100 * broken / len(found):.1f} %)")
    print(f"complete, pointed at: {whole} ({100 * whole / len(found):.1f} %)")


if __name__ == "__main__":
    main()

"""MQM raw scores of human annotations in the format of amazon-science/bio-mqm-dataset.

``python benchmarks/score_mqm.py FOLDER`` prints one line per file of the folder: segments, source words, penalty
points and the raw score. Published figures for Russian-English (0/1/5/25, source words, target errors):
reference 89.6, reference_r1 86.9, mtcarousel 84.8, TMT_run1 71.8.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from qa.core.finding import Finding, Severity
from qa.metrics import mqm_penalty, mqm_score
from qa.metrics.mqm import penalty_points


def main() -> None:
    """Score every file of the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    print(f"{'file':24} {'segments':>8} {'words':>7} {'points':>7} {'raw':>7} {'per 1000':>9}")
    for path in sorted(parser.parse_args().folder.glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
        words = sum(len(row["source"].split()) for row in rows)
        found = [
            Finding(
                rule="human/annotation",
                category=f"{error['error_category']}/{error['error_subcategory']}",
                severity=Severity(error["severity"].lower()),
                message=error["term"],
                document=row["DOC_ID"],
                unit=row["SEG_ID"],
            )
            for row in rows
            for error in row["target_errors"]
        ]
        raw, penalty = mqm_score(found, words).value, mqm_penalty(found, words).value
        print(f"{path.stem:24} {len(rows):8} {words:7} {penalty_points(found):7} {raw:7.2f} {penalty:9.2f}")


if __name__ == "__main__":
    main()

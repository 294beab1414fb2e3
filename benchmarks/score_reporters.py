"""How long each reporter takes, and how much it writes, for a report of many findings.

``python benchmarks/score_reporters.py [--findings 10000]`` makes a report of as many units, each with one finding.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from pathlib import Path

from qa.core.finding import Finding, Severity, Suggestion
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.segment import Location
from qa.core.span import Span
from qa.reporters import read_report, reporter, reporter_names

SOURCE = "В понедельник подрядчик № {number} сообщил, что стоимость моста через реку выросла с 12 до 21,5 млрд рублей."
TARGET = "On Monday contractor No. {number} said the cost of the bridge across the river rose from 12 to 25.1 billion."


def made_report(count: int) -> Report:
    """A report of ``count`` units in documents of a hundred, each unit with one finding."""
    units, findings = [], []
    for number in range(count):
        document, unit = f"d{number // 100}", str(number % 100 + 1)
        source, target = SOURCE.format(number=number), TARGET.format(number=number)
        at, wrong = source.index("21,5"), target.index("25.1")
        units.append(UnitText(id=unit, document=document, source=source, target=target, line=number % 100 + 1))
        findings.append(
            Finding(
                rule="accuracy/number-mismatch",
                category="accuracy/mistranslation/number",
                severity=list(Severity)[number % 4],
                message="21,5 млрд became 25.1 billion; write “21.5 billion”",
                document=document,
                unit=unit,
                source_spans=(Span(at, at + 4),),
                target_spans=(Span(wrong, wrong + 4),),
                location=Location(f"{document}.txt", number % 100 + 1, wrong + 1, wrong, 4),
                suggestion=Suggestion(Span(wrong, wrong + 4), "21.5"),
                fingerprint=f"v1:{number:032x}",
            )
        )
    documents = [DocumentInfo(f"d{number}", f"d{number}.txt", 100) for number in range((count + 99) // 100)]
    counts = {str(severity): (count + 3 - severity.rank) // 4 for severity in reversed(Severity)}
    return Report(
        tool=Tool("qa", "benchmark"),
        batch=BatchInfo("ru", "en", tuple(documents)),
        units=tuple(units),
        findings=tuple(findings),
        summary=Summary(units=count, findings=counts, source_words=17 * count, target_words=18 * count),
        gate=GateResult(passed=False, tripped=("made to fail",)),
    )


def main() -> None:
    """Print one line per reporter, and one for reading the JSON back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=10_000)
    report = made_report(parser.parse_args().findings)
    print(f"{'format':12} {'seconds':>8} {'MB':>8}")
    for name in reporter_names():
        stream = io.BytesIO()
        start = time.perf_counter()
        reporter(name).render(report, stream)
        print(f"{name:12} {time.perf_counter() - start:8.2f} {len(stream.getvalue()) / 1e6:8.2f}")
        if name in {"json", "jsonl"}:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"report.{name}"
                path.write_bytes(stream.getvalue())
                start = time.perf_counter()
                read_report(path)
                print(f"{f'read {name}':12} {time.perf_counter() - start:8.2f}")


if __name__ == "__main__":
    main()

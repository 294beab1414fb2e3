"""How often the rules speak up on clean human translations, and what they say, to be read.

    precision.py [--pair ru-en] [--select RULE …] [--preview] [--show RULE …] FILE.jsonl …

Prints hits per 1,000 segments by rule, and the share of segments with a finding of minor severity or graver.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bitext import Bitext, check, read

from qa.core import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.core import Finding, Span


def main() -> None:
    """Check every file in both directions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pair", default="ru-en", help="the two languages")
    parser.add_argument("--select", nargs="*", default=[], help="rules or groups")
    parser.add_argument("--preview", action="store_true", help="the named rules although they are previews")
    parser.add_argument("--show", nargs="*", default=[], help="rules whose findings are printed")
    options = parser.parse_args()
    source, target = options.pair.split("-")
    for path in options.paths:
        for bitext in read(path, (source, target)):
            started = time.perf_counter()
            findings = check(bitext, options.select, preview=options.preview)
            _print_counts(bitext, findings, time.perf_counter() - started)
            _print_findings(bitext, [finding for finding in findings if finding.rule in options.show])


def _print_counts(bitext: Bitext, findings: Sequence[Finding], seconds: float) -> None:
    flagged = {(finding.document, finding.unit) for finding in findings if finding.severity.at_least(Severity.MINOR)}
    share = 100 * len(flagged) / bitext.units
    print(f"\n{bitext.name}: {bitext.units} segments, {len(flagged)} flagged ({share:.2f} %), {seconds:.1f} s")
    for (rule, severity), count in sorted(Counter((finding.rule, finding.severity) for finding in findings).items()):
        print(f"  {rule:38} {severity:9} {count:5}  {1000 * count / bitext.units:7.2f} per 1,000")


def _print_findings(bitext: Bitext, findings: Sequence[Finding]) -> None:
    units = {(unit.document, unit.id): unit for document in bitext.documents for unit in document.units}
    for finding in findings:
        unit = units[finding.document, finding.unit]
        print(f"\n  [{finding.rule} {finding.severity}] {finding.document}:{finding.unit} {finding.message}")
        print(f"    {_marked(unit.source.text, finding.source_spans)}")
        print(f"    {_marked(unit.target.text, finding.target_spans)}")


def _marked(text: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text


if __name__ == "__main__":
    main()

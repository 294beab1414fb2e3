"""Writes the page: a frame that Jinja fills, one script, one style sheet, and the payload as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import msgspec

from qa.reporters.review_page.bundle import script, style
from qa.reporters.review_page.frame import inert, policy, template
from qa.reporters.review_page.options import PageOptions
from qa.reporters.review_page.payload import Payload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.review_page.comparison import Comparison

__all__ = ["write_page"]

_WITHOUT_SCRIPT = 500
"""Findings in the table that is shown where JavaScript is switched off."""


def write_page(report: Report, stream: BinaryIO, options: PageOptions | None = None) -> None:
    """Write one HTML file, UTF-8, that needs nothing beside it; the same bytes for the same report and options."""
    options = options or PageOptions()
    payload = Payload(report, options)
    counting = [finding for finding in report.findings if finding.suppressed is None]
    frame = template("review.html.j2").render(
        report=report,
        findings=counting[:_WITHOUT_SCRIPT],
        left_out=max(0, len(counting) - _WITHOUT_SCRIPT),
        compared=payload.comparison is not None,
        rules=_rules(counting, payload.comparison),
        policy=policy(script(), style(), served=options.served),
    )
    before, after_style, after_head, after_script, end = frame.split("<!--part-->")
    stream.write(before.encode() + style().text.encode() + after_style.encode())
    stream.write(
        inert(msgspec.json.encode(payload.head()))
        + after_head.encode()
        + script().text.encode()
        + after_script.encode()
    )
    kind = b"text/plain" if payload.packed else b"application/json"
    for part in payload.chunks():
        stream.writelines((b'<script type="', kind, b'" class="chunk">', inert(part), b"</script>\n"))
    stream.write(end.encode())


def _rules(findings: Sequence[Finding], comparison: Comparison | None) -> list[tuple[str, int, int]]:
    """Rule, how many findings, and how many of them are new; the most frequent first."""
    counts: dict[str, list[int]] = {}
    for finding in findings:
        count = counts.setdefault(finding.rule, [0, 0])
        count[0] += 1
        count[1] += comparison is not None and finding.fingerprint not in comparison.persisting
    return sorted(((rule, all_, new) for rule, (all_, new) in counts.items()), key=lambda row: (-row[1], row[0]))

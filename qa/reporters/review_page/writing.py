"""Writes the page: a frame that Jinja fills, one script, one style sheet, and the payload as it comes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from qa.reporters.review_page.bundle import script, style
from qa.reporters.review_page.options import PageOptions
from qa.reporters.review_page.payload import Payload
from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

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
    frame = _template().render(
        report=report,
        findings=counting[:_WITHOUT_SCRIPT],
        left_out=max(0, len(counting) - _WITHOUT_SCRIPT),
        rules=_rules(counting, payload.comparison),
        policy=_policy(served=options.served),
    )
    before, after_style, after_head, after_script, end = frame.split("<!--part-->")
    stream.write(before.encode() + style().text.encode() + after_style.encode())
    stream.write(
        _inert(msgspec.json.encode(payload.head()))
        + after_head.encode()
        + script().text.encode()
        + after_script.encode()
    )
    kind = b"text/plain" if payload.packed else b"application/json"
    for part in payload.chunks():
        stream.writelines((b'<script type="', kind, b'" class="chunk">', _inert(part), b"</script>\n"))
    stream.write(end.encode())


def _policy(*, served: bool) -> str:
    """What the browser may do with the page: run our script and style, and nothing else; no text becomes markup."""
    connect = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; script-src {script().source}; style-src {style().source}; {connect}"
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _inert(encoded: bytes) -> bytes:
    """JSON, or base 64, that no parser of HTML takes for markup."""
    return encoded.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


def _rules(findings: Sequence[Finding], comparison: Comparison | None) -> list[tuple[str, int, int]]:
    """Rule, how many findings, and how many of them are new; the most frequent first."""
    counts: dict[str, list[int]] = {}
    for finding in findings:
        count = counts.setdefault(finding.rule, [0, 0])
        count[0] += 1
        count[1] += comparison is not None and finding.fingerprint not in comparison.persisting
    return sorted(((rule, all_, new) for rule, (all_, new) in counts.items()), key=lambda row: (-row[1], row[0]))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 -- only where a page is written

    environment = Environment(
        loader=PackageLoader("qa.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    return environment.get_template("review.html.j2")


def _printable(value: object) -> object:
    """What the template puts out, with controls and whatever else cannot be seen in it named."""
    return harmless(value) if type(value) is str else value

"""Markdown for a comment on a pull request: never longer than GitHub takes, the gravest findings first.

Text of others is shown as it is: nothing in it is formatted, links, calls a person or points to an issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from qa.reporters.index import ReportIndex
from qa.reporters.totals import counted
from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["COMMENT_LIMIT", "REPORTER", "MarkdownReporter", "fitted", "shown_as_is"]

COMMENT_LIMIT: Final = 65_536
"""Of a comment on GitHub, in characters; counted here in bytes, which are never fewer."""

_FORMATS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$:#@]")
_CALLS: Final = "#@"


@dataclass(frozen=True, slots=True)
class MarkdownReporter:
    """A reporter of GitHub-flavoured Markdown that keeps within a number of bytes."""

    name: str
    limit: int
    suffix: str = ".md"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write what was decided, counts, scores and as many findings as there is room for."""
        stream.write(fitted(report, self.limit))


def fitted(report: Report, limit: int) -> bytes:
    """The report as Markdown in at most ``limit`` bytes; the last line tells how many findings are missing."""
    lines = [line.encode() for line in _head(report)]
    findings = ReportIndex(report).worst_first
    rows = [line.encode() for line in _rows(findings, ReportIndex(report))]
    whole = b"".join(lines + rows)
    if len(whole) <= limit:
        return whole
    return _cut(lines + rows, len(findings), limit)


def _cut(lines: Sequence[bytes], findings: int, limit: int) -> bytes:
    """As many whole lines as fit together with the line that counts the findings left out."""
    sizes = [0]
    for line in lines:
        sizes.append(sizes[-1] + len(line))
    for kept in range(len(lines), -1, -1):
        end = _missing(min(len(lines) - kept, findings))
        if sizes[kept] + len(end) <= limit:
            return b"".join(lines[:kept]) + end
    return b""


def _missing(number: int) -> bytes:
    noun = "finding is" if number == 1 else "findings are"
    return f"\n{number:,} more {noun} in the report.\n".encode()


def _head(report: Report) -> Iterator[str]:
    yield f"## Translation QA: the gate {'passed' if report.gate.passed else 'failed'}\n\n"
    yield from (f"* {shown_as_is(reason)}\n" for reason in report.gate.tripped)
    yield f"{'' if report.gate.passed else chr(10)}{shown_as_is(counted(report))}\n"
    scores = [score for score in report.scores if score.level == "corpus"]
    if scores:
        yield "\n| score | value |\n|---|--:|\n"
        for score in scores:
            name = f"{score.metric} ({score.system})" if score.system else score.metric
            yield f"| {shown_as_is(name)} | {score.value:.2f} |\n"
    yield from (f"\n{shown_as_is(note)}\n" for note in report.notes)


def _rows(findings: Sequence[Finding], index: ReportIndex) -> Iterator[str]:
    if findings:
        yield "\n| severity | place | rule | finding |\n|---|---|---|---|\n"
    for finding in findings:
        fix = f"<br>{_change(finding, index)}" if finding.suggestion else ""
        place, rule = shown_as_is(index.place(finding)), shown_as_is(finding.rule)
        yield f"| {finding.severity} | {place} | {rule} | {shown_as_is(finding.message)}{fix} |\n"


def _change(finding: Finding, index: ReportIndex) -> str:
    if finding.suggestion is None:
        return ""
    old = harmless(finding.suggestion.span.of(index.unit(finding).target), marked=True)
    new = harmless(finding.suggestion.text, marked=True)
    return f"<del>{shown_as_is(old)}</del> → <ins>{shown_as_is(new)}</ins>"


def shown_as_is(text: str) -> str:
    """``text`` on one line, with every character that GitHub would read as more than itself as a reference."""
    return _FORMATS.sub(_reference, harmless(text))


def _reference(found: re.Match[str]) -> str:
    """The character's reference; an empty comment parts a sign that calls somebody from the name behind it."""
    return f"&#{ord(found.group())};" + ("<!-- -->" if found.group() in _CALLS else "")


REPORTER: Final[Reporter] = MarkdownReporter("markdown", COMMENT_LIMIT)

"""The end of a text report: counts by rule and severity, scores, notes and the gate."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qa.core.finding import Severity
from qa.reporters.index import ReportIndex
from qa.reporters.terminal import wrap
from qa.reporters.visible import harmless, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.report import Report
    from qa.core.score import Score
    from qa.reporters.terminal import Terminal

__all__ = ["counted", "gate_lines", "totals"]


def totals(report: Report, terminal: Terminal) -> Iterator[str]:
    """Everything that is said once, after the findings."""
    yield from _rule_table(report, terminal)
    yield from _score_lines(report.scores, terminal)
    yield counted(report)
    for note in report.notes:
        yield from _indented(f"note: {note}", terminal)
    yield from gate_lines(report, terminal)


def counted(report: Report) -> str:
    """What was checked and found, in one line."""
    summary = report.summary
    split = ", ".join(f"{number} {severity}" for severity, number in summary.findings.items() if number)
    found = _plural(sum(summary.findings.values()), "finding") + (f" ({split})" if split else "")
    suppressed = f", {summary.suppressed} suppressed" if summary.suppressed else ""
    documents = _plural(len(report.batch.documents), "document")
    pair = (report.batch.source_language, report.batch.target_language)
    languages = harmless(f", {pair[0]} → {pair[1]}") if set(pair) != {"und"} else ""
    return f"{found}{suppressed} in {_plural(summary.units, 'unit')} of {documents}{languages}"


def gate_lines(report: Report, terminal: Terminal) -> Iterator[str]:
    """Whether the gate passed, and every threshold that said no."""
    yield "gate: " + (terminal.paint("passed", "good") if report.gate.passed else terminal.paint("failed", "bad"))
    for reason in report.gate.tripped:
        yield from _indented(f"- {reason}", terminal, indent="  ")


def _rule_table(report: Report, terminal: Terminal) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in ReportIndex(report).counting)
    if not counts:
        return
    severities = [severity for severity in reversed(Severity) if any(severity is found for _, found in counts)]
    rows = {rule: [counts[rule, severity] for severity in severities] for rule in sorted({rule for rule, _ in counts})}
    columns = [severity.value for severity in severities]
    table = [("rule", [*columns, "all"])]
    table += [(harmless(rule), [str(n or "·") for n in row] + [str(sum(row))]) for rule, row in rows.items()]
    if len(rows) > 1:
        sums = [sum(column) for column in zip(*rows.values(), strict=True)]
        table.append(("all", [str(n) for n in [*sums, sum(sums)]]))
    stub = max(width(name) for name, _ in table)
    for number, (name, figures) in enumerate(table):
        cells = "".join(f"  {figure:>8}" for figure in figures)
        line = name + " " * (stub - width(name)) + cells
        yield terminal.paint(line, "strong") if number == 0 else line
    yield ""


def _score_lines(scores: Sequence[Score], terminal: Terminal) -> Iterator[str]:
    """The scores of the whole batch, each with its signature."""
    shown = [(harmless(_name(score)), _figure(score), score) for score in scores if score.level == "corpus"]
    if not shown:
        return
    stub = max(width(name) for name, _, _ in shown)
    figures = max(len(figure) for _, figure, _ in shown)
    for name, figure, score in shown:
        signature = terminal.paint(harmless(score.signature), "faint")
        yield f"{name}{' ' * (stub - width(name))}  {figure:<{figures}}  {signature}".rstrip()
    yield ""


def _name(score: Score) -> str:
    return f"{score.metric} ({score.system})" if score.system else score.metric


def _figure(score: Score) -> str:
    interval = f" [{score.interval[0]:.2f}, {score.interval[1]:.2f}]" if score.interval else ""
    return f"{score.value:6.2f}{interval}"


def _indented(text: str, terminal: Terminal, indent: str = "") -> Iterable[str]:
    return (indent + ("  " if number else "") + line for number, line in enumerate(wrap(text, terminal.width - 4)))


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

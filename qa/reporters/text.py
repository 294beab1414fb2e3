"""Text for a terminal: every finding with what is wrong, both texts around it, and the suggested words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from qa.core.span import Span
from qa.reporters.excerpt import excerpt
from qa.reporters.index import ReportIndex
from qa.reporters.terminal import TerminalReporter, wrap
from qa.reporters.totals import totals
from qa.reporters.visible import harmless, runs_right_to_left, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding, Suggestion
    from qa.core.report import Report, UnitText
    from qa.reporters.excerpt import Run
    from qa.reporters.protocol import Reporter
    from qa.reporters.terminal import Terminal

__all__ = ["REPORTER"]

_FIX: Final = "fix"
_GUTTER: Final = "  │ "
"""Opens every line that shows text of others, so that none of it can start a line."""


class _Layout(NamedTuple):
    """What stands before the texts, and how many columns are left for them."""

    source: str
    target: str
    fix: str
    margin: str
    """Blanks, as wide as each of the three."""
    room: int


def _lines(report: Report, terminal: Terminal) -> Iterator[str]:
    index, layout = ReportIndex(report), _layout(report, terminal)
    for document, findings in index.by_document():
        noun = "finding" if len(findings) == 1 else "findings"
        yield terminal.paint(f"{harmless(document.path)}: {len(findings)} {noun}", "strong")
        yield ""
        for finding in findings:
            yield _headline(finding, index, terminal)
            yield from (_GUTTER + line for line in _body(finding, index.unit(finding), layout, terminal))
            yield ""
    yield from totals(report, terminal)


def _headline(finding: Finding, index: ReportIndex, terminal: Terminal) -> str:
    place = terminal.paint(harmless(index.place(finding)), "strong")
    return f"{place}: {terminal.severity(finding.severity)} {harmless(finding.rule)}"


def _layout(report: Report, terminal: Terminal) -> _Layout:
    labels = [harmless(label) for label in (report.batch.source_language, report.batch.target_language, _FIX)]
    margin = max(map(width, labels)) + 2
    source, target, fix = (label + " " * (margin - width(label)) for label in labels)
    return _Layout(source, target, fix, " " * margin, terminal.width - len(_GUTTER) - margin)


def _body(finding: Finding, unit: UnitText, layout: _Layout, terminal: Terminal) -> Iterator[str]:
    yield from wrap(finding.message, terminal.width - len(_GUTTER))
    for label, text, spans, focus in (
        (layout.source, unit.source, finding.source_spans, _focus(unit.target, finding.target_spans)),
        (layout.target, unit.target, finding.target_spans, _focus(unit.source, finding.source_spans)),
    ):
        shown = _marked(list(excerpt(text, spans, layout.room, focus)), terminal) if text else ["(empty)"]
        yield from (lead + line for lead, line in zip((label, layout.margin), shown, strict=False))
    if finding.suggestion:
        yield layout.fix + _change(unit.target, finding.suggestion, layout.room, terminal)
    for fact in finding.evidence:
        yield from (terminal.paint(line, "faint") for line in wrap(f"· {fact}", terminal.width - len(_GUTTER)))


def _focus(text: str, spans: Sequence[Span]) -> float:
    """How far into its text the first span starts; the other text is likely to have its counterpart there."""
    return min(span.start for span in spans) / len(text) if spans and text else 0.0


def _marked(runs: Sequence[Run], terminal: Terminal) -> list[str]:
    """The runs as a line; without colour, with carets under the marks, or with brackets where carets would stray."""
    line = "".join(run.text for run in runs)
    if terminal.colour:
        return ["".join(terminal.paint(run.text, "mark") if run.marked else run.text for run in runs)]
    if runs_right_to_left(line):
        return ["".join(f"⟦{run.text}⟧" if run.marked else run.text for run in runs)]
    carets = ""
    for run in runs:
        under = width(run.text)
        carets += ("^" if run.marked else " ") * under
        if run.marked and not under:  # a lone accent: mark the letter that carries it
            carets = carets[:-1] + "^"
    return [line, carets.rstrip()] if carets.strip() else [line]


def _change(text: str, suggestion: Suggestion, room: int, terminal: Terminal) -> str:
    """The words at fault and the words suggested for them."""
    span = _legible(text, suggestion)
    before = span.of(text)
    after = text[span.start : suggestion.span.start] + suggestion.text + text[suggestion.span.end : span.end]
    room -= len(" → ")
    old = _cut(before, max(room // 2, room - width(after)))
    new = _cut(after, room - width(old))
    return f"{terminal.paint(old, 'removed')} → {terminal.paint(new, 'added')}"


def _cut(text: str, room: int) -> str:
    """As much of ``text`` as there is room for, with its blanks named."""
    whole = [Span(0, len(text))] if text else []
    return "".join(run.text for run in excerpt(text, whole, room)) or "(nothing)"


def _legible(text: str, suggestion: Suggestion) -> Span:
    """The span of a suggestion, with the words beside it where it holds nothing but blanks."""
    start, end = suggestion.span.start, suggestion.span.end
    if suggestion.span.of(text).strip():
        return suggestion.span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


REPORTER: Final[Reporter] = TerminalReporter("text", _lines)

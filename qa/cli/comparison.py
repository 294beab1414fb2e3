"""Writes comparisons of systems: text, Markdown, HTML or JSON."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from qa.cli.grids import Grid, hypertext, markdown, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa.core.finding import Finding
    from qa.core.report import GateResult
    from qa.metrics.comparison import Comparison, MetricRow, SystemComparison

__all__ = ["COMPARISONS"]

_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Comparison of systems</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body {{ font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }}
table {{ border-collapse: collapse; margin: 1rem 0; width: 100% }}
th, td {{ border-bottom: 1px solid #8886; padding: .35rem .6rem; text-align: start; vertical-align: top }}
</style></head><body>
<h1>Comparison of systems</h1>
{body}
</body></html>
"""


class _Part(NamedTuple):
    """A heading and the table under it; no table where there is nothing to show."""

    title: str
    grid: Grid | None


def _json(comparison: Comparison) -> str:
    return msgspec.json.format(msgspec.json.encode(comparison), indent=2).decode() + "\n"


def _text(comparison: Comparison) -> str:
    return (
        "\n\n".join(f"{part.title}\n\n{plain(part.grid)}" if part.grid else part.title for part in _parts(comparison))
        + "\n"
    )


def _markdown(comparison: Comparison) -> str:
    return (
        "\n\n".join(
            f"## {part.title}\n\n{markdown(part.grid)}" if part.grid else part.title for part in _parts(comparison)
        )
        + "\n"
    )


def _html(comparison: Comparison) -> str:
    parts = (
        f"<h2>{html.escape(part.title)}</h2>{hypertext(part.grid)}"
        if part.grid
        else f"<p>{html.escape(part.title)}</p>"
        for part in _parts(comparison)
    )
    return _PAGE.format(body="\n".join(parts))


def _parts(comparison: Comparison) -> Iterator[_Part]:
    title = f"Against {comparison.baseline}, {comparison.segments:,} segments"
    rows = [_row(system.name, row) for system in comparison.systems for row in system.metrics]
    yield _Part(title, Grid(("system", "metric", "baseline", "system", "difference", "95 %", "p", "verdict"), rows))
    signatures = {row.metric: (row.signature, row.test) for system in comparison.systems for row in system.metrics}
    yield _Part(
        "How it was measured", Grid(("metric", "signature", "test"), [(name, *how) for name, how in signatures.items()])
    )
    if comparison.gate is not None:
        yield from _gate(comparison.gate)
    for system in comparison.systems:
        yield from _details(system)


def _gate(gate: GateResult) -> Iterator[_Part]:
    rows = [(reason,) for reason in gate.tripped]
    yield _Part(f"Gate: {'passed' if gate.passed else 'failed'}", Grid(("reason",), rows) if rows else None)


def _row(name: str, row: MetricRow) -> tuple[str, ...]:
    bounds = f"{row.interval[0]:+.2f} to {row.interval[1]:+.2f}" if row.interval else ""
    return (
        name,
        row.metric,
        _bounded(row.baseline, row.baseline_interval),
        _bounded(row.system, row.system_interval),
        f"{row.difference:+.2f}",
        bounds,
        f"{row.p_value:.4f}",
        _verdict(row),
    )


_SURE: Final = 0.05
"""Above which a difference is put down to chance."""


def _verdict(row: MetricRow) -> str:
    if row.better is None:
        return "equal"
    if row.p_value >= _SURE:
        return "no evidence of a difference"
    return "better" if row.better else "worse"


def _bounded(value: float, bounds: tuple[float, float] | None) -> str:
    return f"{value:.2f} [{bounds[0]:.2f}, {bounds[1]:.2f}]" if bounds else f"{value:.2f}"


def _details(system: SystemComparison) -> Iterator[_Part]:
    changed = [
        (
            f"{segment.document} {segment.unit}",
            f"{segment.difference:+.2f}",
            segment.source or segment.reference,
            segment.baseline,
            segment.system,
        )
        for segment in system.changed
    ]
    heading = f"{system.name}: the segments that changed most, by {system.changed_by}"
    text = "source" if any(segment.source for segment in system.changed) else "reference"
    yield _Part(heading, Grid(("segment", "difference", text, "baseline", "system"), changed) if changed else None)
    if system.new is not None and system.gone is not None:
        yield _findings(system.name, system.new, system.gone)
        if system.new:
            yield _gravest(system.name, system.new)


def _findings(name: str, new: Sequence[Finding], gone: Sequence[Finding]) -> _Part:
    title = f"{name}: {len(new)} findings new, {len(gone)} gone"
    counts = Counter(finding.rule for finding in new), Counter(finding.rule for finding in gone)
    rows = [(rule, str(counts[0][rule]), str(counts[1][rule])) for rule in sorted(counts[0] | counts[1])]
    return _Part(title, Grid(("rule", "new", "gone"), rows) if rows else None)


_SHOWN: Final = 10
"""Findings of a system in full; JSON has all of them."""


def _gravest(name: str, new: Sequence[Finding]) -> _Part:
    shown = sorted(new, key=lambda finding: -finding.severity.rank)[:_SHOWN]
    title = f"{name}: new findings" + (f", the {_SHOWN} gravest" if len(new) > _SHOWN else "")
    rows = [
        (f"{finding.document} {finding.unit}", finding.severity, finding.rule, finding.message) for finding in shown
    ]
    return _Part(title, Grid(("segment", "severity", "rule", "message"), rows))


COMPARISONS: Final[Mapping[str, Callable[[Comparison], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
"""What writes a comparison in each format."""

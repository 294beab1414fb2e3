"""Tables of words and figures as plain text, as Markdown and as HTML."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from qa.reporters.markdown import shown_as_is
from qa.reporters.visible import harmless, width

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Grid", "hypertext", "markdown", "plain"]


class Grid(NamedTuple):
    """A table; every row has a cell for each column."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def plain(grid: Grid) -> str:
    """Columns padded with spaces; figures stand on the right."""
    table = [[harmless(cell) for cell in row] for row in (grid.header, *grid.rows)]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    right = [_figures(column) for column in zip(*grid.rows, strict=True)] or [False] * len(widths)
    lines = (
        "  ".join(_padded(cell, wide, end) for cell, wide, end in zip(row, widths, right, strict=True)).rstrip()
        for row in table
    )
    return "\n".join(lines)


def markdown(grid: Grid) -> str:
    """A table of GitHub-flavoured Markdown."""
    right = [_figures(column) for column in zip(*grid.rows, strict=True)] or [False] * len(grid.header)
    rule = "|".join("--:" if figures else "---" for figures in right)
    rows = ("| " + " | ".join(shown_as_is(cell) for cell in row) + " |" for row in grid.rows)
    return "\n".join(("| " + " | ".join(grid.header) + " |", f"|{rule}|", *rows))


def hypertext(grid: Grid) -> str:
    """A table of HTML; every cell is shown as text and nothing else."""
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in grid.header)
    rows = (
        "<tr>" + "".join(f'<td dir="auto">{html.escape(harmless(cell))}</td>' for cell in row) + "</tr>"
        for row in grid.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _padded(cell: str, wanted: int, right: bool) -> str:  # noqa: FBT001 -- a column's own
    space = " " * (wanted - width(cell))
    return space + cell if right else cell + space


def _figures(column: Sequence[str]) -> bool:
    return all(not cell or cell.strip("+-−").replace(".", "").replace(",", "").isdecimal() for cell in column)

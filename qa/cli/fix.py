"""``qa fix``: the suggestions of findings, written into the files."""

from __future__ import annotations

import difflib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from qa.cli.fixing import checked
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import checking_options, input_format_option
from qa.cli.printing import print_bytes
from qa.cli.settings import Options
from qa.core.workflow import unarmed
from qa.engine.fixing import fixed_units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.cli.fixing import UnitWriter
    from qa.core.report import Report
    from qa.engine.fixing import FixedUnit

__all__ = ["command"]


@click.command("fix")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Only show what would change.")
@checking_options
@input_format_option
def command(
    *,
    files: tuple[Path, ...],
    diff: bool,
    **values: Any,  # noqa: ANN401 -- the options of checking_options
) -> int:
    r"""Write the suggestions of findings into bilingual FILES, or SOURCE and TARGET; nothing else in them changes.

    Two texts are taken as SOURCE and TARGET and aligned; TARGET is written, be it plain text, Markdown or HTML.

    Of suggestions that overlap, the graver finding's is written, else the first; the others are left and listed, as
    are those that an inline code stands in the way of. The exit code is then 1.

    \b
    qa fix ru.txt en.txt -s ru -t en --diff
    qa fix batch.xlf --select typography --diff
    qa fix batch.xlf --select typography
    """
    job = checked(tuple(dict.fromkeys(files)), Options.take(values))
    plans = tuple(_plan(path, units, job.writer) for path, units in _by_path(job.report).items())
    if diff:
        lines = (line for plan in plans for unit in plan.units for line in _difference(plan.path, unit))
        print_bytes("".join(f"{line}\n" for line in lines).encode())
    else:
        for plan in plans:
            job.writer.write(plan.path, plan.units)
    for line in _told(plans, written=not diff):
        click.echo(unarmed(line), err=diff)
    return EXIT_FAILED if any(plan.left for plan in plans) else EXIT_PASSED


class _Plan(NamedTuple):
    """What becomes of one file."""

    path: str
    units: tuple[FixedUnit, ...]
    left: tuple[str, ...]
    """The suggestions that are not followed, one a line."""


def _by_path(report: Report) -> Mapping[str, list[FixedUnit]]:
    """The fixed units by file, in the order of the report."""
    paths = {document.id: document.path for document in report.batch.documents}
    found: dict[str, list[FixedUnit]] = {}
    for unit in fixed_units(report):
        found.setdefault(paths[unit.unit.document], []).append(unit)
    return found


def _plan(path: str, units: Sequence[FixedUnit], writer: UnitWriter) -> _Plan:
    refused = {(unit.unit.document, unit.unit.id): error for unit, error in writer.refused(path, units)}
    kept = tuple(unit for unit in units if (unit.unit.document, unit.unit.id) not in refused)
    overlapping = (
        f"{_place(path, unit)}: left {finding.rule}, which overlaps the fix of {winner.rule}; run qa fix again"
        for unit in kept
        for finding, winner in unit.left
    )
    return _Plan(path, kept, (*overlapping, *(f"left: {error}" for error in refused.values())))


def _told(plans: Sequence[_Plan], *, written: bool) -> Iterator[str]:
    """What was done, for people: the suggestions left, the files, and the rules by how often they were followed."""
    rules = Counter(finding.rule for plan in plans for unit in plan.units for finding in unit.applied)
    verb = "changed" if written else "would change"
    for plan in plans:
        yield from plan.left
    for plan in plans:
        yield f"{plan.path}: {_counted(len(plan.units), 'target')} {verb}"
    for rule, count in sorted(rules.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"{rule}: {_counted(count, 'fix', 'fixes')}"
    if not rules:
        yield "no finding has a fix"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _difference(path: str, unit: FixedUnit) -> Iterator[str]:
    """A unified diff of one unit's target."""
    place = _place(path, unit)
    before, after = unit.unit.target.split("\n"), unit.target.split("\n")
    return difflib.unified_diff(before, after, place, place, lineterm="")


def _place(path: str, unit: FixedUnit) -> str:
    line = f":{unit.unit.line}" if unit.unit.line else ""
    return f"{path}{line} [unit {unit.unit.id}]"

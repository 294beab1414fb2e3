"""``qa fix``: the suggestions of findings, written into the files."""

from __future__ import annotations

import difflib
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from qa.cli.check import check_files
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import checking_options, input_format_option
from qa.cli.printing import print_bytes
from qa.cli.settings import Options, configuration
from qa.core.errors import EncodingError, InputError
from qa.core.workflow import unarmed
from qa.engine.fixing import fixed_units
from qa.formats import write_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.config import Config
    from qa.core.report import Report
    from qa.engine.fixing import FixedUnit

__all__ = ["command"]

_Targets = dict[tuple[str, str], str]


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
    r"""Write the suggestions of findings into bilingual FILES; nothing else in them changes.

    Of suggestions that overlap, the graver finding's is written, else the first; the others are left and listed, as
    are those that an inline code stands in the way of. The exit code is then 1.

    \b
    qa fix batch.xlf --select typography --diff
    qa fix batch.xlf --select typography
    """
    options = Options.take(values)
    report = check_files(tuple(dict.fromkeys(files)), options)
    writer = _Writer(configuration(options), options)
    plans = tuple(_plan(path, units, writer) for path, units in _by_path(report).items())
    if diff:
        lines = (line for plan in plans for unit in plan.units for line in _difference(plan.path, unit))
        print_bytes("".join(f"{line}\n" for line in lines).encode())
    else:
        for plan in plans:
            writer.write(plan.path, _targets(plan.units))
    for line in _told(plans, written=not diff):
        click.echo(unarmed(line), err=diff)
    return EXIT_FAILED if any(plan.left for plan in plans) else EXIT_PASSED


class _Plan(NamedTuple):
    """What becomes of one file."""

    path: str
    units: tuple[FixedUnit, ...]
    left: tuple[str, ...]
    """The suggestions that are not followed, one a line."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes targets into files that are read with these languages and in this encoding."""

    config: Config
    options: Options

    def write(self, path: str, targets: _Targets, output: Path | None = None) -> None:
        """Put ``targets`` into the file, or into its copy ``output``."""
        write_back(
            Path(path),
            targets,
            output=output,
            encoding=self.options.encoding,
            format=self.options.input_format,
            source_language=self.config.source_language,
            target_language=self.config.target_language,
        )

    def refused(self, path: str, units: Sequence[FixedUnit]) -> Iterator[tuple[FixedUnit, InputError]]:
        """The units whose new text the file cannot hold, each with the reason; found by halving.

        Raises:
            InputError: the file cannot be written at all.
        """
        try:
            with tempfile.TemporaryDirectory(prefix="qa-") as folder:
                self.write(path, _targets(units), Path(folder, "copy"))
        except EncodingError:
            raise
        except InputError as error:
            if len(units) == 1:
                yield units[0], error
            else:
                middle = len(units) // 2
                yield from self.refused(path, units[:middle])
                yield from self.refused(path, units[middle:])


def _by_path(report: Report) -> Mapping[str, list[FixedUnit]]:
    """The fixed units by file, in the order of the report."""
    paths = {document.id: document.path for document in report.batch.documents}
    found: dict[str, list[FixedUnit]] = {}
    for unit in fixed_units(report):
        found.setdefault(paths[unit.unit.document], []).append(unit)
    return found


def _plan(path: str, units: Sequence[FixedUnit], writer: _Writer) -> _Plan:
    refused = {(unit.unit.document, unit.unit.id): error for unit, error in writer.refused(path, units)}
    kept = tuple(unit for unit in units if (unit.unit.document, unit.unit.id) not in refused)
    overlapping = (
        f"{_place(path, unit)}: left {finding.rule}, which overlaps the fix of {winner.rule}; run qa fix again"
        for unit in kept
        for finding, winner in unit.left
    )
    return _Plan(path, kept, (*overlapping, *(f"left: {error}" for error in refused.values())))


def _targets(units: Iterable[FixedUnit]) -> _Targets:
    return {(unit.unit.document, unit.unit.id): unit.target for unit in units}


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

"""``qa compare``: systems beside a baseline, with a test of significance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from qa.cli.columns import Wanted, counts_findings, judged, sample_of
from qa.cli.comparison import COMPARISONS
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.modelling import modelling_options
from qa.cli.options import config_option, encoding_option, language_options
from qa.cli.settings import Options, configuration
from qa.cli.systems import System, SystemReader
from qa.cli.writing import parse_target, write_text
from qa.core.errors import UsageError
from qa.gate import judge_comparison
from qa.metrics import metric
from qa.metrics.comparison import compare_systems
from qa.metrics.significance import TESTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.config import Config

__all__ = ["command"]

_FILE = click.Path(path_type=Path)


@click.command("compare")
@click.argument("baseline", type=_FILE)
@click.argument("systems", nargs=-1, required=True, type=_FILE)
@click.option("--reference", multiple=True, type=_FILE, help="Reference translation; repeatable.")
@click.option("--source", type=_FILE, help="The source text, line by line; with it, findings are compared too.")
@click.option("--documents", type=_FILE, help="The document of each line, line by line.")
@click.option("--metric", multiple=True, metavar="NAME[:MODEL]", help="Repeatable; chrf++ and bleu without it.")
@click.option("--test", type=click.Choice(TESTS), default="bootstrap", help="Of significance; bootstrap without it.")
@click.option("--trials", type=click.IntRange(min=0), default=0, help="Of the test; 1,000 or 10,000 without it.")
@click.option("--changed", type=click.IntRange(min=0), default=10, help="How many changed segments to show.")
@click.option("--allow-empty", is_flag=True, help="Score empty translations as they are, as sacrebleu does.")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME[:PATH]", help="text, markdown, html, json; repeatable."
)
@click.option("--exit-zero", is_flag=True, help="Leave with 0 though the gate failed.")
@modelling_options
@language_options
@config_option
@encoding_option
def command(*, baseline: Path, formats: tuple[str, ...], exit_zero: bool, **values: Any) -> int:  # noqa: ANN401 -- click passes each option by keyword
    r"""Compare SYSTEMS with BASELINE: differences, intervals, p-values, segments that changed most, findings.

    Thresholds in [gate.scores] hold for SYSTEMS, and `target = "auto"` is BASELINE.

    \b
    qa compare old.txt new.txt --reference reference.txt --source source.txt -s ru -t en
    qa compare old.xlf new.xlf --reference reference.txt --format markdown:comparison.md --format json:comparison.json
    """
    targets = [parse_target(entry, COMPARISONS) for entry in formats or ("text",)]
    if sum(target.path is None for target in targets) > 1:
        raise UsageError("two formats cannot share standard output; give all but one a file: --format NAME:PATH")
    options = Options.take(values)
    config = configuration(options)
    reader = SystemReader(
        languages=(config.source_language, config.target_language),
        source=values["source"],
        documents=values["documents"],
        encoding=options.encoding,
    )
    names = values["metric"] or ("chrf++", "bleu")
    for name in names:
        metric(name)
    wanted = Wanted(
        config=config,
        references=tuple((path, reader.texts(path)) for path in values["reference"]),
        allow_empty=values["allow_empty"] or counts_findings(names),
        allow_download=values["allow_download"],
        device=values["device"],
        batch_size=values["batch_size"],
        no_cache=options.no_cache,
    )
    systems = _looked_at(reader.systems((baseline, *values["systems"])), wanted, config)
    comparison = compare_systems(
        names,
        [(system.name, sample_of(system, wanted)) for system in systems],
        values["test"],
        values["trials"],
        changed=values["changed"],
    )
    comparison = msgspec.structs.replace(comparison, gate=judge_comparison(comparison, config.gate.scores))
    for target in targets:
        write_text(target, COMPARISONS[target.name](comparison))
    passed = comparison.gate is None or comparison.gate.passed
    return EXIT_PASSED if passed or exit_zero else EXIT_FAILED


def _looked_at(systems: Sequence[System], wanted: Wanted, config: Config) -> list[System]:
    """The systems with what rules find in them, where source and languages let rules run."""
    sourced = all(any(unit.source for unit in system.units) for system in systems)
    tongues = systems[0].documents[0] if systems[0].documents else None
    if not sourced or tongues is None or "und" in {tongues.source_language, tongues.target_language}:
        return list(systems)
    spoken = msgspec.structs.replace(
        config, source_language=tongues.source_language, target_language=tongues.target_language
    )
    return [judged(system, replace(wanted, config=spoken)) for system in systems]

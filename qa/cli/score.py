"""``qa score``: how good translations are, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from qa.cli.check import exit_code
from qa.cli.columns import Wanted, counts_findings, judged, sample_of, tolerance_of
from qa.cli.measuring import baseline_report_option, earlier_report
from qa.cli.modelling import modelling_options
from qa.cli.options import config_option, encoding_option, language_options, output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.cli.scorecard import SCORECARDS
from qa.cli.settings import Options, configuration
from qa.cli.systems import System, SystemReader, annotated
from qa.cli.writing import parse_target, write_text
from qa.core.finding import Severity
from qa.decision import judged as judged_by
from qa.engine.recording import Recorder
from qa.engine.reporting import make_report
from qa.gate import Evidence
from qa.metrics import metric, metrics_for
from qa.metrics.annotations import annotation_format, write_annotations
from qa.metrics.neural import ModelMetric
from qa.metrics.scorecard import make_scorecard
from qa.metrics.scored import Scored
from qa.metrics.significance import TESTS, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.cli.writing import Target
    from qa.config import GateConfig
    from qa.core.report import Report
    from qa.core.score import Score
    from qa.metrics import Sample
    from qa.metrics.significance import Test

__all__ = ["command"]

_MQM = "mqm"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """What is scored, and how."""

    systems: tuple[System, ...]
    metrics: tuple[str, ...]
    wanted: Wanted
    paired: Test | None
    trials: int
    scorecard: Target | None
    annotations: Target | None
    earlier: Report | None
    """What scores are held against."""


@click.command("score")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--reference", multiple=True, type=click.Path(path_type=Path), help="Reference translation; repeatable.")
@click.option("--source", type=click.Path(path_type=Path), help="The source text, line by line.")
@click.option("--documents", type=click.Path(path_type=Path), help="The document of each line, line by line.")
@click.option(
    "--metric",
    multiple=True,
    metavar="NAME[:MODEL]",
    help="Repeatable; see docs/scoring.md. bleu and chrf without it, mqm for annotations.",
)
@click.option(
    "--level",
    multiple=True,
    type=click.Choice(["corpus", "document", "segment"]),
    help="Which scores to report; repeatable. Corpus without it.",
)
@click.option("--bootstrap", type=click.IntRange(min=0), default=0, help="Resamples for a 95 % confidence interval.")
@click.option("--paired", type=click.Choice(TESTS), help="Test every system against the first one.")
@click.option("--trials", type=click.IntRange(min=0), default=0, help="Of the test; 1,000 or 10,000 without it.")
@click.option("--passing-threshold", type=float, help="Calibrated MQM: the score that just passes, 0-100.")
@click.option("--acceptable-penalty", type=float, help="Calibrated MQM: points per 1,000 words that just pass.")
@click.option("--scorecard", metavar="NAME[:PATH]", help="MQM by category and document: text, markdown or json.")
@click.option("--annotations", metavar="NAME:PATH", help="Write findings as bio-mqm, marot, pearmut or wmt-qe.")
@baseline_report_option
@click.option("--allow-empty", is_flag=True, help="Score empty translations as they are, as sacrebleu does.")
@modelling_options
@language_options
@config_option
@encoding_option
@output_options
def command(*, formats: tuple[str, ...], exit_zero: bool, **values: Any) -> int:  # noqa: ANN401 -- click passes each option by keyword
    r"""Score FILES, each a system's translation: plain text line by line, any bilingual format, or annotations.

    \b
    qa score system.txt --reference reference.txt --metric bleu --metric chrf++
    qa score one.txt two.txt --reference reference.txt --bootstrap 1000 --paired bootstrap
    qa score annotations.json --metric mqm --scorecard markdown:scorecard.md
    """
    outputs = parse_outputs(formats)
    request = _request(values)
    report = _report(request)
    _write_extras(request)
    write_outputs(report, outputs)
    return exit_code(report, exit_zero=exit_zero)


def _request(values: dict[str, Any]) -> _Request:
    options = Options.take(values)
    config = configuration(options)
    reader = SystemReader(
        languages=(config.source_language, config.target_language),
        source=values["source"],
        documents=values["documents"],
        encoding=options.encoding,
    )
    annotations = parse_target(values["annotations"]) if values["annotations"] else None
    if annotations:
        annotation_format(annotations.name)
    scorecard = parse_target(values["scorecard"], SCORECARDS) if values["scorecard"] else None
    systems = reader.systems(values["files"])
    names = values["metric"] or _usual_metrics(systems)
    for name in names:
        metric(name)
    wanted = Wanted(
        config=config,
        references=tuple((path, reader.texts(path)) for path in values["reference"]),
        levels=frozenset(values["level"] or ("corpus",)),
        bootstrap=values["bootstrap"],
        tolerance=tolerance_of(values["passing_threshold"], values["acceptable_penalty"]),
        allow_empty=values["allow_empty"] or counts_findings(names),
        allow_download=values["allow_download"],
        device=values["device"],
        batch_size=values["batch_size"],
        no_cache=options.no_cache,
    )
    if scorecard or annotations or any(name.startswith(_MQM) for name in names):
        systems = [judged(system, wanted) for system in systems]
    return _Request(
        systems=tuple(systems),
        metrics=names,
        wanted=wanted,
        paired=values["paired"],
        trials=values["trials"],
        scorecard=scorecard,
        annotations=annotations,
        earlier=earlier_report(values["baseline_report"]),
    )


def _usual_metrics(systems: Sequence[System]) -> tuple[str, ...]:
    return (_MQM,) if all(system.findings is not None for system in systems) else ("bleu", "chrf")


def _report(request: _Request) -> Report:
    recorder = Recorder()
    several = len(request.systems) > 1
    samples: list[Sample] = []
    scores: list[Score] = []
    scored: list[Scored] = []
    findings = [finding for system in request.systems for finding in system.findings or ()]
    for system in request.systems:
        for _ in recorder.watch(system.documents):
            pass
        samples.append(sample_of(system, request.wanted))
        for wanted in metrics_for(request.metrics, samples[-1]):
            scored.append(Scored(wanted, samples[-1], system.name if several else ""))
            scores += (_named(score, system, several=several) for score in wanted.score(samples[-1]))
            findings += wanted.findings(samples[-1]) if isinstance(wanted, ModelMetric) else ()
    config = request.wanted.config
    report = make_report(
        recorder,
        (config.source_language or "und", config.target_language or "und"),
        findings=findings,
        scores=scores,
        notes=tuple(_tests(request, samples)),
    )
    evidence = Evidence(tuple(scored), request.earlier)
    return judged_by(_with_references(report, request.wanted), _gate(config.gate), evidence=evidence)


def _with_references(report: Report, wanted: Wanted) -> Report:
    """The first reference beside each unit; every system has a translation for each line of it."""
    if not wanted.references:
        return report
    _, lines = wanted.references[0]
    units = (
        msgspec.structs.replace(unit, reference=line) for unit, line in zip(report.units, cycle(lines), strict=False)
    )
    return msgspec.structs.replace(report, units=tuple(units))


def _gate(gate: GateConfig) -> GateConfig:
    """Scores speak for most findings here; only a critical one fails MQM whatever the score."""
    changed = gate.changed and msgspec.structs.replace(gate.changed, fail_on=gate.changed.fail_on and Severity.CRITICAL)
    return msgspec.structs.replace(gate, fail_on=gate.fail_on and Severity.CRITICAL, changed=changed)


def _named(score: Score, system: System, *, several: bool) -> Score:
    """The score with the system it belongs to, where there are several."""
    return msgspec.structs.replace(score, system=system.name) if several else score


def _tests(request: _Request, samples: Sequence[Sample]) -> Iterator[str]:
    """One sentence per system behind the first, and metric."""
    if request.paired is None:
        return
    baseline, *others = zip(request.systems, samples, strict=True)
    for wanted in metrics_for(request.metrics, samples[0]):
        before = wanted.statistics(baseline[1])
        for system, sample in others:
            paired = compare(before, wanted.statistics(sample), request.paired, request.trials)
            bounds = f" [{paired.interval[0]:.2f}, {paired.interval[1]:.2f}]" if paired.interval else ""
            yield (
                f"{wanted.name}: {system.name} is {paired.difference:+.2f}{bounds} against {baseline[0].name}, "
                f"p = {paired.p_value:.4f} ({paired.test})"
            )


def _write_extras(request: _Request) -> None:
    """The scorecard and the annotations, where asked for."""
    if request.scorecard:
        cards = [make_scorecard(sample_of(system, request.wanted), system.name) for system in request.systems]
        write_text(request.scorecard, SCORECARDS[request.scorecard.name](cards))
    if request.annotations and request.annotations.path:
        segments = [segment for system in request.systems for segment in annotated(system)]
        write_annotations(request.annotations.path, segments, request.annotations.name)

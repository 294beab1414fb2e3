"""Scores a report by metrics beside MQM: the texts of its units, and references where there are some."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.errors import UsageError
from qa.core.fingerprint import Fingerprinter
from qa.engine.reporting import by_severity
from qa.engine.word_counts import count_words
from qa.metrics import Sample, metric, metrics_for
from qa.metrics.neural import ModelMetric
from qa.metrics.scored import Scored
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report, UnitText
    from qa.core.score import Level
    from qa.metrics.sample import Need

__all__ = ["Scoring", "score_report"]

_LEVELS: Final[frozenset[Level]] = frozenset({"corpus", "segment"})
_MQM: Final = "mqm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """What is to be measured beside MQM."""

    metrics: tuple[str, ...] = ()
    """As the user names them; one that cannot do without what is not there is an error."""
    wishes: tuple[str, ...] = ()
    """Likewise, but left out with a note where no reference was given."""
    references: Sequence[str] | None = None
    """A reference for each unit of the report, in order; empty for a unit that has none."""
    earlier: Report | None = None
    """What the gate compares with."""
    models: ModelOptions = field(default_factory=ModelOptions)


def score_report(report: Report, scoring: Scoring, judged: Collection[str] = ()) -> tuple[Report, tuple[Scored, ...]]:
    """``report`` with references, scores, and what models point at; and the segments behind the scores.

    Args:
        report: as the rules left it, with its MQM score.
        scoring: tells the metrics.
        judged: metrics that a gate holds against an earlier report; the segments of MQM are gathered only for it.

    Raises:
        UsageError: a metric is unknown, needs what is not there, or there is not one reference for each unit.
        PluginError: a library or a model is missing.
    """
    report = _with_references(report, scoring.references)
    names, left_out = _able(scoring)
    scored = [one for name in names for one in _scored(name, report, scoring.models)]
    scores = [score for one in scored for score in one.metric.score(one.sample)]
    made = {score.metric for score in scores}
    kept = (score for score in report.scores if score.metric not in made)
    findings = tuple(_pointed_at(scored, report))
    if _MQM in judged and _MQM not in made:
        scored += _scored(_MQM, report, scoring.models)
    report = msgspec.structs.replace(report, scores=(*kept, *scores), notes=(*report.notes, *left_out))
    return _joined(report, findings), tuple(scored)


def _able(scoring: Scoring) -> tuple[list[str], list[str]]:
    """The metrics that can run, and notes on wishes that cannot be met."""
    names, notes = list(scoring.metrics), []
    for name in scoring.wishes:
        if "references" in metric(name).needs and scoring.references is None:
            notes.append(f"{name} was not measured, because there is no reference; give it with --reference")
        elif name not in names:
            names.append(name)
    return names, notes


def _with_references(report: Report, references: Sequence[str] | None) -> Report:
    if references is None:
        return report
    if len(references) != len(report.units):
        message = (
            f"{len(report.units)} units were checked and the reference has {len(references)}; "
            f"line n of it must belong to unit n"
        )
        raise UsageError(message)
    units = (
        msgspec.structs.replace(unit, reference=reference)
        for unit, reference in zip(report.units, references, strict=True)
    )
    return msgspec.structs.replace(report, units=tuple(units))


def _scored(name: str, report: Report, models: ModelOptions) -> Iterator[Scored]:
    """The metric with the units that it can score; nothing where there is no unit at all."""
    needs = metric(name).needs
    units = [unit for unit in report.units if _has(unit, needs)]
    if not units:
        if report.units:
            message = f"no unit has what the metric {name!r} needs; give --reference, or leave the metric out"
            raise UsageError(message)
        return
    kept = {(unit.document, unit.id) for unit in units}
    sample = Sample(
        hypotheses=[unit.target for unit in units],
        references=[[unit.reference for unit in units]] if "references" in needs else (),
        documents=[unit.document for unit in units],
        units=[unit.id for unit in units],
        findings=[finding for finding in report.findings if (finding.document, finding.unit) in kept],
        source_words=[count_words(unit.source) for unit in units],
        sources=[unit.source for unit in units],
        levels=_LEVELS,
        source_language=report.batch.source_language,
        target_language=report.batch.target_language,
        models=models,
    )
    yield from (Scored(found, sample) for found in metrics_for([name], sample))


def _has(unit: UnitText, needs: Collection[Need]) -> bool:
    """Whether a unit has the texts that are needed; one without a translation says nothing to models of two texts."""
    if "references" in needs and not unit.reference:
        return False
    return "sources" not in needs or bool(unit.source.strip() and unit.target.strip())


def _pointed_at(scored: Iterable[Scored], report: Report) -> Iterator[Finding]:
    """What models take for wrong, with fingerprints."""
    pointing = [one for one in scored if isinstance(one.metric, ModelMetric)]
    texts = {(unit.document, unit.id): unit for unit in report.units} if pointing else {}
    stamps = Fingerprinter()
    for one in pointing:
        if isinstance(one.metric, ModelMetric):
            for finding in one.metric.findings(one.sample):
                unit = texts[finding.document, finding.unit]
                text = unit.target if finding.target_spans else unit.source
                spans = finding.target_spans or finding.source_spans
                start, end = spans[0].start, spans[-1].end
                stamp = stamps.stamp(finding.rule, unit.source, text, start, end)
                yield msgspec.structs.replace(finding, fingerprint=stamp)


def _joined(report: Report, findings: Sequence[Finding]) -> Report:
    """``report`` with more findings, in reading order."""
    if not findings:
        return report
    order = {(unit.document, unit.id): number for number, unit in enumerate(report.units)}
    everything = sorted((*report.findings, *findings), key=lambda finding: order[finding.document, finding.unit])
    summary = msgspec.structs.replace(report.summary, findings=by_severity(everything))
    return msgspec.structs.replace(report, findings=tuple(everything), summary=summary)

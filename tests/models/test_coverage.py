"""Clauses without a counterpart, on a tiny network and on real weights."""

# ruff: noqa: ANN401 -- torch and transformers have no types
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qa.core.finding import Finding, Severity
from qa.core.report import BatchInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.span import Span
from qa.engine.scoring import Scoring, score_report
from qa.metrics import Sample, score_sample
from qa.metrics.clauses import clauses
from qa.metrics.coverage import METRIC
from qa.metrics.neural import ModelMetric
from qa.models.asking import ask
from qa.models.encoder import open_encoder
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from pathlib import Path

CPU = ModelOptions(device="cpu", batch_size=2)


def sample(source: str, target: str) -> Sample:
    return Sample(hypotheses=[target], sources=[source], models=CPU, levels=frozenset({"segment"}))


def test_a_clause_is_missing_where_the_rest_is_closer(torch: Any, encoder_folder: Path) -> None:
    del torch
    source = "the bridge was opened in may, not a council was closed on monday, by the council in may"
    spans = clauses(source)
    assert len(spans) == 3
    encoder = open_encoder(str(encoder_folder), CPU)
    missing = 0
    for kept in (Span(0, spans[0].end), Span(spans[1].start, spans[2].end), Span(0, len(source))):
        target = kept.of(source)
        texts = [source, target, *(source[: span.start] + source[span.end :] for span in spans)]
        whole, *rest = _cosines(ask(encoder, [(text.strip(),) for text in texts], CPU))
        wanted = [span for span, without in zip(spans, rest, strict=True) if without - whole > (1 - whole) / 7]
        (score,) = score_sample([f"coverage:{encoder_folder}"], sample(source, target))
        assert score.value == pytest.approx(1 - sum(len(span.of(source).strip()) for span in wanted) / len(source))
        found = _metric(encoder_folder).findings(sample(source, target))
        assert [finding.source_spans[0].start for finding in found] == [span.start for span in wanted]
        missing += len(wanted)
    assert missing


def test_a_single_clause_is_always_covered(torch: Any, encoder_folder: Path) -> None:
    del torch
    (score,) = score_sample([f"coverage:{encoder_folder}"], sample("the bridge was opened", "council"))
    assert score.value == 1


def test_real_weights_find_the_clause_that_was_left_out(minilm: Path) -> None:
    source = "The bridge across the river was opened in May, and tickets for the opera became dearer."
    paraphrase = "In May they opened the river crossing, while the opera raised the price of tickets."
    shortened = "In May they opened the river crossing."
    assert _metric(minilm).findings(sample(source, paraphrase)) == ()
    (finding,) = _metric(minilm).findings(sample(source, shortened))
    assert finding.source_spans[0].of(source) == "and tickets for the opera became dearer."
    assert (finding.rule, finding.category, finding.severity) == (
        "model/missing-clause",
        "accuracy/omission",
        "neutral",
    )
    assert (
        finding.message == "“and tickets for the opera became dearer.” may be missing; look for it in the translation"
    )
    (score,) = score_sample([f"coverage:{minilm}"], sample(source, shortened))
    assert 0.4 < score.value < 0.7


def _metric(folder: Path) -> ModelMetric:
    assert isinstance(METRIC, ModelMetric)
    return METRIC.with_model(str(folder))


def _cosines(vectors: list[list[float]]) -> list[float]:
    """Of the second text and each other one."""
    first, second, *others = vectors
    return [sum(a * b for a, b in zip(one, second, strict=True)) for one in (first, *others)]


def test_missing_clauses_stand_in_the_report_of_a_check(torch: Any, encoder_folder: Path) -> None:
    del torch
    source = "the bridge was opened in may, not a council was closed on monday, by the council in may"
    units = tuple(UnitText(str(i), "a", source, target) for i, target in enumerate((source, source[:30], source)))
    report = Report(
        tool=Tool("qa", "0"),
        batch=BatchInfo("en", "en", ()),
        units=units,
        findings=(_remark("2"),),
        summary=Summary(units=3, findings={"minor": 1}),
        gate=GateResult(passed=True),
    )
    scored, _ = score_report(report, Scoring(metrics=(f"coverage:{encoder_folder}",), models=CPU))
    *found, last = scored.findings
    assert found
    assert last == report.findings[0]
    assert {finding.unit for finding in found} == {"1"}
    assert len({finding.fingerprint for finding in found}) == len(found)
    assert scored.summary.findings == {"minor": 1, "neutral": len(found)}


def _remark(unit: str) -> Finding:
    return Finding(
        rule="style/calque", category="style/awkward", severity=Severity.MINOR, message="m", document="a", unit=unit
    )

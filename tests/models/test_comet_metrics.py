# ruff: noqa: ANN401 -- torch and transformers have no types
"""The metrics ``comet`` and ``comet-qe`` over tiny checkpoints."""

from __future__ import annotations

from typing import Any

import pytest

from qa.core.errors import UsageError
from qa.metrics import Sample, metric, score_sample
from qa.models.options import ModelOptions

TARGETS = ["the bridge was opened in may", "the council was not closed on monday!"]


def sample() -> Sample:
    return Sample(
        hypotheses=TARGETS,
        sources=["мост открыли в мае", "совет не закрыли"],
        references=[TARGETS[::-1], TARGETS],
        models=ModelOptions(device="cpu"),
    )


def test_several_references_are_averaged_and_the_signature_says_what_was_seen(comet_checkpoint: Any) -> None:
    folder = comet_checkpoint("regression_metric")
    scores = score_sample([f"comet:{folder}"], sample())
    assert [score.level for score in scores] == ["corpus", "segment", "segment"]
    assert scores[0].value == pytest.approx((scores[1].value + scores[2].value) / 2)
    assert scores[0].signature.endswith("|arch:regression_metric|ref:yes")


def test_error_spans_become_findings(comet_checkpoint: Any) -> None:
    folder = comet_checkpoint("xcomet_metric", labels=4, word_layer=2, error_labels=["minor", "major", "critical"])
    findings = metric(f"comet-qe:{folder}").findings(sample())  # type: ignore[attr-defined]
    assert findings
    for finding in findings:
        (span,) = finding.target_spans
        assert f"“{span.of(TARGETS[int(finding.unit) - 1])}”" in finding.message
        assert finding.rule == "model/error-span"


def test_a_checkpoint_that_sees_other_texts_is_refused(comet_checkpoint: Any) -> None:
    with pytest.raises(UsageError, match="needs a reference; ask for comet:"):
        score_sample([f"comet-qe:{comet_checkpoint('regression_metric')}"], sample())
    with pytest.raises(UsageError, match="takes no reference; ask for comet-qe:"):
        score_sample([f"comet:{comet_checkpoint('referenceless_regression_metric')}"], sample())

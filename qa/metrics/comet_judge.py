"""What the metrics ``comet`` and ``comet-qe`` share: a COMET checkpoint, and its error spans as findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.core.errors import UsageError
from qa.core.finding import Finding, Severity
from qa.core.span import Span
from qa.metrics.neural import Judgement
from qa.models.asking import ask
from qa.models.comet import open_comet
from qa.models.error_spans import unpack_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.metrics.neural import Judge
    from qa.metrics.sample import Sample
    from qa.models.comet import Comet

__all__ = ["open_with_reference", "open_without_reference"]

_RANKS: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Regressed:
    comet: Comet
    with_reference: bool

    @property
    def signature(self) -> str:
        """Of the checkpoint, and whether it saw a reference."""
        return f"{self.comet.signature}|ref:{'yes' if self.with_reference else 'no'}"

    def judge(self, sample: Sample) -> Judgement:
        """The score of each segment, mean over the references, and what the model marks beside the first one."""
        columns = [sample.sources, sample.hypotheses]
        sets = [[*columns, reference] for reference in sample.references] if self.with_reference else [columns]
        answers = [ask(self.comet, list(zip(*texts, strict=True)), sample.models) for texts in sets]
        values = [sum(one[0] for one in segment) / len(segment) for segment in zip(*answers, strict=True)]
        return Judgement(values, tuple(_findings(sample, answers[0])))


def _findings(sample: Sample, answers: Sequence[Sequence[float]]) -> Iterator[Finding]:
    for index, answer in enumerate(answers):
        for span in unpack_spans(answer):
            words = sample.hypotheses[index][span.start : span.end]
            yield Finding(
                rule="model/error-span",
                category="unspecified",
                severity=_RANKS[span.rank],
                message=f"the model takes “{words}” for wrong (probability {span.probability:.2f}); compare the source",
                document=sample.document(index),
                unit=sample.unit(index),
                target_spans=(Span(span.start, span.end),),
            )


def open_with_reference(model: str, sample: Sample) -> Judge:
    """A checkpoint that takes a reference.

    Raises:
        UsageError: it takes none.
    """
    comet = open_comet(model, sample.models)
    if not comet.takes_reference:
        message = f"the model {comet.folder.id} takes no reference; ask for comet-qe:{model}"
        raise UsageError(message)
    return _Regressed(comet, with_reference=True)


def open_without_reference(model: str, sample: Sample) -> Judge:
    """A checkpoint that can do without a reference.

    Raises:
        UsageError: it cannot.
    """
    comet = open_comet(model, sample.models)
    if comet.needs_reference:
        message = f"the model {comet.folder.id} needs a reference; ask for comet:{model}, or take a model without"
        raise UsageError(message)
    return _Regressed(comet, with_reference=False)

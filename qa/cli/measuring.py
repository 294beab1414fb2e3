"""Options of commands that check and measure in one run: metrics, a reference, and a report to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from qa.cli.modelling import model_options, running_options
from qa.engine.scoring import Scoring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.config import Config
    from qa.core.report import Report
    from qa.models import ModelOptions

__all__ = ["Measuring", "baseline_report_option", "earlier_report", "measuring_options"]

_USUAL: Final = ("bleu", "chrf")

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

baseline_report_option = click.option(
    "--baseline-report",
    type=click.Path(path_type=Path),
    metavar="REPORT",
    help='An earlier report, which scores with `target = "auto"` may not be worse than.',
)


def measuring_options(function: Decorated) -> Decorated:
    """``--reference``, ``--metric``, ``--baseline-report``, and how models run."""
    for decorate in (
        running_options,
        baseline_report_option,
        click.option(
            "--metric",
            "metrics",
            multiple=True,
            metavar="NAME[:MODEL]",
            help="Measure this beside MQM; repeatable. bleu and chrf where only a reference is given.",
        ),
        click.option("--reference", type=click.Path(path_type=Path), help="Another translation to measure against."),
    ):
        function = decorate(function)
    return function


@dataclass(frozen=True, slots=True, kw_only=True)
class Measuring:
    """What these options say."""

    reference: Path | None
    metrics: tuple[str, ...]
    baseline_report: Path | None
    allow_download: bool
    device: str
    batch_size: int

    @classmethod
    def take(cls, values: dict[str, Any]) -> Measuring:
        """These options out of a command's arguments; the rest stays in ``values``."""
        return cls(**{name: values.pop(name) for name in cls.__slots__})

    def scoring(self, config: Config, references: Sequence[str] | None, *, keep: bool) -> Scoring:
        """What is to be measured.

        Args:
            config: names metrics, too.
            references: one for each unit.
            keep: whether models' answers are kept.

        Raises:
            InputError: the report to compare with cannot be read.
        """
        wishes = () if self.metrics else config.metrics
        usual = _USUAL if self.reference and not (self.metrics or wishes) else ()
        return Scoring(
            metrics=self.metrics or usual,
            wishes=wishes,
            references=references,
            earlier=earlier_report(self.baseline_report),
            models=self.models(keep=keep),
        )

    def models(self, *, keep: bool) -> ModelOptions:
        """How models run; ``keep`` as for :meth:`scoring`."""
        return model_options(self.device, self.batch_size, download=self.allow_download, keep=keep)


def earlier_report(path: Path | None) -> Report | None:
    """The report in a file; none where no file is named.

    Raises:
        InputError: it cannot be read, or is no report.
    """
    if path is None:
        return None
    from qa.reporters import read_report  # noqa: PLC0415 -- loaded only where there is one

    return read_report(path)

"""From a system to the columns that metrics look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.api import check_stream
from qa.cli.modelling import model_options
from qa.cli.settings import languages
from qa.core.errors import UsageError
from qa.engine.word_counts import count_words
from qa.metrics import Sample, Tolerance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from qa.cli.systems import System
    from qa.config import Config
    from qa.core.finding import Finding
    from qa.core.score import Level

__all__ = ["Wanted", "counts_findings", "judged", "sample_of", "tolerance_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of the metrics."""

    config: Config
    references: tuple[tuple[Path, Sequence[str]], ...] = ()
    levels: frozenset[Level] = frozenset({"corpus"})
    bootstrap: int = 0
    tolerance: Tolerance | None = None
    allow_empty: bool = False
    allow_download: bool = False
    device: str = "auto"
    batch_size: int = 32
    no_cache: bool = False


def sample_of(system: System, wanted: Wanted) -> Sample:
    """The columns of one system.

    Raises:
        UsageError: it has another number of segments than a reference, or an empty one.
    """
    units = system.units
    hypotheses = [unit.target.text for unit in units]
    if not hypotheses:
        message = f"{system.path}: holds no translation; give a file with at least one line"
        raise UsageError(message)
    for path, reference in wanted.references:
        if len(reference) != len(hypotheses):
            message = (
                f"{system.path}: has {len(hypotheses)} lines and the reference {path} {len(reference)}; "
                f"line n of each must belong to the same segment"
            )
            raise UsageError(message)
    if not wanted.allow_empty:
        _refuse_empty(system)
    sources = [unit.source.text for unit in units]
    words, words_of = [count_words(text) for text in sources], "source"
    known = any(map(str.strip, sources))
    if not known and system.findings is not None:  # formats of annotations may go without the source
        words, words_of = [count_words(text) for text in hypotheses], "target"
    return Sample(
        hypotheses=hypotheses,
        references=[reference for _, reference in wanted.references],
        documents=[unit.document for unit in units],
        units=[unit.id for unit in units],
        findings=system.findings,
        source_words=words if any(words) else (),
        words_of="source" if words_of == "source" else "target",
        sources=sources if known else (),
        levels=wanted.levels,
        bootstrap=wanted.bootstrap,
        tolerance=wanted.tolerance,
        source_language=wanted.config.source_language or "",
        target_language=wanted.config.target_language or "",
        models=model_options(
            wanted.device, wanted.batch_size, download=wanted.allow_download, keep=not wanted.no_cache
        ),
    )


def counts_findings(metrics: Iterable[str]) -> bool:
    """Whether nothing but findings is counted, for which an empty translation is one more finding."""
    return all(name.startswith("mqm") for name in metrics)


def judged(system: System, wanted: Wanted) -> System:
    """``system`` with the findings of the rules, where nobody has looked for errors yet.

    Raises:
        UsageError: the rules cannot run, because a language or the source is missing.
    """
    if system.findings is not None:
        return system
    if not any(unit.source for unit in system.units):
        message = f"{system.path}: MQM needs findings, and rules find them with the source; give it with --source"
        raise UsageError(message)
    report = check_stream(system.documents, languages(wanted.config), wanted.config)
    return replace(system, findings=_of_units(report.findings, system))


def _of_units(findings: Sequence[Finding], system: System) -> tuple[Finding, ...]:
    known = {(unit.document, unit.id) for unit in system.units}
    return tuple(finding for finding in findings if (finding.document, finding.unit) in known)


def _refuse_empty(system: System) -> None:
    empty = [unit for unit in system.units if not unit.target]
    if empty:
        more = f" and {len(empty) - 1} more are" if len(empty) > 1 else " is"
        message = (
            f"{system.path}: segment {empty[0].id}{more} empty, and a system that says nothing scores nothing; "
            f"fill it, or score it as it is with --allow-empty"
        )
        raise UsageError(message)


def tolerance_of(passing: float | None, acceptable: float | None) -> Tolerance | None:
    """Both figures, or none.

    Raises:
        UsageError: one of them is missing, or one makes no scale.
    """
    if passing is None and acceptable is None:
        return None
    if passing is None or acceptable is None:
        raise UsageError("a calibrated score needs both figures; give --passing-threshold and --acceptable-penalty")
    return Tolerance(passing, acceptable)

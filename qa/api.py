"""The program as a library: read, align, check and score, each one call.

batch = qa.align_files("ru.txt", "en.txt", source_language="ru", target_language="en")
report = qa.check(batch, config=qa.Config(companions=("companions.toml",)))
for finding in report.findings:
print(finding.location, finding.message)
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from qa.config import Config
from qa.core.document import Batch
from qa.core.errors import UsageError
from qa.decision import decide
from qa.engine.checking import check_documents
from qa.engine.scoring import Scoring, score_report
from qa.engine.setup import active_rules, resources, term_pairs
from qa.gate import Evidence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from qa.core.document import Document
    from qa.core.report import Report
    from qa.core.score import Score
    from qa.decision import Changes
    from qa.engine.examining import Memory
    from qa.engine.timing import Stopwatch
    from qa.review import Decision

__all__ = ["align_files", "check", "check_stream", "read", "score"]

_UNSCORED: Final = Scoring()


def read(
    *paths: Path | str,
    source_language: str | None = None,
    target_language: str | None = None,
    encoding: str | None = None,
) -> Batch:
    """The units of bilingual files as one batch; languages are BCP 47 tags, needed where no file states them.

    Raises:
        InputError: a file is missing, unreadable or broken.
        UsageError: there is no document in the files.
    """
    from qa.formats import read_bilingual  # noqa: PLC0415 -- formats load their libraries only when used

    documents = tuple(
        document
        for path in paths
        for document in read_bilingual(
            Path(path), source_language=source_language, target_language=target_language, encoding=encoding
        )
    )
    if not documents:
        message = f"no document in {', '.join(map(str, paths)) or 'no file'}; name at least one file with units"
        raise UsageError(message)
    return Batch(documents[0].source_language, documents[0].target_language, documents)


def align_files(
    source: Path | str,
    target: Path | str,
    *,
    source_language: str,
    target_language: str,
    encoding: str | None = None,
    config: Config | None = None,
) -> Batch:
    """A source text and its translation, cut into sentences and aligned: a batch of one document.

    The termbases of ``config`` help to align.

    Raises:
        InputError: a file is missing, unreadable or broken.
    """
    from qa.align import Aligner  # noqa: PLC0415 -- numpy loads only when used
    from qa.engine.pairing import pair_documents, segment_pair  # noqa: PLC0415
    from qa.formats import read_monolingual  # noqa: PLC0415

    pair = segment_pair(
        read_monolingual(Path(source), language=source_language, encoding=encoding),
        read_monolingual(Path(target), language=target_language, encoding=encoding),
    )
    languages = source_language, target_language
    aligner = Aligner(*languages, term_pairs=term_pairs(config, languages) if config else ())
    return Batch(source_language, target_language, tuple(pair_documents([pair], aligner)))


def check(batch: Batch, *, config: Config | None = None, date: dt.date | None = None) -> Report:
    """Findings, scores and the gate's verdict for a batch; ``date`` is that of its documents.

    Raises:
        ConfigError: the configuration, a termbase or a companions file says something impossible.
        UsageError: a metric of the configuration is unknown.
        PluginError: a library or a model that a metric needs is missing.
    """
    languages = batch.source_language, batch.target_language
    settings = config or Config()
    return check_stream(batch.documents, languages, settings, date=date, scoring=Scoring(wishes=settings.metrics))


def check_stream(  # noqa: PLR0913 -- one argument for each thing that a run may bring along
    documents: Iterable[Document],
    languages: tuple[str, str],
    config: Config,
    *,
    date: dt.date | None = None,
    notes: Sequence[str] = (),
    changes: Callable[[Report], Changes] | None = None,
    decisions: Sequence[Decision] = (),
    scoring: Scoring = _UNSCORED,
    memory: Memory | None = None,
    jobs: int = 1,
    stopwatch: Stopwatch | None = None,
) -> Report:
    """As :func:`check`, for documents that stream by; ``languages`` are those of source and target.

    ``changes``, where given, tells which units of the report are to be judged as changed. Findings that ``decisions``
    dismiss do not count. ``scoring`` tells what is measured beside MQM, and what the gate compares scores with.
    ``memory`` spares the rules what they saw in earlier runs with the same configuration, and
    ``jobs`` processes share the work. A ``stopwatch`` counts where the time goes.
    """
    means = replace(resources(config, languages, date), memory=memory, jobs=jobs, stopwatch=stopwatch)
    understood = means.termbase.notes if means.termbase else ()
    report = check_documents(documents, active_rules(config, languages[1]), means, notes=(*notes, *understood))
    compared = {*config.gate.scores, *(config.gate.changed.scores if config.gate.changed else ())}
    report, scored = score_report(report, scoring, compared)
    dismiss = partial(_dismiss, decisions=decisions) if decisions else None
    evidence = Evidence(scored, scoring.earlier)
    return decide(report, config, changes(report) if changes else None, dismiss, evidence)


def _dismiss(report: Report, decisions: Sequence[Decision]) -> Report:
    from qa.review import dismiss  # noqa: PLC0415 -- only where somebody has decided

    return dismiss(report, decisions)


def score(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], metrics: Sequence[str] = ("bleu", "chrf")
) -> tuple[Score, ...]:
    """Corpus, document and segment scores of translations against one or more lists of references.

    Raises:
        UsageError: a metric is unknown, or the lists differ in length.
    """
    from qa.metrics import score_batch  # noqa: PLC0415 -- sacrebleu loads only when used

    return score_batch(metrics, hypotheses, references)

"""The main job behind every command that checks: documents in, a report out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.engine.mentions import mentions
from qa.engine.recording import Recorder
from qa.engine.reporting import make_report
from qa.engine.runner import run_rules
from qa.engine.suppressions import Suppressor
from qa.metrics.mqm import mqm_score
from qa.rules.discovery import all_rules
from qa.text.analysis import Analyser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document
    from qa.core.finding import Finding
    from qa.core.report import Mention, Report
    from qa.core.score import Score
    from qa.engine.ruleset import ActiveRule
    from qa.engine.runner import Resources

__all__ = ["check_documents"]


def check_documents(
    documents: Iterable[Document], rules: Sequence[ActiveRule], resources: Resources, *, notes: Sequence[str] = ()
) -> Report:
    """Check documents as they stream by, and report findings and an MQM score; the gate is not yet judged."""
    recorder, suppressor = Recorder(), Suppressor()
    named: list[Mention] = []
    watched = _name(suppressor.watch(recorder.watch(documents, date=resources.date)), resources, named)
    findings = suppressor.applied(run_rules(watched, rules, resources))
    return make_report(
        recorder,
        (resources.source_language, resources.target_language),
        findings=findings,
        scores=tuple(_mqm(findings, recorder.source_words)),
        rules=rules,
        mentions=named,
        notes=(*notes, *suppressor.unused([active.rule.id for active in rules], all_rules())),
    )


def _name(documents: Iterable[Document], resources: Resources, named: list[Mention]) -> Iterator[Document]:
    """The same documents; ``named`` takes the places where they name entities of the companions files."""
    analyser = Analyser()
    for document in documents:
        if resources.companions is not None:
            named += mentions(document, resources.companions, analyser)
        yield document


def _mqm(findings: Sequence[Finding], source_words: int) -> Iterator[Score]:
    if source_words:
        yield mqm_score(findings, source_words)

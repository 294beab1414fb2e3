"""The main job behind every command that checks: documents in, a report out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.core.report import Mention
from qa.core.spool import Spool
from qa.engine.mentions import concepts, kept_terms, mentions
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
    from qa.core.report import Report
    from qa.core.score import Score
    from qa.engine.ruleset import ActiveRule
    from qa.engine.runner import Resources

__all__ = ["check_documents"]

_RECENT: Final = 256
"""Analyses that are kept for the search for names and terms, which goes over each text once or twice."""


def check_documents(
    documents: Iterable[Document], rules: Sequence[ActiveRule], resources: Resources, *, notes: Sequence[str] = ()
) -> Report:
    """Check documents as they stream by, and report findings and an MQM score; the gate is not yet judged.

    With companions, which depend on dates, a note says how the documents were dated.
    """
    recorder, suppressor = Recorder(), Suppressor()
    named: list[Mention] = []
    translated = Spool(Mention)
    catalogues: dict[str, None] = {}
    read = resources.stopwatch.stream("reading", documents) if resources.stopwatch else documents
    watched = suppressor.watch(recorder.watch(_sort_out(read, catalogues), date=resources.date))
    watched = _name(watched, resources, named, translated)
    if resources.stopwatch:
        watched = resources.stopwatch.stream("counting words, dates", watched)
    findings = suppressor.applied(run_rules(watched, rules, resources, recorder.passed))
    terms, left_out = kept_terms(translated)
    return make_report(
        recorder,
        (resources.source_language, resources.target_language),
        findings=findings,
        scores=tuple(_mqm(findings, recorder.source_words)),
        rules=rules,
        mentions=(*named, *terms),
        notes=(
            *notes,
            *filter(None, (left_out,)),
            *_told(tuple(catalogues), rules),
            *(recorder.told_dates() if resources.companions else ()),
            *suppressor.unused([active.rule.id for active in rules], all_rules()),
        ),
    )


def _sort_out(documents: Iterable[Document], catalogues: dict[str, None]) -> Iterator[Document]:
    """The same documents; ``catalogues`` takes the paths of those that are strings of a program."""
    for document in documents:
        if document.catalogue:
            catalogues[document.path] = None
        yield document


def _told(catalogues: Sequence[str], rules: Iterable[ActiveRule]) -> Iterator[str]:
    """That some files had another profile than the rest, where that makes a difference."""
    if catalogues and any(active.only for active in rules):
        which = catalogues[0] if len(catalogues) == 1 else f"{len(catalogues):,} files"
        yield f"profile interface for {which}, whose units are strings of a program; --profile sets another"


def _name(
    documents: Iterable[Document], resources: Resources, named: list[Mention], translated: Spool[Mention]
) -> Iterator[Document]:
    """The same documents; ``named`` takes where they name entities of the companions files, ``translated`` terms."""
    analyser = Analyser(_RECENT)
    for document in documents:
        if resources.companions is not None:
            named += mentions(document, resources.companions, analyser)
        if resources.termbase is not None:
            translated.extend(concepts(document, resources.termbase, analyser))
        yield document


def _mqm(findings: Sequence[Finding], source_words: int) -> Iterator[Score]:
    if source_words:
        yield mqm_score(findings, source_words)

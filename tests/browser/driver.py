"""What the browser tests drive: an opened page, and reports made for it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from qa.core.finding import Finding, Severity, Suggestion, Suppression
from qa.core.fingerprint import text_hash
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Mention, Report, RuleInfo, Summary, Tool, UnitText
from qa.core.score import Score
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Dialog, Page

    from qa.reporters.review_page import PageOptions

__all__ = ["PATIENCE", "Contexts", "Opened", "Show", "finding", "make_report", "report_of", "unit", "until", "watch"]

PATIENCE = 180_000.0
"""Milliseconds for which a test waits; a machine may be busy with much else."""


@dataclass
class Opened:
    """A page in a browser, and what went wrong in it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def search(self, query: str) -> None:
        self.page.fill("#search", query)
        self.page.press("#search", "Enter")

    def count(self) -> int:
        """Rows of the list, also those out of sight."""
        first = self.page.query_selector(".row")
        return int(first.get_attribute("aria-setsize") or 0) if first else 0

    def heading(self) -> str:
        return self.page.inner_text("#detail h2") if self.page.query_selector("#detail h2") else ""

    def status(self) -> str:
        return self.page.inner_text("#status")


def watch(page: Page) -> Opened:
    """Note errors, dialogs, violations of the policy and requests of a page."""
    opened = Opened(page)
    page.on("pageerror", lambda error: opened.errors.append(f"error: {error}"))
    page.on("console", lambda message: opened.errors.append(message.text) if message.type == "error" else None)

    def dialog(shown: Dialog) -> None:
        if shown.type != "beforeunload":
            opened.errors.append(f"dialog: {shown.message}")
        shown.accept()

    page.on("dialog", dialog)
    page.on("request", lambda request: opened.requests.append(request.url))
    return opened


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Let the page go on until something holds outside it."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline, "it does not come to hold"
        page.wait_for_timeout(20)


class Contexts(Protocol):
    """Makes fresh browser contexts with Playwright's settings."""

    def __call__(self, **settings: object) -> BrowserContext: ...


class Show(Protocol):
    """Writes the page of a report and opens it."""

    def __call__(
        self,
        report: Report,
        options: PageOptions | None = None,
        *,
        context: BrowserContext | None = None,
        address: str = "",
        name: str = "review.html",
        **settings: object,
    ) -> Opened: ...


SOURCE = "Мост № {n} построят к 5 мая 2031 года."
TARGET = "Bridge  No. {n} will be built by 6 May 2031."


def unit(number: int, document: str = "bridge", **texts: object) -> UnitText:
    content = {"source": SOURCE.format(n=number), "target": TARGET.format(n=number)} | texts
    return UnitText(id=str(number), document=document, line=number, **content)


def finding(one: UnitText, words: str, rule: str, severity: Severity, fix: str | None, **more: object) -> Finding:
    start = one.target.index(words)
    span = Span(start, start + len(words))
    content = {
        "message": f"“{words}” is wrong here; correct it",
        "target_spans": (span,),
        "suggestion": None if fix is None else Suggestion(span, fix),
    } | more
    return Finding(
        rule=rule,
        category=rule.partition("/")[0],
        severity=severity,
        document=one.document,
        unit=one.id,
        fingerprint="v1:" + text_hash(f"{rule} {one.document} {one.id} {words}") * 2,
        **content,
    )


def report_of(units: tuple[UnitText, ...], findings: tuple[Finding, ...], **more: object) -> Report:
    documents = dict.fromkeys(one.document for one in units)
    counts = [finding.severity for finding in findings if finding.suppressed is None]
    content: dict[str, Any] = {
        "tool": Tool("qa", "0.1.0"),
        "batch": BatchInfo(
            "ru",
            "en",
            tuple(
                DocumentInfo(id=name, path=f"news/{name}.txt", units=sum(one.document == name for one in units))
                for name in documents
            ),
        ),
        "summary": Summary(
            units=len(units),
            findings={str(one): counts.count(one) for one in reversed(Severity) if one in counts},
            source_words=9 * len(units),
            target_words=9 * len(units),
            suppressed=sum(finding.suppressed is not None for finding in findings),
        ),
        "gate": GateResult(passed=False, tripped=("4 findings are major or graver; none may be",)),
    }
    return Report(units=units, findings=findings, **(content | more))


def make_report() -> Report:
    """Twelve segments in two documents: overlapping findings, a reference, a suppressed finding, names with marks."""
    bridge = [unit(number) for number in range(1, 9)]
    bridge[2] = unit(3, reference="Bridge No. 3 will be built by 5 May 2031.", source_parts=(Span(0, 6), Span(7, 38)))
    bridge[3] = unit(4, target="")
    bridge[4] = unit(5, target="The 840\u00a0m span \u202eof the\u202c bridge 𐐀𐐀 will be  long.", confidence=0.62)
    ferry = [unit(number, "ferry") for number in range(1, 5)]
    major, minor, critical = Severity.MAJOR, Severity.MINOR, Severity.CRITICAL
    spaces = {"message": "2 spaces in a row; leave one"}
    findings = [
        finding(bridge[0], "6 May", "accuracy/date-mismatch", major, "5 May"),
        finding(bridge[0], "6 May 2031", "style/calque", minor, None),
        finding(bridge[0], "  ", "typography/double-space", minor, " ", **spaces),
        finding(bridge[1], "  ", "typography/double-space", minor, " ", **spaces),
        finding(bridge[2], "6 May", "accuracy/date-mismatch", major, "5 May", evidence=("the source has 5 мая",)),
        finding(bridge[3], "", "accuracy/empty-target", critical, None, target_spans=(), source_spans=(Span(0, 4),)),
        finding(bridge[4], "bridge 𐐀𐐀", "linguistic/mixed-script", major, "bridge"),
        finding(
            bridge[6],
            "  ",
            "typography/double-space",
            minor,
            " ",
            suppressed=Suppression("baseline", "known"),
            **spaces,
        ),
        finding(ferry[1], "  ", "typography/double-space", minor, " ", **spaces),
    ]
    mentions = [
        Mention("northern-dawn", "bridge", "1", Span(0, 6), "Northern Dawn", "banned in Russia"),
        Mention("northern-dawn", "bridge", "2", Span(0, 6), "Northern Dawn"),
        Mention("northern-dawn", "ferry", "1", Span(0, 6), "Northern Dawn", "outlawed in Russia"),
        *(Mention("мост", "bridge", str(n), Span(0, 6), "мост", "bridge", "term") for n in (1, 2, 3)),
        Mention("мост", "ferry", "1", Span(0, 6), "мост", "crossing", "term"),
        Mention("мост", "ferry", "2", Span(0, 0), "мосту", "", "term"),
        Mention("паром", "ferry", "3", Span(0, 5), "паром", "ferry", "term"),
    ]
    scores = [
        Score(metric="chrf", value=61.2, signature="nrefs:1|case:mixed", interval=(60.1, 62.4)),
        *(Score(metric="chrf", level="segment", document="ferry", unit=str(n), value=20.0 * n) for n in range(1, 5)),
    ]
    rules = (RuleInfo("accuracy/date-mismatch", "Dates that differ", "accuracy", major),)
    notes = ("the date of document bridge was found in its text",)
    return report_of(
        (*bridge, *ferry), tuple(findings), mentions=tuple(mentions), scores=tuple(scores), rules=rules, notes=notes
    )

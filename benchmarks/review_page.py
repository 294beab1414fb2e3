"""How the review page holds up: time to the first rows, to searchable texts and of filters, nodes and heap.

``python benchmarks/review_page.py [--segments 100000] [--findings 66000] [--per-document 500] [--runs 5]`` makes a page
of random sentences, opens it in Chromium (``QA_CHROMIUM`` or ``/usr/bin/chromium``), and prints a table of medians with
the limits they are held against. ``--keep DIR`` keeps the page, ``--page FILE`` takes one.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from qa.core.finding import Finding, Severity, Suggestion
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.span import Span
from qa.reporters.review_page import write_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

# fmt: off
RUSSIAN = (
    "мост", "река", "берег", "паром", "город", "совет", "встреча", "решение", "груз", "поток", "цена",
    "рост", "доля", "рынок", "завод", "цех", "смена", "план", "отчёт", "срок", "закон", "проект",
    "участок", "дорога", "склад", "порт", "причал", "судно", "капитан", "рейс", "ветер", "волна", "прилив",
    "помощь", "союз", "область",
)
ENGLISH = (
    "bridge", "river", "bank", "ferry", "town", "council", "meeting", "decision", "cargo", "flow", "price",
    "growth", "share", "market", "plant", "shop", "shift", "plan", "report", "term", "law", "project",
    "section", "road", "store", "port", "berth", "vessel", "captain", "voyage", "wind", "wave", "tide",
    "help", "union", "region",
)
# fmt: on
RULES = (
    "accuracy/number-mismatch",
    "compliance/disclaimer-missing",
    "terminology/forbidden-term",
    "typography/double-space",
    "linguistic/repeated-word",
    "typography/quote-style",
)  # fmt: skip
QUERIES = {
    "rule facet": "rule:compliance", "frequent word": "river", "rare string": '"№ 77777"', "no hit": "zzzq",
    "word and rule": "river rule:accuracy", "severity": "sev>=major", "document": "doc:d3*", "undecided": "-decided",
}  # fmt: skip
LIMITS = {"first rows, ms": 1000, "searchable, ms": 3000, "nodes": 500, "heap, MB": 300} | dict.fromkeys(
    (f"filter: {name}, ms" for name in QUERIES), 100
)
PER_DOCUMENT = 500


def made_report(segments: int, findings: int, seed: int = 1, *, per_document: int = PER_DOCUMENT) -> Report:
    """A report of random sentences; equal arguments give equal reports."""
    choose = random.Random(seed)  # noqa: S311 -- sentences, not secrets
    units = []
    for number in range(segments):
        length = choose.randint(8, 26)
        source = " ".join(choose.choices(RUSSIAN, k=length)) + f" № {number}."
        target = " ".join(choose.choices(ENGLISH, k=length)) + f" № {number}."
        document = f"d{number // per_document}"
        units.append(
            UnitText(id=str(number), document=document, source=source.capitalize(), target=target.capitalize())
        )
    found = [
        _finding(units[at], number, choose)
        for number, at in enumerate(sorted(choose.choices(range(segments), k=findings)))
    ]
    severities = [str(finding.severity) for finding in found]
    documents = sorted({unit.document for unit in units}, key=lambda name: int(name[1:]))
    return Report(
        tool=Tool("qa", "benchmark"),
        batch=BatchInfo("ru", "en", tuple(DocumentInfo(name, f"news/{name}.txt", per_document) for name in documents)),
        units=tuple(units),
        findings=tuple(found),
        summary=Summary(units=segments, findings={name: severities.count(name) for name in dict.fromkeys(severities)}),
        gate=GateResult(passed=False, tripped=("made to fail",)),
    )


def _finding(unit: UnitText, number: int, choose: random.Random) -> Finding:
    rule = choose.choice(RULES)
    word = choose.choice(unit.target.split(" "))
    span = Span(start := unit.target.index(word), start + len(word))
    return Finding(
        rule=rule,
        category=rule.partition("/")[0],
        severity=choose.choice(list(Severity)),
        message=f"“{word}” is not what the source says; write “{word}s”",
        document=unit.document,
        unit=unit.id,
        target_spans=(span,),
        suggestion=Suggestion(span, f"{word}s"),
        fingerprint=f"v1:{number:032x}",
    )


def measure(browser: Browser, path: Path) -> dict[str, float]:
    """One opening of the page in a fresh browser context."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(
        "new MutationObserver(() => { const state = document.documentElement?.dataset.ready;"
        " if (state && !window[`ready_${state}`]) requestAnimationFrame(() => requestAnimationFrame(() =>"
        " (window[`ready_${state}`] ??= performance.now()))); })"
        ".observe(document, { subtree: true, attributes: true, childList: true });"
    )
    page.goto(path.resolve().as_uri(), timeout=120_000)
    page.wait_for_selector("html[data-ready=all]", timeout=120_000)
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
    )
    figures = {
        "first rows, ms": page.evaluate("window.ready_first"),
        "searchable, ms": page.evaluate("window.ready_all"),
    }
    for name, query in QUERIES.items():
        figures[f"filter: {name}, ms"] = _filter(page, query)
    figures["nodes"] = _most_nodes(page)
    figures["heap, MB"] = page.evaluate("performance.memory.usedJSHeapSize / 1e6")
    context.close()
    return figures


def _filter(page: Page, query: str) -> float:
    """How long the page is busy with a query, until its rows are drawn."""
    return float(
        page.evaluate(
            """async (query) => {
              const input = document.getElementById("search");
              input.value = query;
              const started = performance.now();
              input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
              document.getElementById("list").getBoundingClientRect();
              return performance.now() - started;
            }""",
            query,
        )
    )


def _most_nodes(page: Page) -> float:
    """The most nodes while the whole list is scrolled through."""
    return float(
        page.evaluate(
            """async () => {
              const input = document.getElementById("search");
              input.value = "";
              input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
              const list = document.getElementById("list");
              let most = 0;
              for (let step = 0; step <= 40; step += 1) {
                list.scrollTop = (list.scrollHeight * step) / 40;
                await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                most = Math.max(most, document.querySelectorAll("*").length);
              }
              return most;
            }"""
        )
    )


def medians(path: Path, runs: int, chromium: str) -> Mapping[str, float]:
    """The median of every figure over some openings."""
    options: dict[str, Any] = {
        "executable_path": chromium,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"],
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        rows = [measure(browser, path) for _ in range(runs)]
        browser.close()
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def main() -> None:
    """Print the figures beside their limits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--findings", type=int, default=66_000)
    parser.add_argument("--per-document", type=int, default=PER_DOCUMENT, help="segments of one document")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--page", type=Path, help="a page that exists already")
    parser.add_argument("--keep", type=Path, help="folder in which the page is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.page or Path(options.keep or folder) / "review.html"
        if options.page is None:
            buffer = io.BytesIO()
            report = made_report(options.segments, options.findings, per_document=options.per_document)
            started = time.perf_counter()
            write_page(report, buffer)
            path.write_bytes(buffer.getvalue())
            print(f"written in {time.perf_counter() - started:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
        figures = medians(path, options.runs, os.environ.get("QA_CHROMIUM", "/usr/bin/chromium"))
    for name, value in figures.items():
        print(f"{name:<28} {value:>9.1f}   limit {LIMITS[name]}")


if __name__ == "__main__":
    main()

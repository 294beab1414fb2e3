"""The page in a browser: whole, safe and silent."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest
from driver import finding, report_of, unit

from qa.core.finding import Severity, Suggestion
from qa.core.span import Span
from qa.reporters.review_page import PageOptions, write_page

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Contexts, Show
    from playwright.sync_api import Browser

    from qa.core.report import Report
    from qa.reporters.review_page import Segments

ATTACKS = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<!-- <script>",
    "-->",
    "\u2028\u2029",
    "{{ 7 * 7 }}{% raw %}${alert(1)}",
    "<x id='1'/>%s&lt;b&gt;",
    '" autofocus onfocus="alert(1)',
    "<!--part-->",
    "\u202egnp.exe\u202c",
    "𐐀👋🏽 \u200b\u00ad",
)


def attacked(report: Report, attack: str) -> Report:
    """``report`` with ``attack`` in every text of its first unit and finding."""
    one = msgspec.structs.replace(
        report.units[0], id=attack, source=f"1 {attack} 2", target=f"3 {attack} 4", reference=f"5 {attack} 6"
    )
    found = msgspec.structs.replace(
        report.findings[0],
        unit=attack,
        rule=f"accuracy/{attack}",
        category=attack,
        message=f"7 {attack} 8",
        evidence=(attack,),
        source_spans=(Span(1, 3),),
        target_spans=(Span(0, 3), Span(2, 5)),
        suggestion=Suggestion(Span(0, 1), f"{attack}!"),
        fingerprint=f"v1:{attack}",
    )
    documents = (msgspec.structs.replace(report.batch.documents[0], path=f"{attack}.txt"), report.batch.documents[1])
    return msgspec.structs.replace(
        report,
        batch=msgspec.structs.replace(report.batch, documents=documents),
        units=(one, *report.units[1:]),
        findings=(found, *report.findings[3:]),
        gate=msgspec.structs.replace(report.gate, tripped=(attack,)),
        notes=(attack,),
        mentions=(msgspec.structs.replace(report.mentions[0], entity=attack, unit=attack, name=attack, form=attack),),
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_are_text(show: Show, report: Report, attack: str) -> None:
    opened = show(attacked(report, attack))
    sides = opened.page.eval_on_selector_all("#detail .side .text", "nodes => nodes.map((node) => node.textContent)")
    assert sides == [f"1 {attack} 2", f"3 {attack} 4", f"5 {attack} 6"]
    assert opened.page.text_content("#detail h2") == f"7 {attack} 8"
    assert opened.page.text_content("#detail .fix ins") is not None
    opened.press("s", "m", "m", "?", "Escape")
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def test_the_page_asks_nothing_of_the_network(show: Show, report: Report) -> None:
    opened = show(report)
    opened.press("j", "a", "s", "m", "r")
    assert len(opened.requests) == 1
    assert opened.errors == []


def test_injected_scripts_do_not_run(show: Show, report: Report) -> None:
    opened = show(report)
    ran = opened.page.evaluate(
        """() => {
          const script = document.createElement("script");
          try { script.textContent = "window.ran = true"; } catch { return "refused"; }
          document.body.append(script);
          return window.ran ?? "blocked";
        }"""
    )
    assert ran in {"refused", "blocked"}
    assert opened.page.evaluate("() => { try { document.body.innerHTML = '<b>'; return 1; } catch { return 0; } }") == 0


def test_no_row_is_lost(show: Show) -> None:
    units = tuple(unit(number, f"d{number // 1500}") for number in range(5000))
    findings = tuple(finding(one, "6 May", "accuracy/date-mismatch", Severity.MAJOR, "5 May") for one in units[::3])
    opened = show(report_of(units, findings))
    opened.press("v")
    seen = opened.page.evaluate(
        """async () => {
          const list = document.getElementById("list");
          const seen = new Set();
          for (let top = 0; top <= list.scrollHeight; top += list.clientHeight) {
            list.scrollTop = top;
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            for (const row of list.querySelectorAll(".row")) seen.add(Number(row.getAttribute("aria-posinset")));
          }
          return [seen.size, Math.min(...seen), Math.max(...seen), document.querySelectorAll("*").length];
        }"""
    )
    assert seen[:3] == [5000, 1, 5000]
    assert seen[3] < 500


def test_facets_count_as_python_does(show: Show, report: Report) -> None:
    opened = show(report)
    counting = [one for one in report.findings if one.suppressed is None]
    shown = dict(
        opened.page.eval_on_selector_all(
            ".value",
            "nodes => nodes.map((node) => [node.dataset.facet, Number(node.querySelector('.count').textContent)])",
        )
    )
    for severity, count in Counter(one.severity for one in counting).items():
        assert shown[f"sev:{severity}"] == count
    for rule, count in Counter(one.rule for one in counting).items():
        assert shown[f"rule:{rule}"] == count
    assert opened.page.inner_text("#found") == "8 findings in 6 segments"


def test_a_facet_shows_what_choosing_it_would_give(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.click("[data-facet='sev:minor']")
    assert opened.page.input_value("#search") == "sev:minor"
    assert opened.page.inner_text("[data-facet='sev:major'] .count") == "3"  # as before: severities are alternatives
    assert opened.page.inner_text("[data-facet='rule:typography/double-space'] .count") == "3"
    opened.page.click("[data-facet='sev:major']")
    assert opened.page.input_value("#search") == "sev:minor,major"
    opened.page.click("[data-facet='sev:minor']")
    opened.page.click("[data-facet='sev:major']")
    assert opened.page.input_value("#search") == ""


@pytest.mark.parametrize(("segments", "rows"), [("findings", 7), ("changed", 8), ("all", 12)])
def test_which_segments_are_listed(show: Show, report: Report, segments: Segments, rows: int) -> None:
    earlier = msgspec.structs.replace(
        report,
        units=(*report.units[:7], msgspec.structs.replace(report.units[7], target="Another."), *report.units[8:]),
        findings=report.findings[:2],
    )
    opened = show(report, PageOptions(segments=segments, baseline=earlier))
    opened.press("v")
    assert opened.count() == rows
    opened.press("v")
    assert opened.page.inner_text("[data-facet='status:new'] .count") == "6"
    assert opened.page.inner_text("[data-facet='status:persisting'] .count") == "2"


def test_a_link_opens_its_finding(show: Show, report: Report) -> None:
    wanted = report.findings[-1]
    opened = show(report, address=f"#f={wanted.fingerprint}")
    assert opened.page.inner_text("#detail .facts").startswith("news/ferry.txt")
    assert opened.page.get_attribute(".row[aria-selected=true]", "aria-posinset") == "6"


def test_a_link_that_is_out_of_date_says_so(show: Show, report: Report) -> None:
    opened = show(report, address="#f=v1:gone")
    assert "not in this report" in opened.status()


def test_the_address_keeps_search_and_place(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("rule:date-mismatch")
    opened.page.focus("#list")
    opened.press("j")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready=all]")
    assert opened.page.input_value("#search") == "rule:date-mismatch"
    assert opened.page.get_attribute(".row[aria-selected=true]", "aria-posinset") == "2"


def test_without_javascript_there_is_a_table(show: Show, report: Report, browser: Browser, tmp_path: Path) -> None:
    show(report)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "review.html").as_uri())
    assert page.inner_text("noscript h1, main.plain h1") == "Translation report, ru to en"
    assert page.locator("main.plain tbody tr").count() == 5 + 8
    context.close()


def test_paper_holds_the_rows_that_are_found(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("sev:minor")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#paper article").count() == 3
    assert "2 spaces in a row" in opened.page.inner_text("#paper")
    assert not opened.page.is_visible("#app")
    assert len(opened.page.pdf()) > 5000
    opened.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("#paper").count() == 0


def test_a_printed_file_holds_all_rows(show: Show) -> None:
    units = tuple(unit(number) for number in range(200))
    findings = tuple(finding(one, "6 May", "accuracy/date-mismatch", Severity.MAJOR, "5 May") for one in units)
    opened = show(report_of(units, findings))
    pages = [len(re.findall(rb"/Type\s*/Page\b(?!s)", opened.page.pdf()))]
    opened.search('"№ 77 "')
    pages.append(len(re.findall(rb"/Type\s*/Page\b(?!s)", opened.page.pdf())))
    assert pages[0] > 8
    assert pages[1] == 1


def test_summary_and_matrix(show: Show, report: Report) -> None:
    opened = show(report)
    opened.press("s")
    shown = opened.page.inner_text("#page")
    assert "4 findings are major or graver" in shown
    assert "61.2" in shown
    assert "60.1 – 62.4" in shown
    assert "nrefs:1|case:mixed" in shown
    assert opened.page.locator(".bars svg rect").count() > 3
    opened.press("m")
    assert "several forms" in opened.page.inner_text("tr.mixed")
    opened.page.click("button.form:has-text('outlawed in Russia')")
    assert opened.page.input_value("#search") == 'entity:northern-dawn form:"outlawed in Russia"'
    assert opened.count() == 1


def test_compared_with_an_earlier_report(show: Show, report: Report) -> None:
    earlier = msgspec.structs.replace(report, findings=report.findings[1:])
    now = msgspec.structs.replace(report, findings=report.findings[:-1])
    opened = show(now, PageOptions(baseline=earlier))
    opened.press("s")
    total = opened.page.inner_text("table:has(th:has-text('persisting')) tbody tr:first-child")
    assert total.split() == ["Total", "1", "1", "6"]


def test_the_matrix_counts_forms_by_document(show: Show, report: Report) -> None:
    opened = show(report)
    opened.press("m")
    names, terms = opened.page.query_selector_all(".names section")
    assert [cell.inner_text() for cell in names.query_selector_all("thead th")] == [
        "Entity",
        "All documents",
        "bridge.txt",
        "ferry.txt",
    ]
    rows = [
        [cell.inner_text().split("\n") for cell in row.query_selector_all("td")]
        for row in terms.query_selector_all("tbody tr")
    ]
    assert rows == [
        [
            ["bridge", "×3", "crossing", "×1", "no term of the termbase", "×1"],
            ["bridge", "×3"],
            ["crossing", "×1", "no term of the termbase", "×1"],
        ],
        [["ferry", "×1"], [""], ["ferry", "×1"]],
    ]
    assert [row.get_attribute("class") for row in terms.query_selector_all("tbody tr")] == ["mixed", None]


@pytest.mark.parametrize(
    ("press", "query", "count"),
    [
        ("td:nth-child(3) .form:has-text('bridge')", "entity:мост form:bridge doc:bridge", 3),
        ("td:nth-child(2) .form:has-text('no term')", 'entity:мост form:""', 1),
        ("th .link:has-text('паром')", "entity:паром", 1),
    ],
)
def test_the_matrix_filters(show: Show, report: Report, press: str, query: str, count: int) -> None:
    opened = show(report)
    opened.press("m")
    opened.page.click(f".names section:nth-child(2) {press}")
    assert opened.page.input_value("#search") == query
    assert opened.count() == count


def test_a_search_without_hits_can_be_cleared(show: Show, report: Report) -> None:
    opened = show(report)
    opened.search("zzzz")
    assert opened.count() == 0
    opened.page.click("#detail .primary")
    assert opened.count() == 6
    assert opened.page.evaluate("document.activeElement.id") == "list"


def test_without_javascript_the_findings_are_seen_at_once(contexts: Contexts, report: Report, tmp_path: Path) -> None:
    path = tmp_path / "plain.html"
    buffer = io.BytesIO()
    write_page(report, buffer)
    path.write_bytes(buffer.getvalue())
    page = contexts(java_script_enabled=False).new_page()
    page.goto(path.as_uri())
    place = page.locator(".plain h1").bounding_box()
    assert place is not None
    assert place["y"] < 100
    assert page.locator(".plain caption").first.inner_text() == "Findings by rule"

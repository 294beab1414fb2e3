"""The file that the page is: complete, self-contained, and deaf to what stands in the texts."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from qa.core.finding import Finding, Suggestion
from qa.core.report import BatchInfo, DocumentInfo, Mention, Report, UnitText
from qa.core.score import Score
from qa.core.span import Span
from qa.reporters import reporter
from qa.reporters.review_page import PageOptions, write_page
from qa.reporters.review_page.bundle import script, style
from qa.reporters.review_page.comparison import compare
from qa.reporters.review_page.identity import report_id
from qa.reporters.review_page.payload import CHUNK

if TYPE_CHECKING:
    from qa.reporters.review_page import Segments

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<!-- <script>",
    "<!--part-->",
    "-->",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;",
    "\u2028\u2029",
    "\x00\x08\x1b[31m",
    "\u202egnp.exe",
    "<base href='https://example.invalid/'>",
    "<meta http-equiv=refresh content=0>",
    "</noscript><iframe srcdoc='<script>alert(1)</script>'>",
)


class _Page(HTMLParser):
    """The tags, attributes and texts of a page, read as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.text = ""
        self._inside: dict[str, str | None] | None = None
        self._skipping = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._inside = dict(attrs) if tag == "script" else None
        self._skipping = tag == "style"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the parser's signature
        self._inside, self._skipping = None, False

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self.scripts.append((self._inside, data))
        elif not self._skipping:
            self.text += data


def page(report: Report, options: PageOptions | None = None) -> str:
    stream = io.BytesIO()
    write_page(report, stream, options)
    return stream.getvalue().decode()


def head_of(content: str) -> dict[str, Any]:
    """What the page reads first."""
    (found,) = [data for attributes, data in _Page(content).scripts if attributes.get("id") == "head"]
    return dict(json.loads(found))


def chunks_of(content: str) -> list[dict[str, Any]]:
    """What the page unpacks."""
    parts = [(one["type"], data) for one, data in _Page(content).scripts if one.get("class") == "chunk"]
    return [
        json.loads(data if kind == "application/json" else gzip.decompress(base64.b64decode(data)))
        for kind, data in parts
    ]


def poisoned(report: Report, attack: str) -> Report:
    """``report`` with ``attack`` in every place that takes a text."""
    unit = UnitText(id=attack, document=attack, source=attack, target=f"{attack} {attack}", confidence=0.5)
    finding = Finding(
        rule=attack,
        category=attack,
        severity=report.findings[0].severity,
        message=attack,
        document=attack,
        unit=attack,
        source_spans=(Span(0, 1),),
        target_spans=(Span(0, len(attack)), Span(1, len(attack))),
        suggestion=Suggestion(Span(0, len(attack)), f"{attack}!"),
        evidence=(attack,),
        fingerprint=attack,
    )
    return msgspec.structs.replace(
        report,
        batch=BatchInfo(attack, attack, (DocumentInfo(id=attack, path=attack, units=1),)),
        units=(unit,),
        findings=(finding,),
        scores=(Score(metric=attack, value=1.0, signature=attack, system=attack),),
        gate=msgspec.structs.replace(report.gate, tripped=(attack,)),
        notes=(attack,),
        mentions=(Mention(attack, attack, attack, Span(0, 1), attack, attack),),
    )


def test_the_reporter_writes_the_page(report: Report) -> None:
    stream = io.BytesIO()
    reporter("html").render(report, stream)
    assert stream.getvalue().decode() == page(report)
    assert page(report) == page(report)


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_never_become_markup(report: Report, attack: str) -> None:
    calm, attacked = _Page(page(poisoned(report, "calm text"))), _Page(page(poisoned(report, attack)))
    assert attacked.tags == calm.tags
    assert {name for name, _ in attacked.attributes} == {name for name, _ in calm.attributes}
    assert [attributes for attributes, _ in attacked.scripts] == [attributes for attributes, _ in calm.scripts]
    assert attacked.scripts[1] == calm.scripts[1]
    assert not set(attacked.text) & set("\x00\x08\x1b\u202e")


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_arrive_as_they_are(report: Report, attack: str) -> None:
    content = page(poisoned(report, attack))
    (chunk,) = chunks_of(content)
    assert (chunk["id"], chunk["source"], chunk["target"]) == ([attack], [attack], [f"{attack} {attack}"])
    assert chunk["findings"][0]["m"] == attack
    assert head_of(content)["first"]["source"] == [attack]


def test_only_our_own_script_and_style_may_run(report: Report) -> None:
    content = page(report)
    (policy,) = [value for _, value in _Page(content).attributes if value and value.startswith("default-src")]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
    for kind, asset in (("script", script()), ("style", style())):
        digest = base64.b64encode(hashlib.sha256(asset.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
        assert asset.text in content
    assert "connect-src &#39;self&#39;" in page(report, PageOptions(served=True))


def test_the_page_asks_nothing_of_the_network(report: Report, empty_report: Report) -> None:
    for one in (report, empty_report):
        content = page(one).replace("http://www.w3.org/2000/svg", "")  # a name, not an address
        assert not re.search(r"https?://|@import|url\(|\bsrc=", content)
        parsed = _Page(content)
        assert not {"img", "link", "iframe", "object"} & set(parsed.tags)
        assert not [name for name, _ in parsed.attributes if name.startswith("on") or name == "style"]


def test_no_script_of_ours_makes_markup_of_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script().text)
    assert "</script" not in script().text
    assert "<!--" not in script().text


def test_every_unit_and_finding_is_in_the_page(report: Report) -> None:
    content = page(report)
    (chunk,), head = chunks_of(content), head_of(content)
    assert chunk["target"] == [unit.target for unit in report.units]
    assert sorted(found["f"] for found in chunk["findings"]) == sorted(one.fingerprint for one in report.findings)
    units = list(memoryview(base64.b64decode(head["findings"]["unit"])).cast("I"))
    assert [report.units[number].id for number in units] == sorted(
        (finding.unit for finding in report.findings), key=[unit.id for unit in report.units].index
    )
    flags = list(base64.b64decode(head["findings"]["flags"]))
    assert sum(flags) == sum(finding.suppressed is not None for finding in report.findings)


def test_long_reports_come_in_chunks(report: Report) -> None:
    units = tuple(
        UnitText(id=str(number), document="bridge", source=f"{number}", target=f"{number}")
        for number in range(2 * CHUNK + 1)
    )
    content = page(msgspec.structs.replace(report, units=units, findings=()))
    assert [len(chunk["id"]) for chunk in chunks_of(content)] == [CHUNK, CHUNK, 1]
    assert head_of(content)["units"] == 2 * CHUNK + 1
    assert head_of(content)["first"]["units"] == list(range(24))


@pytest.mark.parametrize(("segments", "listed"), [("all", 7), ("findings", 6), ("changed", 7)])
def test_segments(report: Report, segments: Segments, listed: int) -> None:
    earlier = msgspec.structs.replace(
        report, units=(msgspec.structs.replace(report.units[0], target="An older title"), *report.units[1:])
    )
    head = head_of(page(report, PageOptions(segments=segments, baseline=earlier)))
    assert sum(base64.b64decode(head["listed"])) == listed
    assert head["units"] == 7  # the one that is not listed is context of others


def test_two_reports_are_compared(report: Report) -> None:
    old = msgspec.structs.replace(report.units[2], target="The cost has risen.")
    earlier = msgspec.structs.replace(
        report, units=(*report.units[:2], old, *report.units[3:]), findings=report.findings[1:]
    )
    now = msgspec.structs.replace(report, findings=report.findings[:-2])
    found = compare(now, earlier)
    assert [finding.rule for finding in found.fixed] == ["accuracy/wrong-language"]  # the suppressed one never counted
    assert found.previous == {("bridge", "3"): "The cost has risen."}
    counts = {row["rule"]: (row["new"], row["fixed"], row["persisting"]) for row in found.counts(now)}
    assert counts["compliance/disclaimer-missing"] == (1, 0, 0)
    assert counts["accuracy/wrong-language"] == (0, 1, 0)
    assert counts["accuracy/omission"] == (0, 0, 1)


def test_the_name_of_a_report(report: Report) -> None:
    scored = msgspec.structs.replace(report, scores=(), notes=("another note",))
    assert report_id(report) == report_id(scored)
    fewer = msgspec.structs.replace(report, findings=report.findings[1:])
    units = (msgspec.structs.replace(report.units[0], target="Another"), *report.units[1:])
    assert len({report_id(report), report_id(fewer), report_id(msgspec.structs.replace(report, units=units))}) == 3
    assert re.fullmatch(r"[0-9a-f]{16}", report_id(report))


def test_segment_scores_become_bands(report: Report) -> None:
    scores = tuple(
        Score(metric="chrf", level="segment", document="bridge", unit=str(number), value=value)
        for number, value in ((1, 0.0), (2, 55.0), (3, 100.0))
    )
    bands = head_of(page(msgspec.structs.replace(report, scores=scores)))["bands"]
    assert list(base64.b64decode(bands)) == [1, 6, 10, 0, 0, 0, 0]
    assert head_of(page(report))["bands"] == ""


def test_without_javascript(report: Report, empty_report: Report) -> None:
    shown = " ".join(_Page(page(report)).text.split())
    assert "Gate failed." in shown
    assert all(finding.message.replace("\xa0", " ") in shown for finding in report.findings[:5])
    assert "Gate passed." in _Page(page(empty_report)).text
    many = msgspec.structs.replace(report, findings=report.findings[:1] * 501)
    assert "1 more are left out here" in page(many)

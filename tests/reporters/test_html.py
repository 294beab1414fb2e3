"""The page: complete, self-contained, and deaf to what stands in the texts."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import msgspec
import pytest

from qa.core.finding import Finding, Suggestion
from qa.core.report import BatchInfo, DocumentInfo, Report, UnitText
from qa.core.score import Score
from qa.core.span import Span
from qa.reporters import reporter
from qa.reporters.html import _asset
from qa.reporters.page import documents, units

if TYPE_CHECKING:
    from collections.abc import Callable

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "<!-- <script>",
    "-->",
    "<![CDATA[",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "\u2028\u2029",
    "\x00\x08\x1b[31m",
    "\u202egnp.exe",
    "<a href='//example.invalid'>",
    "<base href='https://example.invalid/'>",
    "<meta http-equiv=refresh content=0>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
)


class _Page(HTMLParser):
    """The tags, attributes and texts of a page, read as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.content: dict[str, list[str]] = {"script": [], "style": [], "": []}
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._inside = tag if tag in self.content else ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the parser's signature
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self.content[self._inside].append(data)


def page(report: Report) -> str:
    stream = io.BytesIO()
    reporter("html").render(report, stream)
    return stream.getvalue().decode()


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
    )


def test_golden(report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden("report.html", page(report).encode())


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_never_become_markup(report: Report, attack: str) -> None:
    calm, attacked = _Page(page(poisoned(report, "calm text"))), _Page(page(poisoned(report, attack)))
    ours = {"mark", "del", "ins"}  # how a text is cut depends on the text
    assert [tag for tag in attacked.tags if tag not in ours] == [tag for tag in calm.tags if tag not in ours]
    assert {name for name, _ in attacked.attributes} == {name for name, _ in calm.attributes}
    assert attacked.content["script"] == calm.content["script"]
    assert attacked.content["style"] == calm.content["style"]
    assert not set("".join(attacked.content[""])) & set("\x00\x08\x1b\u202e")


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if attack.isascii() and attack.isprintable()])
def test_texts_are_shown_as_they_are(report: Report, attack: str) -> None:
    shown = "".join(_Page(page(poisoned(report, attack))).content[""])
    assert shown.count(attack) >= 10


def test_only_our_own_script_and_style_may_run(report: Report) -> None:
    parsed = _Page(page(report))
    (policy,) = [value for name, value in parsed.attributes if name == "content" and value and "default-src" in value]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        (source,) = parsed.content[kind]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_the_page_asks_nothing_of_the_network(report: Report, empty_report: Report) -> None:
    for one in (report, empty_report):
        content = page(one)
        assert not re.search(r"https?://|@import|url\(|\bsrc=", content)
        assert not {"img", "link", "iframe", "object"} & set(_Page(content).tags)
        assert not [name for name, _ in _Page(content).attributes if name.startswith("on") or name == "style"]


def test_texts_tell_their_language_and_find_their_direction(report: Report) -> None:
    content = page(report)
    assert '<html lang="en">' in content
    texts = re.findall(r'<p class="text" lang="(\w+)" dir="auto">', content)
    assert set(texts) == {"ru", "en"}
    assert len(re.findall(r'class="text"', content)) == len(texts)


def test_landmarks_and_labels(report: Report) -> None:
    parsed = _Page(page(report))
    assert [parsed.tags.count(tag) for tag in ("main", "h1", "header", "footer", "form")] == [1, 1, 1, 1, 1]
    assert parsed.tags.count("article") == 10
    names = dict.fromkeys(value for name, value in parsed.attributes if name == "id")
    assert len(names) == sum(name == "id" for name, _ in parsed.attributes)
    for name, value in parsed.attributes:
        if name == "href":
            assert value is not None
            assert value.removeprefix("#") in names


def test_a_passed_gate_and_nothing_found(empty_report: Report) -> None:
    content = page(empty_report)
    assert '<p class="gate passed">Gate passed</p>' in content
    assert "Nothing was found." in content
    assert "<form" not in content
    assert "<details" not in content


def test_the_marks_of_all_findings_of_a_unit_are_laid_over_each_other(report: Report) -> None:
    views = {(view.unit.document, view.unit.id): view for view in units(report, documents(report))}
    cost = views["bridge", "3"]
    assert cost.findings == (2, 3, 4)
    assert [[(piece.text, piece.covers) for piece in sentence] for sentence in cost.source] == [
        [("Стоимость выросла с 12 до ", 0), ("21,5 млрд", 1), (" рублей. ", 0)],
        [("Глава района назвал это неизбежным.", 1)],
    ]
    (target,) = cost.target
    assert [(piece.text, piece.covers) for piece in target if piece.covers] == [
        ("··", 1),
        ("25.1 billion", 2),
        (" roubles", 1),
        ("", 1),
    ]
    assert views["interface", "farewell"].findings == (10,)  # the suppressed finding has no number


def test_a_mark_may_run_over_two_sentences(report: Report) -> None:
    unit = UnitText(
        id="u", document="d", source="One. Two.\nThree.", target="", source_parts=(Span(0, 4), Span(5, 9), Span(10, 16))
    )
    finding = msgspec.structs.replace(
        report.findings[0], document="d", unit="u", source_spans=(Span(2, 7),), target_spans=(), suggestion=None
    )
    small = msgspec.structs.replace(report, units=(unit,), findings=(finding,))
    (view,) = units(small, documents(small))
    assert [[(piece.text, piece.covers) for piece in sentence] for sentence in view.source] == [
        [("On", 0), ("e. ", 1)],
        [("Tw", 1), ("o.\n", 0)],
        [("Three.", 0)],
    ]


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa(scheme: str) -> None:
    blocks = re.findall(r":root \{([^}]*)\}", _asset("report.css")["text"])
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", blocks[scheme == "dark"]))
    pairs = [(ink, ground) for ink in ("ink", "quiet", "link") for ground in ("paper", "ground")]
    pairs += [("ink", "mark"), ("ink", "overlap"), ("removed-ink", "removed"), ("added-ink", "added")]
    pairs += [(severity, "paper") for severity in ("critical", "major", "minor", "neutral")]
    pairs += [("on-severity", severity) for severity in ("critical", "major", "minor", "neutral")]
    for ink, ground in pairs:
        dark, light = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)

"""The page of an alignment: complete, self-contained, and deaf to what stands in the texts."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser

import pytest

from qa.core import Alignment, Bead
from qa.reporters.alignment_page import AlignedText, write_alignment_page
from qa.reporters.alignment_page.payload import counted
from qa.reporters.review_page.bundle import script, style

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<!-- <script>",
    "<!--part-->",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;",
    "\u2028\x00\x1b[31m\u202egnp.exe",
    "</noscript><iframe srcdoc='<script>alert(1)</script>'>",
)
BEADS = (
    Bead((0,), (0,), 9.0, 1.0),
    Bead((1, 2), (1,), 4.0, 0.91),
    Bead((3,), (2,), 0.2, 0.3),
    Bead((4,), (), -1.0, 0.7),
    Bead((), (3,), -1.0, 0.95),
)


def aligned(text: str = "Text") -> AlignedText:
    source = tuple(f"{text} {number}" for number in range(5))
    target = tuple(f"{text} {number}" for number in range(4))
    return AlignedText(f"{text}.ru", f"{text}.en", source, target, Alignment(BEADS))


def page(*texts: AlignedText, languages: tuple[str, str] = ("ru", "en")) -> str:
    stream = io.BytesIO()
    write_alignment_page(texts, languages, stream)
    return stream.getvalue().decode()


class _Page(HTMLParser):
    """Tags, scripts and texts, read as a browser reads them."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- the parser's signature
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        elif self._inside != "style":
            self.text += data


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_never_become_markup(attack: str) -> None:
    calm = _Page(page(aligned(), languages=("xx", "yy")))
    attacked = _Page(page(aligned(attack), languages=(attack, attack)))
    assert attacked.tags == calm.tags
    assert attacked.scripts[1] == calm.scripts[1]
    assert not set(attacked.text) & set("\x00\x1b\u202e")


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_arrive_as_they_are(attack: str) -> None:
    content = json.loads(_Page(page(aligned(attack))).scripts[0])
    assert content["texts"][0]["source"] == list(aligned(attack).source)
    assert content["texts"][0]["targetPath"] == f"{attack}.en"


def test_the_script_gets_sizes_confidences_and_scores() -> None:
    content = json.loads(_Page(page(aligned(), aligned("Other"))).scripts[0])
    assert content["languages"] == ["ru", "en"]
    assert content["doubtful"] == 0.8
    assert [one["sourcePath"] for one in content["texts"]] == ["Text.ru", "Other.ru"]
    assert content["texts"][1]["beads"] == [
        [1, 1, 1.0, 9.0],
        [2, 1, 0.91, 4.0],
        [1, 1, 0.3, 0.2],
        [1, 0, 0.7, -1.0],
        [0, 1, 0.95, -1.0],
    ]


def test_only_our_script_and_style_may_run_and_nothing_may_be_fetched() -> None:
    content = page(aligned())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', content)
    ours, look = script("alignment.js").source, style("alignment.css").source
    shown = policy.replace("&#39;", "'")
    assert shown.startswith(f"default-src 'none'; script-src {ours}; style-src {look}; base-uri 'none'")
    assert "connect-src" not in shown
    assert not re.search(r"""(?:src|href)=["']?https?:""", content)
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\(", content)


def test_the_page_can_be_read_without_a_script() -> None:
    text = _Page(page(aligned())).text
    assert "5 beads: 2 one to one, 1 joined or split, 1 omissions, 1 additions; 2 doubtful." in text
    assert "0.30 doubtful" in text
    assert "left out" not in text


def test_a_very_long_table_is_cut_and_says_so() -> None:
    beads = tuple(Bead((number,), (number,)) for number in range(2003))
    texts = tuple(str(number) for number in range(2003))
    content = page(AlignedText("a", "b", texts, texts, Alignment(beads)))
    assert "3 more are left out here" in content
    assert content.count("<tr><td") == 2000


def test_beads_are_counted_by_kind() -> None:
    counts = counted([aligned(), aligned()])
    assert (counts.beads, counts.pairs, counts.groups, counts.omissions, counts.additions) == (10, 4, 2, 2, 2)
    assert (counts.doubtful, counts.confidence) == (4, 0.772)


def test_an_alignment_of_nothing_has_a_page() -> None:
    assert "0 beads" in page(AlignedText("a", "b", (), (), Alignment(())))


def test_the_same_texts_give_the_same_bytes() -> None:
    assert page(aligned()) == page(aligned())

"""What people with other eyes, hands and settings meet; axe-core must find nothing in any state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from qa.reporters.review_page.bundle import style

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Contexts, Show

    from qa.core.report import Report

STATES: dict[str, tuple[str, ...]] = {
    "review": (),
    "decided": ("a", "x", "1", "d", "Home"),
    "all segments": ("v", "End"),
    "a segment without findings": ("v", "End", "k"),
    "invisible characters": ("i", "w"),
    "summary": ("s",),
    "names": ("m",),
    "help": ("?",),
    "dismiss": ("x",),
    "edit": ("e",),
    "export": ("a", "Shift+E"),
    "russian": ("Shift+L",),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(show: Show, contexts: Contexts, report: Report, axe: Path, scheme: str) -> None:
    found = {}
    for state, keys in STATES.items():
        opened = show(report, context=contexts(bypass_csp=True, color_scheme=scheme))
        opened.page.focus("#list")
        opened.press(*keys)
        opened.page.evaluate(axe.read_text(encoding="utf-8"))
        result = opened.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        found[state] = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in result["violations"]]
        opened.page.context.close()
    assert {state: violations for state, violations in found.items() if violations} == {}


def test_roles_and_the_live_region(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#list")
    opened.press("Shift+J")
    active = opened.page.get_attribute("#list", "aria-activedescendant")
    assert active == opened.page.get_attribute(".row[aria-selected=true]", "id")
    assert opened.page.get_attribute(".row[aria-selected=true]", "aria-setsize") == "6"
    opened.press("a")
    assert opened.page.get_attribute("#status", "role") == "status"
    assert opened.status() == "Accepted."


def test_texts_tell_their_language_and_direction(show: Show, report: Report) -> None:
    opened = show(report)
    sides = opened.page.eval_on_selector_all("#detail .side bdi", "nodes => nodes.map((node) => [node.lang, node.dir])")
    assert sides[:2] == [["ru", "auto"], ["en", "auto"]]


def test_the_tab_key_reaches_everything(show: Show, report: Report) -> None:
    opened = show(report)
    reached = set()
    for _ in range(80):
        opened.press("Tab")
        reached.add(
            opened.page.evaluate("document.activeElement.closest('header, search, nav, #list, #detail')?.id ?? ''")
        )
    assert {"top", "facets", "list", "detail"} <= reached


def test_focus_returns_from_a_dialog(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#list")
    opened.press("x", "Escape")
    assert opened.page.evaluate("document.activeElement.id") == "list"


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_runs_out_of_a_small_window(show: Show, report: Report, width: int) -> None:
    """A window of half the width is what 200 % zoom makes of it."""
    opened = show(report, viewport={"width": width, "height": 700})
    for keys in ((), ("s",), ("m",)):
        opened.press(*keys)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_and_reduced_motion(show: Show, report: Report) -> None:
    opened = show(report, forced_colors="active", reduced_motion="reduce")
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#status')).transitionDuration") == "0s"
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#detail mark')).outlineStyle") == "solid"


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
def test_contrast_is_aa(scheme: int) -> None:
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style().text)
    colours = {name: colour[scheme] for name, *colour in pairs}
    grounds = ("paper", "ground", "raised", "chosen")
    wanted = [(ink, ground) for ink in ("ink", "quiet", "accent") for ground in grounds]
    wanted += [("ink", "mark"), ("ink", "overlap"), ("good", "good-ground"), ("bad", "bad-ground")]
    wanted += [(severity, ground) for severity in ("critical", "major", "minor", "neutral") for ground in grounds]
    wanted += [("on-severity", severity) for severity in ("critical", "major", "minor", "neutral")]
    wanted += [("on-accent", "accent"), ("bad", "paper")]
    for ink, ground in wanted:
        dark, light = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)

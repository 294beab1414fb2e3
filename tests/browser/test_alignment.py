"""The page of an alignment in a browser: keys, marks, languages, and ten thousand beads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from driver import watch

from qa.core import Alignment, Bead
from qa.reporters.alignment_page import AlignedText, write_alignment_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from driver import Contexts, Opened

    Open = Callable[..., Opened]

SIZES = ((1, 1, 1.0), (2, 1, 0.9), (1, 1, 0.4), (1, 0, 0.99), (0, 1, 0.95), (1, 1, 0.97), (1, 3, 0.6))


def aligned(name: str, repeated: int = 1) -> AlignedText:
    source = target = 0
    beads = []
    for sources, targets, confidence in SIZES * repeated:
        bead = Bead(tuple(range(source, source + sources)), tuple(range(target, target + targets)), 1.5, confidence)
        beads.append(bead)
        source, target = source + sources, target + targets
    ours = tuple(f"Мост {number} построят <b>к осени</b>." for number in range(source))
    theirs = tuple(f"Bridge {number} will be built by autumn & winter." for number in range(target))
    return AlignedText(f"{name}.ru", f"{name}.en", ours, theirs, Alignment(tuple(beads)))


@pytest.fixture
def show(contexts: Contexts, tmp_path: Path) -> Open:
    def open_page(*texts: AlignedText, address: str = "", **settings: object) -> Opened:
        path = tmp_path / "alignment.html"
        with path.open("wb") as stream:
            write_alignment_page(texts or (aligned("one"), aligned("two")), ("ru", "en"), stream)
        opened = watch(contexts(**settings).new_page())
        opened.page.goto(path.as_uri() + address)
        opened.page.wait_for_selector("html[data-ready=all]", timeout=60_000)
        return opened

    return open_page


def current(opened: Opened) -> int:
    row = opened.page.query_selector(".bead-row[aria-current]")
    return int(row.get_attribute("data-number") or -1) if row else -1


def visible(opened: Opened) -> list[int]:
    rows = opened.page.query_selector_all(".bead-row")
    return [int(row.get_attribute("data-number") or -1) for row in rows if row.is_visible()]


def test_both_texts_stand_side_by_side_with_their_numbers(show: Open) -> None:
    opened = show()
    row = opened.page.locator("#b1")
    shown = " ".join(row.locator(".sentences").all_inner_texts()[0].split())
    assert shown == "1 Мост 1 построят <b>к осени</b>. 2 Мост 2 построят <b>к осени</b>."
    assert row.locator(".bead line").count() == 2
    assert opened.page.locator("#b6 .bead line").count() == 3
    assert opened.page.locator("#b3 .gap").inner_text() == "no translation"
    assert "doubtful · 40 %" in opened.page.locator("#b2 .labels").inner_text()
    assert opened.page.locator("#b5 .labels").count() == 0
    assert opened.page.locator("#map rect").count() == 8
    assert opened.errors == []


def test_the_summary_counts_what_is_shown(show: Open) -> None:
    text = show().page.inner_text("#top")
    assert "14 beads: 6 one to one, 4 joined or split, 2 omissions, 2 additions. Average confidence 83 %." in text
    assert all(words in text for words in ("All 14", "Doubtful 4", "Unaligned 4"))


def test_keys_lead_from_one_marked_bead_to_the_next(show: Open) -> None:
    opened = show()
    seen = []
    for _ in range(4):
        opened.press("n")
        seen.append(current(opened))
    opened.press("p", "p")
    assert (seen, current(opened)) == ([2, 3, 4, 6], 3)
    assert opened.page.url.endswith("#b3")
    opened.press("j", "j", "k")
    assert current(opened) == 4
    opened.press("]")
    assert current(opened) == 7
    opened.press("[")
    assert current(opened) == 0
    opened.press("End", "n")
    assert current(opened) == 13
    assert opened.status() == "No marked bead follows."
    opened.press("Home")
    assert current(opened) == 0
    assert opened.page.evaluate("document.activeElement.id") == "b0"


def test_the_list_can_be_narrowed(show: Open) -> None:
    opened = show()
    opened.press("v")
    assert visible(opened) == [2, 6, 9, 13]
    opened.press("v")
    assert visible(opened) == [3, 4, 10, 11]
    opened.page.click("text=All 14")
    assert len(visible(opened)) == 14


def test_an_address_opens_a_bead_and_a_click_marks_one(show: Open) -> None:
    opened = show(address="#b9")
    assert current(opened) == 9
    opened.page.click("#b12")
    assert opened.page.url.endswith("#b12")
    opened.page.click("#map svg", position={"x": 5, "y": 2})
    assert current(opened) == 0


def test_a_perfect_alignment_says_so(show: Open) -> None:
    perfect = AlignedText("a", "b", ("Раз.",), ("One.",), Alignment((Bead((0,), (0,)),)))
    opened = show(perfect)
    opened.press("v")
    assert opened.status() == "Nothing is marked here. Well done."


def test_words_and_theme_can_be_changed(show: Open) -> None:
    opened = show()
    opened.press("n", "Shift+L")
    opened.page.wait_for_function("document.querySelector('#b6')")
    assert "Сомнительные 4" in opened.page.inner_text("#top")
    assert current(opened) == 2
    opened.press("t")
    assert opened.page.get_attribute("html", "data-theme") == "light"
    opened.press("?")
    assert "следующая сомнительная" in opened.page.inner_text("dialog")
    opened.press("Escape", "n")
    assert opened.page.query_selector("dialog") is None
    assert opened.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(show: Open, axe: Path, scheme: str) -> None:
    opened = show(color_scheme=scheme)
    opened.press("n")
    opened.page.evaluate(axe.read_text(encoding="utf-8"))
    found = opened.page.evaluate("axe.run().then((result) => result.violations.map((one) => [one.id, one.help]))")
    assert found == []


def test_ten_thousand_beads_stay_usable(show: Open) -> None:
    opened = show(aligned("long", 1430))
    assert opened.page.locator(".bead-row").count() == 10_010
    opened.press("End")
    assert current(opened) == 10_009
    milliseconds = opened.page.evaluate(
        "() => { const press = () => new KeyboardEvent('keydown', { key: 'p', code: 'KeyP' });"
        " const begun = performance.now();"
        " for (let i = 0; i < 5; i += 1) document.dispatchEvent(press());"
        " return (performance.now() - begun) / 5; }"
    )
    assert current(opened) < 10_009
    assert milliseconds < 1000

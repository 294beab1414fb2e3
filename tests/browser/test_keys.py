"""Every key of the key table does what the help says."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from driver import Opened, Show

    from qa.core.report import Report

KEY_TABLE = resources.files("qa.reporters").joinpath("templates", "keys.js").read_text(encoding="utf-8")
ENTRIES = [
    (command, re.findall(r'"([^"]+)"', keys))
    for command, keys in re.findall(r'command: "(\w+)", keys: \[((?:"[^"]+"(?:, )?)+)\]', KEY_TABLE)
]


def selected(opened: Opened) -> str:
    return str(opened.page.get_attribute(".row[aria-selected=true]", "aria-posinset"))


def focused(opened: Opened) -> str:
    return str(opened.page.evaluate("document.activeElement.id || document.activeElement.className"))


def _moves(opened: Opened, key: str, before: tuple[str, ...], after: str) -> None:
    opened.press(*before, key)
    assert selected(opened) == after


def check_next(opened: Opened, key: str) -> None:
    opened.press(key)
    assert selected(opened) == "1"  # the second finding of the first segment
    assert "6 May 2031" in opened.heading()
    opened.press(key, key)
    assert selected(opened) == "2"


def check_previous(opened: Opened, key: str) -> None:
    opened.press("j", "j", "j", key)
    assert selected(opened) == "1"
    assert "2 spaces" in opened.heading()


def check_next_segment(opened: Opened, key: str) -> None:
    _moves(opened, key, (), "2")


def check_previous_segment(opened: Opened, key: str) -> None:
    _moves(opened, key, ("Shift+J", "Shift+J"), "2")


def check_undecided(opened: Opened, key: str) -> None:
    opened.press("Shift+J", "a", "Home", "j", "j", key)  # the finding of row 2 has an answer
    assert selected(opened) == "3"


def check_undecided_back(opened: Opened, key: str) -> None:
    opened.press("Shift+J", "a", key)  # a goes on to row 3; row 2 has an answer
    assert selected(opened) == "1"


def check_document(opened: Opened, key: str) -> None:
    _moves(opened, key, (), "6")


def check_document_back(opened: Opened, key: str) -> None:
    _moves(opened, key, ("End",), "1")


def check_first(opened: Opened, key: str) -> None:
    _moves(opened, key, ("Shift+J",), "1")


def check_last(opened: Opened, key: str) -> None:
    _moves(opened, key, (), "6")


def check_accept(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.status() == "Accepted."
    assert "1 of 8" in opened.page.inner_text("#progress")


def check_dismiss(opened: Opened, key: str) -> None:
    opened.press(key, "2")
    assert opened.status() == "Dismissed."
    opened.press("k")
    assert "house style allows it" in opened.page.inner_text("#detail .decided")


def check_edit(opened: Opened, key: str) -> None:
    opened.press(key)
    opened.page.fill("dialog textarea", "Bridge  No. 1 will be built by 7 May 2031.")
    opened.press("Control+Enter", "k")
    assert opened.page.inner_text("#detail .fix h3").startswith("Your fix")
    assert opened.page.inner_text("#detail .fix ins") == "7"


def check_defer(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.status() == "Put off."
    assert "0 of 8" in opened.page.inner_text("#progress")


def check_comment(opened: Opened, key: str) -> None:
    opened.press(key)
    opened.page.fill("dialog textarea", "ask the desk")
    opened.press("Control+Enter")
    assert "ask the desk" in opened.page.inner_text("#detail .decided")


def check_reset(opened: Opened, key: str) -> None:
    opened.press("a", "k", key)
    assert "0 of 8" in opened.page.inner_text("#progress")


def check_bulk(opened: Opened, key: str) -> None:
    opened.press("j", "j", "a", "k", key)
    assert opened.status() == "2 findings decided alike."
    assert "3 of 8" in opened.page.inner_text("#progress")


def check_undo(opened: Opened, key: str) -> None:
    opened.press("a", key)
    assert opened.status() == "Undone."
    assert selected(opened) == "1"
    opened.press(key)
    assert opened.status() == "Nothing to undo."


def check_search(opened: Opened, key: str) -> None:
    opened.press(key)
    assert focused(opened) == "search"


def check_facets(opened: Opened, key: str) -> None:
    opened.press(key)
    assert focused(opened).startswith("value")


def check_list(opened: Opened, key: str) -> None:
    opened.press(key)
    assert focused(opened) == "list"


def check_detail(opened: Opened, key: str) -> None:
    opened.press(key)
    assert focused(opened) == "detail"


def check_all(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.count() == 12


def check_diff(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.page.inner_text("#detail .fix .toggle") == "by characters"


def check_unseen(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.page.locator("#detail .blank").count() > 5


def check_summary(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.page.is_visible(".summary")
    opened.press(key)
    assert opened.page.is_visible("#list")


def check_names(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.page.is_visible(".names")


def check_theme(opened: Opened, key: str) -> None:
    opened.press(key, key)
    assert opened.page.get_attribute("html", "data-theme") == "dark"


def check_language(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.page.get_attribute("html", "lang") == "ru"
    assert "Проверка перевода" in opened.page.inner_text("h1")


def check_help(opened: Opened, key: str) -> None:
    opened.press(key)
    shown = opened.page.inner_text("dialog")
    labels = {"ArrowDown": "↓", "ArrowUp": "↑", "Escape": "Esc"}
    for name in (name for _, keys in ENTRIES for name in keys):
        assert labels.get(name, name.replace("Shift+", "⇧")) in shown


def check_close(opened: Opened, key: str) -> None:
    opened.search("compliance")
    opened.page.focus("#search")
    opened.press(key)
    assert opened.page.input_value("#search") == ""
    assert focused(opened) == "list"


def check_export(opened: Opened, key: str) -> None:
    opened.press("a", key)
    with opened.page.expect_download() as download:
        opened.press("Enter")
    assert download.value.suggested_filename.endswith(".jsonl")


def check_import(opened: Opened, key: str) -> None:
    # The click on the file field is awaited, not the chooser: a browser may open its chooser before it is watched.
    opened.page.evaluate(
        "document.querySelector('input[type=file]').addEventListener('click',"
        " (event) => { event.preventDefault(); document.title = 'asked for a file'; })"
    )
    opened.press(key)
    opened.page.wait_for_function("document.title === 'asked for a file'")


def check_assign(opened: Opened, key: str) -> None:
    opened.press(key)
    assert opened.status() == "Documents are assigned on a review server: qa review serve."


CHECKS = {
    re.sub(r"_(\w)", lambda match: match[1].upper(), name.removeprefix("check_")): check
    for name, check in globals().items()
    if name.startswith("check_")
}


def test_every_command_is_tested() -> None:
    assert sorted(command for command, _ in ENTRIES) == sorted(CHECKS)
    assert KEY_TABLE.count("command: ") == len(ENTRIES)


@pytest.mark.parametrize(("command", "key"), [(command, key) for command, keys in ENTRIES for key in keys])
def test_key(show: Show, report: Report, command: str, key: str) -> None:
    opened = show(report)
    opened.page.focus("#list")
    CHECKS[command](opened, key)
    assert opened.errors == []


def test_keys_work_on_a_russian_keyboard(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#list")
    for key, code in (("о", "KeyJ"), ("ф", "KeyA")):
        opened.page.evaluate(
            "([key, code]) => document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))",
            [key, code],
        )
    assert opened.status() == "There is no fix to accept; edit it (e) or dismiss it (x)."


def test_typing_is_no_command(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#search")
    opened.press("a", "x", "j")
    assert opened.page.input_value("#search") == "axj"
    assert "0 of 8" in opened.page.inner_text("#progress")

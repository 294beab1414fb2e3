"""Two reviewers in two browsers on one server."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from driver import until

from qa.review.assignment import Assignment
from qa.review.journal import Journal
from qa.review.server import ReviewServer
from qa.review.team import ServedReport, Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from driver import Contexts
    from playwright.sync_api import Page

    from qa.core.report import Report


class Running(NamedTuple):
    """A server that runs, and each reviewer's link."""

    server: ReviewServer
    links: dict[str, str]


class Enter(Protocol):
    """Lets a reviewer come in by the link, in a browser of their own."""

    def __call__(self, name: str) -> Page: ...


@pytest.fixture
def team(report: Report, tmp_path: Path) -> Iterator[Running]:
    """A server that runs, and each reviewer's link."""
    served = ServedReport.of(report)
    reviewers = {"Anna": "", "Борис": "ferry"}
    made = Team({served.id: served}, Journal(tmp_path / "review.sqlite"), reviewers)
    made.share_out()
    with ReviewServer(made) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield Running(server, {name: server.link(token) for name, token in made.invite()})
        server.shutdown()
        thread.join()
    made.journal.close()


@pytest.fixture
def enter(contexts: Contexts, team: Running) -> Enter:
    """Lets a reviewer come in by the link, in a browser of their own."""

    def come_in(name: str) -> Page:
        page = contexts().new_page()
        page.goto(team.links[name])
        page.wait_for_selector("html[data-ready=all]")
        return page

    return come_in


def test_decisions_reach_the_others(enter: Enter) -> None:
    anna, boris = enter("Anna"), enter("Борис")
    assert boris.input_value("#search") == "mine"
    anna.focus("#list")
    anna.keyboard.press("a")
    boris.locator("#progress span", has_text="1 of 8 decided").wait_for()
    boris.focus("#list")
    boris.keyboard.press("a")
    anna.locator("#progress span", has_text="2 of 8 decided").wait_for()
    anna.reload()
    anna.wait_for_selector("html[data-ready=all]")
    anna.locator("#progress span", has_text="2 of 8 decided").wait_for()
    anna.focus("#list")
    anna.keyboard.press("End")
    assert "Борис" in anna.inner_text("#detail .decided")


def test_a_conflict_shows_both_decisions(enter: Enter, team: Running) -> None:
    anna, boris = enter("Anna"), enter("Борис")
    boris.fill("#search", "")
    boris.press("#search", "Enter")
    boris.context.set_offline(True)
    boris.focus("#list")
    boris.keyboard.press("Home")
    boris.keyboard.press("x")
    boris.keyboard.press("1")
    boris.wait_for_selector("#status.shown")
    anna.focus("#list")
    anna.keyboard.press("a")
    journal, (report,) = team.server.team.journal, team.server.team.reports
    anna.locator("#progress span", has_text="1 of 8 decided").wait_for()
    until(anna, lambda: bool(journal.current(report)))
    boris.context.set_offline(False)
    boris.wait_for_selector("dialog .choice")
    shown = boris.inner_text("dialog")
    assert "accepted · Anna" in shown
    assert "dismissed · not an error" in shown
    boris.click("dialog .choice[data-side=mine]")
    until(boris, lambda: len(journal.history(report)) > 1)
    assert [(one.reviewer, one.verdict, one.revision) for one in journal.history(report)] == [
        ("Anna", "accepted", 1),
        ("Борис", "dismissed", 2),
    ]
    anna.locator("[data-facet='decision:dismissed']").wait_for()


def test_undo_is_a_decision_too(enter: Enter, team: Running) -> None:
    anna = enter("Anna")
    anna.focus("#list")
    anna.keyboard.press("a")
    anna.keyboard.press("u")
    journal, (report,) = team.server.team.journal, team.server.team.reports
    until(anna, lambda: [one.verdict for one in journal.current(report)] == ["undecided"])
    anna.locator("#progress span", has_text="0 of 8 decided").wait_for()  # the server's answer to the first may be late


def test_documents_are_assigned_from_the_page(enter: Enter, team: Running) -> None:
    anna, boris = enter("Anna"), enter("Борис")
    assert rows(boris) == 1
    anna.locator("[data-facet='reviewer:Борис'] .count", has_text="1").wait_for()
    anna.focus("#list")
    anna.keyboard.press("g")
    shown = anna.locator("dialog .documents tr", has_text="news/bridge.txt")
    shown.locator("select").select_option("Борис")
    anna.locator("dialog .closing").click()
    boris.locator("[data-facet='reviewer:Борис'] .count", has_text="8").wait_for()
    boris.press("#search", "Enter")
    assert rows(boris) == 6
    assert "assigned to Борис" in boris.inner_text("#detail .facts")
    journal, (report,) = team.server.team.journal, team.server.team.reports
    kept = {one.document: (one.reviewer, one.by, one.revision) for one in journal.assignments(report)}
    assert kept == {"ferry": ("Борис", "", 1), "bridge": ("Борис", "Anna", 1)}
    boris.click("[data-facet='reviewer:Борис']")
    assert boris.input_value("#search") == "mine reviewer:Борис"
    anna.fill("#search", "-assigned")
    anna.press("#search", "Enter")
    assert rows(anna) == 0


def test_all_documents_of_a_search_are_assigned_at_once(enter: Enter, team: Running) -> None:
    anna = enter("Anna")
    anna.focus("#list")
    anna.keyboard.press("g")
    anna.select_option("dialog .buttons select", "Anna")
    anna.click("dialog .primary")
    journal, (report,) = team.server.team.journal, team.server.team.reports
    until(anna, lambda: {one.reviewer for one in journal.assignments(report)} == {"Anna"})
    anna.locator("[data-facet='reviewer:Anna'] .count", has_text="8").wait_for()
    assert {one.document: one.revision for one in journal.assignments(report)} == {"ferry": 2, "bridge": 1}


def test_an_assignment_that_was_overtaken_gives_way(contexts: Contexts, team: Running) -> None:
    anna = contexts().new_page()
    anna.route("**/events", lambda route: route.abort())  # the page does not hear of others
    anna.goto(team.links["Anna"])
    anna.wait_for_selector("html[data-ready=all]")
    (report,) = team.server.team.reports
    team.server.team.assign(report, Assignment(document="ferry", reviewer="Anna", revision=1), "Борис")
    anna.focus("#list")
    anna.keyboard.press("g")
    select = anna.locator("dialog .documents tr", has_text="news/ferry.txt").locator("select")
    select.select_option("")
    anna.locator("#status", has_text="Борис assigned ferry meanwhile").wait_for(state="attached")
    assert select.input_value() == "Anna"


def test_axe_finds_nothing_where_documents_are_assigned(contexts: Contexts, team: Running, axe: Path) -> None:
    page = contexts(bypass_csp=True).new_page()
    page.goto(team.links["Борис"])
    page.wait_for_selector("html[data-ready=all]")
    page.focus("#list")
    page.keyboard.press("g")
    page.wait_for_selector("dialog .documents")
    page.evaluate(axe.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]] == []


def rows(page: Page) -> int:
    first = page.query_selector(".row")
    return int(first.get_attribute("aria-setsize") or 0) if first else 0

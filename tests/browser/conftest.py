"""Opens review pages in Chromium, with the network cut off and everything that goes wrong noted."""

from __future__ import annotations

import importlib.util
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # pytest's importlib mode leaves test folders off the path

from driver import PATIENCE, make_report, watch

from qa.reporters.review_page import write_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from driver import Contexts, Opened, Show
    from playwright.sync_api import Browser, BrowserContext

    from qa.core.report import Report
    from qa.reporters.review_page import PageOptions

CHROMIUM = Path(os.environ.get("QA_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(os.environ.get("QA_AXE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"))


def missing(what: str, remedy: str) -> NoReturn:
    """Skip on a developer's machine, fail where CI must have it."""
    reason = f"{what} is missing, so the review page is not tested in a browser; {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if importlib.util.find_spec("playwright") is None:
        missing("playwright", "pip install playwright")
    if not CHROMIUM.exists():
        missing(str(CHROMIUM), "apt-get install chromium, or name another in QA_CHROMIUM")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where it is installed

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-precise-memory-info"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> Path:
    """The script of axe-core."""
    if not AXE.exists():
        missing("axe-core", "npm install --prefix tests/browser, or name axe.min.js in QA_AXE")
    return AXE


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Contexts]:
    """Fresh browser contexts, closed after the test."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:  # noqa: ANN401 -- the settings of Playwright
        usual = {"locale": "en-GB", "viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
        made.append(browser.new_context(**usual | options))
        made[-1].set_default_timeout(PATIENCE)
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def show(contexts: Contexts, tmp_path: Path) -> Show:
    """Writes the page of a report and opens it from the disk; every request but for the file is aborted."""

    def open_report(
        report: Report,
        options: PageOptions | None = None,
        *,
        context: BrowserContext | None = None,
        address: str = "",
        name: str = "review.html",
        **settings: Any,  # noqa: ANN401 -- the settings of Playwright
    ) -> Opened:
        path = tmp_path / name
        buffer = io.BytesIO()
        write_page(report, buffer, options)
        path.write_bytes(buffer.getvalue())
        opened = watch((context or contexts(**settings)).new_page())
        opened.page.route(
            "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
        )
        opened.page.goto(path.as_uri() + address)
        opened.page.wait_for_selector("html[data-ready=all]")
        return opened

    return open_report


@pytest.fixture
def report() -> Report:
    return make_report()

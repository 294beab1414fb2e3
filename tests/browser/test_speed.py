"""The figures that the page promises, with three times the limit so that a busy machine passes."""

from __future__ import annotations

import importlib.util
import io
import math
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.reporters.review_page import write_page

if TYPE_CHECKING:
    from types import ModuleType

    from playwright.sync_api import Browser

SLACK = 3
TRIES = 4
"""Other work of the machine slows a figure down now and then, and never all the time; the best of each counts."""


def _benchmark() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "review_page.py"
    spec = importlib.util.spec_from_file_location("review_page_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("per_document", [500, 10])
def test_a_hundred_thousand_segments(browser: Browser, tmp_path: Path, per_document: int) -> None:
    benchmark = _benchmark()
    path = tmp_path / "large.html"
    buffer = io.BytesIO()
    write_page(benchmark.made_report(100_000, 66_000, per_document=per_document), buffer)
    path.write_bytes(buffer.getvalue())
    figures = dict.fromkeys(benchmark.LIMITS, math.inf)
    for _ in range(TRIES):
        measured = benchmark.measure(browser, path)
        assert set(measured) == set(benchmark.LIMITS)
        figures = {name: min(figures[name], value) for name, value in measured.items()}
        slow = {name: value for name, value in figures.items() if value > _limit(benchmark, name)}
        if not slow:
            break
    assert slow == {}


def _limit(benchmark: ModuleType, name: str) -> float:
    return float(benchmark.LIMITS[name] * (1 if name in {"nodes", "heap, MB"} else SLACK))

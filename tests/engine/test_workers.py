from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from qa.core import Document, Segment, TranslationUnit
from qa.engine import workers
from qa.engine.ruleset import Selection, select_rules
from qa.engine.runner import Resources, run_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core import Finding

RULES = select_rules(Selection(), target_language="en")
PAIRS = (
    ("Поезд прибыл в 17:40.", "The train arrived at 18:40."),
    ("Билет 𐐀 стоит 250 рублей.", "A ticket 𐐀 costs  520 roubles."),
    ("Глава района приехал вечером.", "The head of the district came."),
    ("Глава района приехал вечером.", "The chief came."),
)


class Kept:
    """A memory of this test, that knows how it was asked."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}
        self.spoilt_keys: list[str] = []

    def get(self, key: str) -> bytes | None:
        return self.content.get(key)

    def put(self, key: str, content: bytes) -> None:
        self.content[key] = content

    def spoilt(self, key: str) -> None:
        self.spoilt_keys.append(key)


def documents(count: int = 7) -> Iterator[Document]:
    for number in range(count):
        name = f"{number}.tsv"
        units = tuple(
            TranslationUnit(str(row), name, Segment("ru", source), Segment("en", f"{target} {number}"))
            for row, (source, target) in enumerate(PAIRS)
        )
        yield Document(name, name, "ru", "en", units, dt.date(2024, 1, number + 1))


def found(jobs: int, memory: Kept | None = None) -> tuple[Finding, ...]:
    resources = Resources(source_language="ru", target_language="en", memory=memory, jobs=jobs)
    return run_rules(documents(), RULES, resources)


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_WORTH", 5)


def test_workers_find_what_one_process_finds() -> None:
    alone = found(1)
    assert alone
    assert found(2) == found(3) == alone


def test_what_workers_saw_is_remembered() -> None:
    alone, memory = found(1), Kept()
    assert found(2, memory) == alone
    kept = dict(memory.content)
    assert len(kept) == 7
    assert found(1, memory) == found(2, memory) == alone
    assert memory.content == kept


def test_a_spoilt_memory_is_worked_out_again() -> None:
    alone, memory = found(1), Kept()
    found(2, memory)
    first = next(iter(memory.content))
    memory.content[first] = b"?"
    assert found(2, memory) == alone
    assert memory.spoilt_keys == [first]


def test_a_broken_stream_ends_the_workers() -> None:
    def broken() -> Iterator[Document]:
        yield from documents(4)
        raise OSError("cut off")

    resources = Resources(source_language="ru", target_language="en", jobs=2)
    with pytest.raises(OSError, match="cut off"):
        run_rules(broken(), RULES, resources)


def test_a_small_batch_starts_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = found(1)
    monkeypatch.setattr(workers, "_WORTH", 1000)
    monkeypatch.delattr(workers, "_in_workers")
    assert found(2) == alone

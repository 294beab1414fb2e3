"""The cache: the same report without analysing again, never one that is out of date, and no harm from a broken one."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.rules.accuracy.number_mismatch import NumberMismatch
from qa.rules.terminology.inconsistent_translation import InconsistentTranslation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.core.finding import Problem
    from qa.rules.context import Context
    from qa.rules.rule import Observation
    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

PRICE = "Билет стоит 250 рублей.\tA ticket costs 520 roubles.\n"
HEADS = (
    "Глава района приехал вечером.\tThe head of the district came.\nГлава района приехал вечером.\tThe chief came.\n"
)
LANGUAGES = ("-s", "ru", "-t", "en", "--format", "json")


@pytest.fixture
def analysed(qa: Qa, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that rules have looked at; a rule of units and one of batches keep the list."""
    del qa  # which goes into its folder
    monkeypatch.delenv("QA_CACHE_DIR", raising=False)
    seen: list[str] = []
    check, observe = NumberMismatch.check, InconsistentTranslation.observe

    def checking(self: NumberMismatch, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        seen.append(unit.document)
        return check(self, unit, context)

    def observing(self: InconsistentTranslation, document: Document, context: Context) -> Iterator[Observation]:
        seen.append(document.id)
        return observe(self, document, context)

    monkeypatch.setattr(NumberMismatch, "check", checking)
    monkeypatch.setattr(InconsistentTranslation, "observe", observing)
    Path("a.tsv").write_text(PRICE, encoding="utf-8")
    Path("b.tsv").write_text(HEADS, encoding="utf-8")
    return seen


def entries() -> list[Path]:
    return sorted(path for path in Path(".qa-cache").glob("??/*"))


def test_unchanged_files_are_not_analysed_again_and_the_report_is_the_same(qa: Qa, analysed: list[str]) -> None:
    first = qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    assert set(analysed) == {"a.tsv", "b.tsv"}
    analysed.clear()
    again = qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    assert analysed == []
    assert again == first
    assert "terminology/inconsistent-translation" in first.stdout  # what a batch rule saw is remembered, too
    assert "accuracy/number-mismatch" in first.stdout
    assert qa("check", "a.tsv", "b.tsv", *LANGUAGES, "--no-cache") == first
    assert set(analysed) == {"a.tsv", "b.tsv"}


def test_only_the_changed_file_is_analysed(qa: Qa, analysed: list[str]) -> None:
    qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    analysed.clear()
    Path("a.tsv").write_text(PRICE * 2, encoding="utf-8")
    qa("check", "b.tsv", "a.tsv", *LANGUAGES)
    assert set(analysed) == {"a.tsv"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--profile", "interface"),
        ("--ignore", "style"),
        ("--terms", "terms.csv"),
        ("--date", "2020-01-01"),
        ("--config", "other.toml"),
    ],
    ids=lambda value: value[0],
)
def test_another_configuration_is_another_run(qa: Qa, analysed: list[str], arguments: tuple[str, ...]) -> None:
    Path("terms.csv").write_text("source,target\nбилет,ticket\n", encoding="utf-8")
    Path("other.toml").write_text('[rules."accuracy/number-mismatch"]\n[severity]\nstyle = "major"\n', encoding="utf-8")
    qa("check", "a.tsv", *LANGUAGES)
    analysed.clear()
    qa("check", "a.tsv", *LANGUAGES, *arguments)
    assert analysed
    analysed.clear()
    qa("check", "a.tsv", *LANGUAGES, *arguments)
    assert not analysed


def test_a_changed_termbase_or_program_counts(qa: Qa, analysed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Path("terms.csv").write_text("source,target\nбилет,ticket\n", encoding="utf-8")
    arguments = ("check", "a.tsv", *LANGUAGES, "--terms", "terms.csv")
    qa(*arguments)
    Path("terms.csv").write_text("source,target\nбилет,pass\n", encoding="utf-8")
    analysed.clear()
    qa(*arguments)
    assert analysed
    monkeypatch.setattr("qa.__version__", "99.0")
    analysed.clear()
    qa(*arguments)
    assert analysed


def test_thresholds_need_no_new_analysis(qa: Qa, analysed: list[str]) -> None:
    assert qa("check", "a.tsv", *LANGUAGES).code == 1
    analysed.clear()
    assert qa("check", "a.tsv", *LANGUAGES, "--fail-on", "never").code == 0
    assert not analysed


@pytest.mark.parametrize("content", [b"", b"rubbish", b"x" * 100])
def test_a_corrupt_entry_is_left_aside_with_a_note(qa: Qa, analysed: list[str], content: bytes) -> None:
    first = qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    for path in entries():
        path.write_bytes(content)
    analysed.clear()
    again = qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    assert (again.code, again.stdout) == (first.code, first.stdout)
    assert again.stderr.count("qa: note: the cache entry") == 1
    assert set(analysed) == {"a.tsv", "b.tsv"}
    analysed.clear()
    assert qa("check", "a.tsv", "b.tsv", *LANGUAGES) == first  # mended
    assert not analysed


def test_an_entry_of_another_shape_is_left_aside(qa: Qa, analysed: list[str]) -> None:
    import hashlib  # noqa: PLC0415 -- only here

    first = qa("check", "a.tsv", *LANGUAGES)
    for content in (b"\x92\x91\x92\x05\xcd\xff\xff\x90", b"\x92\x91\x92\xcd\xff\xff\x00\x90", b"\xc0"):
        (path,) = entries()
        path.write_bytes(hashlib.sha256(content).digest() + content)
        again = qa("check", "a.tsv", *LANGUAGES)
        assert (again.code, again.stdout) == (first.code, first.stdout)
        assert "is broken" in again.stderr
    assert analysed


def test_a_folder_that_cannot_be_written_is_noted(qa: Qa, analysed: list[str]) -> None:
    Path(".qa-cache").write_text("a file", encoding="utf-8")
    outcome = qa("check", "a.tsv", "b.tsv", *LANGUAGES)
    assert outcome.code == 1
    assert outcome.stderr.count("the cache cannot be written") == 1
    assert analysed


def test_the_folder_is_marked_and_tidied(qa: Qa, analysed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_CACHE_DIR", "elsewhere")
    qa("check", "a.tsv", *LANGUAGES)
    assert not Path(".qa-cache").exists()
    assert Path("elsewhere/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert Path("elsewhere/CACHEDIR.TAG").exists()
    (old,) = Path("elsewhere").glob("??/*")
    long_ago = time.time() - 31 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    qa("check", "b.tsv", *LANGUAGES)
    assert old not in list(Path("elsewhere").glob("??/*"))
    assert analysed

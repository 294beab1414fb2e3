"""What ``qa align`` and ``qa run`` know beside the texts: termbases, a lexicon, an encoder."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.align import embedding
from qa.models.libraries import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

LANGUAGES = ("-s", "ru", "-t", "en")
SOURCE = ("стулья печи пилы", "краны ключи гайки", "шкафы ковры лампы")
TARGET = ("qfwz bnmr dghk", "kxvj tplk wrzn", "hjpq vcxs mfbd")
TERMS = "стулья,kxvj\nпечи,tplk\nпилы,wrzn\nкраны,hjpq\nключи,vcxs\nгайки,mfbd\n"
LEARNT = (("стул", "kxvj"), ("печ", "tplk"), ("пил", "wrzn"), ("кран", "hjpq"), ("ключ", "vcxs"), ("гайк", "mfbd"))
STRAIGHT = [([0], [0]), ([1], [1]), ([2], [2])]
MOVED = [([], [0]), ([0], [1]), ([1], [2]), ([2], [])]


def texts() -> tuple[Path, Path]:
    """Three sentences on either side; by their terms, the first source belongs to the second target, and so on."""
    Path("a.ru").write_text("".join(f"Вот {words} тут.\n" for words in SOURCE), encoding="utf-8")
    Path("a.en").write_text("".join(f"Here is {words}.\n" for words in TARGET), encoding="utf-8")
    Path("terms.csv").write_text(f"source,target\n{TERMS}", encoding="utf-8")
    return Path("a.ru"), Path("a.en")


def sides(outcome: Outcome) -> list[tuple[list[int], list[int]]]:
    assert outcome.code == 0, outcome.stderr
    return [(bead["source"], bead["target"]) for bead in map(json.loads, outcome.stdout.splitlines())]


def pairs_of(folder: str) -> list[tuple[str, str]]:
    report = json.loads(Path(folder, "report.json").read_text(encoding="utf-8"))
    return [(unit["source"], unit["target"]) for unit in report["units"]]


def test_a_termbase_tells_sentences_apart(qa: Qa) -> None:
    assert sides(qa("align", *texts(), "--segmented", *LANGUAGES)) == STRAIGHT
    assert sides(qa("align", *texts(), "--segmented", *LANGUAGES, "--terms", "terms.csv")) == MOVED


def test_the_termbase_of_the_configuration_counts_too(qa: Qa) -> None:
    Path("house.toml").write_text('terms = ["terms.csv"]\n', encoding="utf-8")
    assert sides(qa("align", *texts(), "--segmented", *LANGUAGES, "--config", "house.toml")) == MOVED


def test_a_run_aligns_by_its_termbase(qa: Qa) -> None:
    source, target = (path.rename(path.with_name(f"{path.suffix[1:]}.txt")) for path in texts())
    qa("run", source, target, *LANGUAGES, "-o", "plain")
    qa("run", source, target, *LANGUAGES, "-o", "helped", "--terms", "terms.csv")
    assert pairs_of("plain")[0] == ("Вот стулья печи пилы тут.", "Here is qfwz bnmr dghk.")
    assert pairs_of("helped")[:2] == [
        ("", "Here is qfwz bnmr dghk."),
        ("Вот стулья печи пилы тут.", "Here is kxvj tplk wrzn."),
    ]


def test_a_run_reads_and_updates_the_lexicon(qa: Qa) -> None:
    source, target = (path.rename(path.with_name(f"{path.suffix[1:]}.txt")) for path in texts())
    words = "".join(f"{left}\t{right}\t0.9000\t0.9000\n" for left, right in LEARNT)
    Path("project.lexicon").write_text(f"# qa lexicon 1 ru en\n{words}", encoding="utf-8")
    qa("run", source, target, *LANGUAGES, "-o", "out", "--lexicon", "project.lexicon")
    assert pairs_of("out")[0] == ("", "Here is qfwz bnmr dghk.")
    assert "стул\tkxvj" in Path("project.lexicon").read_text(encoding="utf-8")


class Topics:
    """Stands for a loaded encoder: knows the terms, and nothing else."""

    signature = "model:topics"
    topics = tuple(line.split(",") for line in TERMS.split())

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        rows = [[any(word in text for word in topic) + 0.01 for topic in self.topics] for (text,) in batch]
        return [[value / sum(x * x for x in row) ** 0.5 for value in row] for row in rows]


@pytest.fixture
def topics(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names under which an encoder was asked for; there is one under every name."""
    asked: list[str] = []
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(embedding, "open_encoder", lambda name, *_: asked.append(name) or Topics())
    return asked


def test_an_encoder_tells_sentences_apart(qa: Qa, topics: list[str]) -> None:
    command = ("align", *texts(), "--segmented", *LANGUAGES, "--aligner", "embedding", "--encoder", "a/b")
    assert sides(qa(*command)) == MOVED
    assert topics == ["a/b"]
    assert Path("cache/models.sqlite").is_file()


def test_a_run_takes_an_encoder_too(qa: Qa, topics: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()
    answer = Topics.answer

    def noted(self: Topics, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        read.update(text for (text,) in batch)
        return answer(self, batch)

    source, target = (path.rename(path.with_name(f"{path.suffix[1:]}.txt")) for path in texts())
    monkeypatch.setattr(Topics, "answer", noted)
    qa("run", source, target, *LANGUAGES, "-o", "out", "--encoder", "a/b", "--no-cache")
    assert topics == ["a/b"]
    assert "Вот стулья печи пилы тут." in read
    assert not Path("cache/models.sqlite").exists()


@pytest.fixture
def no_torch(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "torch", None)
    library.cache_clear()
    yield
    library.cache_clear()


@pytest.mark.usefixtures("no_torch")
def test_a_missing_library_comes_with_the_line_that_installs_it(qa: Qa) -> None:
    outcome = qa("align", *texts(), *LANGUAGES, "--segmented", "--encoder", "a/b", "-o", "a.beads")
    assert outcome.code == 2
    assert outcome.stderr == "qa: models need torch, which is missing: pip install 'bitext-qa[neural]'\n"
    assert not Path("a.beads").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--aligner", "embedding"], "--aligner embedding needs --encoder"),
        (["--aligner", "words", "--encoder", "a/b"], "leave out --encoder"),
        (["--pooling", "cls"], "give --encoder, too"),
        (["--lexicon", "terms.csv"], "terms.csv:1: not a lexicon"),
        (["--terms", "gone.csv"], "gone.csv"),
    ],
)
def test_options_that_do_not_fit_are_told(qa: Qa, arguments: list[str], words: str) -> None:
    outcome = qa("align", *texts(), *LANGUAGES, "--segmented", *arguments)
    assert outcome.code == 2
    assert words in outcome.stderr
    assert "Traceback" not in outcome.stderr

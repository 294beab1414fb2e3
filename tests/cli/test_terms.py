"""``qa terms``: convert, check, extract."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.terms.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

LANGUAGES = ("-s", "ru", "-t", "en")
TERMS = """source,target,status,note
рабочая группа,task force,preferred,of a council
рабочая группа,work group,forbidden,
насос,pump,admitted,
"""
PAIRS = [
    ("Рабочая группа собралась утром.", "The task force met in the morning."),
    ("Мы ждали решения рабочей группы.", "We waited for a decision of the task force."),
    ("О рабочих группах никто не писал.", "Nobody wrote about the task forces."),
    ("Паром ушёл вчера.", "The ferry left yesterday."),
    ("Дождь кончился к вечеру.", "The rain ended by the evening."),
    ("Никто не спешил домой.", "Nobody hurried home."),
    ("Кошка спала на окне.", "The cat slept on the window sill."),
    ("Снег растаял за ночь.", "The snow melted overnight."),
    ("Чайник закипел быстро.", "It was not long before the kettle boiled."),
    ("Письма пришли поздно.", "Letters came late."),
]


def written(name: str, text: str) -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def content(path: str | Path) -> list[tuple[tuple[str, str], ...]]:
    entries = Termbase.read(path, "ru", "en").entries
    return [tuple((term.text, term.status) for term in entry.terms) for entry in entries]


@pytest.mark.parametrize("style", ["v2", "dca", "dct"])
@pytest.mark.parametrize("back", ["back.csv", "back.tsv"])
def test_tables_survive_tbx(qa: Qa, style: str, back: str) -> None:
    path = written("terms.csv", TERMS)
    assert qa("terms", "convert", path, "terms.tbx", "--style", style, *LANGUAGES).code == 0
    outcome = qa("terms", "convert", "terms.tbx", back)
    assert (outcome.code, outcome.stdout) == (0, "")
    assert content(back) == content(path)


def test_what_a_table_cannot_hold_is_said(qa: Qa) -> None:
    written("three.csv", "ru,en,de\nнасос,pump,Pumpe\nпорт,,Hafen\n")
    assert qa("terms", "convert", "three.csv", "three.tbx", *LANGUAGES).code == 0
    outcome = qa("terms", "convert", "three.tbx", "two.csv", *LANGUAGES)
    assert "two.csv: a table has two languages; terms in de are left out" in outcome.stderr
    assert "left out, because there is no term in ru or none in en" in outcome.stderr
    assert [[term for term, _ in entry] for entry in content("two.csv")] == [["насос", "pump"]]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["terms.csv", "out.docx", *LANGUAGES], "the suffix '.docx' is not known"),
        (["terms.csv", "out.csv", "--style", "dct", *LANGUAGES], "--style is for TBX"),
        (["terms.csv", "out.tbx"], "give -s and -t"),
        (["three.csv", "out.tbx", "-s", "ru"], "give -s and -t"),
        (["gone.csv", "out.tbx", *LANGUAGES], "gone.csv"),
    ],
)
def test_mistakes_in_converting(qa: Qa, arguments: list[str], words: str) -> None:
    written("terms.csv", TERMS)
    written("three.csv", "ru,en,de\nнасос,pump,Pumpe\n")
    outcome = qa("terms", "convert", *arguments)
    assert outcome.code == 2
    assert words in outcome.stderr
    assert not list(Path().glob("out.*"))


@pytest.mark.parametrize("languages", [(), ("-s", "ru"), ("-t", "en"), LANGUAGES])
def test_a_clean_termbase_passes_in_whatever_languages_it_has(qa: Qa, languages: tuple[str, ...]) -> None:
    outcome = qa("terms", "check", written("clean.csv", "ru,en\nнасос,pump\nпорт,harbour\n"), *languages)
    assert (outcome.code, outcome.stdout) == (0, "")
    assert "2 entries, 0 remarks" in outcome.stderr


def test_conflicts_fail_and_duplicates_only_warn(qa: Qa) -> None:
    path = written("terms.csv", TERMS)
    doubled = written("doubled.csv", "ru,en\nнасос,pump\n")
    outcome = qa("terms", "check", path, doubled, *LANGUAGES)
    assert outcome.code == 0
    assert outcome.stdout.startswith("doubled.csv:2: warning: duplicate: ")
    odd = written("odd.csv", "source,target,status\nнасос,pump,forbidden\n")
    outcome = qa("terms", "check", path, odd, *LANGUAGES)
    assert outcome.code == 1
    assert outcome.stdout.startswith("odd.csv:2: error: conflict: ")


def test_terms_that_a_corpus_never_has(qa: Qa) -> None:
    path = written("terms.csv", TERMS)
    text = written("ru.txt", "Стояли насосы.\n\nСобрались рабочие группы.\n")
    memory = written("memory.tsv", "Пришла рабочая группа.\tThe task force has come.\n")
    outcome = qa("terms", "check", path, "--corpus", text, "--corpus", memory, *LANGUAGES)
    assert outcome.code == 0
    (line,) = outcome.stdout.splitlines()
    assert line.startswith("terms.csv:4: note: unseen: “pump” stands nowhere")


def test_candidates_of_a_bilingual_file(qa: Qa) -> None:
    path = written("memory.tsv", "".join(f"{source}\t{target}\n" for source, target in PAIRS))
    outcome = qa("terms", "extract", path, *LANGUAGES)
    assert (outcome.code, outcome.stderr) == (0, "")
    header, *rows = csv.reader(outcome.stdout.splitlines())
    assert header == ["source", "target", "status", "note"]
    ((source, target, status, note),) = rows
    assert (source, target, status) == ("рабочая группа", "task force", "")
    assert note.startswith("3 units (3 and 3 with either); log-likelihood ")
    assert f"“{PAIRS[0][0]}” – “{PAIRS[0][1]}”" in note
    assert qa("terms", "extract", path, *LANGUAGES).stdout == outcome.stdout


def test_candidates_of_two_texts_become_a_termbase(qa: Qa) -> None:
    source = written("ru.txt", "\n\n".join(source for source, _ in PAIRS))
    target = written("en.txt", "\n\n".join(target for _, target in PAIRS))
    assert qa("terms", "extract", source, target, *LANGUAGES, "-o", "found.tsv").stdout == ""
    assert [[term for term, _ in entry] for entry in content("found.tsv")] == [["рабочая группа", "task force"]]


def test_long_examples_are_cut(qa: Qa) -> None:
    rows = "".join(f"{source} {'Шёл дождь. ' * 30}{n}\t{target}\n" for n, (source, target) in enumerate(PAIRS))
    _, *found = csv.reader(qa("terms", "extract", written("memory.tsv", rows), *LANGUAGES).stdout.splitlines())
    example = next(note for *_, note in found).split("“")[1].split("”")[0]
    assert example.endswith("…")
    assert 150 < len(example) <= 160


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ru.txt", *LANGUAGES], "give either SOURCE and TARGET"),
        (["ru.txt", "memory.tsv", *LANGUAGES], "ru.txt: give either SOURCE and TARGET"),
        (["ru.txt", "ru.txt"], "language is not known"),
        (["memory.tsv", *LANGUAGES, "-o", "out.xlsx"], "the suffix '.xlsx' is not known"),
    ],
)
def test_mistakes_in_extracting(qa: Qa, arguments: list[str], words: str) -> None:
    written("ru.txt", "Порт открыт.\n")
    written("memory.tsv", "Порт открыт.\tThe port is open.\n")
    outcome = qa("terms", "extract", *arguments)
    assert outcome.code == 2
    assert words in outcome.stderr

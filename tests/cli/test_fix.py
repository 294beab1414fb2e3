"""``qa fix`` writes suggestions into files and touches nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

LANGUAGES = ("-s", "ru", "-t", "en")
ROWS = "Поезд прибыл вечером.\tThe train  arrived in the evening.\r\nМы ждали.\tWe waited.\r\n"
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="ru" adminlang="en" segtype="sentence" datatype="plaintext" o-tmf="x"
 creationtool="x" creationtoolversion="1"/><body>
<tu tuid="a"><tuv xml:lang="de"><seg>Der Zug  kam.</seg></tuv><tuv xml:lang="ru"><seg>Поезд прибыл.</seg></tuv>
<tuv xml:lang="en"><seg>The train  arrived.</seg></tuv></tu>
</body></tmx>
"""
CODES = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="x" source-language="ru" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Порт закрыт.</source><target>The har<g id="1">bo</g>ur is shut.</target></trans-unit>
<trans-unit id="2"><source>Порт открыт.</source><target>The harbour  is open.</target></trans-unit>
<trans-unit id="3"><source>Мы ждали.</source><target>We waited.</target></trans-unit>
</body></file></xliff>
"""
TERMS = "source,target,status\nпорт,port,preferred\nпорт,harbour,forbidden\n"
HOUSE = r"""
[[rule]]
id = "house/very"
kind = "preferred-form"
pattern = '\bvery '
suggestion = ""

[[rule]]
id = "house/cheap"
kind = "preferred-form"
severity = "major"
pattern = '\bvery cheap\b'
suggestion = "budget"
"""


def written(name: str, text: str) -> Path:
    Path(name).write_bytes(text.encode())
    return Path(name)


def test_fixes_are_written_and_counted(qa: Qa) -> None:
    path = written("rows.tsv", ROWS)
    outcome = qa("fix", path, *LANGUAGES)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.stdout == "rows.tsv: 1 target changed\ntypography/double-space: 1 fix\n"
    assert path.read_bytes().decode() == ROWS.replace("  ", " ")
    assert qa("fix", path, *LANGUAGES).stdout == "no finding has a fix\n"


def test_a_diff_writes_nothing(qa: Qa) -> None:
    path = written("rows.tsv", ROWS)
    outcome = qa("fix", path, *LANGUAGES, "--diff")
    assert outcome.code == 0
    assert outcome.stdout.splitlines() == [
        "--- rows.tsv:1 [unit 1]",
        "+++ rows.tsv:1 [unit 1]",
        "@@ -1 +1 @@",
        "-The train  arrived in the evening.",
        "+The train arrived in the evening.",
    ]
    assert "1 target would change" in outcome.stderr
    assert path.read_bytes().decode() == ROWS


def test_rules_can_be_chosen(qa: Qa) -> None:
    path = written("rows.tsv", ROWS)
    assert qa("fix", path, *LANGUAGES, "--select", "accuracy").stdout == "no finding has a fix\n"
    assert path.read_bytes().decode() == ROWS


@pytest.mark.parametrize("languages", [LANGUAGES, ("--config", "settings.toml")])
def test_a_memory_of_several_languages(qa: Qa, languages: tuple[str, ...]) -> None:
    written("settings.toml", 'source-language = "ru"\ntarget-language = "en"\n')
    path = written("memory.tmx", TMX)
    assert qa("fix", path, *languages).code == 0
    assert path.read_bytes().decode() == TMX.replace("train  arrived", "train arrived")


def test_a_fix_that_would_lose_a_code_is_left_and_the_others_are_written(qa: Qa) -> None:
    path = written("codes.xlf", CODES)
    terms = written("terms.csv", TERMS)
    outcome = qa("fix", path, "--terms", terms, "--select", "terminology", "--select", "typography")
    assert outcome.code == 1
    assert "left: codes.xlf: unit '1' of 'codes.xlf': the inline code" in outcome.stdout
    text = path.read_text(encoding="utf-8")
    assert '<target>The har<g id="1">bo</g>ur is shut.</target>' in text
    assert "<target>The port is open.</target>" in text


def test_text_of_a_target_is_no_command_to_a_runner(qa: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written("rows.tsv", "Порт.  Вход.\t::error::Port.  Entry.\n")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first, *_ = qa("fix", path, *LANGUAGES, "--diff").stdout.splitlines()
    assert first.startswith("::stop-commands::")


@pytest.mark.parametrize(("arguments", "words"), [([], "Missing argument"), (["gone.tsv", *LANGUAGES], "gone.tsv")])
def test_mistakes(qa: Qa, arguments: list[str], words: str) -> None:
    outcome = qa("fix", *arguments)
    assert outcome.code == 2
    assert words in outcome.stderr


def test_an_encoding_without_the_character_leaves_every_file_alone(qa: Qa) -> None:
    files = {
        "first.tsv": "Порт открыт.\tThe port  is open.\n".encode("cp1251"),
        "second.tsv": "Порт закрыт.\tThe harbour is shut.\n".encode("cp1251"),
    }
    for name, text in files.items():
        Path(name).write_bytes(text)
    terms = written(
        "terms.csv", "source,target,status\nпорт,pôrt,preferred\nпорт,port,admitted\nпорт,harbour,forbidden\n"
    )
    outcome = qa("fix", *files, *LANGUAGES, "--encoding", "cp1251", "--terms", terms)
    assert outcome.code == 2
    assert "which lacks 'ô'" in outcome.stderr
    assert {name: Path(name).read_bytes() for name in files} == files


def test_the_lesser_of_overlapping_fixes_is_left_and_said(qa: Qa) -> None:
    written("house.toml", HOUSE)
    written("qa.toml", 'rule-files = ["house.toml"]\n')
    path = written("rows.tsv", "Очень дешёвый билет.\tA very cheap ticket.\n")
    outcome = qa("fix", path, *LANGUAGES, "--select", "house")
    assert outcome.code == 1
    assert outcome.stdout.splitlines() == [
        "rows.tsv:1 [unit 1]: left house/very, which overlaps the fix of house/cheap; run qa fix again",
        "rows.tsv: 1 target changed",
        "house/cheap: 1 fix",
    ]
    assert path.read_text(encoding="utf-8").endswith("A budget ticket.\n")
    assert qa("fix", path, *LANGUAGES, "--select", "house").code == 0


RU_TEXT = "Порт открыт\n\nПоезд прибыл вечером. Мы ждали его три часа.\n\nВсе довольны.\n"
EN_TEXT = (
    "The port is open\r\n\r\nThe train  arrived in the evening. We waited for it , for three hours.\r\n\r\n"
    "All are happy.\r\n"
)


def test_a_text_beside_its_source_is_written(qa: Qa) -> None:
    source, target = written("ru.txt", RU_TEXT), written("en.txt", EN_TEXT)
    shown = qa("fix", source, target, *LANGUAGES, "--select", "typography", "--diff")
    assert "+We waited for it, for three hours." in shown.stdout
    assert target.read_bytes().decode() == EN_TEXT
    outcome = qa("fix", source, target, *LANGUAGES, "--select", "typography")
    assert outcome.code == 0
    assert outcome.stdout.splitlines()[0] == "en.txt: 2 targets changed"
    assert target.read_bytes().decode() == EN_TEXT.replace("train  arrived", "train arrived").replace("it ,", "it,")
    assert source.read_text(encoding="utf-8") == RU_TEXT


def test_markup_of_a_text_stays(qa: Qa) -> None:
    source = written("ru.html", "<p>Порт закрыт.</p><p>Мы ждали.</p>")
    target = written("en.html", "<p>The har<b>bo</b>ur is shut.</p><p>We  <i>waited</i> .</p>")
    terms = written("terms.csv", TERMS)
    outcome = qa(
        "fix", source, target, *LANGUAGES, "--terms", terms, "--select", "terminology", "--select", "typography"
    )
    assert outcome.code == 1
    assert (
        "left: en.html: 'harbour' holds the inline code '<b>', which would be lost; edit the file by hand"
        in outcome.stdout
    )
    assert target.read_text(encoding="utf-8").startswith("<p>The har<b>bo</b>ur is shut.</p><p>We")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("ru.txt", "rows.tsv"), "give either SOURCE and TARGET, two texts, or bilingual files"),
        (("ru.txt",), "give either SOURCE and TARGET"),
        (("ru.txt", "en.docx"), "en.docx: Word document (DOCX) files are not written back"),
    ],
)
def test_files_that_are_no_pair_of_texts(qa: Qa, names: tuple[str, ...], words: str) -> None:
    for name in names:
        written(name, ROWS)
    outcome = qa("fix", *names, *LANGUAGES)
    assert outcome.code == 2
    assert words in outcome.stderr


def test_a_text_in_an_encoding_without_the_character(qa: Qa) -> None:
    source = written("ru.txt", "Порт закрыт.\n")
    target = Path("en.txt")
    target.write_bytes(b"The harbour is shut.\n")
    source.write_bytes("Порт закрыт.\n".encode("windows-1251"))
    terms = written("terms.csv", "source,target,status\nпорт,pört,preferred\nпорт,harbour,forbidden\n")
    outcome = qa(
        "fix", source, target, *LANGUAGES, "--terms", terms, "--select", "terminology", "--encoding", "windows-1251"
    )
    assert outcome.code == 2
    assert "lacks 'ö'" in outcome.stderr
    assert target.read_bytes() == b"The harbour is shut.\n"

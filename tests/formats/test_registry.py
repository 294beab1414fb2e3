"""Which formats there are, and how a file's format is told."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from qa.core import FormatError, InputError
from qa.formats import detect, formats, read_bilingual, read_monolingual

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("bilingual", "monolingual")


def test_all_formats_are_found() -> None:
    names = [info.name for info in formats()]
    assert names == ["jsonl", "po", "tmx", "tsv", "xliff", "xliff2", "docx", "html", "markdown", "text"]
    assert {info.name for info in formats() if info.creates} == {"jsonl", "tmx", "tsv", "xliff"}
    written = {info.name for info in formats() if info.kind == "bilingual"} | {"html", "markdown", "text"}
    assert {info.name for info in formats() if info.writes_back} == written
    assert all(info.reads and info.title and info.suffixes for info in formats())


def test_no_suffix_is_of_both_kinds() -> None:
    suffixes = {kind: {s for info in formats() if info.kind == kind for s in info.suffixes} for kind in KINDS}
    assert suffixes["bilingual"].isdisjoint(suffixes["monolingual"])


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.xlf", '<xliff version="1.2">', "xliff"),
        ("a.XLF", '\ufeff<?xml version="1.0"?>\n<xliff xmlns="x" version="2.1" srcLang="en">', "xliff2"),
        ("a.xliff", "<x:xliff xmlns:x='x' version='2.0'>", "xliff2"),
        ("a.sdlxliff", "<xliff/>", "xliff"),
        ("a.TMX", "", "tmx"),
        ("a.md", "", "markdown"),
    ],
)
def test_a_format_is_told_by_suffix_and_start(tmp_path: Path, name: str, start: str, expected: str) -> None:
    path = tmp_path / name
    path.write_text(start, encoding="utf-8")
    assert detect(path).name == expected


def test_a_new_xliff_is_one_that_can_be_made(tmp_path: Path) -> None:
    assert detect(tmp_path / "new.xlf").creates


def test_an_unknown_suffix_is_an_error_that_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"'\.tmxx' is not known; did you mean '\.tmx'\?") as caught:
        detect(tmp_path / "a.tmxx")
    assert caught.value.path == (tmp_path / "a.tmxx").as_posix()
    with pytest.raises(InputError, match="'' is not known; known are"):
        detect(tmp_path / "noname")


def test_an_xlf_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match=r"does not start as any known \.xlf file does"):
        detect(path)
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="is empty, and so no XML document"):
        detect(path)


def test_an_encoding_that_the_file_does_not_state_is_no_matter_for_its_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    unit = '<trans-unit id="1"><source>Раз</source><target>1</target></trans-unit>'
    file = f'<file source-language="ru" target-language="en"><body>{unit}</body></file>'
    path.write_bytes(f'<xliff version="1.2">{file}</xliff>'.encode("cp1251"))
    assert detect(path).name == "xliff"
    (document,) = read_bilingual(path, source_language=None, target_language=None, encoding="cp1251")
    assert document.units[0].source.text == "Раз"


def test_an_xml_file_is_told_by_how_it_starts(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    for start, name in (("<tmx>", "tmx"), ("<xliff version='1.2'>", "xliff"), ("<xliff version='2.1'>", "xliff2")):
        path.write_text(start, encoding="utf-8")
        assert detect(path).name == name


def test_a_format_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "export.dat"
    path.write_text("Раз\tOne\n", encoding="utf-8")
    (document,) = read_bilingual(path, source_language="ru", target_language="en", format="tsv")
    assert document.units[0].target.text == "One"
    with pytest.raises(InputError, match=r"no format 'tvs'; did you mean 'tsv'\?"):
        read_bilingual(path, source_language="ru", target_language="en", format="tvs")
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(FormatError, match="starts with <html>"):
        list(read_bilingual(path, source_language="ru", target_language="en", format="xliff"))


def test_kinds_are_not_mixed_up(tmp_path: Path) -> None:
    for name in ("a.txt", "a.tsv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="is no bilingual file"):
        read_bilingual(tmp_path / "a.txt", source_language="ru", target_language="en")
    with pytest.raises(InputError, match="is a bilingual file"):
        read_monolingual(tmp_path / "a.tsv", language="en")


def test_importing_the_package_imports_no_format() -> None:
    code = "import sys, qa.formats; print([n for n in sys.modules if n.startswith(('qa.formats.b', 'lxml', 'docx'))])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"

"""Writing files: whole or not at all."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from qa.core import Document, EncodingError, InputError, Segment, TranslationUnit
from qa.formats import create, write_back

if TYPE_CHECKING:
    from pathlib import Path


def document(target: str) -> Document:
    unit = TranslationUnit("1", "d", Segment("ru", "Раз"), Segment("en", target))
    return Document("d", "", "ru", "en", (unit,))


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Раз\tOne\n", encoding="utf-8")
    path.chmod(0o640)
    write_back(path, {(path.as_posix(), "1"): "Two"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.tsv", tmp_path / "link.tsv"
    path.write_text("Раз\tOne\n", encoding="utf-8")
    link.symlink_to(path)
    write_back(link, {(link.as_posix(), "1"): "Two"})
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "Раз\tTwo\n"


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".tmx", ".xlf", ".jsonl"])
def test_a_text_that_cannot_be_written_leaves_no_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"new{suffix}"
    bad = "a\tb\x00" if suffix in {".tsv", ".tmx", ".xlf"} else "\ud800"
    with pytest.raises(InputError):
        create(path, [document("fine"), document(bad)])
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_write_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no document to write"):
        create(tmp_path / "new.tmx", [])
    with pytest.raises(InputError, match="cannot be written: No such file"):
        create(tmp_path / "no" / "new.tmx", [document("One")])


def test_texts_in_one_language_cannot_be_written_back(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.", encoding="utf-8")
    with pytest.raises(InputError, match=r"is no bilingual file \(plain text\)"):
        write_back(path, {})


def test_an_encoding_that_is_not_exact_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(b'\x1b$B$"\x1b(B\x1b(B\tOne\n')
    with pytest.raises(EncodingError, match="without changing other bytes"):
        write_back(path, {(path.as_posix(), "1"): "Two"}, encoding="iso2022_jp")


def test_an_encoding_of_single_bytes_is_written_back(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("One\tРаз\n".encode("cp1251"))
    assert write_back(path, {(path.as_posix(), "1"): "Два"}, encoding="windows-1251") == 1
    assert path.read_bytes() == "One\tДва\n".encode("cp1251")
    with pytest.raises(EncodingError, match="has the encoding cp1251, which lacks 'é'"):
        write_back(path, {(path.as_posix(), "1"): "Дваé"}, encoding="windows-1251")


def test_targets_that_stay_are_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Раз\tOne\nДва\tTwo\n", encoding="utf-8")
    name = path.as_posix()
    assert write_back(path, {(name, "1"): "One", (name, "2"): "2"}, output=tmp_path / "b.tsv") == 1
    assert (tmp_path / "b.tsv").read_text(encoding="utf-8") == "Раз\tOne\nДва\t2\n"

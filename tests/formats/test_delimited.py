"""TSV and CSV."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from conformance import PLAIN, BilingualConformance

from qa.core import Document, FormatError, InputError, Segment, Span, TranslationUnit
from qa.formats import create, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read(path: Path, content: str) -> list[Document]:
    path.write_bytes(content.encode())
    return list(read_bilingual(path, source_language="ru", target_language="en"))


def pairs(documents: Sequence[Document]) -> list[tuple[str, str]]:
    return [(unit.source.text, unit.target.text) for document in documents for unit in document.units]


class TestTsv(BilingualConformance):
    suffix = ".tsv"

    def escaped(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if re.fullmatch(r'"(?:[^"]|"")*+""(?:[^"]|"")*+"', text) else text

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        del encoding
        return "".join(f"{self.escaped(source)}\t{self.escaped(target)}\n" for source, target in pairs)

    def test_a_file_cut_off_is_an_error_with_its_name(self, tmp_path: Path) -> None:
        with pytest.raises(FormatError, match=r"sample\.tsv:2: has 1 column, not 2"):
            self.read(self.write(tmp_path, "Раз\tOne\nДва"))


class TestCsv(BilingualConformance):
    suffix = ".csv"

    def escaped(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if re.search('[,"\r\n]', text) else text

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        del encoding
        rows = (f"{self.escaped(source)},{self.escaped(target)}\n" for source, target in pairs)
        return "source,target\n" + "".join(rows)

    def test_a_created_file_holds_the_same_units(self, tmp_path: Path) -> None:
        document = Document(
            "d",
            "",
            "ru",
            "en",
            (TranslationUnit("1", "d", Segment("ru", 'Раз, "два"'), Segment("en", "One,\ntwo")),),
        )
        create(tmp_path / "new.csv", [document])
        (unit,) = self.units(tmp_path / "new.csv")
        assert (unit.id, unit.document, unit.source.text, unit.target.text) == ("1", "d", 'Раз, "два"', "One,\ntwo")

    def test_a_quoted_cell_that_never_ends_is_an_error_where_it_starts(self, tmp_path: Path) -> None:
        with pytest.raises(FormatError, match=r":3: a quoted cell starts here and never ends"):
            read(tmp_path / "a.csv", 'source,target\nРаз,One\nДва,"Two\nand more\n')

    def test_text_behind_a_closing_mark_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(FormatError, match="text follows the closing quotation mark"):
            read(tmp_path / "a.csv", 'source,target\n"Раз" два,One\n')

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_delimiter_is_told_by_the_first_row(self, tmp_path: Path, delimiter: str) -> None:
        rows = f"Раз{delimiter}One\nДва{delimiter}Two\n"
        assert pairs(read(tmp_path / "a.csv", rows)) == [("Раз", "One"), ("Два", "Two")]
        header = f"id{delimiter}target{delimiter}source\n7{delimiter}One{delimiter}Раз\n"
        (document,) = read(tmp_path / "b.csv", header)
        assert pairs([document]) == [("Раз", "One")]
        assert document.units[0].id == "7"


def test_quotation_marks_of_a_tsv_are_text(tmp_path: Path) -> None:
    content = '"Раз", сказал он.\t"One," he said.\n"Два"\t"Two"\n"Три\t"Three.\n'
    assert pairs(read(tmp_path / "a.tsv", content)) == [
        ('"Раз", сказал он.', '"One," he said.'),
        ('"Два"', '"Two"'),
        ('"Три', '"Three.'),
    ]


def test_a_tsv_cell_that_a_spreadsheet_quoted_is_unquoted(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "a.tsv", '"Раз\nдва"\t"One ""two"""\n')
    assert pairs([document]) == [("Раз\nдва", 'One "two"')]
    location = document.units[0].source.locate(Span(4, 7))
    assert location is not None
    assert (location.line, location.column, location.offset) == (2, 1, 5)


def test_a_mark_that_opens_and_never_closes_is_text_however_long_the_file(tmp_path: Path) -> None:
    assert pairs(read(tmp_path / "a.tsv", 'Раз\t"One\nДва\t"Two\n')) == [("Раз", '"One'), ("Два", '"Two')]
    assert pairs(read(tmp_path / "a.tsv", 'Раз\t"One')) == [("Раз", '"One')]


def test_a_header_names_the_columns(tmp_path: Path) -> None:
    content = (
        "ID\tDocument\tDate\tState\tNote\tOther\tTarget\tSource\n"
        "a\tnews\t2026-03-18\tfinal\tcheck\t…\tOne\tРаз\n"
        "a\tnews\t\t\t\t…\tTwo\tДва\n"
        "b\tmore\t\t\t\t…\tThree\tТри\n"
        "c\tnews\t\t\t\t…\tFour\tЧетыре\n"
    )
    first, second, third = read(tmp_path / "a.tsv", content)
    assert (first.id, first.date, first.running_text) == ("news", dt.date(2026, 3, 18), True)
    assert [unit.id for unit in first.units] == ["a", "a-2"]
    assert (first.units[0].state, first.units[0].notes) == ("final", ("check",))
    assert (second.id, second.date) == ("more", None)
    assert third.id == "news-2"


def test_rows_without_a_document_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    (document,) = read(path, "Раз\tOne\n\nДва\tTwo\n")
    assert (document.id, document.running_text) == (path.as_posix(), False)
    assert [unit.id for unit in document.units] == ["1", "3"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Раз\tOne\tмного\n", r":1: has 3 columns; give a header that names source and target"),
        ("source\ttarget\nРаз\n", r":2: has 1 column, not 2"),
        ("source\ttarget\tsource\n", r"names 'source' twice"),
        ("source\ttarget\tdate\nРаз\tOne\tyesterday\n", r":2: 'yesterday' is no date"),
        ("source\ttarget\tdate\nРаз\tOne\t\nДва\tTwo\tnever\n", r":3: 'never' is no date"),
    ],
)
def test_a_bad_row_is_an_error_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(tmp_path / "a.tsv", content)


def test_languages_that_nobody_states_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Раз\tOne\n", encoding="utf-8")
    with pytest.raises(InputError, match="give -t"):
        list(read_bilingual(path, source_language="ru", target_language=None))


def test_a_target_that_needs_quotes_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    (document,) = read(path, "Раз,One\nДва,Two\n")
    assert write_back(path, {(document.id, "1"): 'One, "two"'}) == 1
    assert path.read_text(encoding="utf-8") == 'Раз,"One, ""two"""\nДва,Two\n'


def test_a_target_with_a_tab_cannot_be_written_into_a_tsv(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    (document,) = read(path, f"Раз\t{PLAIN}\n")
    with pytest.raises(InputError, match="holds a tab"):
        write_back(path, {(document.id, "1"): "a\tb"})
    assert write_back(path, {(document.id, "1"): "a\nb"}) == 1
    assert path.read_text(encoding="utf-8") == 'Раз\t"a\nb"\n'

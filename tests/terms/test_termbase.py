"""Termbases read from CSV and TBX, merged, written and looked over."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import ConfigError, EncodingError, FormatError, InputError
from qa.core.terminology import TermStatus
from qa.terms.checking import check_termbase, refuse_conflicts
from qa.terms.termbase import Termbase
from qa.terms.writing import to_csv, to_tbx
from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from pathlib import Path

    from qa.terms.writing import TbxStyle

CSV = """source,target,status,note,domain,case_sensitive,translate
рабочая группа,task force,preferred,of a council,politics,,
рабочая группа,working party,admitted,,,,
рабочая группа,work group,deprecated,,,,
захват,grab,forbidden,,,,
Заря,Dawn,preferred,,,yes,
WaveForge,,do-not-translate,,,,
ООН,UN,,,,,
"""


def texts(termbase: Termbase) -> list[tuple[str, ...]]:
    return [tuple(term.text for term in entry.terms) for entry in termbase.entries]


def test_columns_of_csv() -> None:
    termbase = Termbase.parse(CSV, "ru", "en")
    first, *_, forbidden, dawn, kept, un = termbase.entries
    assert first.domain == "politics"
    assert first.note == "of a council"
    assert first.line == 2
    assert [term.status for term in termbase.target_terms(forbidden)] == [TermStatus.FORBIDDEN]
    assert all(term.case_sensitive for term in dawn.terms)
    assert not kept.translate
    assert texts(termbase)[-2] == ("WaveForge", "WaveForge")
    assert all(term.case_sensitive for term in un.terms), "abbreviations are case-sensitive by themselves"
    assert termbase.notes == ()


@pytest.mark.parametrize(
    "content",
    [
        "ru,en\nнасос,pump\n",
        "ru-RU\ten_GB\nнасос\tpump\n",
        "Source;Target\nнасос;pump\n",
        "\ufeffsource,target\nнасос,pump\n",
    ],
)
def test_shapes_of_tables(content: str) -> None:
    termbase = Termbase.parse(content, "ru", "en")
    assert texts(termbase) == [("насос", "pump")]
    assert [match.term.text for match in termbase.in_source(Analysis("Насосы.", "ru"))] == ["насос"]
    assert [match.term.text for match in termbase.in_target(Analysis("The pumps.", "en"))] == ["pump"]


def test_utf_16() -> None:
    assert texts(Termbase.parse("ru,en\nнасос,pump\n".encode("utf-16"), "ru", "en")) == [("насос", "pump")]


def test_columns_that_tell_the_languages_of_each_row() -> None:
    content = "id,sourceLang,targetLang,sourceString,targetString\n7,en,ru_RU,pump,насос\n"
    termbase = Termbase.parse(content, "ru", "en")
    assert termbase.entries[0].id == "7"
    assert [term.text for term in termbase.source_terms(termbase.entries[0])] == ["насос"]


def test_untidy_cells_are_read_and_reported() -> None:
    termbase = Termbase.parse('ru,en\n"баг, дефект",bug (not in prose)\nхлеб,\nлампа,лампа\n', "ru", "en", path="t.csv")
    assert texts(termbase) == [("баг", "дефект", "bug")]
    assert [note.split(":")[1] for note in termbase.notes] == ["2", "2", "3", "4"]
    assert "read as “баг”, “дефект”" in termbase.notes[0]
    assert "with the remark “not in prose”" in termbase.notes[1]
    assert "one side is empty" in termbase.notes[2]
    assert "its own translation" in termbase.notes[3]


def test_columns_and_cells_that_no_heading_explains_are_reported() -> None:
    termbase = Termbase.parse("ru,en,pos,colour\nнасос,pump,noun,red,blue\n\n", "ru", "en", path="t.csv")
    assert texts(termbase) == [("насос", "pump")]
    assert termbase.notes == (
        "t.csv:1: the column “pos” is not known and left out",
        "t.csv:1: the column “colour” is not known and left out",
        "t.csv:2: “blue” left out, because no column is headed so far right",
    )


def test_a_note_may_run_over_lines() -> None:
    termbase = Termbase.parse('ru,en,note\nнасос,pump,"one\ntwo"\nвода,water,\n', "ru", "en")
    assert [entry.line for entry in termbase.entries] == [2, 4]
    assert termbase.entries[0].note == "one\ntwo"


def test_alternatives_after_the_first_are_admitted() -> None:
    entry = Termbase.parse('ru,en\nбаг,"bug, defect"\n', "ru", "en").entries[0]
    assert [term.status for term in entry.terms] == [TermStatus.PREFERRED, TermStatus.PREFERRED, TermStatus.ADMITTED]


ODD_STATUS = """<martif><termEntry><langSet xml:lang="en"><tig><term>x</term>
<termNote type="administrativeStatus">odd</termNote></tig></langSet></termEntry></martif>"""


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        ("", FormatError, "is empty"),
        ("a,b,c\nx,y,z\n", FormatError, "t.csv:1: the first row “a, b, c”"),
        ("source,target,status\nx,y,good\n", FormatError, "t.csv:2: the status “good”"),
        ("source,target,case_sensitive\nx,y,perhaps\n", FormatError, "neither yes nor no"),
        ('source,target\nx,y\n"a,b\nc,d\n', FormatError, "t.csv:3: the cell “a,b"),
        ("source,target\n" + "x" * 140_000 + ",y\n", FormatError, "is no CSV"),
        (b"source,target\n\xff\xfa,x\n", EncodingError, "byte 14 is not UTF-8"),
        ("<martif><text>", FormatError, "no well-formed XML"),
        ("<html><p/></html>", FormatError, "no <termEntry>"),
        (
            "<martif><termEntry><langSet><tig><term>x</term></tig></langSet></termEntry></martif>",
            FormatError,
            "xml:lang",
        ),
        (ODD_STATUS, FormatError, "the status “odd”"),
    ],
)
def test_faults_of_files(content: str | bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words.replace("(", r"\(")):
        Termbase.parse(content, "ru", "en", path="t.csv" if "<" not in str(content) else "t.tbx")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        Termbase.read(tmp_path / "none.csv", "ru", "en")


V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
  <!-- a remark -->
  <termEntry id="c1">
    <descrip type="subjectField">pumps</descrip>
    <langSet xml:lang="en">
      <ntig><termGrp><term>pump</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
      <tig><term>squirter</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
    </langSet>
    <langSet xml:lang="ru"><tig><term>водяной <hi>насос</hi></term></tig></langSet>
  </termEntry>
  <termEntry id="c2"/>
</body></text></martif>
"""
DCA = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:its="http://www.w3.org/2005/11/its">
<text><body><conceptEntry id="c1"><langSec xml:lang="en">
<termSec its:translate="no"><term>WaveForge</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min">
<text><body><conceptEntry id="c1"><min:subjectField>pumps</min:subjectField>
<langSec xml:lang="en"><termSec><term>pump</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>
"""


def test_tbx_version_2() -> None:
    termbase = Termbase.parse(V2, "ru", "en", path="t.tbx")
    assert texts(termbase) == [("pump", "squirter", "водяной насос")]
    assert termbase.entries[0].domain == "pumps"
    assert [term.status for term in termbase.entries[0].terms] == [
        TermStatus.PREFERRED,
        TermStatus.DEPRECATED,
        TermStatus.ADMITTED,
    ]
    assert len(termbase.notes) == 1
    assert "has no term" in termbase.notes[0]


def test_tbx_version_3() -> None:
    (entry,) = Termbase.parse(DCA, "en", "ru").entries
    assert not entry.translate
    assert entry.terms[0].status is TermStatus.ADMITTED
    (entry,) = Termbase.parse(DCT, "en", "ru").entries
    assert entry.domain == "pumps"
    assert entry.terms[0].status is TermStatus.DEPRECATED


def test_entities_of_a_hostile_file_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    hostile = V2.replace('SYSTEM "TBXBasiccoreStructV02.dtd"', f'[<!ENTITY x SYSTEM "{secret.as_uri()}">]')
    with pytest.raises(FormatError, match="declares the entity 'x'; entity declarations are refused"):
        Termbase.parse(hostile.replace("squirter", "s&x;"), "ru", "en")


@pytest.mark.parametrize("style", ["v2", "dca", "dct"])
def test_tbx_round_trip(style: TbxStyle) -> None:
    termbase = Termbase.parse(CSV, "ru", "en")
    again = Termbase.parse(to_tbx(termbase.entries, "en", style=style), "ru", "en")
    assert [(e.terms, e.domain, e.note, e.translate) for e in again.entries] == [
        (e.terms, e.domain, e.note, e.translate) for e in termbase.entries
    ]


def test_ids_become_unique_and_legal() -> None:
    termbase = Termbase.merge([Termbase.parse("id,ru,en\n1,насос,pump\n", "ru", "en")] * 2)
    assert [entry.id for entry in Termbase.parse(to_tbx(termbase.entries, "en"), "ru", "en").entries] == ["c1", "c1-2"]


def test_csv_round_trip() -> None:
    termbase = Termbase.parse(CSV, "ru", "en")
    again = Termbase.parse(to_csv(termbase.entries, "ru", "en"), "ru", "en")
    assert [(e.terms, e.domain, e.note, e.translate) for e in again.entries] == [
        (e.terms, e.domain, e.note, e.translate) for e in termbase.entries
    ]


def test_several_files_merge(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ru,en\nнасос,pump\n", encoding="utf-8")
    (tmp_path / "b.tbx").write_text(V2, encoding="utf-8")
    termbase = Termbase.read([tmp_path / "a.csv", tmp_path / "b.tbx"], "ru", "en")
    assert len(termbase.entries) == 2
    assert len(termbase.notes) == 1
    assert Termbase.merge([]).entries == ()


def test_termbases_travel_to_worker_processes() -> None:
    termbase = Termbase.parse(CSV, "ru", "en")
    again = pickle.loads(pickle.dumps(termbase))  # noqa: S301 -- our own bytes
    assert again.entries == termbase.entries
    assert [m.term.text for m in again.in_source(Analysis("Захвату конец.", "ru"))] == ["захват"]


def test_checks_of_a_termbase() -> None:
    termbase = Termbase.parse(
        "source,target,status\nнасос,pump,preferred\nНасос,Pump,preferred\nнасос,squirter,preferred\n"
        "насос,squirter,forbidden\nводяной насос,water lifter,preferred\nручной насос,hand pump,preferred\n",
        "ru",
        "en",
        path="t.csv",
    )
    remarks = list(check_termbase(termbase))
    assert [(remark.kind, remark.line) for remark in remarks] == [("duplicate", 3), ("conflict", 5), ("nested", 6)]
    assert "“Насос” – “Pump” stands also at t.csv:2" in remarks[0].message


def test_conflicting_entries_are_refused() -> None:
    table = "source,target,status\nпорт,port,preferred\nпорт,port,{}\n"
    refuse_conflicts(Termbase.parse(table.format("admitted"), "ru", "en", path="t.csv"))
    with pytest.raises(
        ConfigError, match=r"t\.csv:3: “порт” – “port” is forbidden here and preferred at t\.csv:2; keep"
    ):
        refuse_conflicts(Termbase.parse(table.format("forbidden"), "ru", "en", path="t.csv"))

"""Where each format says that findings do not count: beside a unit, and for the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.formats import read_bilingual, read_monolingual

if TYPE_CHECKING:
    from pathlib import Path

UNIT, WHOLE = "qa:ignore[accuracy] a reason", "qa:ignore-file[typography] another"
PAIR = "<source>Раз</source><target>One</target>"
XLIFF_1 = (
    '<xliff version="1.2"><file original="a" source-language="ru" target-language="en" datatype="plaintext">'
    f'<header><note>{WHOLE}</note></header><body><trans-unit id="1">{PAIR}<note>{UNIT}</note></trans-unit>'
    f'<group><note>{UNIT}</note><note>not for us</note><trans-unit id="2">{PAIR}</trans-unit></group>'
    f'<trans-unit id="3">{PAIR}</trans-unit></body></file>'
    '<file original="b" source-language="ru" target-language="en" datatype="plaintext"><body>'
    f'<trans-unit id="1">{PAIR}</trans-unit></body></file></xliff>'
)
SEGMENT = f"<segment>{PAIR}</segment>"
XLIFF_2 = (
    '<xliff version="2.0" srcLang="ru" trgLang="en"><file id="a">'
    f'<notes><note>{WHOLE}</note></notes><unit id="1"><notes><note>{UNIT}</note></notes>{SEGMENT}</unit>'
    f'<group id="g"><notes><note>{UNIT}</note><note>not for us</note></notes><unit id="2">{SEGMENT}</unit></group>'
    f'<unit id="3">{SEGMENT}</unit></file><file id="b"><unit id="1">{SEGMENT}</unit></file></xliff>'
)
TMX = (
    f'<tmx version="1.4"><header srclang="ru"><note>{WHOLE}</note></header><body><tu><note>{UNIT}</note>'
    '<tuv xml:lang="ru"><seg>Раз</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu></body></tmx>'
)
PO = (
    f'# {WHOLE}\nmsgid ""\nmsgstr "Language: en\\n"\n\n#{UNIT}\nmsgid "Раз"\nmsgstr "One"\n\n'
    'msgid "Два"\nmsgstr "Two"\n'
)


@pytest.mark.parametrize(
    ("name", "content"), [("a.xlf", XLIFF_1), ("a.xlf", XLIFF_2), ("a.tmx", TMX), ("a.po", PO)], ids=str
)
def test_a_header_speaks_for_the_whole_and_a_note_for_its_unit(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    first, *others = read_bilingual(tmp_path / name, source_language="ru", target_language="en")
    assert first.notes == (WHOLE,)
    assert first.units[0].notes == (UNIT,)
    assert all(document.notes == () for document in others)


@pytest.mark.parametrize("content", [XLIFF_1, XLIFF_2])
def test_a_note_on_a_group_speaks_for_its_units(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(content, encoding="utf-8")
    first, _ = read_bilingual(path, source_language=None, target_language=None)
    assert [unit.notes for unit in first.units] == [(UNIT,), (UNIT,), ()]


@pytest.mark.parametrize(
    ("cell", "notes"),
    [
        ("accuracy a reason", (UNIT,)),
        ("accuracy, style/calque", ("qa:ignore[accuracy, style/calque]",)),
        ("[accuracy] a reason", (UNIT,)),
        (WHOLE, (WHOLE,)),
        ("!?", ("qa:ignore[!?]",)),
        ("", ()),
        (" ", ()),
    ],
)
def test_a_column_names_rules_and_why(tmp_path: Path, cell: str, notes: tuple[str, ...]) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"source\ttarget\tqa_ignore\nРаз\tOne\t{cell}\n", encoding="utf-8")
    (document,) = read_bilingual(path, source_language="ru", target_language="en")
    assert document.units[0].notes == notes


@pytest.mark.parametrize(
    ("member", "notes"), [('"accuracy a reason"', (UNIT,)), (f'["accuracy a reason", "{WHOLE}"]', (UNIT, WHOLE))]
)
def test_a_member_names_rules_and_why(tmp_path: Path, member: str, notes: tuple[str, ...]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"source": "Раз", "target": "One", "note": "n", "qa_ignore": {member}}}\n', encoding="utf-8")
    (document,) = read_bilingual(path, source_language="ru", target_language="en")
    assert document.units[0].notes == ("n", *notes)


MARKDOWN = f"""\
# Schools

<!-- {UNIT} -->
Five schools have opened.
They are new. <!-- {WHOLE} -->

<!-- a comment -->
- One

<!-- {UNIT} -->

| a | b |
|---|---|
| c |   |

The end.

<!-- {UNIT}
over two lines -->
"""
HTML = (
    f"<h1>Schools</h1><!-- {UNIT} --><p>Five schools have opened.</p><p>One<!-- {WHOLE} --></p><p>End</p>"
    f"<script><!-- {UNIT} --></script><!-- {UNIT}\nover two lines -->"
)


def test_comments_of_markdown_stand_before_a_paragraph_or_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    document = read_monolingual(path, language="en")
    assert [segment.text[:4] for segment in document.paragraphs] == ["Scho", "Five", "One", "a", "b", "c", "The "]
    assert document.paragraph_notes == {1: (UNIT, WHOLE), 3: (UNIT,), 4: (UNIT,), 5: (UNIT,)}
    assert document.notes == (f"{UNIT} over two lines",)


def test_comments_of_hypertext_too(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML, encoding="utf-8")
    document = read_monolingual(path, language="en")
    assert document.paragraph_notes == {1: (UNIT,), 2: (WHOLE,)}
    assert document.notes == (f"{UNIT} over two lines",)

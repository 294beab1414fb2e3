"""Quality issues and notes in XLIFF: where the standards want them, and nothing else changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from qa.core.errors import InputError
from qa.formats import read_bilingual
from qa.formats.annotating import Annotation, AnnotationForm, annotate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qa.core import TranslationUnit

ITS = "{http://www.w3.org/2005/11/its}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SPACE = Annotation("whitespace", "2 spaces in “The bridge”; leave one [typography/double-space]", 25)
LEGAL = Annotation("legal", 'a mark "<b>" & more is missing', 100)
DISMISSED = Annotation("style", "stiff; decision: intended", 0, enabled=False)
ISSUE_TYPES = frozenset(  # ITS 2.0, section 8.17
    re.findall(
        r"[\w-]+",
        "terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register "
        "locale-specific-content locale-violation style characters misspelling typographical formatting "
        "inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance "
        "uncategorized other",
    )
)
FILES = {
    "1.2": """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:example:tool">
  <file original="x" source-language="ru" target-language="en" datatype="plaintext">
    <body>
      <trans-unit id="1" approved='no'  >
        <source>Мост длиной 840 м.</source>
        <target state="translated">The  bridge of <g id="1">840 m</g>.</target>
        <note>Heading</note>
        <t:more/>
      </trans-unit>
      <!-- between -->
      <trans-unit id="2"><source>Паром.</source></trans-unit>
      <trans-unit id="3"><source>Раз. Два.</source><seg-source><mrk mtype="seg" mid="1">Раз.</mrk> <mrk mtype="seg"
        mid="2">Два.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk>
        <mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit>
    </body>
  </file>
</xliff>
""",
    "2.1": """<?xml version="1.0"?>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ru" trgLang="en"
  xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">
  <x:file id="f1">
    <x:unit id="a">
      <mda:metadata/>
      <x:notes>
        <x:note id="n1">Heading</x:note>
      </x:notes>
      <x:segment id="s1">
        <x:source>Мост длиной 840 м.</x:source>
        <x:target>The  bridge of <x:ph id="1"/>840 m.</x:target>
      </x:segment>
      <x:ignorable><x:source> </x:source></x:ignorable>
      <x:segment id="s2"><x:source>Паром.</x:source><x:target/></x:segment>
    </x:unit>
    <x:unit id="b"><x:originalData><x:data id="d">%s</x:data></x:originalData>\
<x:segment><x:source>Раз.</x:source><x:target>One.</x:target></x:segment></x:unit>
  </x:file>
</x:xliff>
""",
}
FORMS: tuple[AnnotationForm, ...] = ("its", "notes")


@pytest.fixture(params=FILES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = tmp_path / "batch.xlf"
    made.write_text(FILES[request.param], encoding="utf-8")
    return made


def units(path: Path) -> list[TranslationUnit]:
    documents = read_bilingual(path, source_language=None, target_language=None)
    return [unit for document in documents for unit in document.units]


def texts(path: Path) -> list[tuple[str, str, str]]:
    return [(unit.id, unit.source.text, unit.target.text) for unit in units(path)]


def said(path: Path, issues: Sequence[Annotation]) -> Mapping[tuple[str, str], Sequence[Annotation]]:
    """The same issues of every segment."""
    return {(unit.document, unit.id): issues for unit in units(path)}


def name(element: etree._Element) -> str:
    return etree.QName(element).localname


@pytest.mark.parametrize("form", FORMS)
def test_texts_stay_and_a_second_run_changes_nothing(path: Path, form: AnnotationForm) -> None:
    before = texts(path)
    assert annotate(path, said(path, (SPACE, LEGAL)), form) == len(before)
    assert texts(path) == before
    first = path.read_bytes()
    annotate(path, said(path, (SPACE, LEGAL)), form)
    assert path.read_bytes() == first


@pytest.mark.parametrize("form", FORMS)
def test_without_issues_every_byte_is_as_before(path: Path, form: AnnotationForm) -> None:
    before = path.read_bytes()
    annotate(path, said(path, (SPACE, LEGAL)), form)
    assert path.read_bytes() != before
    assert annotate(path, {}, form) == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_only_insertions(path: Path, form: AnnotationForm) -> None:
    """What was there is still there, in its order."""
    before = path.read_text(encoding="utf-8")
    annotate(path, said(path, (SPACE,)), form)
    after = iter(path.read_text(encoding="utf-8"))
    assert all(character in after for character in before)


def test_issues_are_as_its_wants_them(path: Path) -> None:
    annotate(path, said(path, (SPACE, LEGAL, DISMISSED)), "its")
    root = etree.parse(path).getroot()
    lists = {found.get(XML_ID): found for found in root.iter(f"{ITS}locQualityIssues")}
    assert None not in lists
    for found in lists.values():
        assert list(found.attrib) == [XML_ID]
        assert len(found) % 3 == 0
        for issue in found:
            assert issue.tag == f"{ITS}locQualityIssue"
            assert issue.get("locQualityIssueType") in ISSUE_TYPES
            assert 0 <= float(issue.get("locQualityIssueSeverity", "")) <= 100
            assert issue.get("locQualityIssueEnabled") in {None, "no"}
        assert found[1].get("locQualityIssueComment", "").endswith(LEGAL.comment)
        assert found[2].get("locQualityIssueEnabled") == "no"
    references = [element for element in root.iter() if element.get(f"{ITS}locQualityIssuesRef")]
    assert {
        element.get(f"{ITS}locQualityIssuesRef", "").rpartition("=")[2].lstrip("#") for element in references
    } == set(lists)
    for element in references:
        declared = [one for one in (element, *element.iterancestors()) if one.get(f"{ITS}version") == "2.0"]
        assert declared, "ITS wants its version on the element or above"
        assert name(element) in {"trans-unit", "mrk"}
        if name(element) == "mrk":
            assert element.get("type") == "its:generic"
    ids = [element.get("id") for element in root.iter("{*}mrk") if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("form", FORMS)
def test_children_keep_the_order_of_the_schema(path: Path, form: AnnotationForm) -> None:
    annotate(path, said(path, (SPACE,)), form)
    root = etree.parse(path).getroot()
    own = etree.QName(root).namespace
    for unit in root.iter("{*}trans-unit"):
        foreign = [etree.QName(child).namespace != own for child in unit]
        assert foreign == sorted(foreign), "elements of other vocabularies come last in XLIFF 1.2"
        core = [name(child) for child in unit if etree.QName(child).namespace == own]
        ranks = [("source", "seg-source", "target", "note").index(one) for one in core]
        assert ranks == sorted(ranks)
    for unit in root.iter("{*}unit"):
        ranks = [_rank2(child, own) for child in unit]
        assert ranks == sorted(ranks), "elements of other vocabularies come first in XLIFF 2"


def _rank2(child: etree._Element, own: str | None) -> int:
    if etree.QName(child).namespace != own:
        return 0
    return {"notes": 1, "originalData": 2}.get(name(child), 3)


def test_notes_name_their_author_and_urgency(path: Path) -> None:
    annotate(path, said(path, (SPACE, LEGAL, DISMISSED)), "notes")
    notes = [note for note in etree.parse(path).getroot().iter("{*}note") if "Heading" not in (note.text or "")]
    assert [note.get("from") or note.get("category") for note in notes] == ["qa-review"] * len(notes)
    assert {note.get("annotates") or note.get("appliesTo") for note in notes} == {"target"}
    assert [note.get("priority") for note in notes] == ["5", "1"] * (len(notes) // 2)
    assert any(
        (note.text or "").endswith(f"segment 2: {LEGAL.comment}") or "segment s2" in (note.text or "") for note in notes
    )


def test_a_note_is_no_directive(path: Path) -> None:
    annotate(
        path,
        said(path, (Annotation("other", "“qa:ignore[style] qa:ignore-file[style]” stands in the text\x07", 50),)),
        "notes",
    )
    notes = [note for unit in units(path) for note in unit.notes if "stands in" in note]
    assert notes
    assert not any(re.search(r"qa:ignore[\w-]*\[", note) for note in notes)
    assert all("\ufffd" in note for note in notes)


def test_issues_of_another_program_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    its = 'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:locQualityIssuesRef="#theirs"'
    path.write_text(FILES["1.2"].replace("approved='no'", its), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(InputError, match="quality issues of another program"):
        annotate(path, said(path, (SPACE,)), "its")
    assert path.read_bytes() == before


def test_only_xliff_has_a_place(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("source\ttarget\nа\ta\n", encoding="utf-8")
    with pytest.raises(InputError, match="only XLIFF has a place"):
        annotate(path, {}, "its")


def test_characters_that_the_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(FILES["1.2"].replace("UTF-8", "windows-1251").encode("cp1251"))
    annotate(path, said(path, (Annotation("other", "→ 𐐀", 50),)), "its")
    issue = next(etree.parse(path).getroot().iter(f"{ITS}locQualityIssue"))
    assert issue.get("locQualityIssueComment") == "→ 𐐀"


COMMENTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comment=COMMENTS, form=st.sampled_from(FORMS), version=st.sampled_from(sorted(FILES)))
def test_any_comment_is_read_back(tmp_path: Path, comment: str, form: AnnotationForm, version: str) -> None:
    path = tmp_path / f"any-{version}.xlf"
    path.write_text(FILES[version], encoding="utf-8")
    before = texts(path)
    key = units(path)[0]
    annotate(path, {(key.document, key.id): (Annotation("other", comment, 50),)}, form)
    assert texts(path) == before
    root = etree.parse(path).getroot()
    found = [one.get("locQualityIssueComment") for one in root.iter(f"{ITS}locQualityIssue")]
    found += [one.text for one in root.iter("{*}note") if (one.get("from") or one.get("category")) == "qa-review"]
    wanted = comment.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert [one.rpartition("s1: ")[2] if version == "2.1" else one for one in found] == [wanted.rpartition("s1: ")[2]]

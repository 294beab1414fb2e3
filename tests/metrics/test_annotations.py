"""Annotations by people, in the formats that data sets come in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from qa.core.errors import EncodingError, FormatError, InputError, UsageError
from qa.core.finding import Finding, Severity, Suppression
from qa.core.span import Span
from qa.metrics.annotations import (
    AnnotatedSegment,
    annotation_format,
    annotation_formats,
    detect_annotations,
    read_annotations,
    write_annotations,
)
from qa.metrics.annotations.segment import ANNOTATION, IN_SOURCE, category_of, within

if TYPE_CHECKING:
    from pathlib import Path

TARGET = "The bridge was open in May."


def finding(severity: Severity, *spans: Span, category: str = "accuracy/mistranslation") -> Finding:
    return Finding(
        rule=ANNOTATION,
        category=category,
        severity=severity,
        message="marked",
        document="d1",
        unit="1",
        target_spans=spans,
    )


def segment(*findings: Finding, unit: str = "1") -> AnnotatedSegment:
    return AnnotatedSegment(
        document="d1", unit=unit, source="Мост открыли в мае.", target=TARGET, findings=findings, system="s", rater="r"
    )


def read(text: str, name: str, tmp_path: Path) -> list[AnnotatedSegment]:
    path = tmp_path / f"{name}.data"
    path.write_text(text, encoding="utf-8")
    found = detect_annotations(path)
    assert found is not None
    assert found.name == name
    return list(read_annotations(path))


def test_every_format_is_found_by_walking() -> None:
    assert list(annotation_formats()) == ["bio-mqm", "marot", "pearmut", "wmt-qe"]
    with pytest.raises(UsageError, match="no format of annotations is called 'marott'; did you mean 'marot'"):
        annotation_format("marott")


@pytest.mark.parametrize("name", ["bio-mqm", "marot", "pearmut", "wmt-qe"])
def test_what_was_written_is_read_again(name: str, tmp_path: Path) -> None:
    marked = segment(finding(Severity.MAJOR, Span(4, 10)), finding(Severity.MINOR, Span(15, 19)))
    path = tmp_path / "file"
    write_annotations(path, [marked, segment(unit="2")], name)
    found = detect_annotations(path)
    assert found is not None
    assert found.name == name
    first, second = read_annotations(path)
    assert [(f.severity, f.target_spans) for f in first.findings] == [
        ("major", (Span(4, 10),)),
        ("minor", (Span(15, 19),)),
    ]
    assert first.target == TARGET
    assert second.findings == ()
    if name != "wmt-qe":
        assert first.source == marked.source
        assert {f.category for f in first.findings} == {"accuracy/mistranslation"}


def bio_row(**error: object) -> str:
    full = {"term": "", "startIndex": 0, "endIndex": 0, "error_category": "Style", "error_subcategory": "Non_fluent"}
    row = {"source": "Мост открыли.", "target": TARGET, "SEG_ID": "7", "DOC_ID": "doc1", "Annotator_ID": "A\u00a0"}
    return json.dumps([{**row, "source_errors": [], "target_errors": [{**full, "severity": "Major", **error}]}])


def test_the_end_is_inclusive_and_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (found,) = read("\ufeff" + bio_row(term="bridge", startIndex=4, endIndex=9), "bio-mqm", tmp_path)
    assert found.rater == "A"
    assert found.findings[0].target_spans == (Span(4, 10),)
    assert found.findings[0].category == "style/non-fluent"


def test_the_term_decides_where_the_offsets_are_wrong(tmp_path: Path) -> None:
    (found,) = read(bio_row(term="open", startIndex=12, endIndex=15), "bio-mqm", tmp_path)
    assert found.findings[0].target_spans == (Span(15, 19),)
    (found,) = read(bio_row(term="tunnel", startIndex=4, endIndex=9), "bio-mqm", tmp_path)
    assert found.findings[0].target_spans == (Span(4, 10),)


def test_an_error_of_the_source_does_not_count(tmp_path: Path) -> None:
    row = json.loads(bio_row())
    row[0]["source_errors"], row[0]["target_errors"] = row[0]["target_errors"], []
    row[0]["source_errors"][0] |= {"term": "Мост", "endIndex": 3}
    (found,) = read(json.dumps(row), "bio-mqm", tmp_path)
    assert found.findings[0].suppressed is not None
    assert found.findings[0].source_spans == (Span(0, 4),)
    write_annotations(tmp_path / "again", [found], "bio-mqm")
    assert list(read_annotations(tmp_path / "again")) == [found]


MAROT = "s\td\t1\t1\tr1\tМост <v>открыли</v>.\t{target}\t{category}\t{severity}"


def marot(target: str, category: str = "Accuracy/Mistranslation", severity: str = "Major") -> str:
    header = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    return header + MAROT.format(target=target, category=category, severity=severity) + "\n"


def test_words_between_marks_are_spans_of_the_text_without_them(tmp_path: Path) -> None:
    (found,) = read(marot("The <v>bridge</v> was <v>open</v>."), "marot", tmp_path)
    assert found.source == "Мост открыли."
    assert found.target == "The bridge was open."
    assert found.findings[0].source_spans == (Span(5, 12),)
    assert found.findings[0].target_spans == (Span(4, 10), Span(15, 19))


def test_rows_of_one_rater_are_one_segment(tmp_path: Path) -> None:
    row = MAROT.format(target="A <v>b</v>", category="Fluency/Punctuation", severity="Minor")
    other = row.replace("r1", "r2")
    clean = MAROT.format(target="A b", category="No-error", severity="no-error").replace("r1", "r3")
    found = read(marot("<v>A</v> b") + f"{row}\n{other}\n{clean}", "marot", tmp_path)
    assert [(one.rater, len(one.findings)) for one in found] == [("r1", 2), ("r2", 1), ("r3", 0)]


def test_a_non_translation_keeps_its_spelling(tmp_path: Path) -> None:
    (found,) = read(marot("<v>A b</v>", "Non-translation!"), "marot", tmp_path)
    assert found.findings[0].category == "non-translation"
    assert "\tNon-translation!\t" in annotation_format("marot").write([found])


def test_wmt_submissions_open_with_three_numbers(tmp_path: Path) -> None:
    lines = [
        "1024",
        "2048",
        "1",
        "he-en\tm\t0\tNo error here\t-1\t-1\tno-error",
        "he-en\tm\t1\tA bad word\t2 0\t5 0\tmajor minor",
    ]
    clean, marked = read("\n".join(lines), "wmt-qe", tmp_path)
    assert clean.findings == ()
    assert [(f.severity, f.target_spans) for f in marked.findings] == [("major", (Span(2, 5),)), ("minor", ())]


PEARMUT = {
    "annotation": [
        {
            "A": {
                "score": 70,
                "error_spans": [{"start_i": 4, "end_i": 9, "severity": "major", "category": "Accuracy/Omission"}],
            }
        }
    ],
    "item": [{"item_id": "x_1", "src": "Мост открыли.", "tgt": {"A": TARGET}}],
    "user_id": "calm-otter-1",
    "item_i": 3,
}


def test_what_annotators_did_in_pearmut_is_read(tmp_path: Path) -> None:
    (found,) = read(json.dumps(PEARMUT) + "\n", "pearmut", tmp_path)
    assert (found.system, found.rater, found.document, found.unit) == ("A", "calm-otter-1", "3", "x_1")
    assert found.findings[0].target_spans == (Span(4, 10),)
    assert found.findings[0].category == "accuracy/omission"


def test_campaigns_hold_inclusive_ends_and_places_behind_the_text(tmp_path: Path) -> None:
    missing = finding(Severity.CRITICAL, category="accuracy/omission")
    write_annotations(tmp_path / "c.json", [segment(finding(Severity.MINOR, Span(4, 10)), missing)], "pearmut")
    campaign = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    spans = campaign["data"][0][0]["error_spans"]["s"]
    assert [(span["start_i"], span["end_i"]) for span in spans] == [(4, 9), (len(TARGET), len(TARGET))]
    (found,) = read_annotations(tmp_path / "c.json")
    assert found.findings[1].target_spans == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("bio-mqm", '[{"SEG_ID": 5, "target_errors": []}]', "is no list of annotated segments"),
        ("bio-mqm", bio_row(severity="Grave"), "'Grave' is no severity; write neutral, minor, major, critical"),
        ("marot", "system\tdoc\na\tb", ":2: has 2 columns, and 9 are needed"),
        ("marot", marot("a <v>b"), ":2: has <v> and </v> that are no pairs"),
        ("marot", marot("a </v>b<v>"), ":2: has <v> and </v> that are no pairs"),
        ("wmt-qe", "a\tb\t0\tc\t1 2\t3\tmajor", ":1: has 2 starts, 1 ends and 1 types"),
        ("wmt-qe", "1\n2\n3\na\tb", ":4: has 2 columns, and 7 are needed"),
        ("pearmut", '{"campaign_id": "x"}', "is neither a campaign nor annotations of Pearmut"),
        ("pearmut", json.dumps({**PEARMUT, "annotation": []}), "has 1 items and 0 annotations"),
        ("pearmut", json.dumps({**PEARMUT, "annotation": [{"B": {}}]}), "has an annotation of 'B'"),
        ("marot", "system\tdoc\n", "holds no annotated segment"),
    ],
)
def test_broken_files_are_told_in_one_sentence(name: str, text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        read_annotations(path, name)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_of_another_kind_are_not_taken_for_annotations(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Just a line.\nAnd another.\n", encoding="utf-8")
    assert detect_annotations(path) is None
    assert detect_annotations(tmp_path / "none") is None
    with pytest.raises(FormatError, match="holds no annotations in a known format"):
        read_annotations(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_annotations(tmp_path / "none", "marot")
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(EncodingError, match="is not UTF-8"):
        read_annotations(path, "marot")


def test_ranges_are_cut_to_the_text() -> None:
    assert within(-1, 3, "abcde") == (Span(0, 3),)
    assert within(5, 6, "abcde") == ()
    assert category_of("Linguistic conventions/Punctuation!") == "linguistic-conventions/punctuation"


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="<>"), min_size=1, max_size=40
    ),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_spans_survive_the_marks_of_marot(text: str, places: list[tuple[int, int]]) -> None:
    spans, free = [], 0
    for start, length in sorted(places):
        found = within(max(start, free), max(start, free) + length, text)
        spans += found
        free = found[0].end if found else free
    marked = AnnotatedSegment(
        document="d", unit="1", source="s", target=text, findings=(finding(Severity.MAJOR, *spans),) if spans else ()
    )
    form = annotation_format("marot")
    (back,) = form.read(form.write([marked]), "memory")
    assert back.target == text
    assert [list(f.target_spans) for f in back.findings] == ([spans] if spans else [])


@pytest.mark.parametrize("name", ["bio-mqm", "marot"])
def test_errors_of_the_source_stay_apart_and_what_does_not_count_is_left_out(name: str, tmp_path: Path) -> None:
    own = finding(Severity.MINOR, Span(4, 10))
    in_source = Finding(
        rule=ANNOTATION,
        category="linguistic-conventions/spelling",
        severity=Severity.MAJOR,
        message="marked: “Мост”",
        document="d1",
        unit="1",
        source_spans=(Span(0, 4),),
        suppressed=IN_SOURCE,
    )
    known = structs.replace(finding(Severity.MAJOR, Span(0, 3)), suppressed=Suppression("baseline"))
    (found,) = read(annotation_format(name).write([segment(own, in_source, known)]), name, tmp_path)
    kept = [(one.category, one.severity, one.source_spans, one.suppressed) for one in found.findings]
    assert kept == [
        ("accuracy/mistranslation", "minor", (), None),
        ("linguistic-conventions/spelling", "major", (Span(0, 4),), IN_SOURCE),
    ]

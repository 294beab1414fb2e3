"""The demonstration corpora say the truth about themselves: offsets, alignments, sentences, terms and tables."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
CORPORA = ROOT / "corpora"
NAMES = ("finance", "interface", "news")
PROSE = {"news": "ru", "finance": "de"}
TEXTS = [(name, text) for name, source in PROSE.items() for text in (source, "en.clean", "en.draft")]
BEADS = [(name, beads) for name in PROSE for beads in ("gold.beads", "gold.draft.beads")]
FIELDS = {"id", "text", "kind", "rules", "severity", "fix", "note", "file"}
SEVERITIES = {"neutral", "minor", "major", "critical"}


class GoldBead(NamedTuple):
    """Sentence numbers of both sides."""

    source: list[int]
    target: list[int]


def read(*parts: str) -> str:
    return CORPORA.joinpath(*parts).read_bytes().decode("utf-8")


def expected(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(name, "expected.jsonl").splitlines()]


def sentences(name: str, text: str) -> list[str]:
    return read(name, f"{text}.sentences.txt").removesuffix("\n").split("\n")


def gold(name: str, file: str) -> list[GoldBead]:
    lines = (line.partition(":") for line in read(name, file).splitlines())
    return [GoldBead(json.loads(source), json.loads(target)) for source, _, target in lines]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_error_has_the_same_fields_and_an_id_of_its_own(name: str) -> None:
    errors = expected(name)
    place = {"unit"} if name == "interface" else {"start", "end"}
    assert {frozenset(error) for error in errors} == {frozenset(FIELDS | place)}
    assert len({error["id"] for error in errors}) == len(errors)
    assert {error["severity"] for error in errors} <= SEVERITIES


@pytest.mark.parametrize("name", NAMES)
def test_acceptable_rules_belong_to_groups_that_exist(name: str) -> None:
    groups = {path.name for path in (ROOT / "qa" / "rules").iterdir() if path.is_dir()}
    for error in expected(name):
        assert error["rules"], error["id"]
        for rule in error["rules"]:
            assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule), rule
            assert rule.partition("/")[0] in groups, rule


@pytest.mark.parametrize("name", PROSE)
def test_offsets_point_at_the_text_they_quote(name: str) -> None:
    for error in expected(name):
        assert read(name, error["file"])[error["start"] : error["end"]] == error["text"], error["id"]
        assert error["text"] != error["fix"], error["id"]


@pytest.mark.parametrize("name", PROSE)
def test_errors_do_not_overlap(name: str) -> None:
    places = sorted((error["file"], error["start"], error["end"]) for error in expected(name))
    for before, after in pairwise(places):
        assert before[0] != after[0] or before[2] <= after[1], (before, after)


@pytest.mark.parametrize("name", PROSE)
def test_the_draft_with_every_fix_is_the_clean_text(name: str) -> None:
    draft, clean = read(name, "en.draft.txt"), read(name, "en.clean.txt")
    for error in sorted(expected(name), key=lambda error: -error["start"]):
        if error["file"] == "en.draft.txt":
            draft = draft[: error["start"]] + error["fix"] + draft[error["end"] :]
        else:
            assert clean.count(error["fix"]) == 1, error["id"]
            clean = clean.replace(error["fix"], "")
    assert squeezed(draft) == squeezed(clean)


def test_the_news_draft_has_many_errors_of_many_kinds() -> None:
    kinds = Counter(error["kind"] for error in expected("news"))
    assert kinds.total() >= 35
    assert len(kinds) >= 20


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_sentences_join_up_to_the_text(name: str, text: str) -> None:
    whole, position = read(name, f"{text}.txt"), 0
    for sentence in sentences(name, text):
        assert sentence == sentence.strip() != ""
        start = whole.index(sentence, position)
        assert not whole[position:start].strip(), sentence
        position = start + len(sentence)
    assert not whole[position:].strip()


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_no_sentence_runs_over_a_paragraph(name: str, text: str) -> None:
    paragraphs = read(name, f"{text}.txt").splitlines()
    assert all(any(sentence in paragraph for paragraph in paragraphs) for sentence in sentences(name, text))


@pytest.mark.parametrize(("name", "file"), BEADS)
def test_beads_hold_every_sentence_once_in_order(name: str, file: str) -> None:
    beads = gold(name, file)
    target = "en.draft" if "draft" in file else "en.clean"
    assert [i for bead in beads for i in bead.source] == list(range(len(sentences(name, PROSE[name]))))
    assert [i for bead in beads for i in bead.target] == list(range(len(sentences(name, target))))
    shapes = Counter((len(bead.source), len(bead.target)) for bead in beads)
    assert shapes[1, 2]
    assert shapes[2, 1]
    assert not shapes[0, 0]


@pytest.mark.parametrize("name", PROSE)
def test_empty_beads_of_the_draft_are_the_planted_omissions_and_additions(name: str) -> None:
    beads, source, draft = gold(name, "gold.draft.beads"), sentences(name, PROSE[name]), sentences(name, "en.draft")
    errors = expected(name)
    omitted = {error["text"] for error in errors if error["kind"] == "sentence-omitted"}
    added = {error["text"] for error in errors if error["kind"] == "sentence-added"}
    assert {source[i] for bead in beads if not bead.target for i in bead.source} == omitted
    assert {draft[i] for bead in beads if not bead.source for i in bead.target} == added
    assert all(bead.source and bead.target for bead in gold(name, "gold.beads"))


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_lists_every_error(name: str) -> None:
    page = read(name, "README.md")
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    for error in expected(name):
        own = [row for row in rows if re.search(rf"\b{error['id']}\b", row.split("|")[1])]
        assert len(own) == 1, error["id"]
        assert all(f" {error[field]} " in own[0] for field in ("kind", "severity")), error["id"]
        assert f"`{error['rules'][0]}`" in own[0], error["id"]


def test_the_front_page_counts_right() -> None:
    page = read("README.md")
    for name, count in (("news", 53), ("interface", 26), ("finance", 20)):
        assert len(expected(name)) == count
        shown = f"{count // 2} in each file" if name == "interface" else str(count)
        assert re.search(rf"^\| \[`{name}`\].*\| {shown} \|$", page, re.MULTILINE), name
    sample = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert sample is not None
    assert json.loads(sample[1]) in expected("news")


@pytest.mark.parametrize("name", PROSE)
def test_preferred_terms_are_used_in_the_clean_text_and_the_others_are_not(name: str) -> None:
    clean = read(name, "en.clean.txt").lower()
    rows = list(csv.DictReader(read(name, "termbase.csv").splitlines()))
    assert set(rows[0]) == {"source", "target", "status", "note"}
    assert {row["status"] for row in rows} == {"preferred", "admitted", "deprecated", "forbidden"}
    for row in rows:
        if row["status"] == "preferred":
            assert row["target"].lower() in clean, row
        elif row["status"] != "admitted":
            assert row["target"].lower() not in clean, row


def test_the_tbx_file_has_the_entries_of_the_csv_file() -> None:
    namespaces = {"t": "urn:iso:std:iso:30042:ed-2", "min": "http://www.tbxinfo.net/ns/min"}
    statuses = {"preferredTerm": "preferred", "admittedTerm": "admitted", "deprecatedTerm": "deprecated"}
    tree = etree.parse(CORPORA / "news" / "termbase.tbx")
    found = []
    for entry in tree.iterfind(".//t:conceptEntry", namespaces):
        source = entry.findtext("t:langSec[1]/t:termSec/t:term", namespaces=namespaces)
        for section in entry.iterfind("t:langSec[2]/t:termSec", namespaces):
            status = str(section.findtext("min:administrativeStatus", namespaces=namespaces)).removesuffix("-admn-sts")
            target = section.findtext("t:term", namespaces=namespaces)
            found.append((source, target, statuses[status], section.findtext("t:note", "", namespaces)))
    rows = csv.DictReader(read("news", "termbase.csv").splitlines())
    one_status = {"forbidden": "deprecated"}
    assert found == [
        (row["source"], row["target"], one_status.get(row["status"], row["status"]), row["note"]) for row in rows
    ]


def test_companions_name_organisations_that_the_report_speaks_of() -> None:
    companions = tomllib.loads(read("news", "companions.toml"))
    clean = read("news", "en.clean.txt")
    for entity in companions["entity"]:
        assert any(name in clean for name in entity["names"]["en"])
        assert entity["class"] in companions["class"]
    mark = companions["class"]["terrorist"]["en"]["preferred"]
    assert clean.count(f"Black Tide ({mark})") == clean.count(mark) == read("news", "ru.txt").count("запрещена в РФ")

"""Companions files: read strictly, names found, dates respected."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

from qa.core.errors import ConfigError, InputError
from qa.core.finding import Severity
from qa.core.terminology import CompanionScope, Place
from qa.terms.companions import Companions
from qa.text.analysis import Analysis

SAMPLES = sorted((Path(__file__).parents[2] / "corpora" / "companions").glob("*.toml"))
FILE = """
[class.listed]
scope = "paragraph"
severity = "minor"
[class.listed.en]
preferred = "banned in Norland"
accepted = ["outlawed in Norland"]

[[entity]]
id = "alpha"
class = "listed"
since = 2010-01-01
until = 2020-01-01
names.en = ["Alpha", "Alpha Group"]
names.ru = ["Альфа"]
exclude = ["Alpha Centauri"]

[[entity]]
id = "alpha-now"
class = "listed"
since = "2020-01-01"
names = { en = ["Alpha"] }
scope = "every-mention"
case-sensitive = true
place = "attached"
en = { preferred = "still banned" }
"""


def names(text: str, companions: Companions, date: dt.date | None = None) -> list[tuple[str, str]]:
    matches = companions.names(Analysis(text, "en"))
    return [(match.span.of(text), match.entity(date).id) for match in matches]


def test_a_file_is_read() -> None:
    first, second = Companions.parse(FILE, "c.toml").entities
    assert first.companion.scope is CompanionScope.PARAGRAPH
    assert first.companion.severity is Severity.MINOR
    assert first.companion.wordings["en"].all == ("banned in Norland", "outlawed in Norland")
    assert first.since == dt.date(2010, 1, 1)
    assert (first.path, first.line) == ("c.toml", 9)
    assert second.companion.scope is CompanionScope.EVERY_MENTION
    assert second.companion.place is Place.ATTACHED
    assert second.companion.wordings["en"].preferred == "still banned"
    assert second.since == dt.date(2020, 1, 1)


def test_names_are_found_with_the_entity_of_the_date() -> None:
    companions = Companions.parse(FILE)
    assert names("Alpha and Alpha Group, no Alpha Centauri, no Alpha-like.", companions, dt.date(2015, 1, 1)) == [
        ("Alpha", "alpha"),
        ("Alpha Group", "alpha"),
    ]
    assert names("Alpha", companions, dt.date(2021, 1, 1)) == [("Alpha", "alpha-now")]
    assert names("Alpha", companions) == [("Alpha", "alpha-now")], "without a date, today"


@pytest.mark.parametrize(
    "text", ["https://x.net/Alpha", "www.Alpha.net", "me@Alpha", "@Alpha", "Alpha.com", "Alpha.co.nl/x"]
)
def test_addresses_hold_no_names(text: str) -> None:
    assert names(f"See {text} for more.", Companions.parse(FILE)) == []


@pytest.mark.parametrize("text", ["Alpha.", "Alpha/Beta", "Alpha.\u00a0Then", "(Alpha)", "Alpha…", "Alpha.Then"])
def test_marks_beside_a_name_make_no_address(text: str) -> None:
    assert len(names(f"See {text}", Companions.parse(FILE))) == 1


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2009-12-31", False), ("2010-01-01", True), ("2019-12-31", True), ("2020-01-01", False), ("", False)],
)
def test_dates_are_half_open(date: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    entity = Companions.parse(FILE).entities[0]
    assert entity.in_force(dt.date.fromisoformat(date) if date else None) is expected


def test_wordings_are_found_in_any_form() -> None:
    companions = Companions.parse(
        '[class.x.ru]\npreferred = "запрещена в РФ"\n[[entity]]\nid = "a"\nclass = "x"\nnames.ru = ["А"]\n'
    )
    matches = companions.wordings(Analysis("Движение запрещено в РФ.", "ru"))
    assert [match.wording for match in matches] == ["запрещена в РФ"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("[class.listed]", "[class.listed"), "no valid TOML: .*line 2"),
        (('scope = "paragraph"', 'scope = "page"'), r"c\.toml:3: class “listed”: “page” is no scope"),
        (('severity = "minor"', "severity = 3"), r"c\.toml:4: class “listed”: “3” is no severity"),
        (('severity = "minor"', 'severty = "minor"'), r"c\.toml:4: .*“severty” is not known; did you mean “severity”"),
        (('preferred = "banned in Norland"', 'preferred = " "'), r"c\.toml:6: .*“en.preferred” must be a text"),
        (('accepted = ["outlawed in Norland"]', 'accepted = [""]'), r"c\.toml:7: .*“accepted” must be a list"),
        (('accepted = ["outlawed', 'acepted = ["outlawed'), r"c\.toml:7: .*“en.acepted” is not known"),
        (('id = "alpha"\n', ""), r"c\.toml:9: entity “1”: “id” must be a text"),
        (('class = "listed"\nsince = 2010', 'class = "lsted"\nsince = 2010'), r"c\.toml:11: .*“lsted” is not defined"),
        (("since = 2010-01-01", "since = 2010-02-30"), "no valid TOML"),
        (('since = "2020-01-01"', 'since = "2020-02-30"'), r"c\.toml:21: .*“2020-02-30” is no date"),
        (('since = "2020-01-01"', 'since = "soon"'), r"c\.toml:21: .*“soon” is no date"),
        (("since = 2010-01-01", "since = 2020-01-01"), r"c\.toml:13: .*“until” \(2020-01-01\) must be after"),
        (('names.en = ["Alpha", "Alpha Group"]', 'names.en = [""]'), r"c\.toml:14: .*none of them empty"),
        (('names = { en = ["Alpha"] }', "names = {}"), r"c\.toml:\d+: .*no name in any language"),
        (('names = { en = ["Alpha"] }', 'names = ["Alpha"]'), r"c\.toml:22: .*“names” must be a table"),
        (('names = { en = ["Alpha"] }', 'names = { English = ["Alpha"] }'), r"“names.English” is no language"),
        (("case-sensitive = true", 'case-sensitive = "yes"'), r"c\.toml:24: .*must be true or false"),
        (("case-sensitive = true", "colour = true"), r"c\.toml:24: .*“colour” is not known; write one of"),
        (("[[entity]]\nid", "[[entities]]\nid"), "the key “entities” is not known"),
        (('[class.listed.en]\npreferred = "banned in Norland"', "[class.listed.en]"), "preferred"),
        (('since = "2020-01-01"', 'since = "2019-01-01"'), r"c\.toml:18: “alpha” names “alpha” and “alpha-now” at"),
        (('id = "alpha-now"', 'id = "alpha"'), ""),
    ],
)
def test_slips_are_told_with_their_line(change: tuple[str, str], words: str) -> None:
    text = FILE.replace(*change, 1)
    assert text != FILE
    if not words:
        Companions.parse(text)  # one id, two spans of time
        return
    with pytest.raises(ConfigError, match=words):
        Companions.parse(text, "c.toml")


def test_a_class_without_wordings_is_a_slip() -> None:
    with pytest.raises(ConfigError, match="no language has a wording"):
        Companions.parse('[class.x]\nscope = "section"\n')


@pytest.mark.parametrize("text", ["class = 1", "entity = 1", "[entity]\nid = 1", 'class = { x = "y" }', "entity = [1]"])
def test_shapes_that_are_no_tables(text: str) -> None:
    with pytest.raises(ConfigError):
        Companions.parse(text)


def test_an_id_used_twice_is_a_conflict() -> None:
    entry = '[[entity]]\nid = "a"\nclass = "x"\nnames.en = ["{}"]\n'
    with pytest.raises(ConfigError, match="the id “a” is used twice, see c:3"):
        Companions.parse('[class.x.en]\npreferred = "y"\n' + entry.format("One") + entry.format("Two"), "c")


def test_files_are_read_and_merged(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(FILE, encoding="utf-8")
    two.write_text('[class.y.en]\npreferred = "®"\n[[entity]]\nid = "b"\nclass = "y"\nnames.en = ["Beta"]\n', "utf-8")
    assert len(Companions.read([one, two]).entities) == 3
    assert len(Companions.read(one).entities) == 2
    with pytest.raises(InputError, match="cannot be read"):
        Companions.read(tmp_path / "none.toml")
    two.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is not UTF-8"):
        Companions.read(two)


def test_companions_travel_to_worker_processes() -> None:
    again = pickle.loads(pickle.dumps(Companions.parse(FILE)))  # noqa: S301 -- our own bytes
    assert names("Alpha", again, dt.date(2015, 1, 1)) == [("Alpha", "alpha")]


def test_kinds_of_mark_that_a_class_asks_for() -> None:
    companions = Companions.parse(FILE.replace("banned in Norland", "recognised as extremist in Norland"))
    assert companions.kinds("listed", "en") == {"extremist", "ban"}
    assert companions.kinds("listed", "ja") == frozenset()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_valid(path: Path) -> None:
    assert Companions.read(path).entities


def test_the_samples_go_together() -> None:
    assert len(Companions.read(SAMPLES).entities) > 20


def test_a_class_that_two_files_define_in_two_ways_is_refused(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.toml", "b.toml", "c.toml"))
    first.write_text('[class.x.en]\npreferred = "banned in Norland"\n', encoding="utf-8")
    second.write_text('\n[class.x.en]\npreferred = "outlawed in Norland"\n', encoding="utf-8")
    third.write_text('# as in a.toml\n[class.x.en]\npreferred = "banned in Norland"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"b\.toml:2: class “x” says otherwise than at .*a\.toml:1; rename one"):
        Companions.read([first, second])
    assert len(Companions.read([first, third]).classes) == 1

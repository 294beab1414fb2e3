from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.core import ConfigError
from qa.segment.rules import Rule
from qa.segment.srx import parse_srx, read_srx

if TYPE_CHECKING:
    from pathlib import Path

RULES = r"""
    <languagerule languagerulename="Own">
      <rule break="no"><beforebreak>\bapprox\.</beforebreak><afterbreak>\s</afterbreak></rule>
    </languagerule>
    <languagerule languagerulename="All">
      <rule><beforebreak>\x{2E}</beforebreak></rule>
    </languagerule>"""
MAPS = """
    <languagemap languagepattern="EN.*" languagerulename="Own"/>
    <languagemap languagepattern=".*" languagerulename="All"/>"""


def srx(rules: str = RULES, maps: str = MAPS, header: str = '<header segmentsubflows="yes" cascade="yes"/>') -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
{header}
<body><languagerules>{rules}</languagerules><maprules>{maps}</maprules></body>
</srx>""".encode()


def test_rules_come_with_their_lines() -> None:
    rules = parse_srx(srx(), "r.srx").rules_for("en-GB")
    assert rules == (
        Rule(breaks=False, before=r"\bapprox\.", after=r"\s", line=6),
        Rule(breaks=True, before=r"\x{2E}", after="", line=9),
    )


def test_without_cascade_the_first_map_alone_counts() -> None:
    header = '<header segmentsubflows="yes" cascade="no"/>'
    assert len(parse_srx(srx(header=header), "r.srx").rules_for("en")) == 1


def test_maps_look_at_the_whole_language_tag_in_any_case() -> None:
    rules = parse_srx(srx(), "r.srx")
    assert [len(rules.rules_for(language)) for language in ("EN-us", "den", "ru")] == [2, 1, 1]


def test_format_handles_override_the_defaults() -> None:
    header = '<header segmentsubflows="yes" cascade="yes"><formathandle type="start" include="yes"/></header>'
    assert parse_srx(srx(header=header), "r.srx").include == {"start": True, "end": True, "isolated": True}


def test_version_1_without_name_space_and_with_grouped_maps() -> None:
    content = b"""<srx version="1.0"><header segmentsubflows="yes"/><body>
      <languagerules><languagerule languagerulename="D"><rule break="yes"><beforebreak>!</beforebreak></rule>
      </languagerule></languagerules>
      <maprules><maprule maprulename="m"><languagemap languagepattern=".*" languagerulename="D"/></maprule></maprules>
      </body></srx>"""
    rules = parse_srx(content, "r.srx")
    assert not rules.cascade
    assert [rule.before for rule in rules.rules_for("de")] == ["!"]


def test_what_other_name_spaces_add_is_passed_over() -> None:
    header = (
        '<header segmentsubflows="yes" cascade="yes">'
        '<o:options xmlns:o="urn:other" oneSegmentIncludesAll="no"><o:deep/></o:options></header>'
    )
    assert len(parse_srx(srx(header=header), "r.srx").rules_for("en")) == 2


def test_other_encodings_are_read() -> None:
    content = srx(rules=RULES.replace("approx", "прим")).decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")
    assert parse_srx(content, "r.srx").rules_for("en")[0].before == r"\bприм\."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</srx>", "", r"r\.srx:13: the file is no well-formed XML \("),
        (r"\bapprox\.", "(approx", r"r\.srx:6: the pattern “\(approx” is no regular expression of ICU \("),
        (r"\bapprox\.", r"(a)\1", r"r\.srx:6: the pattern .*\(back references"),
        (r"\x{2E}", r"\x{FFFFFFFF}", r"r\.srx:9: the pattern"),
        ('"EN.*"', '"EN[*"', r"r\.srx:11: the pattern “EN\[\*”"),
        ('break="no"', 'break="never"', r"r\.srx:6: <rule> says break=“never”; write “yes” or “no”"),
        ('version="2.0"', 'version="3.0"', r"r\.srx:2: SRX version “3\.0” is not known"),
        ('cascade="yes"', 'cascade="1"', r"r\.srx:3: <header> says cascade=“1”"),
        ('"All"/>', '"Any"/>', r"r\.srx:12: no <languagerule> is called “Any”"),
        ('languagepattern=".*" ', "", r"r\.srx:12: <languagemap> lacks the attribute languagepattern"),
        ('languagerulename="All">', 'languagerulename="Own">', r"r\.srx:8: a second <languagerule> is called “Own”"),
        ("<rule>", "<rule><note/>", r"r\.srx:9: <note> cannot stand inside <rule>"),
        ("<srx ", "<tmx ", r"r\.srx:13: the file is no well-formed XML"),
        (
            "<header ",
            '<header><formathandle type="both" include="yes"/></header><header ',
            r"r\.srx:3: .* the type “both”",
        ),
        (
            "<header ",
            '<header><formathandle type="end"/></header><header ',
            r"r\.srx:3: <formathandle> says include=“”",
        ),
        ("<srx ", '<!DOCTYPE srx [<!ENTITY a "b">]><srx ', r"r\.srx:2: the file declares the entity “a”"),
    ],
)
def test_a_broken_file_says_where_and_what(old: str, new: str, message: str) -> None:
    content = srx().decode()
    assert old in content
    with pytest.raises(ConfigError, match=message):
        parse_srx(content.replace(old, new, 1).encode(), "r.srx")


@pytest.mark.parametrize("content", [b"<tmx version='1.4'/>", b"<srx xmlns='urn:other' version='2.0'/>"])
def test_another_kind_of_file_is_refused(content: bytes) -> None:
    with pytest.raises(ConfigError, match=r"r\.srx:1: .* is not the root of a file of segmentation rules"):
        parse_srx(content, "r.srx")


def test_a_language_without_a_map_is_an_error() -> None:
    rules = parse_srx(srx(maps='<languagemap languagepattern="fr" languagerulename="All"/>'), "r.srx")
    with pytest.raises(ConfigError, match="no <languagemap> fits the language “ru”"):
        rules.rules_for("ru")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.srx: the segmentation rules cannot be read"):
        read_srx(tmp_path / "none.srx")

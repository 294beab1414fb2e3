"""The XLIFF files of the interface corpus are sound, alike, and wrong only where they are meant to be."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[2] / "corpora" / "interface"
FILES = ("app.en-ru.xlf", "app.en-ru.v2.xlf")
CODE = re.compile(r"\{\{?\w+\}?\}|%\d\$[ds]|%[ds]")
SLR = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"


class Unit(NamedTuple):
    """A unit as a reader of either version sees it."""

    source: str
    target: str
    codes: tuple[Counter[str], Counter[str]]
    limit: int
    translate: bool


def plain(element: etree._Element) -> str:
    """The text outside native codes."""
    native = etree.QName(element).namespace == "urn:oasis:names:tc:xliff:document:1.2"
    return (element.text or "") + "".join(
        ("" if native and etree.QName(child).localname == "ph" else plain(child)) + (child.tail or "")
        for child in element
    )


def inline(element: etree._Element) -> Counter[str]:
    return Counter(f"{etree.QName(child).localname} {child.get('id')}" for child in element.iterdescendants())


def units(file: str) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for element in etree.parse(FOLDER / file).iterfind(".//{*}source/.."):
        unit = element if element.get("id") else element.getparent()
        source, target = element.find("{*}source"), element.find("{*}target")
        assert unit is not None
        assert source is not None
        assert target is not None
        key = str(unit.get("id"))
        assert key not in found, key
        found[key] = Unit(
            plain(source),
            plain(target),
            (inline(source), inline(target)),
            int(unit.get("maxwidth") or unit.get(SLR) or 0),
            unit.get("translate") != "no",
        )
    return found


def errors(file: str) -> dict[str, dict[str, Any]]:
    lines = (FOLDER / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return {error["unit"]: error for error in map(json.loads, lines) if error["file"] == file}


def test_both_versions_hold_the_same_texts() -> None:
    old, new = (units(file) for file in FILES)
    assert {key: unit[:2] + unit[3:] for key, unit in old.items()} == {
        key: unit[:2] + unit[3:] for key, unit in new.items()
    }
    assert len(old) >= 60


def test_both_versions_have_the_same_errors() -> None:
    old, new = ({key: (e["kind"], e["text"], e["fix"]) for key, e in errors(file).items()} for file in FILES)
    assert old == new
    assert len(old) >= 12


@pytest.mark.parametrize("file", FILES)
def test_every_error_names_a_unit_and_quotes_its_target(file: str) -> None:
    known = units(file)
    for key, error in errors(file).items():
        assert error["text"] in known[key].target
        assert error["fix"] != known[key].target or error["kind"] == "tag-lost"


@pytest.mark.parametrize("file", FILES)
def test_units_without_a_planted_error_are_sound(file: str) -> None:
    planted = errors(file)
    for key, unit in units(file).items():
        if key in planted:
            continue
        assert unit.target, key
        assert unit.codes[0] == unit.codes[1], key
        assert Counter(CODE.findall(unit.source)) == Counter(CODE.findall(unit.target)), key
        assert not unit.limit or len(unit.target) <= unit.limit, key
        assert unit.source[-1:] in "?!.)" or unit.target[-1:] not in "?!.", key


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("kind", "broken"),
    [
        ("length", lambda unit: len(unit.target) > unit.limit > 0),
        ("missing-placeholder", lambda unit: CODE.findall(unit.source) and not CODE.findall(unit.target)),
        ("tag-lost", lambda unit: unit.codes[0] and not unit.codes[1]),
        ("empty-target", lambda unit: not unit.target),
        ("untranslated", lambda unit: unit.source == unit.target and unit.translate),
    ],
)
def test_a_planted_error_is_really_there(file: str, kind: str, broken: Callable[[Unit], object]) -> None:
    known = units(file)
    keys = [key for key, error in errors(file).items() if error["kind"] == kind]
    assert keys
    assert all(broken(known[key]) for key in keys)


def test_the_file_of_version_1_says_what_must_stay() -> None:
    kept = [key for key, unit in units(FILES[0]).items() if not unit.translate]
    assert kept == ["app.title"]

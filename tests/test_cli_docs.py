"""``docs/cli.md`` and ``docs/schemas`` are made from the program; ``--update-golden`` writes them anew."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qa.api import check, read
from qa.cli import main
from qa.cli.reference import render_reference
from qa.cli.schemas import config_schema, render_schema, report_schema
from qa.config import TEMPLATE
from qa.reporters import reporter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parents[1] / "docs"
PROGRAM = Path(sys.executable).with_name("qa")
PAGES: dict[str, Callable[[], bytes]] = {
    "cli.md": lambda: render_reference().encode(),
    "schemas/config.schema.json": lambda: render_schema(config_schema()),
    "schemas/report.schema.json": lambda: render_schema(report_schema()),
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str, request: pytest.FixtureRequest) -> None:
    made = PAGES[name]()
    if request.config.getoption("--update-golden"):
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_bytes(made)
    assert (DOCS / name).read_bytes().decode() == made.decode(), "make golden writes the page anew"


def test_the_page_has_every_command_with_its_options_and_examples() -> None:
    page = render_reference()
    for name in main._COMMANDS:
        assert re.search(rf"^## `qa {name}`$", page, re.MULTILINE)
    assert "### `qa baseline update`" in page
    assert "```sh\nqa check batch.xlf\n" in page
    assert "| `-s`, `--source-language` `TAG` | Language of the source (BCP 47), such as ru. |" in page
    assert "\b" not in page


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_their_completion(shell: str) -> None:
    environment = {**os.environ, "_QA_COMPLETE": f"{shell}_source"}
    done = subprocess.run([PROGRAM], capture_output=True, text=True, check=False, env=environment)
    assert "_QA_COMPLETE" in done.stdout


def complaints(value: object, schema: dict[str, Any], definitions: dict[str, Any], where: str = "$") -> Iterator[str]:
    """What is wrong with ``value``: the keywords that our schemas use, as JSON Schema 2020-12 has them."""
    if "$ref" in schema:
        yield from complaints(value, definitions[schema["$ref"].rpartition("/")[2]], definitions, where)
    if "anyOf" in schema and all(any(complaints(value, part, definitions)) for part in schema["anyOf"]):
        yield f"{where}: {value!r} fits none of the alternatives"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    types = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    types["null"] = type(None)
    if "type" in schema and not isinstance(value, types[schema["type"]]):
        yield f"{where}: {value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from _members(value, schema, definitions, where)
    elif isinstance(value, list):
        before = schema.get("prefixItems", [])
        rest = schema.get("items", {})
        for number, element in enumerate(value):
            part = before[number] if number < len(before) else rest
            if part is False:
                yield f"{where}: {len(value)} elements are too many"
            else:
                yield from complaints(element, part, definitions, f"{where}[{number}]")


def _members(value: dict[str, Any], schema: dict[str, Any], definitions: dict[str, Any], where: str) -> Iterator[str]:
    yield from (f"{where}: {name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, member in value.items():
        part = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
        if part is False:
            yield f"{where}: {name} is not known"
        else:
            yield from complaints(member, part, definitions, f"{where}.{name}")


def wrong(value: object, schema: dict[str, Any]) -> list[str]:
    return list(complaints(value, schema, schema["$defs"]))


def references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value["$ref"],) if "$ref" in value else ()
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


@pytest.mark.parametrize("schema", [config_schema(), report_schema()], ids=["config", "report"])
def test_every_reference_has_a_definition(schema: dict[str, Any]) -> None:
    assert {name.rpartition("/")[2] for name in references(schema)} <= set(schema["$defs"])


def test_reports_fit_their_schema(tmp_path: Path) -> None:
    schema = report_schema()
    batch = tmp_path / "batch.tsv"
    batch.write_text("Поезд прибыл в 17:40.\tThe train  arrived at 18:40.\n", encoding="utf-8")
    checked = check(read(batch, source_language="ru", target_language="en"))
    stream = io.BytesIO()
    reporter("json").render(checked, stream)
    report = json.loads(stream.getvalue())
    assert report["findings"]
    assert report["scores"]
    assert wrong(report, schema) == []
    report["findings"][0]["severity"] = "awful"
    del report["gate"]
    assert sorted(wrong(report, schema)) == [
        "$.findings[0].severity: 'awful' is none of ['critical', 'major', 'minor', 'neutral']",
        "$: gate is missing",
    ]


def test_configurations_fit_their_schema() -> None:
    schema = config_schema()
    uncommented = re.sub(r"^# (?=[a-z\[\"])", "", TEMPLATE.partition("\n\n")[2], flags=re.MULTILINE)
    whole = tomllib.loads(uncommented)
    assert {"extend", "baseline", "gate", "severity"} <= set(whole)
    assert wrong(whole, schema) == []
    assert wrong({"gate": {"fail-on": "never", "changed": {"fail-on": "never"}}}, schema) == []
    assert wrong({"profil": "prose", "gate": {"fail-on": "awful"}}, schema) == [
        "$: profil is not known",
        "$.gate.fail-on: 'awful' fits none of the alternatives",
    ]
    assert wrong({"rules": {"style/length-limit": {"no-such-option": 1}}}, schema) == [
        "$.rules.style/length-limit: no-such-option is not known"
    ]


def test_every_key_is_described() -> None:
    for section in ("Thresholds", "GateConfig"):
        keys = config_schema()["$defs"][section]["properties"]
        assert not [name for name, key in keys.items() if "description" not in key]

"""JSON Schemas of configuration and report, made from their types, for editors and for programs that read reports."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import TYPE_CHECKING, Any, Final

import msgspec

from qa.config import Config
from qa.core.report import Report
from qa.rules.discovery import all_rules
from qa.rules.documentation import rule_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.rules.rule import Rule

__all__ = ["config_schema", "render_schema", "report_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def config_schema() -> dict[str, Any]:
    """Of ``qa.toml``, and of ``[tool.qa]`` in ``pyproject.toml``."""
    schema = _schema(Config, "Configuration of qa")
    properties = schema["$defs"]["Config"]["properties"]
    properties["extend"] = {"type": "string", "description": "A file whose keys hold where this one has none."}
    rules = {}
    for name, rule in sorted(all_rules().items()):
        rules[name], components = _options(rule)
        schema["$defs"] |= components
    properties["rules"] = {
        "type": "object",
        "description": "Options by rule.",
        "additionalProperties": {"type": "object"},  # rules of others, and rules as data
        "properties": rules,
    }
    for section in ("Thresholds", "GateConfig"):
        never = {"const": "never", "description": "No severity fails the batch."}
        fail_on = schema["$defs"][section]["properties"]["fail-on"]
        fail_on["anyOf"] = [part for part in fail_on["anyOf"] if part != {"type": "null"}] + [never]
    return schema


def report_schema() -> dict[str, Any]:
    """Of reports in JSON."""
    return _schema(Report, "Report of qa, schema qa.report/1")


def render_schema(schema: dict[str, Any]) -> bytes:
    """The schema as a file."""
    return msgspec.json.format(msgspec.json.encode(schema, order="deterministic"), indent=2) + b"\n"


def _schema(root: type[msgspec.Struct], title: str) -> dict[str, Any]:
    _, components = msgspec.json.schema_components([root], ref_template="#/$defs/{name}")
    by_name = {kind.__name__: kind for kind in _kinds(root)}
    for name, component in components.items():
        _describe(component, by_name.get(name))
    return {"$schema": _DIALECT, "title": title, "$ref": f"#/$defs/{root.__name__}", "$defs": components}


def _options(rule: type[Rule]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of the rule's options, and what it refers to by name."""
    _, components = msgspec.json.schema_components([rule.Options], ref_template="#/$defs/{name}")
    schema: dict[str, Any] = components.pop(rule.Options.__name__)
    _describe(schema, rule.Options)
    schema.pop("title", None)
    return schema | {"description": f"{rule_page(rule).title}."}, components


def _describe(component: dict[str, Any], kind: type[msgspec.Struct] | None) -> None:
    """Put the strings below the fields of ``kind`` into its schema."""
    if kind is None:
        return
    documented = dict(_field_docs(kind))
    for field in msgspec.structs.fields(kind):
        if what := documented.get(field.name):
            component["properties"][field.encode_name] |= {"description": what}


def _kinds(root: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """``root`` and all structs in its fields."""
    found: set[type] = set()
    waiting: list[Any] = [msgspec.inspect.type_info(root)]
    while waiting:
        info = waiting.pop()
        if isinstance(info, msgspec.inspect.StructType):
            if info.cls in found:
                continue
            found.add(info.cls)
            yield info.cls
            waiting += (field.type for field in info.fields)
        else:
            waiting += getattr(info, "types", ())
            waiting += (getattr(info, name) for name in ("item_type", "key_type", "value_type") if hasattr(info, name))


def _field_docs(kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """The names of the fields that have a string below them, and the strings; inherited ones first."""
    for ancestor in reversed(kind.__mro__):
        if not issubclass(ancestor, msgspec.Struct) or ancestor is msgspec.Struct:
            continue
        (definition,) = ast.parse(textwrap.dedent(inspect.getsource(ancestor))).body
        name = ""
        for statement in getattr(definition, "body", ()):
            match statement:
                case ast.AnnAssign(target=ast.Name(id=name)):
                    pass
                case ast.Expr(value=ast.Constant(value=str(text))) if name:
                    yield name, " ".join(text.split())
                    name = ""

"""The page of a rule, read from the fixed parts of its module's docstring."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import PluginError
from qa.core.finding import Severity
from qa.rules.precision import precision_figures, precision_text
from qa.rules.rule import BatchRule, DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.rules.rule import Rule, RuleOptions

__all__ = ["PARTS", "ExamplePair", "OptionPage", "RulePage", "option_pages", "parse_examples", "render_index"]
__all__ += ["render_markdown", "rule_page"]

PARTS = (
    "What it finds",
    "Why it matters",
    "Terms",
    "Companions",
    "Words",
    "Fails",
    "Passes",
    "When to switch it off",
    "Known limits",
    "Source",
)
"""The parts of a rule's docstring, in this order; only those of ``_OPTIONAL`` may be left out."""
_COLUMNS = "| rule | finds | severity | state | by people | by machines |"
_INDEX_HEAD = (
    "Made from the docstrings of the rules by `make docs`. The last two columns are hits per 1,000 segments\n"
    "translated by people and by machines, and [how many of them a reader called right](../precision.md)."
)
_OPTIONAL = frozenset({"Terms", "Companions", "Words"})
_PART = re.compile(rf"^({'|'.join(PARTS)}):[ \t]*", re.MULTILINE)
_PAIR_LINE = re.compile(r"([a-z]{2,3}(?:-\w+)*):(?: (.*))?$")


class ExamplePair(msgspec.Struct, frozen=True):
    """A unit of an example; the words at fault stand between ``⟦`` and ``⟧``."""

    source_language: str
    source: str
    target_language: str
    target: str
    paragraph: int = 0
    """0-based; a blank line in the docstring starts a new paragraph, a line ``---`` only a new unit."""


class OptionPage(msgspec.Struct, frozen=True):
    """An option of a rule, as one writes it in a configuration file."""

    name: str
    type: str
    default: str
    what: str


class RulePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a reader should know of a rule."""

    id: str
    title: str
    category: str
    severity: Severity
    scope: str
    """``unit``, ``document`` or ``batch``."""
    preview: bool
    profiles: tuple[str, ...]
    languages: tuple[str, ...]
    what: str
    why: str
    terms: str
    """Termbase of the examples, as CSV; often empty."""
    companions: str
    """Companions of the examples, as TOML; often empty."""
    words: str
    """The dictionary of the examples; often empty."""
    fails: tuple[ExamplePair, ...]
    """The units of one document in which the rule fires."""
    passes: tuple[ExamplePair, ...]
    when_off: str
    limits: str
    source: str
    options: tuple[OptionPage, ...]


def rule_page(rule: type[Rule]) -> RulePage:
    """The page of ``rule``.

    Raises:
        PluginError: the docstring of the rule's module lacks a part, or has the parts in another order.
    """
    docstring = inspect.getdoc(sys.modules[rule.__module__]) or ""
    title, _, body = docstring.partition("\n")
    parts = _split(body, rule.__module__)
    return RulePage(
        id=rule().id,
        title=title.strip().rstrip("."),
        category=rule.category,
        severity=rule.severity,
        scope=_scope(rule),
        preview=rule.preview,
        profiles=tuple(sorted(rule.profiles)),
        languages=tuple(sorted(rule.languages)),
        what=parts["What it finds"],
        why=parts["Why it matters"],
        terms=parts.get("Terms", ""),
        companions=parts.get("Companions", ""),
        words=parts.get("Words", ""),
        fails=tuple(parse_examples(parts["Fails"])),
        passes=tuple(parse_examples(parts["Passes"])),
        when_off=parts["When to switch it off"],
        limits=parts["Known limits"],
        source=parts["Source"],
        options=tuple(option_pages(rule.Options)),
    )


def _scope(rule: type[Rule]) -> str:
    if issubclass(rule, BatchRule):
        return "batch"
    return "document" if issubclass(rule, DocumentRule) else "unit"


def _split(body: str, module: str) -> dict[str, str]:
    headings = list(_PART.finditer(body))
    names = [heading.group(1) for heading in headings]
    wanted = [part for part in PARTS if part in names or part not in _OPTIONAL]
    if names != wanted:
        message = (
            f"the docstring of the rule module {module} has the parts {', '.join(names) or 'none'}; "
            f"write these, in this order: {', '.join(wanted)}"
        )
        raise PluginError(message)
    ends = [heading.start() for heading in headings[1:]] + [len(body)]
    return {
        heading.group(1): textwrap.dedent(body[heading.end() : end]).strip()
        for heading, end in zip(headings, ends, strict=True)
    }


def parse_examples(block: str) -> Iterator[ExamplePair]:
    """The units of an example block: a line for the source, a line for the target, each behind its language tag.

    Raises:
        PluginError: a line has no language tag, or a unit lacks a line.
    """
    paragraph = 0
    lines: list[tuple[str, str]] = []
    for line in [*block.splitlines(), ""]:
        if line.strip() in {"", "---"}:
            if lines:
                yield _pair(lines, paragraph)
                lines = []
            paragraph += not line.strip()
        else:
            match = _PAIR_LINE.fullmatch(line.strip())
            if match is None:
                message = f"the example line {line.strip()!r} needs a language tag before it, such as “ru: ” or “en: ”"
                raise PluginError(message)
            lines.append((match.group(1), match.group(2) or ""))


def _pair(lines: list[tuple[str, str]], paragraph: int) -> ExamplePair:
    if len(lines) != 2:  # noqa: PLR2004 -- a pair
        message = f"an example unit has {len(lines)} lines, not a source and a target: {lines!r}"
        raise PluginError(message)
    (source_language, source), (target_language, target) = lines
    return ExamplePair(source_language, source, target_language, target, paragraph)


def option_pages(options: type[RuleOptions]) -> Iterator[OptionPage]:
    """The options of a rule; what each is for stands in the string below its field."""
    documented = _field_docs(options)
    for field in msgspec.structs.fields(options):
        annotation, what = documented.get(field.name, ("", ""))
        yield OptionPage(field.encode_name, annotation, _default(field), what)


def _default(field: msgspec.structs.FieldInfo) -> str:
    value = field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default
    if isinstance(value, (frozenset, set)):
        value = sorted(value)
    return msgspec.json.encode(value).decode()


def _field_docs(options: type[RuleOptions]) -> dict[str, tuple[str, str]]:
    """Annotation and docstring by field; the docstring is the string that follows the field in the source code."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(options)))
    documented: dict[str, tuple[str, str]] = {}
    field = ""
    for node in ast.walk(tree):
        for child in getattr(node, "body", ()):
            match child:
                case ast.AnnAssign(target=ast.Name(id=name)):
                    field = name
                    documented[field] = (ast.unparse(child.annotation), "")
                case ast.Expr(value=ast.Constant(value=str(text))) if field:
                    documented[field] = (documented[field][0], " ".join(text.split()))
                    field = ""
    return documented


def render_markdown(page: RulePage) -> str:
    """The page as Markdown, with a newline at its end."""
    blocks = [
        f"# {page.title}",
        _facts(page),
        _section("What it finds", page.what),
        _section("Why it matters", page.why),
        *(_fenced("Terms of the examples", "csv", page.terms) if page.terms else ()),
        *(_fenced("Companions of the examples", "toml", page.companions) if page.companions else ()),
        *(_fenced("Words of the examples", "text", page.words) if page.words else ()),
        *_fenced("Fails", "text", _example_text(page.fails)),
        *_fenced("Passes", "text", _example_text(page.passes)),
        *(_option_blocks(page.options) if page.options else ()),
        _section("When to switch it off", page.when_off),
        _section("Known limits", page.limits),
        *(() if page.preview or not page.profiles else (_section("Precision", precision_text(page.id)),)),
        _section("Source", page.source),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text[:1].upper()}{text[1:]}"


def _facts(page: RulePage) -> str:
    languages = ", ".join(page.languages) or "any"
    rows = {
        "Rule": f"`{page.id}`",
        "MQM category": f"`{page.category}`",
        "Severity": page.severity.value,
        "Looks at": f"one {page.scope} at a time",
        "State": _state(page),
        "Target languages": languages,
    }
    return "\n".join(f"* {name}: {value}" for name, value in rows.items())


def _state(page: RulePage) -> str:
    if not page.profiles:
        return "off: runs where it is named"
    if page.preview:
        return "preview: on in the profile strict"
    return "on" if len(page.profiles) > 1 else f"on in the profiles {page.profiles[0]} and strict"


def _fenced(title: str, language: str, text: str) -> tuple[str, str]:
    return f"## {title}", f"```{language}\n{text}\n```"


def _example_text(pairs: Iterable[ExamplePair]) -> str:
    text = ""
    paragraph = -1
    for pair in pairs:
        text += "" if paragraph < 0 else "---\n" if pair.paragraph == paragraph else "\n"
        text += f"{pair.source_language}: {pair.source}\n{pair.target_language}: {pair.target}\n"
        paragraph = pair.paragraph
    return "\n".join(line.rstrip() for line in text.splitlines())


def _option_blocks(options: Iterable[OptionPage]) -> tuple[str, str]:
    rows = [f"* `{option.name}` (`{option.type}`, default `{option.default}`): {option.what}" for option in options]
    return "## Options", "\n".join(rows)


def render_index(pages: Iterable[RulePage]) -> str:
    """The list of all rules by group, as Markdown; links are relative to the folder of the pages."""
    groups: dict[str, list[RulePage]] = {}
    for page in sorted(pages, key=lambda page: page.id):
        groups.setdefault(page.id.split("/")[0], []).append(page)
    blocks = ["# Rules", _INDEX_HEAD]
    for group, members in groups.items():
        rows = [
            f"| [{page.id}]({page.id}.md) | {page.title} | {page.severity.value} | {_state(page)} "
            f"| {' | '.join(('–', '–') if page.preview else precision_figures(page.id))} |"
            for page in members
        ]
        blocks.append("\n".join([f"## {group}\n", _COLUMNS, "|---|---|---|---|---|---|", *rows]))
    return "\n\n".join(blocks) + "\n"

"""The cases of a rule: TOML files beside this one, and the examples in the rules' docstrings.

A case file is ``<group>/<slug>.toml`` with ``[[fail]]``, ``[[pass]]`` and ``[[known-false-positive]]``. A case has a
``why`` and either ``source`` and ``target``, or ``units`` (one document), or ``documents`` (a batch). The words at
fault stand between ``⟦`` and ``⟧``. With ``inline = true``, tags such as ``<b>``, ``</b>`` and ``<br/>`` become
inline codes. The keys of ``_DEFAULTS`` may stand once at the top of the file.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from qa.core.document import Document, TranslationUnit
from qa.core.segment import InlineCode, Role, Segment
from qa.core.span import Span
from qa.engine.ruleset import ActiveRule
from qa.engine.runner import Resources, run_rules
from qa.languages.speller import Speller
from qa.rules.discovery import all_rules
from qa.terms.companions import Companions
from qa.terms.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qa.core.finding import Finding
    from qa.rules.documentation import ExamplePair

__all__ = ["FOLDER", "KINDS", "Case", "Marks", "case_files", "case_of_examples", "marked", "read_cases", "slug_of"]

FOLDER = Path(__file__).parent
KINDS = ("fail", "pass", "known-false-positive")
Kind = Literal["fail", "pass", "known-false-positive"]
_MARK = re.compile(r"[⟦⟧]|<(?P<close>/?)(?P<name>\w+)(?P<alone>/?)>")


class UnitEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A unit as a case file writes it."""

    id: str = ""
    """Its number where it is left out."""
    source: str = ""
    target: str = ""
    role: Role = "body"
    paragraph: int | None = None
    """A paragraph of its own where it is left out."""
    translate: bool = True
    aligned: bool = False
    suggestion: str | None = None
    state: str = ""
    notes: tuple[str, ...] = ()


class DocumentEntry(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """A document of a batch case."""

    units: list[UnitEntry]
    date: dt.date | None = None
    running_text: bool = True


class CaseEntry(UnitEntry, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """A case as a case file writes it."""

    why: str
    units: list[UnitEntry] = []
    documents: list[DocumentEntry] = []
    source_language: str = "ru"
    target_language: str = "en"
    terms: str = ""
    companions: str = ""
    words: str = ""
    """What the dictionary knows."""
    options: dict[str, Any] = {}
    date: dt.date | None = None
    running_text: bool = True
    severity: str = ""
    message: str = ""
    inline: bool = False


_DEFAULTS = frozenset(
    {"source-language", "target-language", "terms", "companions", "words", "options", "date", "running-text", "inline"}
)


@dataclass(frozen=True)
class Marks:
    """A text with its marks taken out, and what they marked."""

    text: str
    spans: frozenset[Span]
    codes: tuple[InlineCode, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case, ready to run."""

    rule: str
    kind: Kind
    number: int
    entry: CaseEntry
    documents: tuple[Document, ...]
    source_marks: Mapping[tuple[str, str], frozenset[Span]] = field(default_factory=dict)
    """By document and unit."""
    target_marks: Mapping[tuple[str, str], frozenset[Span]] = field(default_factory=dict)
    suggestions: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __str__(self) -> str:
        words = re.findall(r"[a-z0-9]+", self.entry.why.lower())
        return f"{self.rule}-{self.kind}-{self.number}-{'-'.join(words)[:40]}"

    def findings(self) -> tuple[Finding, ...]:
        """What the rule says of the documents, through the engine."""
        rule_class = all_rules()[self.rule]
        rule = rule_class(msgspec.convert(self.entry.options, rule_class.Options))
        languages = {"source_language": self.entry.source_language, "target_language": self.entry.target_language}
        resources = Resources(
            **languages,
            termbase=Termbase.parse(self.entry.terms, **languages) if self.entry.terms else None,
            companions=Companions.parse(self.entry.companions) if self.entry.companions else None,
            speller=Speller(words=self.entry.words.split()) if self.entry.words else None,
        )
        return run_rules(self.documents, [ActiveRule(rule, rule.severity)], resources)


def marked(text: str, *, inline: bool = False) -> Marks:
    """Take the marks out of ``text``, and with ``inline`` the tags.

    Raises:
        ValueError: the marks do not pair.
    """
    plain, spans, starts, codes = "", [], [], []
    end = 0
    for match in _MARK.finditer(text):
        if match["name"] and not inline:
            continue
        plain += text[end : match.start()]
        end = match.end()
        if match["name"]:
            kind = "ec" if match["close"] else "ph" if match["alone"] else "sc"
            codes.append(InlineCode(match["name"], kind, len(plain), match.group()))
        elif match.group() == "⟦":
            starts.append(len(plain))
        elif starts:
            spans.append(Span(starts.pop(), len(plain)))
        else:
            message = f"⟧ without ⟦ in {text!r}"
            raise ValueError(message)
    if starts:
        message = f"⟦ without ⟧ in {text!r}"
        raise ValueError(message)
    return Marks(plain + text[end:], frozenset(spans), tuple(codes))


def slug_of(path: Path) -> str:
    """The rule's id that a case file belongs to."""
    return f"{path.parent.name}/{path.stem.replace('_', '-')}"


def case_files() -> list[Path]:
    """All case files, sorted."""
    return sorted(FOLDER.glob("*/*.toml"))


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file.

    Raises:
        ValueError: a key is unknown, or the file has none of the three tables.
    """
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    defaults = {key: value for key, value in content.items() if key not in KINDS}
    if unknown := defaults.keys() - _DEFAULTS:
        message = f"{path}: unknown keys at the top: {sorted(unknown)}"
        raise ValueError(message)
    for kind in KINDS:
        for number, table in enumerate(content.get(kind, []), 1):
            try:
                entry = msgspec.convert({**defaults, **table}, CaseEntry)
            except msgspec.ValidationError as error:
                message = f"{path}: {kind} {number}: {error}"
                raise ValueError(message) from error
            yield _case(slug_of(path), kind, number, entry)


def case_of_examples(
    rule: str, kind: Kind, pairs: Iterable[ExamplePair], *, terms: str, companions: str, words: str = ""
) -> Case:
    """The example document of a docstring as a case."""
    units = list(pairs)
    entry = CaseEntry(
        why="the example of the docstring",
        source_language=units[0].source_language,
        target_language=units[0].target_language,
        units=[
            UnitEntry(
                source=unit.source,
                target=unit.target,
                paragraph=unit.paragraph,
                aligned=not (unit.source and unit.target),
            )
            for unit in units
        ],
        terms=terms,
        companions=companions,
        words=words,
    )
    return _case(rule, kind, 0, entry)


def _case(rule: str, kind: Kind, number: int, entry: CaseEntry) -> Case:
    documents = entry.documents or [DocumentEntry(entry.units or [entry], entry.date, entry.running_text)]
    case = Case(rule, kind, number, entry, ())
    for index, document in enumerate(documents, 1):
        case = _with_document(case, f"d{index}", document)
    return case


def _with_document(case: Case, identifier: str, document: DocumentEntry) -> Case:
    entry = case.entry
    units: list[TranslationUnit] = []
    source_marks, target_marks, suggestions = dict(case.source_marks), dict(case.target_marks), dict(case.suggestions)
    for index, unit in enumerate(document.units):
        key = (identifier, unit.id or f"u{index + 1}")
        source, target = marked(unit.source, inline=entry.inline), marked(unit.target, inline=entry.inline)
        paragraph = index if unit.paragraph is None else unit.paragraph
        units.append(
            TranslationUnit(
                key[1],
                identifier,
                _segment(source, entry.source_language, paragraph, unit.role),
                _segment(target, entry.target_language, paragraph, unit.role),
                state=unit.state,
                notes=unit.notes,
                confidence=1.0 if unit.aligned else None,
                translate=unit.translate,
            )
        )
        source_marks[key], target_marks[key] = source.spans, target.spans
        if unit.suggestion is not None:
            suggestions[key] = unit.suggestion
    made = Document(
        identifier,
        f"{identifier}.txt",
        entry.source_language,
        entry.target_language,
        tuple(units),
        document.date or entry.date,
        running_text=document.running_text,
    )
    return replace(
        case,
        documents=(*case.documents, made),
        source_marks=source_marks,
        target_marks=target_marks,
        suggestions=suggestions,
    )


def _segment(marks: Marks, language: str, paragraph: int, role: Role) -> Segment:
    return Segment(language, marks.text, codes=marks.codes, paragraph=paragraph, role=role)

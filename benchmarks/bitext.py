"""Human translations as documents.

Read are JSON lines with ``doc``, ``src``, ``ref`` and optional ``refB``, and JSON arrays with ``DOC_ID``, ``source``
and ``target``. A row's ``src_lang`` or ``origlang`` tells the source language, and else the pair; the other one is the
target. Neither kind tells paragraphs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from qa.core import Document, Segment, TranslationUnit
from qa.engine.ruleset import Selection, select_rules
from qa.engine.runner import Resources, run_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qa.core import Finding

__all__ = ["Bitext", "check", "document", "read"]


class Bitext(NamedTuple):
    """Documents of one direction."""

    name: str
    source_language: str
    target_language: str
    documents: tuple[Document, ...]

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(len(document.units) for document in self.documents)


def read(path: Path, pair: tuple[str, str]) -> Iterator[Bitext]:
    """The direction of the file with each of its references, and the other direction of the first."""
    rows = _rows(path.read_text(encoding="utf-8-sig"))
    stem = path.stem if path.suffix == ".jsonl" else f"{path.parent.name} {path.stem}"
    source = rows[0].get("src_lang") or rows[0].get("origlang") or pair[0]
    target = pair[1] if source == pair[0] else pair[0]
    yield _bitext(f"{stem} {source}-{target}", rows, ("src", "ref"), (source, target))
    if "refB" in rows[0]:
        yield _bitext(f"{stem} {source}-{target} B", rows, ("src", "refB"), (source, target))
    yield _bitext(f"{stem} {target}-{source} (reversed)", rows, ("ref", "src"), (target, source))


def _rows(text: str) -> list[dict[str, str]]:
    if text.startswith("["):
        return [{"doc": row["DOC_ID"], "src": row["source"], "ref": row["target"]} for row in json.loads(text)]
    return [json.loads(line) for line in text.splitlines()]


def _bitext(name: str, rows: Iterable[dict[str, str]], sides: tuple[str, str], languages: tuple[str, str]) -> Bitext:
    pairs = defaultdict(list)
    for row in rows:
        if row.get(sides[0]) and row.get(sides[1]):
            pairs[row["doc"]].append((row[sides[0]], row[sides[1]]))
    return Bitext(name, *languages, tuple(document(key, texts, languages) for key, texts in pairs.items()))


def document(name: str, pairs: Sequence[tuple[str, str]], languages: tuple[str, str]) -> Document:
    """A document of ``pairs`` of source and target texts."""
    source, target = languages
    units = tuple(
        TranslationUnit(
            id=str(number),
            document=name,
            source=Segment(source, texts[0]),
            target=Segment(target, texts[1]),
        )
        for number, texts in enumerate(pairs)
    )
    return Document(id=name, path=name, source_language=source, target_language=target, units=units)


def check(bitext: Bitext, names: Sequence[str] = (), *, preview: bool = False) -> tuple[Finding, ...]:
    """The findings of the default rules, or of those that are named (previews only with ``preview``)."""
    selection = Selection(select=tuple(names), extend_select=tuple(names) if preview else ())
    rules = select_rules(selection, target_language=bitext.target_language)
    resources = Resources(source_language=bitext.source_language, target_language=bitext.target_language)
    return run_rules(bitext.documents, rules, resources)

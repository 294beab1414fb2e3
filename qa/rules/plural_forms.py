"""Units that are plural forms of one message, and the forms that stand in one text with “|” between them.

A form may lack the number where its category is for one number only: English *one* is for 1, Russian *one* for 1, 21,
31.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from qa.core.span import Span
from qa.languages.plurals import CATEGORIES, plurals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.placeholders import Placeholder

__all__ = ["Form", "forms_of", "numbers_among", "piped", "pipes"]

_INDEXED = re.compile(r"(?P<name>.*)\[(?P<index>\d)\]")
_SUFFIXED = re.compile(rf"(?P<name>.*[._#:/-])(?P<category>{'|'.join(CATEGORIES)})")
_INTERVAL = re.compile(r"\s*(?:\{-?\d+\}|[\[\]]-?(?:\d+|Inf|\*)\s*,\s*(?:\d+|Inf|\*)[\[\]])")
"""Before a form: “{0}”, “[2,*]”, as Symfony and Laravel write it."""
_ALIKE = 50
"""How alike the forms of one message are at least, 0-100."""
_COUNTED = re.compile(
    r"(?:.*[_.(]|\(?)(?:n|nr|no|num|number|count|counter|total|amount|quantity|limit|size)\)?", re.IGNORECASE
)
_WHOLE_NUMBER = frozenset("diuxX")


class Form(NamedTuple):
    """A plural form, and the distinct source texts of all forms of its message."""

    category: str
    sources: tuple[str, ...]
    sparse: bool
    """Whether it may do without the number."""


def forms_of(document: Document) -> Mapping[str, Form]:
    """The plural forms of a catalogue by the ids of their units: ``7[0]`` of PO, ``files_one``, ``files.one``."""
    groups: dict[str, list[tuple[str, TranslationUnit]]] = defaultdict(list)
    rules = plurals(document.target_language)
    if rules is None or document.running_text:
        return {}
    for unit in document.units:
        match = _INDEXED.fullmatch(unit.id) or _SUFFIXED.fullmatch(unit.id)
        if match:
            groups[match["name"]].append((match.groupdict().get("category") or match["index"], unit))
    found: dict[str, Form] = {}
    for members in groups.values():
        if len(members) > 1 or members[0][0] in CATEGORIES:
            sources = tuple(dict.fromkeys(unit.source.text for _, unit in members))
            for label, unit in members:
                category = _category(int(label), rules.forms) if label.isdecimal() else label
                found[unit.id] = Form(category, sources, rules.is_sparse(category))
    return found


def _category(index: int, forms: Sequence[str]) -> str:
    """The category of form ``index``; some catalogues have one form more than the language has for whole numbers."""
    return forms[min(index, len(forms) - 1)]


def piped(source: str, target: str, languages: tuple[str, str]) -> Iterator[tuple[Span, Form]]:
    """The forms of ``target`` where both texts are plural forms with “|” between them; else nothing."""
    source_spans, target_spans = pipes(source), pipes(target)
    originals = tuple(span.of(source) for span in source_spans)
    if len(originals) < 2 or not all(_alike(originals[-1], one) for one in originals[:-1]):  # noqa: PLR2004 -- a pipe
        return
    rules = plurals(languages[1])
    forms = rules.forms if rules else ("other",)
    for number, span in enumerate(target_spans):
        interval = _INTERVAL.match(span.of(target))
        category = forms[number] if len(target_spans) == len(forms) else "other"
        sparse = bool(interval) or (rules is not None and rules.is_sparse(category))
        yield span, Form(category, originals, sparse)


def pipes(text: str) -> tuple[Span, ...]:
    """The stretches of a text between its “|”."""
    ends = [match.start() for match in re.finditer(r"\|", text)]
    return tuple(
        Span(start, end) for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)
    )


def _alike(one: str, other: str) -> bool:
    return bool(_INTERVAL.match(one) or _INTERVAL.match(other)) or fuzz.ratio(one, other) >= _ALIKE


def numbers_among(full: Sequence[Placeholder], spare: Sequence[Placeholder] | None) -> frozenset[str]:
    """The keys of ``full`` that hold the number of a plural; ``spare`` are the placeholders of the singular, if any."""
    only = {one.key for one in full} - {one.key for one in spare} if spare is not None else set()
    if only:
        return frozenset(only)
    counted = {one.key for one in full if one.type and one.type[-1] in _WHOLE_NUMBER}
    counted = counted or {one.key for one in full if _COUNTED.fullmatch(one.name)}
    return frozenset(counted or ({full[0].key} if len(full) == 1 else ()))

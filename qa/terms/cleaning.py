"""Reads what people write into a glossary cell: comments in brackets, alternatives, optional words, markup.

Glossaries are written for readers: ``баг, дефект`` are two terms, ``активные случаи [заболевания]`` one with an
optional word, ``(не)управляемый`` two, and ``сброс (напр., сбросить эффект)`` one with a remark.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

__all__ = ["Cell", "clean"]

_ITALIC_BRACKET = regex.compile(r"[*_]+[(\[]([^()\[\]]*)[)\]][*_]+")
_MARKUP = regex.compile(r"(?<!\w)[*_`]{1,3}(?=\S)(.+?)(?<=\S)[*_`]{1,3}(?!\w)")
_REMARK = regex.compile(
    r"^\s*(?:напр|например|т\.\s?е|то есть|см|также|в значении|если|мн|ед|не\s|e\.?g|i\.?e|for example|see|also|esp|"
    r"pl|sg|n|v|adj|if|when|in\s)\b|[.;:!?]",
    regex.IGNORECASE,
)
_OUTER_BRACKET = regex.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_INNER_BRACKET = regex.compile(r"[(\[](\p{L}+)[)\]]-?(?=\p{L})|(?<=\p{L})[(\[](\p{L}+)[)\]]")
_ABBREVIATION = regex.compile(r"\p{Lu}[\p{Lu}\p{Nd}-]+")
_SEPARATOR = regex.compile(r"\s+:\s+|\s*;\s*|\s+[/|]\s+|(?<=\p{Ll}{3})/(?=\p{Ll}{3})|,\s+(?=\p{Ll})")
_CLAUSE = regex.compile(
    r"\s*(?:котор\p{L}+|which|who|that|\p{L}+(?:щ|вш|нн|м)(?:ий|ый|ая|ое|ее|ие|ые))\b", regex.IGNORECASE
)
_ADJECTIVE_ENDING = frozenset({"ая", "ое", "ые", "ие", "яя", "ее"})
_LONGEST_ALTERNATIVE = 4
_LONGEST_OPTION = 2


class Cell(NamedTuple):
    """What was understood of a cell."""

    terms: tuple[str, ...]
    note: str
    """What was read as a remark."""

    @property
    def tidy(self) -> bool:
        """Whether the cell held one term and nothing else."""
        return len(self.terms) == 1 and not self.note


def clean(text: str) -> Cell:
    """The terms in a cell, and the rest as a note."""
    remarks = [match[1] for match in _ITALIC_BRACKET.finditer(text)]
    bare = _MARKUP.sub(r"\1", _ITALIC_BRACKET.sub("", text)).strip()
    terms: list[str] = []
    alternatives = _alternatives(bare)
    tail = next((number for number, text in enumerate(alternatives) if number and _REMARK.search(text)), None)
    for alternative in alternatives[:tail]:
        terms += _variants(alternative, remarks)
    if tail is not None:
        remarks.append(", ".join(alternatives[tail:]))
    unique = dict.fromkeys(" ".join(term.split()).strip(" ,;:") for term in terms)
    return Cell(tuple(term for term in unique if term), "; ".join(remarks))


def _alternatives(text: str) -> list[str]:
    """The parts between separators outside brackets; one part where a part is too long to be a term."""
    brackets = [match.span() for match in _OUTER_BRACKET.finditer(text)]
    cuts = [
        match.span()
        for match in _SEPARATOR.finditer(text)
        if not any(start <= match.start() < end for start, end in brackets)
        and not ("," in match.group() and _CLAUSE.match(text, match.end()))
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    too_long = any(len(part.split()) > _LONGEST_ALTERNATIVE for part in parts)
    return [text] if too_long and "," in text and ":" not in text and ";" not in text else parts


def _variants(text: str, remarks: list[str]) -> list[str]:
    inner = _INNER_BRACKET.search(text)
    if inner:
        kept = inner[1] or inner[2]
        within = text[: inner.start()] + kept + text[inner.end() :]
        without = text[: inner.start()] + text[inner.end() :]
        variants = _variants(without, remarks)
        return variants if kept in _ADJECTIVE_ENDING else [*variants, *_variants(within, remarks)]
    outer = _OUTER_BRACKET.search(text)
    if not outer:
        return [text]
    inside = outer[1].strip()
    without = f"{text[: outer.start()]} {text[outer.end() :]}"
    if not without.strip():
        return [inside]
    if _ABBREVIATION.fullmatch(inside) and outer.end() == len(text):
        return [*_variants(without, remarks), inside]
    if not _optional(inside) or outer.start() == 0:
        remarks += [inside] if inside else []
        return _variants(without, remarks)
    within = f"{text[: outer.start()]} {inside} {text[outer.end() :]}"
    return [*_variants(without, remarks), *_variants(within, remarks)]


def _optional(inside: str) -> bool:
    """Whether a bracket holds words that may stand in the term, not a remark on it."""
    short = len(inside.split()) <= _LONGEST_OPTION
    return bool(inside) and short and not (_REMARK.search(inside) or "," in inside or _ABBREVIATION.fullmatch(inside))

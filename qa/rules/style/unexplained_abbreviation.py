"""Abbreviation that the text never spells out.

What it finds: an abbreviation made in translation, beside one in another script in its source, that the document never
explains: no “Northern Fishing Union (NFU)”, and no capitalised words with these initials.

Why it matters: readers cannot look it up, because it exists in this translation only.

Fails:
    ru: ССР открыл новый порт.
    en: ⟦NFU⟧ has opened a new port.

Passes:
    ru: Северный союз рыбаков (ССР) открыл новый порт.
    en: The Northern Fishing Union (NFU) has opened a new port.

When to switch it off: for readers of one trade, who know its abbreviations.

Known limits: it cannot know which abbreviations everybody knows, beyond those of the language pack. Therefore the rule
is a preview, and its findings are remarks. Only the first mention is reported.

Source: Guardian style guide, “abbreviations and acronyms”: spell out at first mention unless well known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["UnexplainedAbbreviation"]

_LATIN = re.compile(r"(?<![\w.&/-])(?<![A-Z] )[A-Z]{3,5}(?! [A-Z]{2})(?![\w&/-])")
_OTHER_SCRIPT = re.compile(r"(?<!\w)(?![A-Z]+(?!\w))(?:(?![a-z])[^\W\d_]){2,6}(?!\w)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_INITIAL = re.compile(r"(?<!\w)[A-Z](?=[a-z])|(?<=[a-z]-)[A-Za-z]")


class UnexplainedAbbreviation(DocumentRule):
    """Capitals without their words."""

    category = "style/inconsistent-style"
    severity = Severity.NEUTRAL
    preview = True
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each abbreviation, at its first mention."""
        usage = context.target_pack.usage
        known = usage.articled_abbreviations | usage.known_abbreviations
        seen: set[str] = set()
        initials = ""
        for unit in document.units:
            text = unit.target.text
            for match in _LATIN.finditer(text):
                name = match.group()
                if name in seen or name.casefold() in known or _ROMAN.fullmatch(name) or not _shouted(unit.source.text):
                    continue
                seen.add(name)
                initials = initials or " ".join(_initials(unit.target.text) for unit in document.units)
                if name not in initials and f"({name}" not in text and not text.isupper():
                    yield Problem(
                        unit=unit,
                        message=f"“{name}” is never spelt out; write its words at the first mention",
                        target=(Span(*match.span()),),
                    )


def _shouted(source: str) -> bool:
    """Whether the source has an abbreviation in another script, and is not in capitals as a whole."""
    return not source.isupper() and any(match.group().isupper() for match in _OTHER_SCRIPT.finditer(source))


def _initials(text: str) -> str:
    """The initials of capitalised words, in order."""
    return "".join(match.group().upper() for match in _INITIAL.finditer(text))

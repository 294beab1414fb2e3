"""Findings that the file itself says do not count: ``qa:ignore[...]`` in the notes of a unit, ``[sic]`` in its text.

A note says which rules it means, and may say why: ``qa:ignore[accuracy/number-mismatch] the figure was corrected``.
``[sic]`` is meant by the findings on the words that it stands right behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from qa.core.finding import Suppression
from qa.core.naming import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.finding import Finding

__all__ = ["Suppressor"]

_DIRECTIVE = re.compile(r"qa:ignore\[(?P<names>[^\]\n]*)\](?P<reason>[^\n]*?)(?=\s*(?:qa:ignore\[|\n|$))")
_SEPARATOR = re.compile(r"[,\s]+")
_SIC = re.compile(r"[\s»”\"’']*\[sic!?\]", re.IGNORECASE)
_SIC_REASON = "marked with [sic]"


@dataclass(eq=False, slots=True)
class _Directive:
    """A rule or group that the note of a unit switches off."""

    name: str
    reason: str
    document: str
    unit: str
    used: bool = False

    def covers(self, rule: str) -> bool:
        return self.name in {rule, rule.partition("/")[0]}


class Suppressor:
    """Notes what units say about their findings as they pass, and applies it when the findings are known."""

    def __init__(self) -> None:
        self._directives: dict[tuple[str, str], Sequence[_Directive]] = {}
        self._sic: dict[tuple[str, str], str] = {}

    def watch(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents; neighbouring units of equal notes, such as the segments of one unit, share them."""
        for document in documents:
            notes: tuple[str, ...] = ()
            directives: Sequence[_Directive] = ()
            for unit in document.units:
                if unit.notes != notes:
                    notes, directives = unit.notes, tuple(_directives(unit))
                self._note(unit, directives)
            yield document

    def applied(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings in their order, those that their unit says do not count suppressed."""
        return tuple(map(self._applied, findings))

    def unused(self, ran: Collection[str], known: Collection[str]) -> Iterator[str]:
        """A sentence for each directive that suppressed nothing; to be asked when the findings have been applied.

        Args:
            ran: ids of the rules of this run; a directive for another rule may be of use another time.
            known: ids of all rules.
        """
        active, names = _with_groups(ran), _with_groups({*ran, *known})
        distinct = dict.fromkeys(directive for found in self._directives.values() for directive in found)
        for directive in distinct:
            said = f"qa:ignore[{directive.name}] of unit “{directive.unit}” in {directive.document}"
            if directive.name not in names:
                hint = did_you_mean(directive.name, names, "`qa rule` lists them")
                yield f"{said} names no rule and no group; {hint}"
            elif directive.name in active and not directive.used:
                yield f"{said} suppresses nothing; remove it"

    def _note(self, unit: TranslationUnit, directives: Sequence[_Directive]) -> None:
        if directives:
            self._directives[unit.document, unit.id] = directives
        if "[" in unit.target.text and _SIC.search(unit.target.text):
            self._sic[unit.document, unit.id] = unit.target.text

    def _applied(self, finding: Finding) -> Finding:
        place = finding.document, finding.unit
        reasons = []
        for directive in self._directives.get(place, ()):
            if directive.covers(finding.rule):
                directive.used = True
                reasons.append(directive.reason)
        text = self._sic.get(place, "")
        if any(_SIC.match(text, span.end) for span in finding.target_spans):
            reasons.append(_SIC_REASON)
        if not reasons or finding.suppressed is not None:
            return finding
        return msgspec.structs.replace(finding, suppressed=Suppression("inline", reasons[0]))


def _directives(unit: TranslationUnit) -> Iterator[_Directive]:
    for note in unit.notes:
        for match in _DIRECTIVE.finditer(note) if "qa:ignore" in note else ():
            names = [name for name in _SEPARATOR.split(match["names"].strip()) if name]
            for name in dict.fromkeys(names) or ("",):
                yield _Directive(name, match["reason"].strip(), unit.document, unit.id)


def _with_groups(rules: Collection[str]) -> set[str]:
    return {*rules, *(rule.partition("/")[0] for rule in rules)}

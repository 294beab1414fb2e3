"""Findings that the file itself says do not count: ``qa:ignore[...]`` in its notes, ``[sic]`` in its text.

A note says which rules it means, and may say why: ``qa:ignore[accuracy/number-mismatch] the figure was corrected``.
It is meant for the unit that it stands at; ``qa:ignore-file[...]`` is meant for the whole file, wherever it stands.
``[sic]`` is meant by the findings on the words that it stands right behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import msgspec

from qa.core.finding import Finding, Suppression
from qa.core.naming import did_you_mean
from qa.core.spool import Spool
from qa.engine.directives import Slip, read_directives

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.engine.directives import Directive

__all__ = ["Suppressor"]

_SIC = re.compile(r"[\s»”\"’'_*]*(?:\[_?sic!?_?\]|\(_?sic!?_?\))", re.IGNORECASE)
_ANY_SIC = re.compile(r"[\[(]_?(?i:sic)")
"""Part of all that the other one matches, and found much sooner."""
_SIC_REASON = "marked with [sic]"


@dataclass(eq=False, slots=True)
class _Placed:
    """A directive with its place."""

    directive: Directive
    place: str
    used: bool = False

    def __str__(self) -> str:
        keyword = "qa:ignore-file" if self.directive.whole_file else "qa:ignore"
        return f"{keyword}[{self.directive.name}] {self.place}"

    def covers(self, rule: str) -> bool:
        return self.directive.name in {rule, rule.partition("/")[0]}


class Suppressor:
    """Notes what files say about their findings as they pass, and applies it when the findings are known."""

    def __init__(self) -> None:
        self._units: dict[tuple[str, str], Sequence[_Placed]] = {}
        self._wholes: dict[tuple[Literal["document", "path"], str], list[_Placed]] = {}
        self._paths: dict[str, str] = {}
        self._sic: dict[tuple[str, str], tuple[str, str]] = {}
        self._slips: dict[str, None] = {}
        self._noted: dict[str, tuple[str, ...]] = {}

    def watch(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The same documents; neighbouring units of equal notes, such as the segments of one unit, share them."""
        for document in documents:
            self._paths[document.id] = document.path
            self._take_header(document)
            notes: tuple[str, ...] = ()
            directives: Sequence[_Placed] = ()
            for unit in document.units:
                if unit.notes != notes:
                    notes = unit.notes
                    place = f"of unit “{unit.id}” in {unit.document}"
                    directives = self._take(notes, place, ("path", document.path)) if notes else ()
                if directives:
                    self._units[unit.document, unit.id] = directives
                source, target = unit.source.text, unit.target.text
                if "[" in target or "(" in target or "[" in source or "(" in source:
                    self._note_sic(unit)
            yield document

    def applied(self, findings: Iterable[Finding]) -> Sequence[Finding]:
        """The findings in their order, those that their unit or file says do not count suppressed."""
        return Spool(Finding, map(self._applied, findings))

    def unused(self, ran: Collection[str], known: Collection[str]) -> Iterator[str]:
        """A sentence for each directive that says nothing, or suppressed nothing; after the findings have been applied.

        Args:
            ran: ids of the rules of this run; a directive for another rule may be of use another time.
            known: ids of all rules.
        """
        yield from self._slips
        active, names = _with_groups(ran), _with_groups({*ran, *known})
        placed = (one for found in (*self._wholes.values(), *self._units.values()) for one in found)
        for one in dict.fromkeys(placed):
            name = one.directive.name
            if name not in names:
                hint = did_you_mean(name, names, "`qa rule` lists them")
                yield f"{one} names no rule and no group; {hint}"
            elif name in active and not one.used:
                yield f"{one} suppresses nothing; remove it"

    def _take_header(self, document: Document) -> None:
        """Take the notes on the document as a whole; every part of it has them."""
        if document.notes == self._noted.get(document.id, ()):
            return
        self._noted[document.id] = document.notes
        for one in self._take(document.notes, f"of {document.id}", ("document", document.id)):
            self._slips[f"{one} is a note on no unit; write qa:ignore-file[{one.directive.name}] for the whole"] = None

    def _take(
        self, notes: Sequence[str], place: str, whole: tuple[Literal["document", "path"], str]
    ) -> Sequence[_Placed]:
        """The directives for one unit; those for the ``whole`` are filed."""
        own: list[_Placed] = []
        for said in (said for note in notes for said in read_directives(note)):
            if isinstance(said, Slip):
                self._slips[f"“{said.written}” {place} is no directive; write {said.instead}"] = None
            elif said.whole_file:
                self._wholes.setdefault(whole, []).append(_Placed(said, place))
            else:
                own.append(_Placed(said, place))
        return own

    def _note_sic(self, unit: TranslationUnit) -> None:
        texts = unit.source.text, unit.target.text
        if any(_ANY_SIC.search(text) and _SIC.search(text) for text in texts):
            self._sic[unit.document, unit.id] = texts

    def _applied(self, finding: Finding) -> Finding:
        place = finding.document, finding.unit
        of_document = self._wholes.get(("document", finding.document), ())
        of_file = self._wholes.get(("path", self._paths.get(finding.document, "")), ())
        reasons = []
        for one in (*self._units.get(place, ()), *of_document, *of_file):
            if one.covers(finding.rule):
                one.used = True
                reasons.append(one.directive.reason)
        if self._is_sic(finding):
            reasons.append(_SIC_REASON)
        if not reasons or finding.suppressed is not None:
            return finding
        return msgspec.structs.replace(finding, suppressed=Suppression("inline", reasons[0]))

    def _is_sic(self, finding: Finding) -> bool:
        """Whether ``[sic]`` stands right behind the words at fault: those of the target, or of the source alone."""
        source, target = self._sic.get((finding.document, finding.unit), ("", ""))
        text, spans = (target, finding.target_spans) if finding.target_spans else (source, finding.source_spans)
        return any(_SIC.match(text, span.end) for span in spans)


def _with_groups(rules: Collection[str]) -> set[str]:
    return {*rules, *(rule.partition("/")[0] for rule in rules)}

"""What in a paragraph may serve as a companion: legal marks by their grammar, and wordings of the companions file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.span import Span
from qa.terms.marks import MarkForm, find_marks, footnotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.terminology import Entity
    from qa.terms.companions import Companions, WordingMatch
    from qa.terms.marks import Mark
    from qa.text.analysis import Analysis

__all__ = ["Evidence", "brackets", "evidence_in", "fits"]

_BRACKET = regex.compile(r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]")


class Evidence(NamedTuple):
    """Words that may be a companion; offsets are those of the paragraph."""

    span: Span
    """The words that carry it, without bracket."""
    container: Span
    """The bracket, footnote or banner they stand in, or the words themselves."""
    form: MarkForm
    kinds: frozenset[str]
    """What a legal mark says, with its bracket: ``ban``, ``terrorist`` ...; none for other wordings."""
    own_kinds: frozenset[str]
    """What the words of ``span`` alone say."""
    wordings: frozenset[str]
    """The wordings of the companions file that stand in it."""

    @property
    def bracketed(self) -> bool:
        """Whether it stands in a bracket."""
        return self.form is MarkForm.BRACKET

    @property
    def in_note(self) -> bool:
        """Whether it stands in a footnote or is a notice on the whole text."""
        return self.form in {MarkForm.FOOTNOTE, MarkForm.BANNER}


def evidence_in(analysis: Analysis, companions: Companions) -> tuple[Evidence, ...]:
    """Everything in a paragraph that may be a companion, in order."""
    text = analysis.text
    marks = find_marks(text, analysis.language)
    wordings = companions.wordings(analysis)
    found = [_of_mark(mark, wordings) for mark in marks]
    covered = [evidence.span for evidence in found]
    rest = [match for match in wordings if not any(match.span.overlaps(span) for span in covered)]
    if rest:
        notes = [note.span for note in footnotes(text)]
        found += (_of_wording(match, brackets(text), notes) for match in rest)
    return tuple(sorted(found, key=lambda evidence: evidence.span))


def _of_mark(mark: Mark, wordings: Sequence[WordingMatch]) -> Evidence:
    inside = [match for match in wordings if match.span.overlaps(mark.core.span) or mark.span.covers(match.span)]
    start = min([mark.core.span.start, *(match.span.start for match in inside)])
    end = max([mark.core.span.end, *(match.span.end for match in inside)])
    wordings_inside = frozenset(match.wording for match in inside)
    return Evidence(Span(start, end), mark.span, mark.form, mark.kinds, mark.core.kinds, wordings_inside)


def _of_wording(match: WordingMatch, in_brackets: Sequence[Span], notes: Sequence[Span]) -> Evidence:
    note = next((span for span in notes if span.covers(match.span)), None)
    bracket = next((span for span in in_brackets if span.covers(match.span)), None)
    form = MarkForm.BRACKET if bracket else MarkForm.FOOTNOTE if note else MarkForm.LOOSE
    none: frozenset[str] = frozenset()
    return Evidence(match.span, bracket or note or match.span, form, none, none, frozenset({match.wording}))


def brackets(text: str) -> list[Span]:
    """The round and square brackets of a paragraph, the outer ones."""
    return [Span(*match.span()) for match in _BRACKET.finditer(text)]


def fits(evidence: Evidence, entities: Iterable[Entity], companions: Companions, language: str) -> bool:
    """Whether ``evidence`` is a companion of one of ``entities``, be it of the right status or not.

    An accepted wording always is; another legal mark is one where the class asks for a legal mark.
    """
    for entity in entities:
        wording = entity.companion.wordings.get(language)
        if wording and evidence.wordings & set(wording.all):
            return True
        if evidence.kinds and wording and companions.kinds(entity.companion.id, language):
            return True
    return False

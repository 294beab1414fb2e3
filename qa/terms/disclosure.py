"""How one side of a document names listed organisations, and how it marks them.

The reading of a side is computed once and shared by the rules on companions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import regex
from msgspec import structs

from qa.core.span import Span
from qa.terms.companions import Companions
from qa.terms.evidence import Evidence, evidence_in, fits
from qa.terms.linking import Mention, link
from qa.terms.marks import Footnote, MarkForm, footnotes, mark_grammar, may_hold_mark, may_hold_marks
from qa.terms.running_text import Passage, Side, in_paragraphs, passages, segments
from qa.terms.termbase import primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.terminology import Entity
    from qa.text.analysis import Analyser

__all__ = ["Disclosure", "PlacedEvidence", "PlacedFootnote", "PlacedMention", "disclosure"]

_SENTENCE_END = regex.compile(r"[.!?…]+[\"»”')\]]*\s+(?=[\p{Lu}«“\"„(\[])")
_LOOKALIKES = str.maketrans("✱∗¹²³⁴⁵⁶⁷⁸⁹", "**123456789")
_ANAPHOR_WITHIN = 60
_NOTE_LENGTH = 400
_LAST_PASSAGES = 4
_CACHE_SIZE = 8
_NONE = Companions((), ())


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention and the number of its paragraph."""

    passage: int
    mention: Mention

    @property
    def marked(self) -> bool:
        """Whether a mark stands beside the name."""
        return self.mention.evidence is not None


@dataclass(frozen=True, slots=True)
class PlacedEvidence:
    """Words that may be a companion, and the number of their paragraph."""

    passage: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlacedFootnote:
    """A footnote, what it says, and the number of its paragraph."""

    passage: int
    note: Footnote
    evidence: tuple[Evidence, ...]


class Disclosure:
    """One side of a document, read for names and marks."""

    def __init__(self, document: Document, side: Side, companions: Companions | None, analyser: Analyser) -> None:
        self.language = primary(document.source_language if side == "source" else document.target_language)
        self._document = document
        self._side = side
        self._companions = companions or _NONE
        self._analyser = analyser

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs, in order."""
        return passages(self._document if self._companions is not _NONE else self._marked(), self._side)

    def _marked(self) -> Document:
        """The document with those units only that may hold a mark, which are few: all that is read without companions.

        The others are needed where a paragraph runs over several units, or one of the few is a footnote.
        """
        parts = segments(self._document, self._side)
        languages = {part.language for part in parts}
        if in_paragraphs(self._document, self._side):
            running = "".join(part.text + (part.tail or " ") for part in parts)
            marked = any(may_hold_mark(running, language) for language in languages)
            return self._document if marked else structs.replace(self._document, units=())
        texts = [part.text for part in parts]
        numbers = sorted({number for language in languages for number in may_hold_marks(texts, language)})
        if any(any(footnotes(line)) for number in numbers for line in texts[number].split("\n")):
            return self._document
        return structs.replace(self._document, units=tuple(self._document.units[number] for number in numbers))

    def place(self, passage: int, span: Span) -> tuple[TranslationUnit, Span]:
        """The unit of a span of a paragraph, and the span in the unit's text."""
        return self.passages[passage].place(span)

    @cached_property
    def evidence(self) -> tuple[PlacedEvidence, ...]:
        """Everything that may be a companion, in order."""
        return tuple(
            PlacedEvidence(number, evidence)
            for number, passage in enumerate(self.passages)
            if self._companions.entities or may_hold_mark(passage.text, passage.language)
            for evidence in evidence_in(self._analyser.analyse(passage.text, passage.language), self._companions)
        )

    @cached_property
    def mentions(self) -> tuple[PlacedMention, ...]:
        """The mentions with the marks beside them, footnotes and notices left out, in order."""
        return tuple(self._mentions())

    def _mentions(self) -> Iterator[PlacedMention]:
        for number, passage in enumerate(self.passages if self._companions.entities else ()):
            analysis = self._analyser.analyse(passage.text, passage.language)
            names = self._companions.names(analysis)
            if names and passage.role != "footnote" and number not in self._notices:
                evidence = self._in_passage(number)
                for mention in link(passage.text, passage.language, names, evidence, self._companions):
                    yield PlacedMention(number, mention)

    @cached_property
    def footnotes(self) -> tuple[PlacedFootnote, ...]:
        """The footnotes, whatever they say, in order."""
        return tuple(note for number in range(len(self.passages)) for note in self._footnotes(number))

    @cached_property
    def marking_footnotes(self) -> tuple[PlacedFootnote, ...]:
        """The footnotes that may be companions, in order."""
        return tuple(note for number in self._by_passage for note in self._footnotes(number) if note.evidence)

    def _footnotes(self, number: int) -> Iterator[PlacedFootnote]:
        for note in footnotes(self.passages[number].text):
            found = tuple(found for found in self._in_passage(number) if note.span.covers(found.span))
            yield PlacedFootnote(number, note, found)

    def footnote(self, sign: str, entities: Sequence[Entity]) -> PlacedFootnote | None:
        """The footnote with this sign that is a companion of one of ``entities``."""
        for placed in self.footnotes:
            if placed.note.sign == sign:
                fitting = (fits(evidence, entities, self._companions, self.language) for evidence in placed.evidence)
                if any(fitting):
                    return placed
        return None

    def has_footnote(self, sign: str) -> bool:
        """Whether any footnote has this sign."""
        return any(placed.note.sign == sign for placed in self.footnotes)

    def signs(self, number: int, sign: str) -> Iterator[Span]:
        """Where words of a paragraph bear a footnote's sign, the footnotes themselves left out."""
        mark = regex.escape(sign[0])
        bears = regex.compile(
            rf"(?<=[\p{{L}}\p{{N}}»”\"')(](?:\s(?=[*†‡]))?){mark}{{{len(sign)}}}(?!{mark}|\p{{L}}|\p{{N}})"
        )
        notes = [placed.note.span for placed in self.footnotes if placed.passage == number]
        for match in bears.finditer(self.passages[number].text.translate(_LOOKALIKES)):
            if not any(note.start <= match.start() < note.end for note in notes):
                yield Span(*match.span())

    def covers_all(self, entity: Entity) -> bool:
        """Whether a notice marks all mentions of ``entity`` in the document."""
        return any(entity.id in named for named in self._blankets)

    def stated_in(self, entity: Entity) -> frozenset[int]:
        """The paragraphs in which a sentence says of ``entity`` what its mark would say."""
        return frozenset(number for number, named in self._statements if entity.id in named)

    def _in_passage(self, number: int) -> tuple[Evidence, ...]:
        return self._by_passage.get(number, ())

    @cached_property
    def _by_passage(self) -> dict[int, tuple[Evidence, ...]]:
        grouped: dict[int, list[Evidence]] = {}
        for placed in self.evidence:
            grouped.setdefault(placed.passage, []).append(placed.evidence)
        return {number: tuple(found) for number, found in grouped.items()}

    @cached_property
    def _notices(self) -> frozenset[int]:
        """Paragraphs at the end that are a note on names, no running text: they name, and then mark."""
        last = range(max(len(self.passages) - _LAST_PASSAGES, 1), len(self.passages))
        return frozenset(number for number in last if self._is_notice(number))

    def _is_notice(self, number: int) -> bool:
        passage = self.passages[number]
        loose = [found for found in self._in_passage(number) if not found.bracketed and found.kinds]
        if not loose or len(passage.text) > _NOTE_LENGTH or passage.role == "heading":
            return False
        names = self._companions.names(self._analyser.analyse(passage.text, passage.language))
        sentences = len(_SENTENCE_END.findall(passage.text.strip()))
        return bool(names) and sentences == 0 and self._nominal(passage.text, names[-1].span.end, loose[0])

    @staticmethod
    def _nominal(text: str, end: int, evidence: Evidence) -> bool:
        """Whether only a dash, a comma or a form of *to be* stands between the names and the mark."""
        gap = text[end : evidence.span.start]
        return bool(regex.fullmatch(r"[\"»”')\]]*\s*(?:[—–:,-]|are|is|признан\p{L}+|\s)*(?:[\p{L}.]+,?\s){0,4}", gap))

    @cached_property
    def _blankets(self) -> tuple[frozenset[str], ...]:
        return tuple(self._find_blankets())

    def _find_blankets(self) -> Iterator[frozenset[str]]:
        grammar = mark_grammar(self.language)
        pattern = regex.compile(rf"\b(?:{grammar.blanket})\b", regex.IGNORECASE) if grammar else None
        for number, passage in enumerate(self.passages):
            found = [evidence for evidence in self._in_passage(number) if evidence.kinds or evidence.wordings]
            banners = [evidence for evidence in found if evidence.form is MarkForm.BANNER]
            if banners:
                yield self._of_kind(banners[0])
            elif found and (
                passage.role == "footnote" or number in self._notices or (pattern and pattern.search(passage.text))
            ):
                yield self._named(passage) or self._of_kind(found[0])
            for placed in self.footnotes:
                if placed.passage == number and placed.evidence and not self._called(placed.note.sign):
                    yield self._named_within(passage, placed.note)

    def _called(self, sign: str) -> bool:
        return any(placed.mention.sign == sign for placed in self.mentions)

    def _of_kind(self, evidence: Evidence) -> frozenset[str]:
        kinds = evidence.kinds or {"agent"}
        return frozenset(
            entity.id
            for entity in self._companions.entities
            if kinds & self._companions.kinds(entity.companion.id, self.language)
            or fits(evidence, [entity], self._companions, self.language)
        )

    def _named(self, passage: Passage) -> frozenset[str]:
        names = self._companions.names(self._analyser.analyse(passage.text, passage.language))
        return frozenset(entity.id for match in names for entity in match.entities)

    def _named_within(self, passage: Passage, note: Footnote) -> frozenset[str]:
        names = self._companions.names(self._analyser.analyse(passage.text, passage.language))
        return frozenset(entity.id for match in names if note.span.covers(match.span) for entity in match.entities)

    @cached_property
    def _statements(self) -> tuple[tuple[int, frozenset[str]], ...]:
        return tuple(self._find_statements())

    def _find_statements(self) -> Iterator[tuple[int, frozenset[str]]]:
        for placed in self.evidence:
            evidence = placed.evidence
            if evidence.bracketed or evidence.in_note or not evidence.kinds:
                continue
            text = self.passages[placed.passage].text
            ends = [match.end() for match in _SENTENCE_END.finditer(text)]
            start = max((end for end in ends if end <= evidence.span.start), default=0)
            stop = min((end for end in ends if end >= evidence.span.end), default=len(text))
            here = [one.mention for one in self.mentions if one.passage == placed.passage]
            inside = [mention for mention in here if start <= mention.span.start < stop]
            fitting = [mention for mention in inside if evidence.form is MarkForm.SENTENCE]
            if not inside and self._goes_back(text[start : evidence.span.start]):
                earlier = [one.mention for one in self.mentions if _before(one, placed.passage, start)]
                fitting = earlier[-1:]
            yield placed.passage, frozenset(entity.id for mention in fitting for entity in mention.entities)

    def _goes_back(self, opening: str) -> bool:
        grammar = mark_grammar(self.language)
        anaphor = rf"\b(?:{grammar.anaphor})\b" if grammar else r"(?!)"
        return bool(regex.search(anaphor, opening[:_ANAPHOR_WITHIN], regex.IGNORECASE))


def _before(placed: PlacedMention, passage: int, offset: int) -> bool:
    same = placed.passage == passage and placed.mention.span.start < offset
    return same or placed.passage == passage - 1


@lru_cache(_CACHE_SIZE)
def _cached(document: Document, side: Side, companions: Companions | None, analyser: Analyser) -> Disclosure:
    return Disclosure(document, side, companions, analyser)


def disclosure(document: Document, side: Side, companions: Companions | None, analyser: Analyser) -> Disclosure:
    """The reading of one side of ``document``, shared by all who ask for it in turn."""
    return _cached(document, side, companions, analyser)

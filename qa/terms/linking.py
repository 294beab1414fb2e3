"""Which mark belongs to which name in one paragraph.

Attested forms: a bracket after the name, at some distance in its clause; one after the last name of a list; words
before the name; a clause behind a comma; a predicate; an asterisk, dagger or digit that calls a footnote.
Quotation marks and “so-called” are distance, not a mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import regex

from qa.core.span import Span
from qa.core.terminology import Place
from qa.languages.morphology import fold
from qa.terms.evidence import Evidence, brackets, fits
from qa.terms.marks import MarkForm, mark_grammar
from qa.terms.termbase import primary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.core.terminology import Entity
    from qa.terms.companions import Companions, NameMatch

__all__ = ["Mention", "link"]

_REACH = 70
_REACH_BEFORE = 60
_REACH_ATTACHED = 2
_CLOSING = r"[»”\"’'“]*"
_SIGN = regex.compile(
    rf"{_CLOSING}(?P<sign>[*✱∗]{{1,4}}|\s?[*✱∗]{{1,4}}(?=[\s,.;:)»]|$)|[†‡]{{1,3}}|[¹²³⁴⁵⁶⁷⁸⁹]|[1-9](?!\p{{N}}))"
    rf"|{_CLOSING}[(\[](?P<sign>[*✱∗]{{1,3}}|[1-9])[)\]]"
)
_LOOKALIKES = str.maketrans("✱∗¹²³⁴⁵⁶⁷⁸⁹", "**123456789")
_SENTENCE_END = regex.compile(r"[.!?…]+[\"»”')\]]*\s+(?=[\p{Lu}«“\"„(\[])|;\s")
_OPENS_NAME = regex.compile(r"^[\"”»']?\s*[(\[]\s*[\"“«]?$")
_STARTS_NEW = regex.compile(
    r"^[\"”»')\]]*\s*(?:[,;:]|and\b|or\b|и\b|или\b|а\b)|[(\[)\]]|,\s(?:which|who|котор)", regex.I
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph and the companion found with it."""

    span: Span
    name: str
    """As the companions file writes it."""
    entities: tuple[Entity, ...]
    """Several share a name when their dates differ."""
    evidence: Evidence | None = None
    sign: str = ""
    """The sign beside the name that calls a footnote."""
    sign_start: int = 0
    sign_end: int = 0

    @property
    def sign_span(self) -> Span:
        """Where the sign stands; only for mentions that have one."""
        return Span(self.sign_start, self.sign_end)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What links are decided by."""

    text: str
    language: str
    evidence: tuple[Evidence, ...]
    companions: Companions

    def fits(self, evidence: Evidence, mention: Mention) -> bool:
        return not evidence.in_note and fits(evidence, mention.entities, self.companions, self.language)

    def gap(self, start: int, end: int) -> str:
        return self.text[start:end] if start <= end else "\n"


def link(
    text: str, language: str, names: Sequence[NameMatch], evidence: tuple[Evidence, ...], companions: Companions
) -> tuple[Mention, ...]:
    """The mentions of a paragraph, in order; a second form of a name in a bracket after the first is no mention."""
    paragraph = _Paragraph(text, primary(language), evidence, companions)
    mentions = _merged(paragraph, [Mention(match.span, match.name, match.entities) for match in names])
    mentions = [_signed(paragraph, mention) for mention in mentions]
    mentions = [_linked(paragraph, mentions, index) for index in range(len(mentions))]
    return tuple(_shared(paragraph, mentions))


def _merged(paragraph: _Paragraph, mentions: list[Mention]) -> list[Mention]:
    """Without names that only repeat, in a bracket, the name before it, or that a mark uses as its subject."""
    kept: list[Mention] = []
    in_brackets = brackets(paragraph.text)
    for mention in mentions:
        bracket = next((span for span in in_brackets if span.covers(mention.span)), None)
        owner = kept[-1] if kept and bracket and kept[-1].span.end <= bracket.start else None
        near = owner and bracket and len(paragraph.gap(owner.span.end, bracket.start)) <= _REACH
        if owner and near and _same(owner, mention) and not _starts_sentence(paragraph, owner, mention):
            continue
        if any(evidence.in_note and evidence.container.covers(mention.span) for evidence in paragraph.evidence):
            continue
        kept.append(mention)
    return kept


def _same(first: Mention, second: Mention) -> bool:
    return bool({entity.id for entity in first.entities} & {entity.id for entity in second.entities})


def _starts_sentence(paragraph: _Paragraph, owner: Mention, mention: Mention) -> bool:
    return bool(_SENTENCE_END.search(paragraph.gap(owner.span.end, mention.span.start)))


def _signed(paragraph: _Paragraph, mention: Mention) -> Mention:
    match = _SIGN.match(paragraph.text, mention.span.end)
    if match is None:
        return mention
    sign = match["sign"].strip().translate(_LOOKALIKES)
    return replace(mention, sign=sign, sign_start=match.start("sign"), sign_end=match.end("sign"))


def _linked(paragraph: _Paragraph, mentions: Sequence[Mention], index: int) -> Mention:
    mention = mentions[index]
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    found = _after(paragraph, mention, following) or _before(paragraph, mention, mentions[:index])
    return replace(mention, evidence=found) if found else mention


def _after(paragraph: _Paragraph, mention: Mention, following: Mention | None) -> Evidence | None:
    limit = following.span.start if following else len(paragraph.text)
    start = max(mention.span.end, mention.sign_end)
    for evidence in paragraph.evidence:
        inside = evidence.bracketed and evidence.container.covers(mention.span)
        gap = paragraph.gap(start, evidence.span.start if inside else evidence.container.start)
        if mention.span.end <= evidence.span.start < limit and paragraph.fits(evidence, mention):
            return evidence if _reaches(paragraph, mention, evidence, gap, following) else None
        if _covers_names(paragraph, mention, following, evidence, gap):
            return evidence
    return None


def _covers_names(
    paragraph: _Paragraph, mention: Mention, following: Mention | None, evidence: Evidence, gap: str
) -> bool:
    """Whether the next name only stands inside the bracket that marks this one."""
    return bool(
        following
        and evidence.bracketed
        and evidence.container.covers(following.span)
        and evidence.container.start >= mention.span.end
        and paragraph.fits(evidence, mention)
        and len(gap) <= _REACH
        and not _SENTENCE_END.search(gap)
    )


def _reaches(paragraph: _Paragraph, mention: Mention, evidence: Evidence, gap: str, following: Mention | None) -> bool:
    if mention.entities[0].companion.place is Place.ATTACHED:
        return len(gap.strip("»”\"’'")) <= _REACH_ATTACHED - 1
    if len(gap) > _REACH or _SENTENCE_END.search(gap):
        return False
    if evidence.bracketed:
        return True
    belongs_to_next = following and _premodifies(paragraph, evidence, following)
    words = gap.strip().split()
    joins = _conjunction(paragraph.language)
    return not belongs_to_next and not (words and joins and joins.fullmatch(words[-1]))


def _before(paragraph: _Paragraph, mention: Mention, earlier: Sequence[Mention]) -> Evidence | None:
    if mention.entities[0].companion.place is Place.ATTACHED:
        return None
    last = earlier[-1].span.end if earlier else 0
    for evidence in reversed(paragraph.evidence):
        fitting = last <= evidence.span.start and paragraph.fits(evidence, mention)
        if fitting and _premodifies(paragraph, evidence, mention):
            return evidence
    return None


def _premodifies(paragraph: _Paragraph, evidence: Evidence, mention: Mention) -> bool:
    gap = paragraph.gap(evidence.span.end, mention.span.start)
    if _OPENS_NAME.match(gap):
        return not evidence.kinds
    apart = evidence.bracketed and not evidence.container.covers(mention.span)
    return len(gap) <= _REACH_BEFORE and not apart and not _SENTENCE_END.search(gap) and not _STARTS_NEW.search(gap)


def _shared(paragraph: _Paragraph, mentions: list[Mention]) -> list[Mention]:
    """Marks that cover a list of names passed on along the list, in both directions."""
    for index in range(len(mentions) - 1, 0, -1):
        giver, taker = mentions[index], mentions[index - 1]
        if giver.evidence and not taker.evidence and giver.span.end <= giver.evidence.span.start:
            mentions[index - 1] = _passed(paragraph, giver, taker, taker.span.end, giver.span.start)
    for index in range(1, len(mentions)):
        giver, taker = mentions[index - 1], mentions[index]
        if giver.evidence and not taker.evidence and giver.evidence.span.end <= giver.span.start:
            mentions[index] = _passed(paragraph, giver, taker, giver.span.end, taker.span.start)
    return mentions


def _passed(paragraph: _Paragraph, giver: Mention, taker: Mention, start: int, end: int) -> Mention:
    evidence = giver.evidence
    listed = _is_list(paragraph, start, end)
    if evidence and listed and paragraph.fits(evidence, taker) and _plural(paragraph, evidence):
        return replace(taker, evidence=evidence)
    return taker


def _is_list(paragraph: _Paragraph, start: int, end: int) -> bool:
    between = regex.sub(r"[\"'«»“”„‟*✱†‡¹²³,/]|\([^()]*\)|-", " ", paragraph.gap(start, end))
    joins = _conjunction(paragraph.language)
    return joins is not None and all(joins.fullmatch(fold(word)) for word in between.split())


def _plural(paragraph: _Paragraph, evidence: Evidence) -> bool:
    grammar = mark_grammar(paragraph.language)
    words = evidence.container.of(paragraph.text)
    if grammar is None:
        return True
    plural = regex.search(rf"\b(?:{grammar.plural})\b", words, regex.IGNORECASE)
    singular = regex.search(rf"\b(?:{grammar.singular})\b", words, regex.IGNORECASE)
    before = evidence.form is not MarkForm.BRACKET
    return bool(plural) or (not singular and not before)


@cache
def _conjunction(language: str) -> regex.Pattern[str] | None:
    grammar = mark_grammar(language)
    return regex.compile(rf"(?:{grammar.conjunction})", regex.IGNORECASE) if grammar else None

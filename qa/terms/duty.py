"""Which mentions need a companion under a scope, and which of them have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.core.terminology import CompanionScope, Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterator, Sequence

    from qa.core.terminology import Entity
    from qa.terms.disclosure import Disclosure, PlacedMention

__all__ = ["WHERE", "Due", "behind", "entity_of", "grounds", "unmarked"]

WHERE = {
    CompanionScope.FIRST_MENTION: "at its first mention",
    CompanionScope.HEADLINE: "at its first mention",
    CompanionScope.SECTION: "at its first mention in this section",
    CompanionScope.PARAGRAPH: "at its first mention in this paragraph",
    CompanionScope.EVERY_MENTION: "here, and every mention needs it",
}
"""How a message says which mention a scope asks for."""
_WHOLE_DOCUMENT = frozenset({CompanionScope.FIRST_MENTION, CompanionScope.HEADLINE, CompanionScope.SECTION})
_NO_BODY = frozenset({"title", "heading"})
_OPENING = "\"“«'‘„"
_CLOSING = "\"”»'’“"


class Due(NamedTuple):
    """A mention that should have a companion and has none."""

    placed: PlacedMention
    entity: Entity
    where: str
    later: bool
    """Whether a later mention of the same stretch has it."""


def entity_of(placed: PlacedMention, date: dt.date | None) -> Entity:
    """The entity that a name stands for in a text of ``date``."""
    entities = placed.mention.entities
    return next((entity for entity in entities if entity.in_force(date)), entities[-1])


def grounds(entity: Entity) -> str:
    """Why a companion is due: the entity, its class, its dates and its place in the companions file."""
    since = f" since {entity.since}" if entity.since else ""
    until = f" until {entity.until}" if entity.until else ""
    return f"{entity.id} ({entity.companion.id}){since}{until}, {entity.path or 'companions'}:{entity.line}"


def behind(text: str, name: Span, *, attached: bool = False) -> Span:
    """The empty span where a companion goes: behind a name, and behind the quotation mark that closes it."""
    end = name.end
    if not attached and end < len(text) and text[end] in _CLOSING and text[name.start - 1 : name.start] in _OPENING:
        end += 1
    return Span(end, end)


def unmarked(
    disclosure: Disclosure, date: dt.date | None, scope: CompanionScope | None, *, running_text: bool
) -> Iterator[Due]:
    """The mentions without the companion that they need.

    Args:
        disclosure: The side of the document that is judged.
        date: Of the document; entities that are not listed on it need nothing.
        scope: For all entities, instead of what their classes say.
        running_text: Whether the units follow on from each other; where they stand alone there is no first mention.
    """
    by_entity: dict[str, list[tuple[PlacedMention, Entity]]] = {}
    for placed in disclosure.mentions:
        entity = entity_of(placed, date)
        if entity.in_force(date) and disclosure.language in entity.companion.wordings:
            by_entity.setdefault(entity.id, []).append((placed, entity))
    for group in by_entity.values():
        entity = group[0][1]
        chosen = scope or entity.companion.scope
        if disclosure.covers_all(entity) or (chosen in _WHOLE_DOCUMENT and not running_text):
            continue
        mentions = [placed for placed, _ in group]
        if entity.companion.place is Place.DOCUMENT:
            yield from _without_notice(disclosure, mentions, entity)
        else:
            yield from _without_companion(disclosure, mentions, entity, chosen)


def _without_notice(disclosure: Disclosure, mentions: Sequence[PlacedMention], entity: Entity) -> Iterator[Due]:
    wordings = set(entity.companion.wordings[disclosure.language].all)
    if not any(wordings & found.evidence.wordings for found in disclosure.evidence):
        yield Due(mentions[0], entity, "in the document", later=False)


def _without_companion(
    disclosure: Disclosure, mentions: Sequence[PlacedMention], entity: Entity, scope: CompanionScope
) -> Iterator[Due]:
    stated = disclosure.stated_in(entity)
    headlines = [placed for placed in mentions if _role(disclosure, placed) == "title"]
    if scope is CompanionScope.HEADLINE:
        for placed in headlines:
            if not _satisfied(disclosure, placed, entity):
                yield Due(placed, entity, "in the headline", later=False)
    body = [placed for placed in mentions if _role(disclosure, placed) not in _NO_BODY]
    if scope is CompanionScope.FIRST_MENTION and any(_satisfied(disclosure, placed, entity) for placed in headlines):
        return
    stretches: dict[Hashable, list[PlacedMention]] = {}
    for number, placed in enumerate(body):
        stretches.setdefault(_stretch(disclosure, placed, number, scope), []).append(placed)
    for key, stretch in stretches.items():
        covered = _stretches_of(disclosure, stated, scope)
        if not _satisfied(disclosure, stretch[0], entity) and key not in covered:
            later = any(_satisfied(disclosure, placed, entity) for placed in stretch[1:])
            yield Due(stretch[0], entity, WHERE[scope], later)


def _role(disclosure: Disclosure, placed: PlacedMention) -> str:
    return disclosure.passages[placed.passage].role


def _stretch(disclosure: Disclosure, placed: PlacedMention, number: int, scope: CompanionScope) -> Hashable:
    """The part of the document in which one mark is enough."""
    match scope:
        case CompanionScope.SECTION:
            return "section", disclosure.passages[placed.passage].section
        case CompanionScope.PARAGRAPH:
            return "paragraph", placed.passage
        case CompanionScope.EVERY_MENTION:
            return "mention", number
        case _:
            return "document"


def _stretches_of(disclosure: Disclosure, stated: frozenset[int], scope: CompanionScope) -> set[Hashable]:
    """The stretches in which a sentence says what the mark would say."""
    match scope:
        case CompanionScope.SECTION:
            return {("section", disclosure.passages[number].section) for number in stated}
        case CompanionScope.PARAGRAPH:
            return {("paragraph", number) for number in stated}
        case CompanionScope.EVERY_MENTION:
            return set()
        case _:
            return {"document"} if stated else set()


def _satisfied(disclosure: Disclosure, placed: PlacedMention, entity: Entity) -> bool:
    mention = placed.mention
    if mention.evidence is not None:
        return True
    return bool(mention.sign) and disclosure.footnote(mention.sign, [entity]) is not None

"""Terms that must be translated one way, and companions: words that must stand beside certain names.

The words are those of ISO 30042 (TBX): a *concept entry* holds *terms*, each in one language and with a status.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from qa.core.finding import Severity

__all__ = ["CompanionClass", "CompanionScope", "Entity", "Place", "Term", "TermEntry", "TermStatus", "Wording"]


class TermStatus(StrEnum):
    """Whether a term may be used (TBX ``administrativeStatus``, and ``forbidden`` beside it)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"

    @property
    def usable(self) -> bool:
        """Whether a translation may use the term."""
        return self in {TermStatus.PREFERRED, TermStatus.ADMITTED}


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of a concept in one language."""

    language: str
    """BCP 47, as the termbase writes it."""
    text: str
    status: TermStatus = TermStatus.ADMITTED
    case_sensitive: bool = False


class TermEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A concept with its terms in all languages."""

    id: str
    terms: tuple[Term, ...]
    domain: str = ""
    note: str = ""
    translate: bool = True
    """False where the term must stand in the translation as it is."""
    path: str = ""
    line: int = 0
    """1-based line of the entry in ``path``; 0 where it is not known."""


class CompanionScope(StrEnum):
    """Which mentions of a name need the companion."""

    FIRST_MENTION = "first-mention"
    """The first mention in the text below the headline."""
    HEADLINE = "headline"
    """As ``first-mention``, and every mention in a headline."""
    SECTION = "section"
    """The first mention below each heading."""
    PARAGRAPH = "paragraph"
    """The first mention in each paragraph."""
    EVERY_MENTION = "every-mention"
    """Every mention outside headlines."""


class Place(StrEnum):
    """Where the companion stands."""

    BESIDE = "beside"
    """In a bracket, a clause, a footnote, before the name: every form that legal marks take."""
    ATTACHED = "attached"
    """Straight after the name, as ® does."""
    DOCUMENT = "document"
    """Anywhere in the document, as a notice does."""


class Wording(msgspec.Struct, frozen=True):
    """The companion's words in one language; the accepted ones do as well as the preferred one."""

    preferred: str
    accepted: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The preferred wording and the accepted ones."""
        return (self.preferred, *self.accepted)


class CompanionClass(msgspec.Struct, frozen=True, kw_only=True):
    """What all entities of one class need beside their names."""

    id: str
    scope: CompanionScope = CompanionScope.FIRST_MENTION
    severity: Severity = Severity.MAJOR
    place: Place = Place.BESIDE
    wordings: dict[str, Wording]
    """By primary language subtag."""


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Something whose names need a companion: an organisation, a trade mark, an abbreviation, a trigger word."""

    id: str
    companion: CompanionClass
    """The class, with what this entity says otherwise."""
    names: dict[str, tuple[str, ...]]
    """By primary language subtag."""
    since: dt.date | None = None
    """The first day on which the companion is due."""
    until: dt.date | None = None
    """The first day on which it is due no more."""
    case_sensitive: bool = False
    exclude: tuple[str, ...] = ()
    """Longer expressions in which a name is no mention."""
    path: str = ""
    line: int = 0

    def in_force(self, date: dt.date | None) -> bool:
        """Whether the companion is due in a text of this date; one without a date counts as written today.

        What ``until`` ends, has ended by today: files tell of delistings, not of plans.
        """
        if date is None:
            return self.until is None
        return (self.since is None or self.since <= date) and (self.until is None or date < self.until)

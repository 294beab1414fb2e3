"""What a rule found, and what the engine makes of it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from qa.core.document import TranslationUnit
from qa.core.segment import Location
from qa.core.span import Span

__all__ = ["Finding", "Problem", "Severity", "Suggestion", "Suppression"]


class Severity(StrEnum):
    """The severities of MQM, from ``neutral`` (a remark) to ``critical`` (must not be published)."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral to 3 for critical."""
        return _RANKS[self]

    def at_least(self, other: Severity) -> bool:
        """Whether this is as grave as ``other`` or graver."""
        return self.rank >= other.rank


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Suggestion(msgspec.Struct, frozen=True, gc=False):
    """A replacement of ``span`` in the target text by ``text``."""

    span: Span
    text: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule yields. The engine adds the rule's id, the severity, the place and the fingerprint."""

    unit: TranslationUnit
    message: str
    """Lower case, quotes the text, says what to do."""
    source: tuple[Span, ...] = ()
    """The words at fault in ``unit.source.text``."""
    target: tuple[Span, ...] = ()
    """The words at fault in ``unit.target.text``."""
    suggestion: Suggestion | None = None
    evidence: tuple[str, ...] = ()
    """What the finding rests on, one fact a line."""
    severity: Severity | None = None
    """Only where this case is graver or lighter than the rule's default."""


class Suppression(msgspec.Struct, frozen=True):
    """Why a finding does not count."""

    kind: str
    """``inline``, ``decision`` or ``baseline``."""
    reason: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A problem as it stands in a report."""

    rule: str
    category: str
    """A category of MQM, such as ``accuracy/mistranslation``."""
    severity: Severity
    message: str
    document: str
    unit: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    location: Location | None = None
    """In the target file, or in the source file where only the source has words at fault."""
    suggestion: Suggestion | None = None
    evidence: tuple[str, ...] = ()
    fingerprint: str = ""
    suppressed: Suppression | None = None

"""Whether a mark gives an organisation the status that the companions file gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.terms.marks import BAN

if TYPE_CHECKING:
    from qa.core.terminology import CompanionClass
    from qa.terms.companions import Companions
    from qa.terms.evidence import Evidence

__all__ = ["wrong_status"]

_NO_STATUS = frozenset({BAN, "sanctions"})


def wrong_status(
    evidence: Evidence, companion: CompanionClass, companions: Companions, language: str
) -> frozenset[str]:
    """The statuses of other classes that a mark gives; empty where it says what its class says, or no more than that.

    A bare ban says nothing of the status, so it is right for every class that speaks of bans.
    """
    wording = companion.wordings.get(language)
    if wording is None or evidence.wordings & set(wording.all):
        return frozenset()
    due = companions.kinds(companion.id, language)
    said, asked = evidence.kinds - _NO_STATUS, due - _NO_STATUS
    if said and asked:
        return frozenset() if said & asked else said
    return evidence.kinds if evidence.kinds and due and not evidence.kinds & due else frozenset()

"""What two texts may disagree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from qa.text.quantity import Quantity

__all__ = ["Disagreement", "DisagreementKind"]

DisagreementKind = Literal["number", "date", "time", "percent", "currency", "unit", "grouping"]


class Disagreement(NamedTuple):
    """A quantity that the other side lacks (None there), or two that should be one."""

    kind: DisagreementKind
    source: Quantity | None
    target: Quantity | None

"""A number with everything that is needed to make it again."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Level", "Score"]

Level = Literal["segment", "document", "corpus"]


class Score(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A metric's value for a segment, a document or the whole batch. A missing score is absent, never 0."""

    metric: str
    value: float
    level: Level = msgspec.field(default_factory=lambda: "corpus")  # a factory's value is never left out of the JSON
    signature: str = ""
    """Every parameter that changes the number."""
    interval: tuple[float, float] | None = None
    """95 % confidence interval."""
    document: str = ""
    unit: str = ""
    system: str = ""
    higher_is_better: bool = True

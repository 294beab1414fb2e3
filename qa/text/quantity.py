"""What a text counts, measures and dates: values with the spans they stand in."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from qa.core.span import Span

__all__ = ["Key", "Quantity", "QuantityKind", "Said", "number_keys"]

QuantityKind = Literal["number", "year", "decade", "code", "phone", "date", "month", "weekday", "time", "implied"]
Key = tuple[str, Decimal]
"""A reading: ``n`` and a number, ``t`` and minutes of the day, ``m`` and a month, ``w`` and a weekday, ``p`` and a
telephone number."""


class Said(NamedTuple):
    """What is compared of a quantity with one reading."""

    key: Key
    unit: str
    beside: str
    parted: bool
    """Whether it is a part of what is only compared by its parts."""


class Quantity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value in a text. Two quantities say the same when they share a key."""

    text: str
    span: Span
    """The number with its magnitude: ``5 million`` of ``$5 million``."""
    keys: tuple[Key, ...]
    """All readings, likeliest first; empty where only the parts are compared."""
    kind: QuantityKind = "number"
    scale: int = 1
    """What a magnitude word multiplied the digits by."""
    unit: str = ""
    """A code of :mod:`qa.languages.units`, or a currency."""
    unit_span: Span | None = None
    unit_certain: bool = True
    """Whether the number itself bears the unit, not only its neighbour in a range."""
    required: bool = True
    """Whether the other text must hold it too. Spelt-out numbers only help to explain those in digits."""
    parts: tuple[Quantity, ...] = ()
    """What it falls into where the whole has no counterpart: the hour and the minutes, the ends of a fraction."""
    beside: str = ""
    """The day that a month's name stands with, to tell two equal months apart."""
    whole: Span | None = None
    """The date or time that it is part of."""

    @property
    def value(self) -> Decimal:
        """The likeliest reading's number."""
        return self.keys[0][1]

    @property
    def mark(self) -> Span:
        """What a finding marks: the whole date, not only its day."""
        return self.whole or self.span

    def moved(self, offset: int) -> Quantity:
        """The same quantity in a longer text, in which its own text starts at ``offset``."""
        return Quantity(
            text=self.text,
            span=self.span.shift(offset),
            keys=self.keys,
            kind=self.kind,
            scale=self.scale,
            unit=self.unit,
            unit_span=self.unit_span.shift(offset) if self.unit_span else None,
            unit_certain=self.unit_certain,
            required=self.required,
            parts=tuple([part.moved(offset) for part in self.parts]) if self.parts else (),
            beside=self.beside,
            whole=self.whole.shift(offset) if self.whole else None,
        )


def number_keys(*values: Decimal | int | str) -> tuple[Key, ...]:
    """Keys of plain numbers."""
    return tuple(("n", Decimal(value)) for value in values)

"""Finds the date of an article in its own dateline."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING

from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from qa.core.document import Document
    from qa.core.segment import Segment
    from qa.text.quantity import Quantity

__all__ = ["dateline"]

_UNITS = 6
"""How far into a text a dateline stands."""
_SHARE = 0.4
"""How much of its line the date is; in a sentence that only mentions a date it is less."""


def dateline(document: Document) -> dt.date | None:
    """The full date that makes up most of one of the first lines, of the translation or else of the source.

    Texts whose units stand alone have no dateline.
    """
    if not document.running_text or document.part:
        return None
    for unit in islice(document.units, _UNITS):
        for segment in (unit.target, unit.source):
            found = _date_of_line(segment)
            if found:
                return found
    return None


def _date_of_line(segment: Segment) -> dt.date | None:
    text = segment.text.strip()
    if not text:
        return None
    for quantity in Analysis(segment.text, segment.language).quantities:
        if quantity.kind == "date" and len(quantity.span) >= _SHARE * len(text):
            return _full_date(quantity)
    return None


def _full_date(quantity: Quantity) -> dt.date | None:
    """The date, when day, month and year are there and the calendar knows it."""
    parts = {part.kind: int(part.value) for part in quantity.parts}
    if not {"date", "month", "year"} <= parts.keys():
        return None
    try:
        return dt.date(parts["year"], parts["month"], parts["date"])
    except ValueError:
        return None

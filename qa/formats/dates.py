"""Dates as metadata give them."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["metadata_date"]

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


def metadata_date(text: str) -> dt.date | None:
    """The date that an ISO 8601 date or time starts with; None where there is none."""
    match = _ISO.match(text.strip().strip("\"'"))
    if not match:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None

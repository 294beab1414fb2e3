"""Numbers and dates written out for a language: what a suggestion puts in the place of a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from qa.languages.pack import LanguagePack
    from qa.text.quantity import Quantity

__all__ = ["corrected", "write_number"]

_GROUPED_FROM = 10_000
_SINGLE_KEYED = frozenset({"number", "year", "date"})


def write_number(value: Decimal, pack: LanguagePack, *, grouped: bool) -> str:
    """``value`` in digits with the decimal mark, and where asked the grouping mark, of a language."""
    plain = f"{value:f}"
    whole, _, decimals = plain.partition(".")
    if grouped:
        mark = "," if "," in pack.grouping_marks else "." if "." in pack.grouping_marks else "\u00a0"
        whole = f"{int(whole):,}".replace(",", mark)
    decimals = decimals.rstrip("0")
    return whole + pack.decimal_mark + decimals if decimals else whole


def corrected(source: Quantity, target: Quantity, pack: LanguagePack) -> str | None:
    """What should stand in the place of ``target`` to say what ``source`` says; None where that is not certain."""
    if "month" in {source.kind, target.kind}:
        return _month(source, target, pack)
    if not {source.kind, target.kind} <= _SINGLE_KEYED or not target.text[:1].isdigit():
        return None
    if source.scale != target.scale:
        return _other_magnitude(source, target, pack)
    digits = next((size for size, mark in enumerate(target.text) if mark.isspace() or mark.isalpha()), len(target.text))
    if target.scale == 1 and digits < len(target.text) and not target.text.replace(" ", "").isdigit():
        return None
    value = source.value / source.scale
    grouped = source.kind == "number" and (value >= _GROUPED_FROM or any(mark in target.text for mark in ", \u00a0"))
    tail = target.text[digits:] if target.scale > 1 else ""
    return write_number(value, pack, grouped=grouped and value >= 1000) + tail  # noqa: PLR2004 -- one group


def _month(source: Quantity, target: Quantity, pack: LanguagePack) -> str | None:
    """The name of the month as it stands in a date with a day."""
    names = pack.calendar.month_names
    if source.kind != target.kind or not names or target.whole is None or target.text[:1].isdigit():
        return None
    return names[int(source.value) - 1]


def _other_magnitude(source: Quantity, target: Quantity, pack: LanguagePack) -> str | None:
    """``5 million`` for ``5 billion``, where the digits are the same and the language does not inflect the word."""
    name = pack.number_words.magnitude_names.get(source.scale)
    head, _, word = target.text.partition(" ")
    if name is None or not word or source.value / source.scale != target.value / target.scale:
        return None
    return f"{head} {name}"

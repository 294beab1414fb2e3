"""A coarse stem, so that the inflected forms of a word are learnt as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.languages.usage import words

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["stemmer", "without_ending"]

_LENGTH = 6
_LEAST = 3
_SHORT = 4

_REFLEXIVE = ("ся", "сь")
_RUSSIAN = (
    words(
        "иями ями ами ость остью остям остей ости ого его ому ему ыми ими ешь ишь ете ите ует уют ают яют ает яет ти "
        "ит ет ат ят ут ют ия ии ию ие ий ией ей ой ый ым им ых их ая яя ое ее ые ую юю ам ям ах ях ом ем ов ев а я о "
        "е ы и у ю й ь"
    )
    | {vowel + "л" + ending for vowel in "аеиоуыя" for ending in ("", "а", "и", "о")}
    | {vowel + "ть" for vowel in "аеиуыя"}
)
_ENGLISH = words("ing ings edly ed ies ly es s e y")
_LATIN = words("ing ings en er es ed s e n")
_LONGEST = 5
"""Letters of an ending."""


def stemmer(language: str) -> Callable[[str], str]:
    """The function that cuts a form of ``language`` (BCP 47) to its stem; numbers and marks stay whole."""
    name = language.lower().partition("-")[0]
    if name in {"ru", "uk", "be", "bg", "sr", "mk"}:
        return _cyrillic
    return _english if name == "en" else _other


def _cyrillic(form: str) -> str:
    if len(form) < _SHORT or not form[0].isalpha():
        return form
    form = form.replace("ё", "е")
    cut = without_ending(form[:-2] if form.endswith(_REFLEXIVE) else form, _RUSSIAN)
    return cut[:_LENGTH] if len(cut) >= _LEAST else form[:_SHORT]


def _english(form: str) -> str:
    return _cut(form, _ENGLISH)


def _other(form: str) -> str:
    return _cut(form, _LATIN)


def _cut(form: str, endings: frozenset[str]) -> str:
    if len(form) <= _SHORT or not form[0].isalpha():
        return form
    cut = without_ending(form, endings)
    return cut[:_LENGTH] if len(cut) >= _LEAST else form[:_LENGTH]


def without_ending(form: str, endings: frozenset[str]) -> str:
    """``form`` without the longest of the ``endings`` that it has; none is longer than five letters."""
    for size in range(_LONGEST, 0, -1):
        if form[-size:] in endings:
            return form[:-size]
    return form

"""A coarse stem, so that the inflected forms of a word are learnt as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["stemmer"]

_LENGTH = 6
_LEAST = 3
_SHORT = 4

_RUSSIAN_REFLEXIVE = regex.compile(r"(?:ся|сь)$")
_RUSSIAN_ENDING = regex.compile(
    r"(?:иями|ями|ами|ость|остью|остям|остей|ости|ого|его|ому|ему|ыми|ими|ешь|ишь|ете|ите|ует|уют|ают|яют|ает|яет|"
    r"[аеиоуыя]л[аио]?|[аеиуыя]ть|ти|ит|ет|ат|ят|ут|ют|ия|ии|ию|ие|ий|ией|ей|ой|ый|ым|им|ых|их|ая|яя|ое|ее|ые|ую|юю|"
    r"ам|ям|ах|ях|ом|ем|ов|ев|а|я|о|е|ы|и|у|ю|й|ь)$"
)
_ENGLISH_ENDING = regex.compile(r"(?:ings?|edly|ed|ies|ly|es|s|e|y)$")
_LATIN_ENDING = regex.compile(r"(?:ings?|en|er|es|ed|s|e|n)$")


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
    cut = _RUSSIAN_ENDING.sub("", _RUSSIAN_REFLEXIVE.sub("", form))
    return cut[:_LENGTH] if len(cut) >= _LEAST else form[:_SHORT]


def _english(form: str) -> str:
    return _cut(form, _ENGLISH_ENDING)


def _other(form: str) -> str:
    return _cut(form, _LATIN_ENDING)


def _cut(form: str, ending: regex.Pattern[str]) -> str:
    if len(form) <= _SHORT or not form[0].isalpha():
        return form
    cut = ending.sub("", form)
    return cut[:_LENGTH] if len(cut) >= _LEAST else form[:_LENGTH]

"""Links that need no learning: equal words and numbers, and words that are spelt alike after transliteration."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from qa.align.links import Links
from qa.align.transliteration import LEAST, skeleton
from qa.align.words import is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.arrays import Floats, Ints

__all__ = ["cognate_links", "identity_links"]

_SAME = 0.95
_SAME_MARK = 0.8
_SAME_DIGITS = 0.5
_SAME_DIGIT = 0.25
_FLOOR = 0.35
_SLOPE = 1.6
_LEAST_SIMILAR = 0.4
_LEAST_SIMILAR_OF_MANY = 0.5
_LARGE = 4_000_000
"""Pairs of forms above which the second consonant of cognates must agree, too."""
_CHUNK = 2048

_SOUND = str.maketrans("eiouybfvghqcjdzx", "aaaaapppkkkkktss")
"""Letters that spellings of one word often exchange, by one of them."""


def identity_links(sources: Sequence[str], targets: Sequence[str]) -> Links:
    """Forms that stand on both sides as they are, and numbers that agree but for their order of magnitude."""
    places = {form: number for number, form in enumerate(targets)}
    digits = defaultdict(list)
    for number, form in enumerate(targets):
        if is_number(form):
            digits[_significant(form)].append(number)
    rows = []
    for source, form in enumerate(sources):
        same = places.get(form)
        if same is not None:
            share = _SAME if form[0].isalpha() or is_number(form) else _SAME_MARK
            rows.append((source, same, share, share))
        if is_number(form) and (figure := _significant(form)):
            share = _SAME_DIGITS if len(figure) > 1 else _SAME_DIGIT
            rows += [(source, target, share, share) for target in digits[figure] if target != same]
    return Links.of(rows)


def _significant(number: str) -> str:
    """The digits of a number without zeros at its ends: ``12`` for 12, 12,000 and 1.2 (million)."""
    return number[1:].replace(".", "").strip("0")


def cognate_links(sources: Sequence[str], targets: Sequence[str]) -> Links:
    """Forms whose spellings share most of their groups of two and three letters (cosine of the counts)."""
    large = len(sources) * len(targets) > _LARGE
    ours, theirs = _grouped(sources, large=large), _grouped(targets, large=large)
    least = _LEAST_SIMILAR_OF_MANY if large else _LEAST_SIMILAR
    parts = [_compare(ours[key], theirs[key], least) for key in sorted(ours.keys() & theirs.keys())]
    if not parts:
        return Links.of([])
    rows, columns, cosines = (np.concatenate(column) for column in zip(*parts, strict=True))
    share = np.clip((cosines - _FLOOR) * _SLOPE, 0, _SAME).astype(np.float32)
    return Links(rows, columns, share, share)


def _grouped(forms: Sequence[str], *, large: bool) -> dict[str, list[tuple[int, str]]]:
    """Ids and spellings of the forms by their first sounds."""
    groups = defaultdict(list)
    for number, form in enumerate(forms):
        spelling = skeleton(form)
        if len(spelling) >= LEAST:
            groups[_sounds(spelling, large=large)].append((number, spelling))
    return groups


def _sounds(spelling: str, *, large: bool) -> str:
    """The class of the first letter and, in a ``large`` vocabulary, that of the next consonant."""
    classes = spelling.translate(_SOUND)
    return classes[0] + (classes[1:].lstrip("a")[:1] if large else "")


def _compare(ours: list[tuple[int, str]], theirs: list[tuple[int, str]], least: float) -> tuple[Ints, Ints, Floats]:
    """Pairs of similar forms of a group, with the cosines of their spellings."""
    grams: dict[str, int] = {}
    right = _profiles([spelling for _, spelling in theirs], grams)
    rows, columns, cosines = [], [], []
    for start in range(0, len(ours), _CHUNK):
        left = _profiles([spelling for _, spelling in ours[start : start + _CHUNK]], grams)
        similar = left[:, : right.shape[1]] @ right.T
        row, column = np.nonzero(similar > least)
        rows.append(row + start)
        columns.append(column)
        cosines.append(similar[row, column])
    source_ids = np.array([number for number, _ in ours])
    target_ids = np.array([number for number, _ in theirs])
    return source_ids[np.concatenate(rows)], target_ids[np.concatenate(columns)], np.concatenate(cosines)


def _profiles(spellings: Sequence[str], grams: dict[str, int]) -> Floats:
    """Counts of the groups of letters of each spelling, scaled to length one; new groups are numbered on."""
    found = [[grams.setdefault(gram, len(grams)) for gram in _grams(spelling)] for spelling in spellings]
    sizes = [len(numbers) for numbers in found]
    cells = np.repeat(np.arange(len(found)) * len(grams), sizes) + np.fromiter(chain.from_iterable(found), np.int64)
    counts = np.bincount(cells, minlength=len(found) * len(grams)).reshape(len(found), -1).astype(np.float32)
    counts /= np.sqrt(np.einsum("ij,ij->i", counts, counts))[:, None]
    return counts


def _grams(spelling: str) -> list[str]:
    marked = "^" + spelling
    places = range(len(marked) - 1)
    return [marked[place : place + 2] for place in places] + [marked[place : place + 3] for place in places[:-1]]

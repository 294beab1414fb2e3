"""Links that need no learning: equal words and numbers, and words that are spelt alike after transliteration."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from qa.align.links import Links
from qa.align.transliteration import LEAST, skeleton
from qa.align.words import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.align.arrays import Floats

__all__ = ["cognate_links", "identity_links"]

_SAME = 0.95
_SAME_MARK = 0.8
_SAME_DIGITS = 0.5
_SAME_DIGIT = 0.25
_FLOOR = 0.35
_SLOPE = 1.6
_LEAST_SIMILAR = 0.4
_LARGE = 4_000_000
"""Pairs of forms above which the second consonant of cognates must agree, too."""
_CHUNK = 2048

_SOUND = {
    letter: sound
    for sound, letters in {"a": "aeiouy", "p": "bpfv", "k": "kghqcj", "t": "td", "s": "szx", "r": "r", "n": "n"}.items()
    for letter in letters
}


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
    strict = len(sources) * len(targets) > _LARGE
    ours, theirs = _grouped(sources, strict=strict), _grouped(targets, strict=strict)
    parts = [_compare(ours[key], theirs[key]) for key in sorted(ours.keys() & theirs.keys())]
    if not parts:
        return Links.of([])
    rows, columns, cosines = (np.concatenate(column) for column in zip(*parts, strict=True))
    share = np.clip((cosines - _FLOOR) * _SLOPE, 0, _SAME).astype(np.float32)
    return Links(rows, columns, share, share)


def _grouped(forms: Sequence[str], *, strict: bool) -> dict[str, list[tuple[int, str]]]:
    groups = defaultdict(list)
    for number, form in enumerate(forms):
        spelling = skeleton(form)
        if len(spelling) >= LEAST:
            groups[_sounds(spelling, strict=strict)].append((number, spelling))
    return groups


def _sounds(spelling: str, *, strict: bool) -> str:
    """The class of the first letter and, if ``strict``, that of the next consonant."""
    first = _SOUND.get(spelling[0], spelling[0])
    following = (_SOUND.get(letter, letter) for letter in spelling[1:]) if strict else ()
    return first + next((sound for sound in following if sound != "a"), "")


def _compare(
    ours: list[tuple[int, str]], theirs: list[tuple[int, str]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    grams: dict[str, int] = {}
    for _, spelling in theirs:
        for gram in _grams(spelling):
            grams.setdefault(gram, len(grams))
    right = _profiles(theirs, grams).T
    rows, columns, cosines = [], [], []
    for start in range(0, len(ours), _CHUNK):
        similar = _profiles(ours[start : start + _CHUNK], grams) @ right
        row, column = np.nonzero(similar > _LEAST_SIMILAR)
        rows.append(row + start)
        columns.append(column)
        cosines.append(similar[row, column])
    source_ids = np.array([number for number, _ in ours])
    target_ids = np.array([number for number, _ in theirs])
    return source_ids[np.concatenate(rows)], target_ids[np.concatenate(columns)], np.concatenate(cosines)


def _profiles(spellings: list[tuple[int, str]], grams: dict[str, int]) -> Floats:
    profiles = np.zeros((len(spellings), len(grams)), np.float32)
    for row, (_, spelling) in enumerate(spellings):
        counts = Counter(_grams(spelling))
        length = sum(count * count for count in counts.values()) ** 0.5
        for gram, count in counts.items():
            if gram in grams:
                profiles[row, grams[gram]] = count / length
    return profiles


def _grams(spelling: str) -> Iterator[str]:
    marked = "^" + spelling
    for size in (2, 3):
        yield from (marked[start : start + size] for start in range(len(marked) - size + 1))

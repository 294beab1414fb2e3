"""Numbers in words, Roman numerals, and words that hold a number: what may stand for digits in the other text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.core.lazy import Memo
from qa.core.span import Span
from qa.languages import language_pack
from qa.languages.morphology import fold
from qa.text.bearing import beside_words
from qa.text.clusters import Clusters
from qa.text.measures import measure_after
from qa.text.number_pieces import may_count, number_pieces
from qa.text.passage import Passage
from qa.text.quantity import Key, Quantity, QuantityKind, number_keys
from qa.text.unspaced import spelt_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.languages.lexicon import NumberWords
    from qa.languages.pack import LanguagePack
    from qa.text.number_pieces import Piece

__all__ = ["LARGE", "TENS", "SpeltNumbers", "spelt_numbers", "spelt_readings"]

LARGE = 10**6
"""From here on a number in words must have a counterpart, as one in digits must."""
_PART = re.compile(r"[^-‑']+")
_ROMAN = re.compile(r"(?=[IVXLC])(?:X[LC]|L?X{0,4}|C{1,3})(?:I[VX]|V?I{0,4})")
_ROMAN_LOOKALIKES = str.maketrans("ХІСМ", "XICM")
_ROMAN_INITIALS = frozenset("IVXLCХІС")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_COMPOUND_HEAD, _COMPOUND_LONGEST, _COMPOUND_TAIL = 3, 13, 3
TENS, _TENS_ROOM = 20, 10
_NOTHING: tuple[tuple[Key, ...], QuantityKind, str] = (), "implied", ""


class SpeltNumbers(NamedTuple):
    """The numbers in words of a part of a text, with their offsets in that part."""

    added: tuple[Quantity, ...]
    """Those that are added up of words."""
    held: tuple[Quantity, ...]
    """Those that single words hold."""


def spelt_numbers(passage: Passage) -> SpeltNumbers:
    """The numbers that a text holds in words, in order."""
    if not passage.pack.spaces_between_words:
        return SpeltNumbers(tuple(spelt_unspaced(passage)), ())
    reader = _Reader(passage, passage.pack.number_words)
    counts = may_count(passage.pack.code)
    for index, word in enumerate(passage.folded):
        if reader.start is not None or counts[word]:
            for piece in number_pieces(passage, index):
                reader.take(piece)
    reader.close()
    return SpeltNumbers(tuple(reader.found), tuple(_loose(passage)))


def spelt_readings(passage: Passage) -> Sequence[tuple[SpeltNumbers, int]]:
    """The `spelt_numbers` as they were read in clusters of words, each with the number of spaces before it."""
    if not passage.pack.spaces_between_words:
        return ((spelt_numbers(passage), 0),)
    return _clusters(passage.pack.code).of(passage.stretches)


@cache
def _clusters(code: str) -> Clusters[SpeltNumbers]:
    pack, counts, held = language_pack(code), may_count(code), _held(code)
    words = pack.number_words
    beginnings = {compound[:_COMPOUND_HEAD] for compound in words.compounds}

    def is_number(word: str, written: str) -> bool:
        plain = word.isalpha() and not words.glued and word[:_COMPOUND_HEAD] not in beginnings
        if plain and written[0] not in _ROMAN_INITIALS and not word.startswith(words.half_prefixes):
            return False
        return counts[word] or bool(held[written][0])

    return Clusters(beside_words(code), is_number, lambda text: spelt_numbers(Passage(text, pack)))


class _Reader:
    """Adds up number words as they come."""

    def __init__(self, passage: Passage, words: NumberWords) -> None:
        self.passage = passage
        self.words = words
        self.found: list[Quantity] = []
        self._reset()

    def _reset(self) -> None:
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.room = Decimal("Infinity")
        self.start: int | None = None
        self.end = 0
        self.last = 0
        self.explicit = False
        self.scale = Decimal(0)
        self.also: list[Decimal] = []

    def take(self, piece: Piece) -> None:
        """The next word."""
        word, words = piece.word, self.words
        if word in words.magnitudes:
            self._multiply(piece, words.magnitudes[word])
        elif word in words.cardinals:
            self._add(piece, Decimal(words.cardinals[word]))
        elif word in words.fractions and not self._is_ordinal(word):
            self._fraction(piece, words.fractions[word])
        elif word in words.ordinals:
            self._add(piece, Decimal(words.ordinals[word]))
            if self.room != _TENS_ROOM:  # Polish and Ukrainian say *twentieth fifth*
                self.close()
        elif (half := self._half(word)) is not None:
            self._add(piece, Decimal("0.5"))
            self._multiply(piece, half)
        elif not (
            (word in words.joiners or word in words.articles or word in {"-", "of"}) and self.current is not None
        ):
            self.close()

    def _is_ordinal(self, word: str) -> bool:
        """Whether a word for both is the ordinal: ``third`` alone and ``twenty-fifth``, not ``two fifths``."""
        value = self.words.ordinals.get(word)
        return value is not None and (self.current is None or (self.current >= TENS and value < self.room))

    def _half(self, word: str) -> int | None:
        for prefix in self.words.half_prefixes:
            if word.startswith(prefix) and word[len(prefix) :] in self.words.magnitudes:
                return self.words.magnitudes[word[len(prefix) :]]
        return None

    def _open(self, piece: Piece) -> None:
        if self.start is None:
            self.start = piece.span.start
        self.end, self.last = piece.span.end, piece.token

    def _add(self, piece: Piece, value: Decimal) -> None:
        if self.current is not None and not value < self.room:
            self.close()
        self._open(piece)
        self.current = (self.current or Decimal(0)) + value
        self.explicit = True
        usual = 100 if value >= 100 else _TENS_ROOM if value >= TENS else 1  # noqa: PLR2004 -- hundreds
        self.room = Decimal(self.words.rooms.get(int(value), usual))

    def _multiply(self, piece: Piece, scale: int) -> None:
        fresh = self.current is None
        self._open(piece)
        self.also = []
        value = (Decimal(1) if self.current is None else self.current) * scale
        if scale < 1000:  # noqa: PLR2004 -- hundreds and dozens may still be multiplied
            self.current, self.room = value, Decimal(scale)
            return
        if not value and scale > self.scale:  # *mil millones*
            value, self.total = self.total * scale, Decimal(0)
        self.total += value
        self.current = Decimal(0)
        self.room, self.scale = Decimal(1000), Decimal(scale)
        self.explicit = self.explicit and not fresh

    def _fraction(self, piece: Piece, name: str) -> None:
        share = Decimal(1) / 3 if name == "third" else Decimal(name)
        if self.current is None or self.start is None:
            self._open(piece)
            self.current, self.room = share, Decimal(0)
        elif self._was_joined(piece):
            self.current += share * self.scale if self.scale and not self.current else share
        else:
            self.also.append(self.current)
            self.current = self.current / 3 if name == "third" else self.current * share
        self.explicit = True
        self.end, self.last = piece.span.end, piece.token
        self.also += [share * 100, share * 60, share * 12]
        self.also += [(share - 1) * 100] if share > 1 else []  # «в полтора раза» is *by 50%*

    def _was_joined(self, piece: Piece) -> bool:
        """Whether *and* stands between the number and the fraction: ``two and a half``."""
        between = self.passage.text[self.end : piece.span.start]
        return any(word in self.words.joiners for word in between.lower().split())

    def close(self) -> None:
        """Write down the number that is open, if any."""
        if self.start is None:
            return
        if self.current is not None:
            value = self.total + self.current
            span = Span(self.start, self.end)
            measure = measure_after(self.passage, self.last + 1)
            readings = dict.fromkeys((value, *self.also, value * 100 if value < 1 else value, value * 12, value * 60))
            self.found.append(
                Quantity(
                    text=span.of(self.passage.text),
                    span=span,
                    keys=number_keys(*readings) if self.also else number_keys(value),
                    unit=measure.unit if measure else "",
                    unit_span=measure.span if measure else None,
                    kind="number" if self.explicit else "implied",
                    required=self.explicit and value >= LARGE,
                )
            )
        self._reset()


def _loose(passage: Passage) -> Iterator[Quantity]:
    """Compounds («четырёхлетний»), implied numbers (``both``), decades, times and Roman numerals."""
    held = _held(passage.pack.code)
    for token in passage.tokens:
        keys, kind, unit = held[token.text]
        if keys:
            yield Quantity(text=token.text, span=token.span, keys=keys, kind=kind, unit=unit, required=False)


@cache
def _held(code: str) -> Mapping[str, tuple[tuple[Key, ...], QuantityKind, str]]:
    """Of any token, the readings of a word that holds a number, their kind, and the unit that it names."""
    return Memo(lambda text: _read(text, code) if text[0].isalpha() else _NOTHING)


def _read(text: str, code: str) -> tuple[tuple[Key, ...], QuantityKind, str]:
    pack, word = language_pack(code), fold(text)
    keys = [*_named(pack, word)]
    for part in _PART.findall(word) if "-" in word or "'" in word else ():
        keys += _named(pack, part)
    values, unit = _compound(pack, word)
    numeral = tuple(_roman(text))
    keys += number_keys(*numeral, *values)
    return tuple(keys), "number" if numeral and len(text) > 1 else "implied", unit


def _named(pack: LanguagePack, word: str) -> Iterator[Key]:
    words = pack.number_words
    yield from number_keys(*words.implied.get(word, ()))
    if word in words.decades:
        yield from number_keys(words.decades[word], 1900 + words.decades[word], 2000 + words.decades[word])
    minutes = pack.calendar.clock_words.get(word)
    if minutes is not None:
        yield ("t", Decimal(minutes))
        yield from number_keys(minutes // 60, 24 if minutes == 0 else 12)


def _compound(pack: LanguagePack, word: str) -> tuple[tuple[int, ...], str]:
    """«двадцатипятилетний» is 25 years: the longest prefixes first, as long as a tail is left; that may be a unit."""
    words, total, rest = pack.number_words, 0, word
    while True:
        sizes = range(min(len(rest), _COMPOUND_LONGEST), _COMPOUND_HEAD - 1, -1)
        prefix = next((rest[:size] for size in sizes if rest[:size] in words.compounds), None)
        if prefix is None or len(rest) - len(prefix) < _COMPOUND_TAIL:
            break
        total, rest = total + words.compounds[prefix], rest[len(prefix) :]
    values = (total, total * words.magnitudes[rest]) if rest in words.magnitudes else (total,)
    return (values, pack.measures.units.get(rest, "")) if total else ((), "")


def _roman(text: str) -> Iterator[int]:
    """The value of a Roman numeral, typed in Latin letters or in Cyrillic ones that look alike."""
    if text[0] not in _ROMAN_INITIALS:
        return
    numeral = text.split("-", maxsplit=1)[0].translate(_ROMAN_LOOKALIKES)
    if numeral[-1:] in {"e", "è"}:
        numeral = numeral[:-1]  # the French ordinal ending
    if not _ROMAN.fullmatch(numeral):
        return
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    following = [*values[1:], 0]
    yield sum(-value if value < after else value for value, after in zip(values, following, strict=True))

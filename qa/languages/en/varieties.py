"""American and British English: which words they spell differently, and their dates, titles and quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from qa.languages.en import variety_words as families
from qa.languages.usage import Variety

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["AMERICAN", "BRITISH", "VARIETIES", "spelling_families"]

Pair = tuple[str, str]
_LETTER_ENDINGS: Final = (
    " s ed ing ings able ably ful fully less ly hood hoods er ers ist ists ite ites ism ation ations al ally"
)
_DOUBLED_ENDINGS: Final = "ed ing ings er ers or ors ist ists"
_IZE_ENDINGS: Final = "e es ed ing er ers able ation ations ational"
_YZE_ENDINGS: Final = "e es ed ing er ers"
_OPTIONAL: Final = re.compile(r"\((\w+)\)")


def spelling_families() -> Iterator[tuple[Pair, ...]]:
    """The American and the British spelling of each word, a family of derivatives at a time."""
    for word in families.LETTER.split():
        american, british = _OPTIONAL.sub("", word), _OPTIONAL.sub(r"\1", word)
        endings = _LETTER_ENDINGS if word.endswith("(u)r") else " s"
        yield tuple((american + ending, british + ending) for ending in endings.split(" "))
    for word in families.RE.split():
        stem = word.removesuffix("er")
        yield tuple((stem + a, stem + b) for a, b in (("er", "re"), ("ers", "res"), ("ered", "red"), ("ering", "ring")))
    for word in families.DOUBLED.split():
        yield tuple((word + ending, f"{word}l{ending}") for ending in _DOUBLED_ENDINGS.split())
    for word in families.SINGLE.split():
        yield tuple((word + ending, word[:-1] + ending) for ending in ("", "s", "ment", "ments"))
    for word in families.IZE.split():
        stem = word.removesuffix("ze")
        yield tuple((f"{stem}z{ending}", f"{stem}s{ending}") for ending in _IZE_ENDINGS.split())
    for word in families.YZE.split():
        stem = word.removesuffix("ze")
        yield tuple((f"{stem}z{ending}", f"{stem}s{ending}") for ending in _YZE_ENDINGS.split())
    for pair in families.PAIRS.split():
        american, _, british = pair.partition(":")
        yield (american, british), (f"{american}s", f"{british}s")


def _with_plurals(words: str) -> frozenset[str]:
    return frozenset(word + ending for word in words.split() for ending in ("", "s"))


_SAME: Final = frozenset(families.SAME.split())
_PAIRS: Final = tuple(pair for family in spelling_families() for pair in family if pair[0] not in _SAME)
_AMERICAN_TOO: Final = _with_plurals(families.AMERICAN_TOO)
_BRITISH_TOO: Final = _with_plurals(families.BRITISH_TOO)
_BRITISH_OFTEN: Final = _with_plurals(families.BRITISH_OFTEN)
_BOTH_HAVE_IZE: Final = tuple(word.removesuffix("e") for word in families.IZE.split())

AMERICAN: Final = {
    american: british
    for american, british in _PAIRS
    if american not in _AMERICAN_TOO and not american.startswith(_BOTH_HAVE_IZE)
}
"""Spellings that are American only, with the British ones; *-ize* is British too."""
_NOT_AMERICAN: Final = {british: american for american, british in _PAIRS if british not in _BRITISH_TOO}
BRITISH: Final = {british: american for british, american in _NOT_AMERICAN.items() if british not in _BRITISH_OFTEN}
"""Spellings that are British only, with the American ones."""

_BRITISH: Final = Variety(
    name="British", date_order="DMY", wrong_spellings=AMERICAN, wrong_titles={"Mr.": "Mr", "Mrs.": "Mrs", "Ms.": "Ms"}
)
VARIETIES: Final = {
    "US": Variety(
        name="American",
        date_order="MDY",
        outer_quotes="“”",
        stops_inside=True,
        wrong_spellings=_NOT_AMERICAN,
        wrong_titles={"Mr": "Mr.", "Mrs": "Mrs.", "Ms": "Ms.", "Dr": "Dr."},
    ),
    "GB": _BRITISH,
    "AU": _BRITISH,
    "IE": _BRITISH,
    "NZ": _BRITISH,
}
"""By region; Australian, Irish and New Zealand English follow the British in what is told here."""

"""Which words may translate a word, as stems: the lexicon that comes with the program, read in either direction."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from qa.core.lazy import Memo
from qa.languages.en.irregular import IRREGULAR
from qa.languages.morphology import fold
from qa.languages.stems import stemmer, without_ending
from qa.languages.usage import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

__all__ = ["stem", "stems", "translations", "trust"]

_ENDINGS = words("ing ings edly ed ies ly es s e y")
_LEAST, _LENGTH = 3, 6
_BACKWARDS = 0.35


def stem(word: str, language: str) -> str:
    """What the forms of a word have in common, roughly; of irregular English forms, the stem of the plain one.

    Args:
        word: One word, or mark of punctuation, folded.
        language: BCP 47.
    """
    return stems(language)[word]


@cache
def stems(language: str) -> Mapping[str, str]:
    """The stem of any word of a language, as `stem` gives it."""
    if language[:2].lower() == "en":
        return Memo(lambda word: _english(word.removesuffix("'s")))
    cut = stemmer(language)
    return Memo(lambda word: cut(word) if word else word)


def _english(folded: str) -> str:
    """The stem of an English word; shorter words are cut than for alignment, so that *cars* is *car*."""
    plain = IRREGULAR.get(folded, folded)
    cut = without_ending(plain, _ENDINGS)
    if len(cut) < _LEAST:
        return plain
    return (cut[:-1] if cut[-1] == cut[-2] and len(cut) > _LEAST else cut)[:_LENGTH]


@cache
def translations(source_language: str, target_language: str) -> Mapping[str, frozenset[str]]:
    """Stems of target words by the stem of the source word; empty for pairs of languages without a lexicon.

    A translation of several words counts by its longest one.
    """
    table: dict[str, set[str]] = {}
    for source, target in _pairs(source_language, target_language) or _backwards(source_language, target_language):
        table.setdefault(source, set()).add(target)
    return {source: frozenset(targets) for source, targets in table.items()}


@cache
def trust(source_language: str, target_language: str) -> float:
    """How much a missing translation tells, 0-1: less where the lexicon is read against its direction.

    The lexicon lists the translations of its source words; of its target words it has only some.
    """
    return 1.0 if _file(_primary(source_language), _primary(target_language)).is_file() else _BACKWARDS


def _file(source: str, target: str) -> Traversable:
    return resources.files("qa.languages") / "data" / f"seed_lexicon_{source}_{target}.tsv"


def _backwards(source_language: str, target_language: str) -> Iterator[tuple[str, str]]:
    return ((source, target) for target, source in _pairs(target_language, source_language))


@cache
def _pairs(source_language: str, target_language: str) -> Sequence[tuple[str, str]]:
    """The lexicon from one language into the other, as stems; empty where there is none in this direction."""
    file = _file(_primary(source_language), _primary(target_language))
    if not file.is_file():
        return ()
    left, right = stems(source_language), stems(target_language)
    pairs: list[tuple[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, choices = line.partition("\t")
        if choices:
            source = left[_longest(word)]
            pairs += [(source, right[_longest(choice)]) for choice in choices.split(",") if choice.strip()]
    return pairs


def _longest(words: str) -> str:
    """The longest of some words, folded."""
    return fold(max(words.split(), key=len) if " " in words.strip() else words.strip())


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()

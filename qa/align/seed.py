"""The lexicon that comes with the program, for pairs of languages that have one."""

from __future__ import annotations

from functools import cache
from importlib import resources

from qa.align.lexicon import Lexicon
from qa.core.errors import ConfigError

__all__ = ["seed_lexicon"]

_SHARE = 0.6
"""What the first translation of a word takes of all its occurrences; the others share the same again."""


@cache
def seed_lexicon(source_language: str, target_language: str) -> Lexicon:
    """The words of a file ``seed_lexicon_SOURCE_TARGET.tsv``, in either direction; empty where there is none.

    A line holds a word, a tab, and up to three translations parted by commas.

    Raises:
        ConfigError: when a line of the file has no translation.
    """
    source, target = (language.lower().partition("-")[0] for language in (source_language, target_language))
    folder = resources.files("qa.languages") / "data"
    for left, right in ((source, target), (target, source)):
        file = folder / f"seed_lexicon_{left}_{right}.tsv"
        if file.is_file():
            pairs = _pairs(file.read_text(encoding="utf-8"), file.name)
            if left == target:
                pairs = [(translation, word, share) for word, translation, share in pairs]
            return Lexicon.from_weighted(source_language, target_language, pairs)
    return Lexicon(source_language, target_language)


def _pairs(text: str, name: str) -> list[tuple[str, str, float]]:
    pairs = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        word, _, translations = line.partition("\t")
        if not translations:
            message = f"{name}:{number}: “{line}” lacks a translation; write the word, a tab and its translations"
            raise ConfigError(message)
        choices = translations.split(",")
        pairs += [
            (word, choice.strip(), _SHARE if place == 0 else _SHARE / len(choices))
            for place, choice in enumerate(choices)
        ]
    return pairs

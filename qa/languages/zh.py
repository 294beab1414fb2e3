"""Chinese: marks only, so far."""

from __future__ import annotations

from qa.languages.pack import LanguagePack

__all__ = ["PACK"]

PACK = LanguagePack(
    code="zh",
    name="Chinese",
    scripts=frozenset({"Han", "Bopomofo"}),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』")),
    dashes=("——",),
    spaces_between_words=False,
)

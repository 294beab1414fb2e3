"""French: marks only, so far."""

from __future__ import annotations

from qa.languages.pack import LanguagePack
from qa.languages.usage import Usage, words

__all__ = ["PACK"]

PACK = LanguagePack(
    code="fr",
    name="French",
    letters="abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ",
    quotes=(("«", "»"), ("“", "”")),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " "}),
    usage=Usage(doubled_words=words("nous vous"), spaced_marks=frozenset(";:!?»")),
)

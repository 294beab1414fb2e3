"""Names for findings that survive moved lines and renamed files."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["Fingerprinter", "text_hash"]

_CONTEXT = 12


def text_hash(text: str) -> str:
    """A short, stable hash of a text after Unicode normalisation (16 hexadecimal digits)."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]


class Fingerprinter:
    """Stamps findings of one batch; equal findings are told apart by their ordinal.

    A fingerprint rests on the rule, the texts of the unit, the matched text and a little context, never on a line
    number, a unit id or a file name.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def stamp(self, rule: str, source: str, text: str, start: int, end: int) -> str:
        """``v1:`` and 32 hexadecimal digits for ``text[start:end]`` found by ``rule`` beside ``source``."""
        context = text[max(start - _CONTEXT, 0) : end + _CONTEXT]
        parts = (rule, text_hash(source), text[start:end], context)
        basis = "\0".join(unicodedata.normalize("NFC", part) for part in parts)
        ordinal = self._seen.get(basis, 0)
        self._seen[basis] = ordinal + 1
        return "v1:" + hashlib.sha256(f"{basis}\0{ordinal}".encode()).hexdigest()[:32]

"""Names for findings that survive moved lines and renamed files."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["Fingerprinter", "text_hash", "without_ordinal"]

_CONTEXT = 12


def text_hash(text: str) -> str:
    """A short, stable hash of a text after Unicode normalisation (16 hexadecimal digits)."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]


def without_ordinal(fingerprint: str) -> str:
    """What equal findings of one batch share."""
    return fingerprint.partition("-")[0]


class Fingerprinter:
    """Stamps findings of one batch; equal findings are told apart by their ordinal.

    A fingerprint rests on the rule, the texts of the unit, the matched text and a little context, never on a line
    number, a unit id or a file name.
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def stamp(self, rule: str, source: str, text: str, start: int, end: int) -> str:
        """A name for ``text[start:end]`` found by ``rule`` beside ``source``.

        It is ``v1:`` and 32 hexadecimal digits, with ``-2``, ``-3`` and so on for equal findings after the first.
        """
        context = text[max(start - _CONTEXT, 0) : end + _CONTEXT]
        parts = (rule, text_hash(source), text[start:end], context)
        basis = "\0".join(unicodedata.normalize("NFC", part) for part in parts)
        name = "v1:" + hashlib.sha256(basis.encode()).hexdigest()[:32]
        self._seen[name] = ordinal = self._seen.get(name, 0) + 1
        return name if ordinal == 1 else f"{name}-{ordinal}"

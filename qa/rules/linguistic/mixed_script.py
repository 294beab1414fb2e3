"""Word with letters of two scripts.

What it finds: words in which a Cyrillic letter stands among Latin ones, or the other way round, where the two look
alike: “WНO” with a Cyrillic «Н».

Why it matters: nobody sees it, yet search, spelling checkers, speech output and links all fail on the word. It comes
from a keyboard in the wrong layout or from recognised scans.

Fails:
    ru: Всемирная организация здравоохранения (ВОЗ) выпустила доклад.
    en: The World Health Organization (⟦WНO⟧) published a report.

Passes:
    en: The IT specialist sent a PDF file.
    ru: IT-специалист прислал PDF-файл.

When to switch it off: in texts about alphabets or about such deceptions.

Known limits: a word is reported only if all its letters can be of one script without looking different; joined words
are looked at part by part. A word typed wholly in the wrong script is the business of linguistic/leftover-script.

Source: Unicode Technical Standard 39, Unicode Security Mechanisms; MQM, linguistic-conventions/character-encoding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.candidates import beyond_ascii
from qa.rules.rule import UnitRule
from qa.text.scripts import all_look_alike, look_alikes, scripts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["MixedScript"]

_PART = re.compile(r"[^-‑'’ʼ]+")
_OF_CYRILLIC = "\u0400-\u052f\u1c80-\u1c8f\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f\U0001e030-\U0001e08f"
_BESIDE_CYRILLIC = re.compile(
    rf"[^\s!-/:-@\[-`{{-~«»“”„’…—–№{_OF_CYRILLIC}](?:(?=[{_OF_CYRILLIC}])|(?<=[{_OF_CYRILLIC}].))"
)
"""What may be a letter, a digit or an accent, without anything between it and a Cyrillic letter: seldom in any text."""
_CONFUSED = frozenset({"Latin", "Cyrillic"})


class MixedScript(UnitRule):
    """Looks at each word of the target."""

    category = "linguistic-conventions/character-encoding"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets with other than ASCII letters."""
        del context
        return beyond_ascii(document)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Words of two scripts that can be written in one."""
        if unit.target.text.isascii() or not _BESIDE_CYRILLIC.search(unit.target.text):
            return
        target = context.analyse(unit.target)
        own = [script for script in ("Cyrillic", "Latin") if script in target.pack.scripts]
        for word in target.words:
            if not word.text.isascii():
                yield from _mixed_parts(unit, word, own)


def _mixed_parts(unit: TranslationUnit, word: Token, own: Sequence[str]) -> Iterator[Problem]:
    for match in _PART.finditer(word.text):
        part, span = match.group(), Span(*match.span()).shift(word.span.start)
        if not scripts_of(part) >= _CONFUSED:
            continue
        for script in dict.fromkeys([*own, "Latin", "Cyrillic"]):
            if all_look_alike(part, script):
                right = look_alikes(part, script)
                message = f"“{part}” mixes Latin and Cyrillic letters; type “{right}” in {script} letters only"
                yield Problem(unit=unit, message=message, target=(span,), suggestion=Suggestion(span, right))
                break

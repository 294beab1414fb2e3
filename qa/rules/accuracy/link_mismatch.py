"""Address that differs from the source or is missing.

What it finds: e-mail and web addresses of the source that the target does not hold as they are. Addresses that differ
in a language code only (``/ru/`` and ``/en/``) are equal, so are those with and without ``https://`` and ``www``.

Why it matters: an address with one wrong letter leads nowhere, or to somebody else.

Fails:
    ru: Пишите на ⟦press@ozero-fest.example⟧ до пятницы.
    en: Write to ⟦pres@ozero-fest.example⟧ by Friday.

Passes:
    ru: Подробности: https://ozero-fest.example/ru/news
    en: For details, see https://www.ozero-fest.example/en/news/

When to switch it off: where each language has a website of its own.

Known limits: a domain that is only the name of a medium («Порт24.ru») may be written without its ending or be left out;
hashtags and accounts may be left out too.

Source: MQM, design-and-markup/link-cross-reference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.candidates import SIDES, numbers_of_candidates
from qa.rules.rule import UnitRule
from qa.text.links import SIGNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.links import Link

__all__ = ["LinkMismatch"]

_PREFIX = re.compile(r"^(?:https?://)?(?:www\.)?")
_LANGUAGE = re.compile(r"(?<=[/.=])[a-z]{2}(?=[/.&]|$)|^[a-z]{2}(?=\.)")
_UNLIKE = 0.4
_MUST_STAY = frozenset({"email", "url"})


class LinkMismatch(UnitRule):
    """Compares the addresses of both texts."""

    category = "design-and-markup/link-cross-reference"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of units in which either text may have an address."""
        del context
        signs = [(sign, side) for sign in SIGNS for side in SIDES]
        return {number for sign, side in signs for number in numbers_of_candidates(document, sign, side)}

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Addresses that changed, and e-mail and web addresses that are missing."""
        pair = context.pair(unit)
        source, target = pair.source.links, pair.target.links
        if not (source or target) or not pair.comparable:
            return
        missing = _without(source, target)
        extra = _without(target, source)
        for link in missing:
            nearest = min(extra, key=lambda other: _unlikeness(link, other), default=None)
            if nearest is not None and _unlikeness(link, nearest) <= _UNLIKE:
                extra.remove(nearest)
                yield Problem(
                    unit=unit,
                    message=f"“{link.text}” became “{nearest.text}”; correct the address",
                    source=(link.span,),
                    target=(nearest.span,),
                    suggestion=Suggestion(nearest.span, link.text),
                )
            elif link.kind in _MUST_STAY and _bare(link.text) not in unit.target.text.lower():
                yield Problem(
                    unit=unit,
                    message=f"“{link.text}” is missing from the translation; add the address",
                    source=(link.span,),
                )


def _without(links: Sequence[Link], others: Sequence[Link]) -> list[Link]:
    """Those of ``links`` that no other equals."""
    known = {_bare(other.text) for other in others}
    return [link for link in links if _bare(link.text) not in known]


def _bare(address: str) -> str:
    """The address without scheme, *www*, language codes and the slash at its end."""
    return _LANGUAGE.sub("", _PREFIX.sub("", address.lower())).rstrip("/")


def _unlikeness(link: Link, other: Link) -> float:
    """0 for equal addresses to 1; more for addresses of two kinds."""
    kinds = {link.kind, other.kind}
    bare = Levenshtein.normalized_distance(_bare(link.text), _bare(other.text))
    whole = Levenshtein.normalized_distance(link.text.lower(), other.text.lower())
    return min(bare, whole) + (kinds not in _SAME_KINDS)


_SAME_KINDS = ({"url"}, {"email"}, {"handle"}, {"domain"}, {"url", "domain"})

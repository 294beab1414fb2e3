"""Web addresses, domains and e-mail addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, cast

import msgspec
import regex

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SIGNS", "Link", "links"]

_TOP = "com|org|net|info|biz|edu|gov|io|tv|me|eu|ru|su|ua|by|kz|de|fr|uk|us|рф|рус|укр|бел|онлайн|сайт"
_LINK = r"""
    (?P<url>    (?: https?:// | ftp:// | www\. ) [^\s<>"«»“”()\[\]]+ )
  | (?P<email>  [\p{L}\p{Nd}._%+-]+ @ [\p{L}\p{Nd}-]+ (?: \. [\p{L}\p{Nd}-]+ )+ )
  | (?P<handle> (?<! [\p{L}\p{Nd}] ) [@#] [\p{L}\p{Nd}_]*\p{L}[\p{L}\p{Nd}_]* )
  | (?P<domain> (?<! [\p{L}\p{Nd}@.-] ) (?: [\p{L}\p{Nd}] [\p{L}\p{Nd}-]* \. )+
                (?: TOP )
                (?: / [^\s<>"«»“”()\[\]]* )? (?! [\p{L}\p{Nd}-] ) )
    """.replace("TOP", _TOP)
_HINT = re.compile(r"\.(?<=\w\.)[^\W\d_]{2}")
"""What every domain has; much quicker to look for than a domain."""
SIGNS: Final = (re.compile("@"), re.compile("#"), re.compile("://"), _HINT)
"""Patterns, one of which is found in every text with an address; each begins with a mark, as is looked for quickest."""
_STRETCH = re.compile(rf"(?<!\S)\S*?(?:\.(?i:{_TOP})(?![^\W_]|-)|[@#]|://|[wW](?i:ww)\.)\S*")
"""Between white space, with a sign that every address has."""
_CLOSING = ".,;:!?…'’"

LinkKind = Literal["url", "email", "handle", "domain"]


class Link(msgspec.Struct, frozen=True, gc=False):
    """An address in a text."""

    text: str
    span: Span
    kind: LinkKind


def links(text: str) -> tuple[Link, ...]:
    """The addresses of ``text`` in order, without the punctuation of the sentence after them."""
    if not ("@" in text or "#" in text or "://" in text or _HINT.search(text)):
        return ()
    found = []
    for match in _matches(text):
        address = match.group().rstrip(_CLOSING)
        kind = cast("LinkKind", match.lastgroup)
        found.append(Link(address, Span(match.start(), match.start() + len(address)), kind))
    return tuple(found)


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """What looks like an address; only stretches that may hold one are searched, since the search is slow."""
    for stretch in _STRETCH.finditer(text):
        yield from _link().finditer(text, *stretch.span())


@cache
def _link() -> regex.Pattern[str]:
    """Compiled for the first text that may have an address: that takes as long as all else of this module together."""
    return regex.compile(_LINK, regex.VERBOSE | regex.VERSION1 | regex.IGNORECASE)

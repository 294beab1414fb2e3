"""Where names stand and how they are marked, as the report tells it."""

from __future__ import annotations

from qa.core.document import Document, TranslationUnit
from qa.core.report import Mention
from qa.core.segment import Segment
from qa.core.span import Span
from qa.engine.mentions import mentions
from qa.terms.companions import Companions
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

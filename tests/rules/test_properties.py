"""What holds for every rule on every text: spans lie in their texts, and the same input gives the same findings."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import InlineCode, Segment
from qa.engine.ruleset import ActiveRule
from qa.engine.runner import Resources, run_rules
from qa.rules.discovery import all_rules

RULES = [ActiveRule(rule(), rule.severity) for rule in all_rules().values()]
RESOURCES = Resources(source_language="ru", target_language="en")
PIECES = [
    *" \u00a0\n.,;:!?-–—()[]{}<>/%&'\"“”«»„…0123456789",
    *(
        "the",
        "The",
        "port",
        "порт",
        "Порт",
        "СССР",
        "NFU",
        "is",
        "was held",
        "which",
        "1,5",
        "10.05.2021",
        "May",
        "мая",
    ),
    *(
        "%d",
        "{name}",
        "<b>",
        "</b>",
        "&amp",
        "http://example.org/x",
        "not",
        "не",
        "млн",
        "million",
        "$5",
        "5 км",
        "\u0301",
    ),
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=12)


@st.composite
def segments(draw: st.DrawFn, language: str) -> Segment:
    text = draw(texts)
    offsets = draw(st.lists(st.integers(0, len(text)), max_size=2))
    codes = tuple(InlineCode(str(offset), "ph", offset, f"<x{offset}/>") for offset in sorted(offsets))
    return Segment(language, text, codes=codes, paragraph=draw(st.integers(0, 2)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pairs = draw(st.lists(st.tuples(segments("ru"), segments("en")), min_size=1, max_size=4))
    confidence = draw(st.sampled_from([None, 0.4, 1.0]))
    units = tuple(
        TranslationUnit(str(number), "d", source, target, confidence=confidence)
        for number, (source, target) in enumerate(pairs)
    )
    return Document("d", "d.txt", "ru", "en", units, running_text=draw(st.booleans()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_spans_lie_in_their_texts(document: Document) -> None:
    units = {unit.id: unit for unit in document.units}
    for finding in run_rules([document], RULES, RESOURCES):
        unit = units[finding.unit]
        assert all(span.end <= len(unit.source.text) for span in finding.source_spans), finding
        assert all(span.end <= len(unit.target.text) for span in finding.target_spans), finding
        assert finding.suggestion is None or finding.suggestion.span.end <= len(unit.target.text), finding
        assert finding.message, finding


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_the_same_document_gives_the_same_findings(document: Document) -> None:
    backwards = list(reversed(RULES))
    assert run_rules([document], RULES, RESOURCES) == run_rules([document], backwards, RESOURCES)

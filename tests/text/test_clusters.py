from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.languages import language_pack
from qa.text.analysis import Analysis
from qa.text.bearing import beside_digits, beside_words
from qa.text.quantities import quantities
from qa.text.spelt_numbers import spelt_numbers

LANGUAGES = ("en", "ru", "de", "fr", "pl", "uk", "es", "it")
NUMBERS = ["1", "5", "12", "35", "100", "555", "2020", "0800", "1990", "17:30", "1,5", "1.5", "18.03.2021", "5/6", "½"]
MARKS = [*".,:;-–—()«»\"'’+/%°$€…№²", "US$", "EUR", "(+", "p.m."]
GAPS = [" "] * 12 + ["", "", "", "  ", "\u00a0", "\u202f", "\n", "-", "-", ".", "/"]
PLAIN = [
    "house",
    "Дом",
    "ёлка",
    "ток-шоу",
    "(see",
    "word)",
    "end.",
    "«Да»",
    "which,",
    "Straße",
    "II",
    "XIX",
    "I",
    "COVID-19",
    "T-90",
    "4-летний",
    "3rd",
    "90-е",
    "5km",
]


@cache
def lexicon(language: str) -> list[str]:
    """What bears on numbers in a language, phrases among them, and numbers themselves."""
    pack = language_pack(language)
    numbers, calendar, measures = pack.number_words, pack.calendar, pack.measures
    tables = (
        numbers.cardinals, numbers.ordinals, numbers.magnitudes, numbers.fractions, numbers.implied, numbers.decades,
        numbers.joiners, numbers.articles, numbers.range_words, numbers.ordinal_suffixes, numbers.compounds,
        calendar.months, calendar.weekdays, calendar.month_signals, calendar.night_before, calendar.year_words,
        calendar.day_words, calendar.hours, calendar.minutes, calendar.forenoon, calendar.afternoon,
        calendar.clock_words, measures.units, measures.currencies, measures.rates, measures.squares, measures.cubes,
        measures.modifiers, beside_digits(language), beside_words(language),
    )  # fmt: skip
    return [form for table in tables for word in sorted(table)[:60] for form in (word, word.capitalize(), word.upper())]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a text full of numbers, of what bears on them, and of what does not."""
    language = draw(st.sampled_from(LANGUAGES))
    words = st.one_of(*map(st.sampled_from, (NUMBERS, NUMBERS, MARKS, PLAIN, lexicon(language), lexicon(language))))
    pieces = draw(st.lists(st.tuples(words, st.sampled_from(GAPS)), max_size=12))
    return language, "".join(word + gap for word, gap in pieces)


@settings(max_examples=400)
@given(texts())
def test_numbers_in_clusters_are_those_of_the_whole_text(sample: tuple[str, str]) -> None:
    language, text = sample
    analysis = Analysis(text, language)
    assert analysis.spelt_numbers == tuple(number for part in spelt_numbers(analysis.passage) for number in part)
    if analysis.has_digits or analysis.has_calendar_words:
        assert analysis.quantities == quantities(analysis.passage, [link.span for link in analysis.links])

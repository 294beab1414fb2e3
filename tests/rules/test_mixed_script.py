from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.core import Segment, TranslationUnit
from qa.rules.context import Context
from qa.rules.linguistic import mixed_script
from qa.rules.linguistic.mixed_script import MixedScript
from qa.text.analysis import Analyser
from qa.text.scripts import scripts_of
from qa.text.tokens import tokenize

PIECES = st.lists(st.sampled_from([*"aocéßаорхёѣ09\u0301\u0306-’' .,«_№", "湖", "\ufe2e", "ﬁ", "\U0001e030"]))


@given(PIECES.map("".join))
def test_words_of_two_scripts_are_never_passed_over(text: str) -> None:
    parts = [part for token in tokenize(text) for part in mixed_script._PART.findall(token.text)]
    if any(scripts_of(part) >= {"Latin", "Cyrillic"} for part in parts):
        assert mixed_script._BESIDE_CYRILLIC.search(text)


@given(PIECES.map("".join))
def test_what_is_found_has_letters_of_both_scripts(text: str) -> None:
    unit = TranslationUnit("1", "d", Segment("ru", "Текст"), Segment("en", text))
    context = Context(source_language="ru", target_language="en", analyser=Analyser())
    for problem in MixedScript().check(unit, context):
        assert scripts_of(problem.target[0].of(text)) >= {"Latin", "Cyrillic"}

from __future__ import annotations

import pytest
import regex

from qa.segment.icu import translate


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\x{2026}", "…"),
        (r"[\x{41}-\x{43}]", "B"),
        (r"\x{2E}", "."),
        (r"[\x{5D}]", "]"),
        (r"\x41", "A"),
        (r"\u2026", "…"),
        (r"\056", "."),
        (r"\Qe.g. (a+b)\E\s", "e.g. (a+b) "),
        (r"\Q[open", "[open"),
        (r"\h", "\t"),
        (r"[[a-z]&&[^b]]", "c"),
        (r"[\p{L}&&[^\p{Lu}]]++", "abc"),
        (r"a\Z", "a"),
        (r"a\z", "a"),
        (r"\\x", r"\x"),
        (r"(?i)ABC", "abc"),
    ],
)
def test_icu_spelling_means_the_same(pattern: str, text: str) -> None:
    assert regex.fullmatch(translate(pattern), text, regex.V1)


@pytest.mark.parametrize(
    ("pattern", "text"), [(r"\x{2E}", "x"), (r"[[a-z]&&[^b]]", "b"), (r"a\z", "a\n"), (r"\Q.\E", "x")]
)
def test_icu_spelling_means_no_more(pattern: str, text: str) -> None:
    assert not regex.fullmatch(translate(pattern), text, regex.V1)


def test_before_a_last_line_end() -> None:
    assert regex.match(translate(r"a\Z"), "a\n", regex.V1)


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?<x>a)\k<x>"])
def test_back_references_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="back references such as"):
        translate(pattern)


def test_a_character_beyond_unicode_is_refused() -> None:
    with pytest.raises(ValueError, match="chr"):
        translate(r"\x{110000}")

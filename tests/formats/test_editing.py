"""Changed texts in contents with inline codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qa.core import InputError
from qa.formats import read_bilingual, write_back

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core import Segment

HEAD = '<xliff version="1.2"><file source-language="ru" target-language="en" original="a.txt"><body>'
TAIL = "</body></file></xliff>"


def prepared(path: Path, target: str) -> Segment:
    body = f'<trans-unit id="1"><source>Раз</source><target>{target}</target></trans-unit>'
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    return reread(path)


def reread(path: Path) -> Segment:
    (document,) = read_bilingual(path, source_language=None, target_language=None)
    return document.units[0].target


def changed(path: Path, target: str, new: str) -> str:
    prepared(path, target)
    write_back(path, {(path.as_posix(), "1"): new})
    text = path.read_text(encoding="utf-8")
    return text[text.index("<target>") + 8 : text.index("</target>")]


@pytest.mark.parametrize(
    ("target", "new", "expected"),
    [
        ("the <g>depot</g> opened", "the <g>harbour</g> opened", None),
        ("the <g>depot</g> opened", "the <g>depot</g> has opened", None),
        ("the <g>depot</g> opened", "a <g>depot</g> closed", None),
        ("the <g>depot</g> opened", "the <g></g> opened", None),
        ("the <g>depot</g> opened", "the old <g>depot</g> opened", None),
        ("the <g>depot</g>s opened", "the <g>depot</g> opened", None),
        ("the <g>d</g>epot opened", "the <g>D</g>epot opened", None),
        ("<g>wrold</g> opened", "<g>world</g> opened", None),
        ("one<x/> two <x/>three", "one<x/>, two <x/>three", "one,<x/> two <x/>three"),
        ("<g>depot</g> opened", "old <g>depot</g> opened", None),
        ("<g>depot</g>", "<g>harbour</g>", None),
        ("<x/>", "depot<x/>", None),
        ("depot<x/>", "<x/>", None),
        ('a <mrk mtype="x">b c</mrk> d', 'a <mrk mtype="x">b e</mrk> d', None),
    ],
)
def test_codes_keep_their_place_beside_unchanged_words(
    tmp_path: Path, target: str, new: str, expected: str | None
) -> None:
    path = tmp_path / "a.xlf"
    text = prepared(tmp_path / "new.xlf", new).text
    assert changed(path, target, text) == (expected or new)


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ("one <g>two</g> three", "completely different"),
        ("one<x/>two", "three"),
        ('one <mrk mtype="x">two</mrk> three', "four"),
        ("one <x/>two", ""),
    ],
)
def test_a_code_that_would_be_lost_is_an_error_and_the_file_stays(tmp_path: Path, target: str, new: str) -> None:
    path = tmp_path / "a.xlf"
    prepared(path, target)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"unit '1' of .*would lose its place"):
        write_back(path, {(path.as_posix(), "1"): new})
    assert path.read_bytes() == before


def test_only_what_differs_is_written_anew(tmp_path: Path) -> None:
    target = "a &#x62; c &quot;d&quot; <![CDATA[e]]> f &#x67;"
    assert changed(tmp_path / "a.xlf", target, 'a b c "x" e f g') == target.replace("d&quot;", "x&quot;")


def test_a_change_over_the_seam_of_two_sections_keeps_both(tmp_path: Path) -> None:
    assert changed(tmp_path / "a.xlf", "a<![CDATA[bc]]>d<!-- n -->e", "axe") == "a<![CDATA[x]]><!-- n -->e"


def test_a_change_in_a_long_text_is_found_in_linear_time(tmp_path: Path) -> None:
    words = "depot " * 300_000
    assert changed(tmp_path / "a.xlf", f"<x/>{words}end", f"{words}END") == f"<x/>{words}END"


TOKENS = st.lists(st.sampled_from(["depot", "harbour", " ", "é", "&amp;", ", ", "𐐀"]), max_size=8).map("".join)
CODED = st.lists(st.one_of(TOKENS, st.just("<x/>"), TOKENS.map(lambda text: f"<g>{text}</g>")), max_size=5)


@given(parts=CODED, new=TOKENS)
@example(parts=["<x/>", "<x/>"], new="depot")
@example(parts=["depot", "<x/>", "<x/>", "harbour"], new="depot harbour")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_change_gives_the_text_and_keeps_the_codes_or_is_refused(
    tmp_path: Path, parts: list[str], new: str
) -> None:
    path = tmp_path / "a.xlf"
    before = prepared(path, "".join(parts))
    text = new.replace("&amp;", "&")
    try:
        write_back(path, {(path.as_posix(), "1"): text})
    except InputError:
        assert reread(path) == before
        assert before.codes
        return
    after = reread(path)
    assert after.text == text
    assert [(code.kind, code.data) for code in after.codes] == [(code.kind, code.data) for code in before.codes]

from __future__ import annotations

import tomllib

import pytest

from qa.core.toml_lines import broken_line, key_line

TEXT = """\
ignore = ["style"]   # fail-on = here
[gate]
fail-on = "x"
[gate.scores."chrf"]
min = 3
[tool.other]
min = 4
"""


@pytest.mark.parametrize(
    ("key", "under", "line"),
    [
        ("ignore", "", 1),
        ("fail-on", "", 3),
        ("chrf", "", 4),
        ("min", "", None),
        ("min", "gate", 5),
        ("min", "tool", 7),
        ("ignore", "gate", None),
        ("gone", "", None),
    ],
)
def test_a_key_is_found_where_it_stands_once(key: str, under: str, line: int | None) -> None:
    assert key_line(TEXT, key, under=under) == line


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb =\n", 2), ("a = 1\n\nb = [", 3), ("", None)])
def test_a_broken_file_names_its_line(text: str, line: int | None) -> None:
    if line is None:
        assert tomllib.loads(text) == {}
        return
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    found, what = broken_line(caught.value, text)
    assert found == line
    assert what
    assert "at line" not in what

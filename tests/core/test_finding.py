from __future__ import annotations

import pytest

from qa.core import FormatError, InputError, QaError, Severity


def test_severities_are_ordered() -> None:
    assert Severity.MAJOR.at_least(Severity.MINOR)
    assert Severity.MAJOR.at_least(Severity.MAJOR)
    assert not Severity.NEUTRAL.at_least(Severity.MINOR)
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("path", "line", "message"),
    [("a.tsv", 3, "a.tsv:3: broken"), ("a.tsv", None, "a.tsv: broken"), ("", None, "broken")],
)
def test_an_input_error_says_where(path: str, line: int | None, message: str) -> None:
    error = FormatError("broken", path=path, line=line)
    assert str(error) == message
    assert isinstance(error, InputError)
    assert isinstance(error, QaError)

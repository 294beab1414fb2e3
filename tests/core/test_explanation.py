from __future__ import annotations

import msgspec
import pytest

from qa.core.explanation import Objection, explained


class Table(msgspec.Struct, forbid_unknown_fields=True):
    names: tuple[str, ...] = ()
    limit: int | None = None
    of: dict[str, float] = {}


@pytest.mark.parametrize(
    ("value", "objection", "key"),
    [
        ({"names": "x"}, Objection("names", "expected a list, got a text"), "names"),
        ({"names": [1]}, Objection("names[0]", "expected a text, got a whole number"), "names"),
        ({"limit": "x"}, Objection("limit", "expected a whole number, got a text"), "limit"),
        ({"of": {"a": True}}, Objection("of[...]", "expected a number, got true or false"), "of"),
        ({"more": 1}, Objection("", "object contains unknown field `more`"), ""),
        ([], Objection("", "expected a table, got a list"), ""),
    ],
)
def test_an_objection_is_in_plain_words(value: object, objection: Objection, key: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(value, Table)
    assert explained(str(caught.value)) == objection
    assert explained(str(caught.value)).key == key

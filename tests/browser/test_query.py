"""The query language finds what it says, and says what it does not understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from driver import Show

    from qa.core.report import Report

QUERIES = {
    "rule:accuracy": 3,
    "rule:date-mismatch": 2,
    "rule:accuracy/*": 3,
    "rule:*space,style": 3,
    "-rule:accuracy": 4,
    "sev>=major": 4,
    "sev:minor,critical": 4,
    "sev<major": 3,
    "doc:ferry": 1,
    "doc:bri*": 5,
    "doc:news/ferry.txt": 1,
    "doc:ferry.txt": 1,
    "unit:1": 1,
    '"will be built"': 4,
    "ПОСТРОЯТ": 5 + 1,
    "№": 6,
    "zzzq": 0,
    "840": 1,
    r"/No\. [12]\b/": 3,
    "/BRIDGE +NO/i": 4,
    "-/bridge +no/i": 2,
    "message:spaces": 3,
    "target:span": 1,
    "source:мост": 6,
    "reference:bridge": 1,
    "category:style": 1,
    "score>=40": 1,
    "score>90": 0,
    "confidence<0.7": 1,
    "invisible": 1,
    "unaligned": 1,
    "suggested": 5,
    "undecided": 6,
    "decided": 0,
    "decision:undecided": 6,
    "suppressed": 1,
    "entity:northern-dawn": 2,
    "entity:north* -form:banned*": 1,
    'entity:northern-dawn form:""': 1,
    "entity:northern-dawn form:bridge": 0,
    "rule:typography doc:bridge sev:minor": 2,
    "": 6,
}
COMPLAINTS = {
    "rul:x": "There is no field “rul”. Did you mean “rule:”?",
    '"open': 'A " is never closed.',
    "/open": "A / is never closed.",
    "/(/": "cannot be read",
    "sev:grave": "There is no severity “grave”",
    "rule>=x": "knows no more or less",
    "score>=high": "is compared with a number",
    "decision:maybe": "There is no decision “maybe”",
    "rule:": "needs a value",
    'rule:""': "needs a value",
    "form:": "needs a value",
}


def test_queries(show: Show, report: Report) -> None:
    opened = show(report)
    found = {}
    for query in QUERIES:
        opened.search(query)
        assert opened.page.inner_text("#complaint") == "", query
        found[query] = opened.count()
    assert found == QUERIES
    assert opened.errors == []


@pytest.mark.parametrize("query", COMPLAINTS)
def test_a_query_that_cannot_be_read_keeps_the_list(show: Show, report: Report, query: str) -> None:
    opened = show(report)
    opened.search(query)
    assert COMPLAINTS[query] in opened.page.inner_text("#complaint")
    assert opened.page.get_attribute("#search", "aria-invalid") == "true"
    assert opened.count() == 6
    opened.search("rule:accuracy")
    assert opened.page.inner_text("#complaint") == ""


def test_all_segments_are_found_too(show: Show, report: Report) -> None:
    opened = show(report)
    opened.press("v")
    for query, rows in {"": 12, "doc:ferry": 4, "ferry": 0, '"№ 4"': 2, "sev:major": 3}.items():
        opened.search(query)
        assert opened.count() == rows, query

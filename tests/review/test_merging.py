"""Decisions of several reviewers: joined, disputed, counted, and held against findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.finding import Finding, Severity, Suppression
from qa.core.span import Span
from qa.review import Decision, agreement, apply_decisions, merge, rule_counts, unused_decisions
from qa.review.decision import SCHEMA, Verdict


def decision(finding: str, verdict: Verdict, reviewer: str = "", **more: str) -> Decision:
    return Decision(schema=SCHEMA, finding=finding, verdict=verdict, reviewer=reviewer, rule="style/calque", **more)


def test_files_that_agree_become_one() -> None:
    merged = merge(
        [[decision("1", "accepted", "Anna")], [decision("1", "accepted", "Boris"), decision("2", "dismissed")]]
    )
    assert [(one.finding, one.verdict) for one in merged.decisions] == [("1", "accepted"), ("2", "dismissed")]
    assert merged.conflicts == ()


def test_files_that_disagree_are_disputed() -> None:
    files = [
        [decision("1", "accepted", "Anna", at="2031-01-02")],
        [decision("1", "dismissed", "Boris", at="2031-01-01")],
    ]
    assert merge(files).decisions == ()
    assert [one.reviewer for one in merge(files).conflicts[0]] == ["Anna", "Boris"]
    assert [one.reviewer for one in merge(files, "newest").decisions] == ["Anna"]
    assert [one.reviewer for one in merge(files[::-1], "first").decisions] == ["Boris"]


def test_a_newer_decision_of_the_same_reviewer_stands() -> None:
    old, new = decision("1", "accepted", "Anna", at="2031-01-01"), decision("1", "dismissed", "Anna", at="2031-01-02")
    for files in ([[old], [new]], [[new], [old]], [[new, old]]):
        assert merge(files).decisions == (new,)


def test_two_files_without_names_are_two_reviewers() -> None:
    assert len(merge([[decision("1", "accepted")], [decision("1", "dismissed")]]).conflicts) == 1


def test_putting_off_gives_way_to_an_answer() -> None:
    merged = merge([[decision("1", "deferred", "Anna")], [decision("1", "accepted", "Boris")]])
    assert [one.verdict for one in merged.decisions] == ["accepted"]
    assert [one.verdict for one in merge([[decision("1", "deferred", "Anna")]]).decisions] == ["deferred"]


@given(
    st.lists(
        st.builds(
            decision,
            st.sampled_from("123"),
            st.sampled_from(["accepted", "dismissed", "deferred"]),
            st.sampled_from(["", "Anna", "Boris"]),
            at=st.sampled_from(["2031-01-01", "2031-01-02"]),
        ),
        max_size=12,
    )
)
def test_every_finding_is_decided_or_disputed_once(decisions: list[Decision]) -> None:
    merged = merge([decisions])
    found = [one.finding for one in merged.decisions] + [dispute[0].finding for dispute in merged.conflicts]
    assert sorted(found) == sorted({one.finding for one in decisions})
    assert merge([merged.decisions]).decisions == merged.decisions
    assert merge([decisions], "newest").conflicts == ()


def test_counts_by_rule() -> None:
    decisions = [
        decision("1", "accepted"),
        decision("2", "edited"),
        decision("3", "dismissed"),
        decision("4", "deferred"),
    ]
    (counts,) = rule_counts(decisions)
    assert tuple(counts) == ("style/calque", 1, 1, 1, 1)
    assert counts.precision == pytest.approx(2 / 3)
    (nothing,) = rule_counts([decision("4", "deferred")])
    assert nothing.precision is None


def test_agreement_is_cohens() -> None:
    judged = {"Anna": "yyyyynnnnn", "Boris": "yyyynynnnn"}
    decisions = [
        decision(str(number), "accepted" if letter == "y" else "dismissed", name)
        for name, letters in judged.items()
        for number, letter in enumerate(letters)
    ]
    (pair,) = agreement(decisions)
    assert pair.reviewers == ("Anna", "Boris")
    assert (pair.shared, pair.observed) == (10, 0.8)
    assert pair.kappa == pytest.approx(0.6)
    (alike,) = agreement([decision("1", "accepted", "Anna"), decision("1", "edited", "Boris")])
    assert (alike.observed, alike.kappa) == (1.0, None)
    assert list(agreement([decision("1", "accepted", "Anna"), decision("2", "accepted", "Boris")])) == []


def finding(fingerprint: str, suppressed: Suppression | None = None) -> Finding:
    return Finding(
        rule="style/calque",
        category="style",
        severity=Severity.MINOR,
        message="x",
        document="d",
        unit="1",
        target_spans=(Span(0, 1),),
        fingerprint=fingerprint,
        suppressed=suppressed,
    )


def test_dismissed_findings_no_longer_count() -> None:
    known = Suppression("baseline", "known")
    findings = (finding("1"), finding("2"), finding("3", known), finding("4"))
    decisions = [
        decision("1", "dismissed", "Anna", reason="intended", comment="see the brief"),
        decision("2", "accepted"),
        decision("3", "dismissed"),
        decision("4", "dismissed"),
        decision("5", "dismissed"),
    ]
    judged = apply_decisions(findings, decisions)
    assert [one.suppressed for one in judged] == [
        Suppression("decision", "intended: see the brief (Anna)"),
        None,
        known,
        Suppression("decision", ""),
    ]
    assert [one.finding for one in unused_decisions(findings, decisions)] == ["5"]

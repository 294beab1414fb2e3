from __future__ import annotations

import pytest

from qa.languages import language_pack
from qa.text.analysis import Analysis
from qa.text.negation import denies, lost_denial, may_deny


def _denials() -> tuple:
    ours, theirs = language_pack("ru").denial, language_pack("en").denial
    assert ours is not None
    assert theirs is not None
    return ours, theirs


def _lost(source: str, target: str) -> str | None:
    lost = lost_denial(Analysis(source, "ru"), Analysis(target, "en"), _denials())
    return lost.target.of(target) if lost else None


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("Мэр не знал о проверке.", "The mayor did know about it.", "did know"),
        ("Туристы не могут выйти.", "The tourists ca leave.", "ca"),
        ("У школы нет планов.", "The school has any plans.", "any"),
        ("Мэр не подписал закон.", "The mayor signed the law.", "signed"),
        (
            "Пожара не было, мэр не подписал закон.",
            f"There was no fire, and {'then ' * 12}the mayor signed the law.",
            "signed",
        ),
        ("Это неописуемо.", "It ca be described.", "ca"),
    ],
)  # fmt: skip
def test_what_a_lost_denial_leaves_behind(source: str, target: str, left: str) -> None:
    assert _lost(source, target) == left


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Мэр не подписал закон.", "The mayor did not sign the law."),
        ("Мэр не подписал закон.", "The mayor refused to sign the law."),
        ("Мэр не успел, но сделал это.", "The mayor was late but did so."),
        ("Почему он не подписал?", "Why did he sign so late?"),
        ("Мэр подписал закон.", "The mayor does sign any law."),
        ("Мэр не знает, есть ли планы.", "The mayor asks whether there are any plans."),
        ("Это не только мост.", "It is a bridge and a monument."),
    ],
)
def test_no_denial_is_lost(source: str, target: str) -> None:
    assert _lost(source, target) is None


def test_turns_of_phrase_deny_nothing() -> None:
    ours, theirs = _denials()
    assert not denies(Analysis("Это не только мост.", "ru"), ours)
    assert not denies(Analysis("School No. 30 is open.", "en"), theirs)
    assert denies(Analysis("It isn't a bridge.", "en"), theirs)


def test_prefixes_deny_unless_a_word_begins_so_by_chance() -> None:
    _, theirs = _denials()
    assert may_deny(Analysis("It is unclear.", "en"), theirs)
    assert may_deny(Analysis("The job was thankless.", "en"), theirs)
    assert not may_deny(Analysis("It is under the bridge.", "en"), theirs)

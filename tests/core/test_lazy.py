from __future__ import annotations

from qa.core.lazy import Memo, latest, lazy


class Counted:
    """Counts how often its value is worked out."""

    def __init__(self) -> None:
        self.times = 0

    @lazy
    def value(self) -> int:
        """A number."""
        self.times += 1
        return 7


def test_a_lazy_value_is_worked_out_once() -> None:
    counted = Counted()
    assert counted.times == 0
    assert (counted.value, counted.value, counted.times) == (7, 7, 1)
    assert Counted().times == 0


def test_a_class_shows_the_descriptor_itself() -> None:
    assert isinstance(vars(Counted)["value"], lazy)
    assert Counted.value is vars(Counted)["value"]
    assert Counted.value.__doc__ == "A number."


def test_the_latest_argument_is_known_by_identity() -> None:
    asked: list[list[int]] = []

    @latest
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    one, equal = [1, 2], [1, 2]
    assert (total(one), total(one), total(equal), total(one)) == (3, 3, 3, 3)
    assert [numbers is one for numbers in asked] == [True, False, True]


def test_a_memo_is_bounded() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(length, size=2)
    assert [memo[word] for word in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert asked == ["a", "bb", "ccc", "a"]
    assert len(memo) == 2

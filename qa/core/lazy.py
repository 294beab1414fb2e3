"""Values worked out once.

`lazy` is as ``functools.cached_property``, without the lock that it takes in Python 3.11, which costs more
than most of the values here: an analysis lives in one thread.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Memo", "forget_latest", "latest", "lazy"]

Argument = TypeVar("Argument")
Key = TypeVar("Key")
Value = TypeVar("Value")


_LATEST: Final[list[list[Any]]] = []
"""What the functions under `latest` remember."""


def latest(compute: Callable[[Argument], Value]) -> Callable[[Argument], Value]:
    """Decorates a function of one argument: asked again for the very same object, it gives the same value.

    Only the last object is remembered, by identity: what several rules ask of one document in turn is worked out once.
    """
    last: list[tuple[Argument, Value]] = []
    _LATEST.append(last)

    @wraps(compute)
    def remembered(argument: Argument) -> Value:
        if not last or last[0][0] is not argument:
            last[:] = [(argument, compute(argument))]
        return last[0][1]

    return remembered


def forget_latest() -> None:
    """Let go of the objects that were asked about last: nobody asks about them again, and they may be large."""
    for last in _LATEST:
        last.clear()


class Memo(dict[Key, Value]):
    """The values of a function, each worked out when first looked up by ``memo[key]``; when full, it starts anew.

    Looking a word up is several times quicker than with ``functools.lru_cache``, which keeps an order.
    """

    def __init__(self, compute: Callable[[Key], Value], size: int = 1 << 16) -> None:
        super().__init__()
        self._compute = compute
        self._size = size

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._size:
            self.clear()
        value = self[key] = self._compute(key)
        return value


class lazy(Generic[Value]):  # noqa: N801 -- a decorator, as property is
    """Decorates a method without arguments: its first value becomes an attribute of the object.

    The class must have a ``__dict__``.
    """

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__
        self._name = compute.__name__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> lazy[Value] | Value:
        if instance is None:
            return self
        value = self.compute(instance)
        setattr(instance, self._name, value)  # quicker, and takes less memory, than to ask for its ``__dict__``
        return value

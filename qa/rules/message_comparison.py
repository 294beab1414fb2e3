"""Compares messages of ICU MessageFormat and of Fluent: arguments, plural categories, branches of selections."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Severity
from qa.languages.plurals import CATEGORIES, plurals
from qa.text.messages.message import names, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qa.core.span import Span
    from qa.text.messages.message import Argument, Branch

__all__ = ["Fault", "compare_fluent", "compare_icu"]

_PLURALS = frozenset({"plural", "selectordinal"})
Message = tuple["Argument", ...]


class Fault(NamedTuple):
    """What is wrong with a translated message."""

    text: str
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    severity: Severity | None = None


def compare_icu(source: Message, target: Message, language: str) -> Iterator[Fault]:
    """The faults of ``target``, a message in ``language``."""
    faults = tuple(_arguments(source, target))
    yield from faults
    originals: dict[str, list[Argument]] = {}
    for argument in walk(source):
        if argument.branches:
            originals.setdefault(argument.name, []).append(argument)
    for argument in walk(target):
        if not argument.branches:
            continue
        of_name = originals.get(argument.name, [])
        original = next((one for one in of_name if one.kind == argument.kind), None)
        if argument.kind in _PLURALS:
            yield from _categories(argument, original, language)
        else:
            yield from _choices(argument, original)
        if original is not None and not faults:
            yield from _contents(argument, original, source, target, language)
    yield from _flattened(originals, target, language)


def compare_fluent(source: Message, target: Message, language: str) -> Iterator[Fault]:
    """The faults of ``target``; a translation may choose between variants that the source knows nothing of."""
    yield from _arguments(source, target)
    for argument in walk(target):
        keys = {branch.key.lstrip("*") for branch in argument.branches}
        defaults = [branch for branch in argument.branches if branch.key.startswith("*")]
        if argument.branches and len(defaults) != 1:
            yield Fault(f"the selection by “{argument.name}” needs one default variant, “*[…]”", (), (argument.span,))
        if keys & set(CATEGORIES) and keys <= set(CATEGORIES):
            default = {branch.key.lstrip("*") for branch in defaults}
            yield from _missing_categories(argument, keys, language, spare=default)


def _arguments(source: Message, target: Message) -> Iterator[Fault]:
    missing, added = names(source) - names(target), names(target) - names(source)
    if missing or added:
        told = [f"{_list(missing)} is missing"] if missing else []
        told += [f"{_list(added)} is not in the source"] if added else []
        text = f"{' and '.join(told)}; copy the placeholders of the source"
        yield Fault(text, _spans(source, missing), _spans(target, added))


def _spans(message: Message, wanted: frozenset[str]) -> tuple[Span, ...]:
    return tuple(argument.span for argument in walk(message) if argument.name in wanted)


def _categories(argument: Argument, original: Argument | None, language: str) -> Iterator[Fault]:
    """What is wrong with the branches of a plural."""
    keys = {branch.key for branch in argument.branches}
    exact = {branch.key for branch in original.branches if branch.key.startswith("=")} if original else set()
    if exact - keys:
        lost = _list(exact - keys)
        yield Fault(f"the plural “{argument.name}” has no branch {lost} here; add it", (), (argument.span,))
    if "other" not in keys:
        yield Fault(f"the plural “{argument.name}” has no branch “other”; add it", (), (argument.span,))
    rules = plurals(language, ordinal=argument.kind == "selectordinal")
    if rules is not None:
        yield from _missing_categories(argument, keys | {"other"}, language)
        for branch in argument.branches:
            if not branch.key.startswith("=") and branch.key not in rules.known:
                what = "is never chosen in this language" if branch.key in CATEGORIES else "is no plural category"
                text = f"the branch “{branch.key}” {what}; it has {', '.join(_ordered(rules.known))}"
                yield Fault(text, (), (branch.span,), Severity.MINOR)


def _missing_categories(
    argument: Argument, keys: set[str], language: str, spare: Collection[str] = ()
) -> Iterator[Fault]:
    """The categories of whole numbers that no branch is for; a ``spare`` branch may be for one of them."""
    rules = plurals(language, ordinal=argument.kind == "selectordinal")
    if rules is None:
        return
    exact = {int(key[1:]) for key in keys if key.startswith("=")}
    lacking = {form for form in rules.forms if form not in keys and not exact.issuperset(rules.numbers[form])}
    if lacking and not (len(lacking) == 1 and "other" in spare):
        text = f"the plural “{argument.name}” lacks {_list(_ordered(lacking))}, which this language needs; add it"
        # The text of “other” is shown instead, which is right where one form is all that is left.
        severity = Severity.MINOR if "other" in keys and "other" not in rules.forms and len(lacking) == 1 else None
        yield Fault(text, (), (argument.span,), severity)


def _ordered(categories: Iterable[str]) -> list[str]:
    return sorted(categories, key=CATEGORIES.index)


def _choices(argument: Argument, original: Argument | None) -> Iterator[Fault]:
    """What is wrong with the branches of a selection."""
    keys = {branch.key for branch in argument.branches}
    wanted = {branch.key for branch in original.branches} if original else keys | {"other"}
    if wanted - keys:
        lost = _list(wanted - keys)
        yield Fault(f"the selection by “{argument.name}” has no branch {lost} here; add it", (), (argument.span,))
    for branch in argument.branches:
        if branch.key not in wanted:
            text = f"the branch “{branch.key}” is not in the source; branches are not translated"
            yield Fault(text, (), (branch.span,))


def _contents(
    argument: Argument, original: Argument, source: Message, target: Message, language: str
) -> Iterator[Fault]:
    """The arguments that a branch of the target lacks, though its counterpart has them."""
    rules = plurals(language, ordinal=argument.kind == "selectordinal") if argument.kind in _PLURALS else None
    outside = _outside(source, original)
    around = _outside(target, argument)
    for branch in argument.branches:
        sparse = branch.key.startswith("=") or (rules is not None and rules.is_sparse(branch.key))
        counterpart = _counterpart("other" if rules is not None and not sparse else branch.key, original)
        if counterpart is None:
            continue
        wanted = _shown(counterpart, original.name) | outside
        wanted -= {argument.name} if sparse else set()
        lost = wanted - _shown(branch, argument.name) - around
        if lost:
            text = f"the branch “{branch.key}” lacks {_list(lost)}; it is in “{counterpart.key}” of the source"
            yield Fault(text, (counterpart.span,), (branch.span,))


def _shown(branch: Branch, number: str) -> frozenset[str]:
    """The values in a branch; ``#`` is the ``number`` of the plural."""
    return frozenset(number if one.name == "#" else one.name for one in walk(branch.arguments))


def _outside(message: Message, argument: Argument) -> frozenset[str]:
    """The values that a message shows outside of the branches of ``argument``."""
    rest = [one for one in walk(message) if one is not argument and not _within(one, argument)]
    return frozenset(one.name for one in rest if not one.branches and one.name != "#")


def _within(one: Argument, argument: Argument) -> bool:
    return any(one is inner for branch in argument.branches for inner in walk(branch.arguments))


def _counterpart(key: str, original: Argument) -> Branch | None:
    by_key = {one.key: one for one in original.branches}
    return by_key.get(key) or by_key.get("other")


def _flattened(originals: dict[str, list[Argument]], target: Message, language: str) -> Iterator[Fault]:
    """Plurals of the source that are none in the target, though its language has more than one form."""
    chosen = {argument.name for argument in walk(target) if argument.branches}
    shown = {argument.name: argument for argument in walk(target)}
    rules = plurals(language)
    for name, arguments in originals.items():
        if name in shown and name not in chosen and (rules is None or len(rules.forms) > 1):
            kind = "plural" if arguments[0].kind in _PLURALS else "selection"
            text = f"the {kind} “{name}” has no branches here; write those that this language needs"
            yield Fault(text, (arguments[0].span,), (shown[name].span,))


def _list(some: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in (some if isinstance(some, list) else sorted(some)))

"""Documents examined in worker processes, with the same results in the same order as in one process."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from contextvars import ContextVar
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from qa.core.document import Document
from qa.engine.examining import Examined, document_key, encoded, examine, restored
from qa.engine.recalling import Recall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from qa.engine.examining import Memory
    from qa.engine.ruleset import ActiveRule
    from qa.rules.context import Context

__all__ = ["examine_all"]

_WORTH: Final = 2500
"""So many units are sooner examined by one process than by several, each of which loads the dictionaries anew."""
_SOME: Final = 200
"""So many units are enough for the rules to load what they need."""
_AHEAD: Final = 8
"""Documents that wait for each worker at most, so that memory does not grow with the batch."""
_ENOUGH: Final = 2000
"""So many units in the documents that wait are enough for a worker."""


class _Work(NamedTuple):
    """What every worker knows; set where it starts."""

    rules: Sequence[ActiveRule]
    context: Context
    recall: Recall


_WORK: Final[ContextVar[_Work]] = ContextVar("work")


class _Pending(NamedTuple):
    """How many units a document has, and what was seen in it: remembered, or coming from a worker."""

    units: int
    key: str
    seen: Examined | Future[bytes]


def examine_all(
    documents: Iterable[Document],
    rules: Sequence[ActiveRule],
    context: Context,
    memory: Memory | None = None,
    *,
    jobs: int = 1,
) -> Iterator[tuple[int, Examined]]:
    """What the rules saw in each document, in order, with the number of its units.

    Args:
        documents: they are taken as they are needed.
        rules: those that run.
        context: where it has no date, each document's own is in it.
        memory: what earlier runs saw.
        jobs: how many processes examine at once; one is enough for a small batch, and where processes cannot fork.
    """
    stream = iter(documents)
    if jobs > 1 and hasattr(os, "fork"):
        first = deque(_first(stream))
        worth = sum(len(document.units) for document in first) > _WORTH
        if worth:
            _load(first[0], rules, context)
        stream = chain(_popped(first), stream)
        if worth:
            yield from _in_workers(stream, _Work(rules, context, Recall()), memory, jobs)
            return
    recall = Recall()
    for document in stream:
        yield len(document.units), examine(document, rules, _dated(context, document), recall, memory)


def _load(document: Document, rules: Sequence[ActiveRule], context: Context) -> None:
    """Have the dictionaries loaded that the rules need, so that all processes share them in memory."""
    examine(msgspec.structs.replace(document, units=document.units[:_SOME]), rules, context, Recall())


def _first(documents: Iterator[Document]) -> Iterator[Document]:
    """The first documents, until it is plain that there is work for several."""
    units = 0
    for document in documents:
        yield document
        units += len(document.units)
        if units > _WORTH:
            return


def _popped(documents: deque[Document]) -> Iterator[Document]:
    """The documents, of which none is held any longer once it is handed out."""
    while documents:
        yield documents.popleft()


def _in_workers(
    documents: Iterable[Document], work: _Work, memory: Memory | None, jobs: int
) -> Iterator[tuple[int, Examined]]:
    import multiprocessing  # noqa: PLC0415 -- these two would delay the start of every small run
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    fork = multiprocessing.get_context("fork")
    waiting: deque[_Pending] = deque()
    gc.collect()
    gc.freeze()  # what a collector looks at, it writes to, and what is written to is shared no longer
    with ProcessPoolExecutor(jobs, mp_context=fork, initializer=_start, initargs=work) as pool:
        try:
            for document in documents:
                waiting.append(_pending(document, work, memory, pool))
                if len(waiting) > jobs and (
                    len(waiting) > _AHEAD * jobs or sum(pending.units for pending in waiting) > _ENOUGH * jobs
                ):
                    yield _done(waiting.popleft(), work, memory)
            while waiting:
                yield _done(waiting.popleft(), work, memory)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()


def _pending(document: Document, work: _Work, memory: Memory | None, pool: ProcessPoolExecutor) -> _Pending:
    units = len(document.units)
    key = document_key(document, _dated(work.context, document)) if memory else ""
    content = memory.get(key) if memory else None
    if memory is not None and content is not None:
        try:
            return _Pending(units, key, restored(content, units, len(work.rules)))
        except (msgspec.MsgspecError, LookupError):
            memory.spoilt(key)
    return _Pending(units, key, pool.submit(_examine, msgspec.msgpack.encode(document)))


def _done(pending: _Pending, work: _Work, memory: Memory | None) -> tuple[int, Examined]:
    units, key, seen = pending
    if isinstance(seen, Examined):
        return units, seen
    content = seen.result()
    if memory is not None:
        memory.put(key, content)
    return units, restored(content, units, len(work.rules))


def _dated(context: Context, document: Document) -> Context:
    """The context with the document's date, unless a date is given for all of them."""
    return context if context.date or not document.date else replace(context, date=document.date)


def _start(*work: Any) -> None:  # noqa: ANN401 -- the fields of a _Work
    """Begin as a worker; an interruption is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _WORK.set(_Work(*work))


def _examine(content: bytes) -> bytes:
    """What the rules see in an encoded document, encoded."""
    work = _WORK.get()
    document = msgspec.msgpack.decode(content, type=Document)
    return encoded(document, work.rules, _dated(work.context, document), work.recall)

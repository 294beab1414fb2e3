"""Documents examined in worker processes, with the same results in the same order as in one process."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from contextvars import ContextVar
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from qa.core.document import Document
from qa.engine.examining import document_key, encoded, examine, restored
from qa.engine.recalling import Recall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.engine.examining import Examined, Memory
    from qa.engine.ruleset import ActiveRule
    from qa.rules.context import Context

__all__ = ["examine_all"]

_WORTH: Final = 2500
"""So many units are sooner examined by one process than by several, each of which loads the dictionaries anew."""
_SOME: Final = 50
"""So many units are enough for the rules to load what they need."""
_AHEAD: Final = 2
"""Documents that wait for each worker, so that memory does not grow with the batch."""


class _Work(NamedTuple):
    """What every worker knows; set where it starts."""

    rules: Sequence[ActiveRule]
    context: Context
    recall: Recall


_WORK: Final[ContextVar[_Work]] = ContextVar("work")


class _Pending(NamedTuple):
    """A document and what was seen in it: remembered, or coming from a worker."""

    document: Document
    key: str
    seen: Examined | Future[bytes]


def examine_all(
    documents: Iterable[Document],
    rules: Sequence[ActiveRule],
    context: Context,
    memory: Memory | None = None,
    *,
    jobs: int = 1,
) -> Iterator[tuple[Document, Examined]]:
    """Each document, in order, with what the rules saw in it.

    Args:
        documents: they are taken as they are needed.
        rules: those that run.
        context: where it has no date, each document's own is in it.
        memory: what earlier runs saw.
        jobs: how many processes examine at once; one is enough for a small batch, and where processes cannot fork.
    """
    stream = iter(documents)
    if jobs > 1 and "fork" in multiprocessing.get_all_start_methods():
        first = tuple(_first(stream))
        stream = chain(first, stream)
        if sum(len(document.units) for document in first) > _WORTH:
            _load(first[0], rules, context)
            yield from _in_workers(stream, _Work(rules, context, Recall()), memory, jobs)
            return
    recall = Recall()
    for document in stream:
        yield document, examine(document, rules, _dated(context, document), recall, memory)


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


def _in_workers(
    documents: Iterable[Document], work: _Work, memory: Memory | None, jobs: int
) -> Iterator[tuple[Document, Examined]]:
    fork = multiprocessing.get_context("fork")
    waiting: deque[_Pending] = deque()
    gc.collect()
    gc.freeze()  # what a collector looks at, it writes to, and what is written to is shared no longer
    with ProcessPoolExecutor(jobs, mp_context=fork, initializer=_start, initargs=work) as pool:
        try:
            for document in documents:
                waiting.append(_pending(document, work, memory, pool))
                if len(waiting) > _AHEAD * jobs:
                    yield _done(waiting.popleft(), work, memory)
            while waiting:
                yield _done(waiting.popleft(), work, memory)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()


def _pending(document: Document, work: _Work, memory: Memory | None, pool: ProcessPoolExecutor) -> _Pending:
    key = document_key(document, _dated(work.context, document)) if memory else ""
    content = memory.get(key) if memory else None
    if memory is not None and content is not None:
        try:
            return _Pending(document, key, restored(content, document, len(work.rules)))
        except (msgspec.MsgspecError, LookupError, ValueError):
            memory.spoilt(key)
    return _Pending(document, key, pool.submit(_examine, msgspec.msgpack.encode(document)))


def _done(pending: _Pending, work: _Work, memory: Memory | None) -> tuple[Document, Examined]:
    document, key, seen = pending
    if isinstance(seen, Future):
        content = seen.result()
        if memory is not None:
            memory.put(key, content)
        seen = restored(content, document, len(work.rules))
    return document, seen


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

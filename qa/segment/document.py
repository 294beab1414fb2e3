"""Cuts the paragraphs of a document into sentences that still know their place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import regex

from qa.core import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core import InlineCode, MonolingualDocument, Segment
    from qa.segment.rules import CodeKind
    from qa.segment.segmenter import Segmenter

__all__ = ["segment_document"]

_HEADLINES: Final = frozenset({"title", "heading"})
_KINDS: Final[dict[str, CodeKind]] = {"sc": "start", "ec": "end", "ph": "isolated"}
_CLEAR_END: Final = regex.compile(r"""[\p{Ll}\p{N}]{3}[.!?…]+["'»”’“)]*\s*\Z""", regex.V1)
_TWO_WORDS: Final = regex.compile(r"\p{L}\P{L}+\p{L}", regex.V1)


def segment_document(document: MonolingualDocument, segmenter: Segmenter) -> tuple[Segment, ...]:
    """The sentences of ``document`` in order, each without white space at its edges.

    ``tail`` holds the white space up to the next sentence of the same paragraph. A blank paragraph comes through as it
    is. A title or heading is cut only where a whole word ends a sentence of two words or more.

    Raises:
        ConfigError: when a rule of the user takes far too long on a paragraph.
    """
    return tuple(sentence for paragraph in document.paragraphs for sentence in _sentences(paragraph, segmenter))


def _sentences(paragraph: Segment, segmenter: Segmenter) -> Iterator[Segment]:
    if not paragraph or paragraph.role == "blank":
        yield paragraph
        return
    spans = segmenter.split(paragraph.text)
    if paragraph.role in _HEADLINES:
        spans = _join_unclear(paragraph.text, spans)
    cores = [_trim(paragraph.text, span) for span in spans]
    codes = _share(paragraph.codes, cores, segmenter)
    for index, core in enumerate(cores):
        tail = paragraph.text[core.end : cores[index + 1].start] if index + 1 < len(cores) else ""
        yield msgspec.structs.replace(paragraph.cut(core), codes=codes[index], tail=tail)


def _join_unclear(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and not _clear(joined[-1].of(text), span.of(text)):
            span = Span(joined.pop().start, span.end)  # noqa: PLW2901 -- the longer sentence takes its place
        joined.append(span)
    return joined


def _clear(before: str, after: str) -> bool:
    return bool(_CLEAR_END.search(before) and _TWO_WORDS.search(before) and _TWO_WORDS.search(after))


def _trim(text: str, span: Span) -> Span:
    """``span`` without the white space at its edges; it holds more than that."""
    sentence = span.of(text)
    return Span(span.end - len(sentence.lstrip()), span.start + len(sentence.rstrip()))


def _share(codes: Sequence[InlineCode], cores: Sequence[Span], segmenter: Segmenter) -> list[tuple[InlineCode, ...]]:
    """The codes of each sentence: none is lost, and those between two sentences go where the SRX header says."""
    shares: list[list[InlineCode]] = [[] for _ in cores]
    index = 0
    for code in codes:
        while index + 1 < len(cores) and _belongs_behind(code, cores[index], cores[index + 1], segmenter):
            index += 1
        core = cores[index]
        offset = min(max(code.offset, core.start), core.end) - core.start
        shares[index].append(msgspec.structs.replace(code, offset=offset))
    return [tuple(share) for share in shares]


def _belongs_behind(code: InlineCode, left: Span, right: Span, segmenter: Segmenter) -> bool:
    """Whether ``code`` belongs to ``right`` or a later sentence; a code stands before or behind the white space."""
    if code.offset < left.end:
        return False
    if code.offset > right.start:
        return True
    kind = _KINDS[code.kind]
    if kind == "isolated" and left.end < code.offset:
        return True
    return not segmenter.include[kind]

"""Termbases as commands name them, and as the tables that they become."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from qa.cli.settings import configuration
from qa.core.errors import UsageError
from qa.terms.termbase import Termbase, primary
from qa.terms.writing import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qa.cli.settings import Options

__all__ = ["as_table", "losses", "read_termbases", "table"]


def read_termbases(paths: Sequence[Path], options: Options) -> Termbase:
    """The termbases as one, in the languages of the options, the configuration or the files themselves.

    Raises:
        UsageError: none of them tells the two languages.
    """
    config = configuration(options)
    source, target = config.source_language, config.target_language
    termbase = Termbase.read(paths, source or "und", target or "und")
    if source and target:
        return termbase
    found = list(dict.fromkeys(primary(term.language) for entry in termbase.entries for term in entry.terms))
    known = primary(source or target or "")
    others = [language for language in found if language != known]
    if "und" in found or len(others) != (1 if known else 2):
        message = f"{paths[0]}: which two languages are meant is not known; give -s and -t"
        raise UsageError(message)
    languages = (source, others[0]) if source else (others[0], target or others[-1])
    return Termbase(termbase.entries, languages[0] or "und", languages[1], termbase.notes)


def as_table(termbase: Termbase, delimiter: str) -> bytes:
    """The termbase as CSV with another delimiter, in UTF-8."""
    text = to_csv(termbase.entries, termbase.source_language, termbase.target_language)
    return table(csv.reader(io.StringIO(text, newline="")), delimiter)


def table(rows: Iterable[Sequence[str]], delimiter: str) -> bytes:
    """The rows as CSV in UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def losses(termbase: Termbase, content: bytes, path: str) -> Iterator[str]:
    """What the table ``content``, to be written to ``path``, lacks of the termbase, or will say otherwise when read."""
    source, target = termbase.source_language, termbase.target_language
    for entry in termbase.entries:
        if not (termbase.source_terms(entry) and termbase.target_terms(entry)):
            yield f"{entry.path}:{entry.line}: left out, because there is no term in {source} or none in {target}"
    kept = {primary(source), primary(target)}
    others = {primary(term.language) for entry in termbase.entries for term in entry.terms} - kept
    if others:
        yield f"{path}: a table has two languages; terms in {', '.join(sorted(others))} are left out"
    yield from Termbase.parse(content, source, target, path=path).notes

"""Which findings on real translations are right: joins findings with the verdicts of a reader.

    verdicts.py [--pair ru-en] [--machine PATH …] [--unread] [--toml FILE] PATH …

Prints hits per 1,000 segments by rule, how many of them a reader called right, arguable or wrong, and how many nobody
has read. ``--unread`` prints those that nobody has read, as lines for ``verdicts.jsonl`` that lack the verdict.
``--toml`` writes the figures for the pages of the rules (``qa/rules/precision.toml``). Files given with ``--machine``
are translations by machines, with figures of their own.

A verdict holds no text of others: the data set, document and unit, the rule, and a hash of the words marked. Where a
rule now marks other words of the same unit, a verdict still holds if the unit has one finding and one verdict of the
rule. ``right``: a careful editor would want to change the text, or the original; ``wrong``: a false alarm;
``arguable``: editors would differ.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec
from bitext import Bitext, check, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core import Finding, Span, TranslationUnit

Call = Literal["right", "arguable", "wrong"]
CALLS: tuple[Call, ...] = ("right", "arguable", "wrong")
VERDICTS = Path(__file__).with_name("verdicts.jsonl")


class Verdict(msgspec.Struct, frozen=True):
    """What a reader said of one finding."""

    set: str
    """Data set and direction, as :class:`bitext.Bitext` names them."""
    unit: str
    """``document:number``, counted from 0 in the document."""
    rule: str
    mark: str
    """Hash of the words that the finding marks."""
    verdict: Call
    why: str = ""


class Read(NamedTuple):
    """A finding with its verdict, if there is one."""

    set: str
    finding: Finding
    unit: str
    mark: str
    verdict: Verdict | None


class Measured(NamedTuple):
    """What was found in the translations of one kind of translator."""

    maker: str
    bitexts: tuple[Bitext, ...]
    joined: tuple[Read, ...]

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(bitext.units for bitext in self.bitexts)


def main() -> None:
    """Check every file in its own direction, and join with the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="translations by people")
    parser.add_argument("--machine", nargs="*", default=(), type=Path, help="translations by machines")
    parser.add_argument("--pair", default="ru-en", help="the two languages")
    parser.add_argument("--reversed", action="store_true", help="the translations as originals too")
    parser.add_argument("--unread", action="store_true", help="print what nobody has read")
    parser.add_argument("--toml", type=Path, help="write the figures of each rule here")
    options = parser.parse_args()
    known = msgspec.json.decode(b"[" + b",".join(VERDICTS.read_bytes().splitlines()) + b"]", type=list[Verdict])
    source, target = options.pair.split("-")
    measured = []
    for maker, paths in (("people", options.paths), ("machines", options.machine)):
        bitexts = [bitext for path in paths for bitext in read(path, (source, target))]
        if not options.reversed:
            bitexts = [bitext for bitext in bitexts if not bitext.name.endswith("(reversed)")]
        joined = tuple(entry for bitext in bitexts for entry in _join(bitext, check(bitext), known))
        measured.append(Measured(maker, tuple(bitexts), joined))
    for one in measured:
        if one.bitexts:
            _print_table(one)
        if options.unread:
            _print_unread(entry for entry in one.joined if entry.verdict is None)
    if options.toml:
        options.toml.write_text(_toml(measured), encoding="utf-8")


def _join(bitext: Bitext, findings: Sequence[Finding], known: Iterable[Verdict]) -> Iterator[Read]:
    units = {(unit.document, unit.id): unit for document in bitext.documents for unit in document.units}
    given: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in known:
        if verdict.set == bitext.name:
            given[verdict.unit, verdict.rule].append(verdict)
    places = Counter((f"{finding.document}:{finding.unit}", finding.rule) for finding in findings)
    for finding in findings:
        unit = f"{finding.document}:{finding.unit}"
        mark = _mark(finding, units[finding.document, finding.unit])
        here = given[unit, finding.rule]
        found = next((verdict for verdict in here if verdict.mark == mark), None)
        if found is None and len(here) == places[unit, finding.rule] == 1:
            found = here[0]
        yield Read(bitext.name, finding, unit, mark, found)


def _mark(finding: Finding, unit: TranslationUnit) -> str:
    """A hash of the marked words of both sides, which does not give them away."""
    words = (*_words(unit.source.text, finding.source_spans), "|", *_words(unit.target.text, finding.target_spans))
    return hashlib.blake2s(" ".join(words).encode(), digest_size=4).hexdigest()


def _words(text: str, spans: Iterable[Span]) -> Iterator[str]:
    return (span.of(text) for span in sorted(spans))


def _counts(joined: Iterable[Read]) -> dict[str, Counter[str]]:
    """How often each call was made, by rule; ``unread`` for none."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in joined:
        counts[entry.finding.rule][entry.verdict.verdict if entry.verdict else "unread"] += 1
    return dict(sorted(counts.items()))


def _print_table(measured: Measured) -> None:
    units = measured.units
    print(f"{len(measured.joined)} findings in {units} segments translated by {measured.maker}")
    print(f"{'rule':38} per 1,000  right  arguable  wrong  unread  share right")
    for rule, counts in _counts(measured.joined).items():
        read_ones = sum(counts[call] for call in CALLS)
        share = f"{counts['right'] / read_ones:.0%}" if read_ones else "-"
        figures = f"{counts['right']:5}  {counts['arguable']:8}  {counts['wrong']:5}  {counts['unread']:6}"
        print(f"{rule:38} {1000 * counts.total() / units:9.2f}  {figures}  {share:>11}")


def _print_unread(entries: Iterable[Read]) -> None:
    for entry in entries:
        line = {"set": entry.set, "unit": entry.unit, "rule": entry.finding.rule, "mark": entry.mark}
        print(json.dumps(line | {"verdict": ""}, ensure_ascii=False), entry.finding.message)


def _toml(measured: Iterable[Measured]) -> str:
    lines = [
        "# How often each rule speaks up on real translations, and how often rightly; by benchmarks/verdicts.py.",
        f"date = {dt.datetime.now(dt.UTC).date()}",
    ]
    for one in measured:
        names = json.dumps([bitext.name for bitext in one.bitexts])
        lines += [f"\n[{one.maker}]", f"sets = {names}", f"segments = {one.units}"]
        for rule, counts in _counts(one.joined).items():
            lines += [f'[{one.maker}.rules."{rule}"]', f"hits = {counts.total()}"]
            lines += [f"{call} = {counts[call]}" for call in CALLS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

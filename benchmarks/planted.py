"""How many planted errors the default rules find: one error of a known kind in a clean human translation at a time.

    planted.py [--most 300] [--context document] [--kinds KIND …] [--missed KIND …] FILE.jsonl …

A file has rows with ``doc``, ``src``, ``ref`` and perhaps ``refB``, in which errors are planted; or is DEMETR, whose
rows bring a clean translation and a broken one (``mt_sent``, ``pert_sent``).

An error counts as found when its unit has a finding that the clean translation does not have. ``--context`` says what
stands around a planted error: its ``document``, nothing (``alone``), or its document with as many errors of the kind as
it has room for (``together``). The last column counts the errors where the rule that is meant for the kind speaks.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bitext import Bitext, check, document, read
from planting import CLASSES, DEMETR, INTENDED, Planted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planting import Plant

    from qa.core import Finding

    Findings = Mapping[tuple[int, int], Sequence[Finding]]
    Texts = Sequence[Sequence[tuple[str, str]]]

SEED = 20210318
SHORTEST = 40
LANGUAGES = {"german": "de", "polish": "pl", "french": "fr"}


class Place(NamedTuple):
    """A planted error: which text of which document, and the target with the error."""

    document: int
    unit: int
    change: Planted


class Score(NamedTuple):
    """How many errors were planted, how many were found, and how many by the rule that is meant for them."""

    planted: int
    found: int
    meant: int

    def __add__(self, other: tuple[object, ...]) -> Score:
        """The sum of two scores."""
        return Score(*(one + two for one, two in zip(self, other, strict=True) if isinstance(two, int)))


def main() -> None:
    """Plant, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pair", default="ru-en", help="source and target language")
    parser.add_argument("--most", type=int, default=300, help="most plantings of a kind")
    parser.add_argument("--context", choices=["document", "alone", "together"], default="document")
    parser.add_argument("--kinds", nargs="*", default=[*CLASSES, "other segment"], help="kinds to plant; else all")
    parser.add_argument("--missed", nargs="*", default=[], help="kinds whose missed errors are printed")
    options = parser.parse_args()
    source, target = options.pair.split("-")
    print(f"{'kind':28} planted   found        %    meant")
    rows = {path: path.read_text(encoding="utf-8").splitlines() for path in options.paths}
    batches = [
        [[(unit.source.text, unit.target.text) for unit in entry.units] for entry in bitext.documents]
        for path, lines in rows.items()
        if not _is_demetr(lines)
        for bitext in read(path, (source, target))
        if (bitext.source_language, bitext.target_language) == (source, target)
    ]
    if batches:
        _plant_all(batches, (source, target), options)
    for lines in rows.values():
        if _is_demetr(lines):
            _demetr([json.loads(line) for line in lines], options)


def _is_demetr(lines: Sequence[str]) -> bool:
    return bool(lines) and "pert_sent" in json.loads(lines[0])


def _plant_all(batches: Sequence[Texts], languages: tuple[str, str], options: argparse.Namespace) -> None:
    """Each kind in each batch of documents; the findings on the clean texts are the same for all kinds."""
    if options.context == "alone":
        batches = [[[pair] for entry in batch for pair in entry] for batch in batches]
    clean = [_findings(batch, languages) for batch in batches]
    for kind in options.kinds:
        score = Score(0, 0, 0)
        for batch, before in zip(batches, clean, strict=True):
            places = list(_plant(batch, CLASSES.get(kind), options.most // len(batches)))
            if options.context == "document":
                copies = ([_with(batch[place.document], place)] for place in places)
                after = [_findings(copy, languages)[0, place.unit] for copy, place in zip(copies, places, strict=True)]
            else:
                found = _findings(_with_all(batch, places), languages)
                after = [found[place.document, place.unit] for place in places]
            score += _score(kind, places, batch, (before, after), show=kind in options.missed)
        _print(kind, score)


def _plant(texts: Texts, plant: Plant | None, most: int) -> Iterator[Place]:
    """Errors of a kind in random places; without ``plant``, the target of another unit."""
    chance = random.Random(SEED)  # noqa: S311 -- reproducible, not secret
    places = [(number, unit) for number, entry in enumerate(texts) for unit in range(len(entry))]
    shuffled = chance.sample(places, len(places))
    count = 0
    for index, (number, unit) in enumerate(shuffled):
        source, target = texts[number][unit]
        if plant is None:
            elsewhere = shuffled[index - 1]
            other = texts[elsewhere[0]][elsewhere[1]][1]
            change: Planted | None = Planted(other, 0, len(other))
        else:
            change = plant(source, target, chance)
        if count < most and change is not None and change.target != target and len(target) > SHORTEST:
            count += 1
            yield Place(number, unit, change)


def _with(entry: Sequence[tuple[str, str]], place: Place) -> list[tuple[str, str]]:
    changed = list(entry)
    changed[place.unit] = (entry[place.unit][0], place.change.target)
    return changed


def _with_all(texts: Texts, places: Sequence[Place]) -> list[list[tuple[str, str]]]:
    changed = [list(entry) for entry in texts]
    for place in places:
        changed[place.document][place.unit] = (texts[place.document][place.unit][0], place.change.target)
    return changed


def _score(
    kind: str, places: Sequence[Place], texts: Texts, found: tuple[Findings, Sequence[Sequence[Finding]]], *, show: bool
) -> Score:
    clean, broken = found
    intended = tuple(INTENDED.get(kind, "").split())
    hits = meant = 0
    for place, findings in zip(places, broken, strict=True):
        before = {(finding.rule, finding.message) for finding in clean.get((place.document, place.unit), ())}
        new = [finding for finding in findings if (finding.rule, finding.message) not in before]
        hits += bool(new)
        meant += any(word in finding.rule for finding in new for word in intended)
        if show and not new:
            print(f"    {texts[place.document][place.unit][0]}\n    {place.change.target}\n")
    return Score(len(places), hits, meant)


def _print(kind: str, score: Score) -> None:
    total = max(score.planted, 1)
    meant = f"{100 * score.meant / total:6.1f} %" if score.meant else ""
    print(f"{kind:28} {score.planted:7} {score.found:7} {100 * score.found / total:6.1f} % {meant}")


def _demetr(rows: Sequence[Mapping[str, str]], options: argparse.Namespace) -> None:
    """The kinds of DEMETR by their own name, all breaks of form in one, and the findings on the clean translations."""
    form = Score(0, 0, 0)
    for name, kind in DEMETR.items():
        score = Score(0, 0, 0)
        for tag, language in LANGUAGES.items():
            chosen = [row for row in rows if row["pert_name"] == name and row["lang_tag"].startswith(tag)]
            texts = [[(row["src_sent"].strip(), row["mt_sent"].strip())] for row in chosen]
            broken = [row["pert_sent"].strip() for row in chosen]
            places = [Place(number, 0, Planted(text, 0, len(text))) for number, text in enumerate(broken)]
            changed = _with_all(texts, places)
            clean, found = _findings(texts, (language, "en")), _findings(changed, (language, "en"))
            hits = [found[place.document, place.unit] for place in places]
            score += _score(kind, places, texts, (clean, hits), show=kind in options.missed)
        _print(kind, score)
        form += score if kind.startswith("form") else (0, 0, 0)
    _print("form: all", form)
    _clean_demetr(rows)


def _clean_demetr(rows: Sequence[Mapping[str, str]]) -> None:
    """How many of the clean translations have a finding."""
    flagged = total = 0
    for tag, language in LANGUAGES.items():
        pairs = dict.fromkeys(
            (row["src_sent"].strip(), row["mt_sent"].strip()) for row in rows if row["lang_tag"].startswith(tag)
        )
        found = _findings([[pair] for pair in pairs], (language, "en"))
        total += len(pairs)
        flagged += sum(bool(findings) for findings in found.values())
    print(f"{'clean, with a finding':28} {total:7} {flagged:7} {100 * flagged / max(total, 1):6.1f} %")


def _findings(texts: Texts, languages: tuple[str, str]) -> defaultdict[tuple[int, int], list[Finding]]:
    """Findings by the numbers of document and unit."""
    documents = tuple(document(str(number), entry, languages) for number, entry in enumerate(texts))
    found = defaultdict(list)
    for finding in check(Bitext("planted", *languages, documents)):
        found[int(finding.document), int(finding.unit)].append(finding)
    return found


if __name__ == "__main__":
    main()

"""A second translation of the same source, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.align import Aligner
from qa.engine.pairing import pair_documents, segment_pair
from qa.engine.references import aligned_references
from qa.formats import read_monolingual

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "Мост через реку Каму открыли 12 мая. На церемонию пришли 300 человек.\nПроезд стоит 40 рублей.\n"
TARGET = "The bridge across the Kama opened on May 12. The ceremony drew 300 people.\nThe toll is 40 rubles.\n"


def references(folder: Path, reference: str) -> list[str]:
    texts = {"ru": SOURCE, "en": TARGET, "reference": reference}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    source, target, other = (
        read_monolingual(folder / f"{name}.txt", language="ru" if name == "ru" else "en") for name in texts
    )
    aligner = Aligner("ru", "en")
    (document,) = pair_documents([segment_pair(source, target)], aligner)
    return aligned_references(document, segment_pair(source, other).target, aligner)


def test_each_unit_has_the_words_of_its_source(tmp_path: Path) -> None:
    found = references(
        tmp_path, "On May 12 a bridge over the Kama was opened. 300 people came.\nPassage costs 40 rubles.\n"
    )
    assert found == ["On May 12 a bridge over the Kama was opened.", "300 people came.", "Passage costs 40 rubles."]


def test_two_units_in_one_sentence_have_no_reference(tmp_path: Path) -> None:
    found = references(
        tmp_path, "On May 12 a bridge over the Kama was opened, and 300 people came.\nPassage costs 40 rubles.\n"
    )
    assert found == ["", "", "Passage costs 40 rubles."]

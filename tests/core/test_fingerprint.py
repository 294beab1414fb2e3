from __future__ import annotations

from qa.core.fingerprint import Fingerprinter, text_hash


def test_a_fingerprint_knows_no_place_but_its_context() -> None:
    one = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of growth", 0, 20)
    same = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of growth", 0, 20)
    other = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of decline", 0, 20)
    assert one == same
    assert one != other
    assert one.startswith("v1:")
    assert len(one) == 35


def test_equal_findings_are_told_apart_by_their_ordinal() -> None:
    stamp = Fingerprinter().stamp
    assert stamp("a/b", "s", "the the", 0, 7) != stamp("a/b", "s", "the the", 0, 7)


def test_rules_have_fingerprints_of_their_own() -> None:
    assert Fingerprinter().stamp("a/b", "s", "t", 0, 1) != Fingerprinter().stamp("a/c", "s", "t", 0, 1)


def test_composed_and_decomposed_letters_hash_alike() -> None:
    assert text_hash("й") == text_hash("и\u0306")

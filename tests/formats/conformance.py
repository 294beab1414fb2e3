"""What every format must do; a test class inherits it and says how a file of its format looks."""

from __future__ import annotations

import codecs
import re
import time
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.core import EncodingError, FormatError, InputError, Span
from qa.formats import create, detect, read_bilingual, read_monolingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.core import Document, Segment, TranslationUnit

PLAIN = "The northern depot opened in March, said Ada Quill."
ASTRAL = "Depot 𐐀 sent 🚚 north of 𝔐 today."
BIDI = "Depot \u202bמחסן צפון\u202c opened\u200e today\u2069."
SPACED = "Depot\u00a0No.\u202f7 opened\u2028today, said Ada Quill\u0301."
HUGE = 50_000_000
SECONDS = 30
"""Generous: linear work on 50 MB takes a few seconds, quadratic work hours."""

INHERITED = (HealthCheck.function_scoped_fixture, HealthCheck.differing_executors)
"""The folder is written anew by each example, and the classes that inherit a property share no state."""

words = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=8)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join).map(lambda text: f"x{text}.")


class FormatConformance:
    """Reading: places, encodings, line ends, broken and hostile files.

    A subclass sets ``suffix`` and writes ``render``; the other hooks have defaults.
    """

    suffix: ClassVar[str]
    is_xml: ClassVar[bool] = False
    can_be_empty: ClassVar[bool] = True
    """Whether a file without a byte in it is valid."""
    cut_shows: ClassVar[bool] = True
    """Whether a file cut off in the middle can be told from a whole one."""
    texts: ClassVar[Sequence[str]] = (PLAIN, ASTRAL, BIDI, SPACED)

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        """A file that holds ``texts``, each a segment, with newlines as line ends."""
        raise NotImplementedError

    def escaped(self, text: str) -> str:
        """``text`` as it stands in the file."""
        return text

    def pack(self, data: bytes) -> bytes:
        """The bytes of the file around the bytes of its text."""
        return data

    def decoded(self, path: Path) -> str:
        """The text that places count in."""
        data = path.read_bytes()
        for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (b"", "utf-8")):
            if data.startswith(mark):
                return data[len(mark) :].decode(name)
        raise AssertionError(data[:4])

    def read(self, path: Path, encoding: str | None = None) -> list[Segment]:
        """All segments of the file that hold a text of ``render``."""
        return list(read_monolingual(path, language="en", encoding=encoding).paragraphs)

    # How the tests below make and look at files.

    def write(self, folder: Path, text: str, encoding: str = "utf-8", *, bom: bytes = b"") -> Path:
        path = folder / f"sample{self.suffix}"
        path.write_bytes(self.pack(bom + text.encode(encoding)))
        return path

    def check(self, path: Path, texts: Sequence[str], encoding: str | None = None) -> None:
        segments = self.read(path, encoding)
        assert [segment.text for segment in segments] == list(texts)
        for segment in segments:
            self.check_places(segment, self.decoded(path))

    def check_places(self, segment: Segment, file: str) -> None:
        """Each piece starts where the file has it, and lines and columns agree with the offset."""
        assert segment.anchors
        assert segment.anchors[0].text == 0
        for anchor in segment.anchors:
            before = re.sub(r"\r\n|\r", "\n", file[: anchor.file])
            assert anchor.line == before.count("\n") + 1
            assert anchor.column == len(file[: anchor.file]) - max(file[: anchor.file].rfind(c) for c in "\r\n")
        for word in re.finditer(r"[^\W_]+", segment.text):
            location = segment.locate(Span(*word.span()))
            assert location is not None
            assert file[location.offset : location.offset + location.length] == word[0]

    # Encodings and line ends.

    def test_the_texts_and_their_places_are_read(self, tmp_path: Path) -> None:
        self.check(self.write(tmp_path, self.render(self.texts)), self.texts)

    def test_a_byte_order_mark_is_no_text_and_has_no_place(self, tmp_path: Path) -> None:
        self.check(self.write(tmp_path, self.render(self.texts), bom=codecs.BOM_UTF8), self.texts)

    def test_line_ends_may_be_those_of_windows(self, tmp_path: Path) -> None:
        self.check(self.write(tmp_path, self.render(self.texts).replace("\n", "\r\n")), self.texts)

    def test_utf_16_is_known_by_its_mark(self, tmp_path: Path) -> None:
        text = self.render(self.texts, "utf-16")
        self.check(self.write(tmp_path, text, "utf-16-le", bom=codecs.BOM_UTF16_LE), self.texts)

    def test_a_byte_that_is_no_text_is_an_error_with_its_place(self, tmp_path: Path) -> None:
        text = self.render([PLAIN, "bad BYTE here"]).replace("BYTE", "\udcff")
        path = tmp_path / f"sample{self.suffix}"
        data = text.encode("utf-8", "surrogateescape")
        path.write_bytes(self.pack(data))
        with pytest.raises(EncodingError) as caught:
            self.read(path)
        self.check_undecodable(str(caught.value), data)

    def check_undecodable(self, message: str, data: bytes) -> None:
        line = data[: data.index(b"\xff")].count(b"\n") + 1
        assert f":{line}: " in message
        assert "0xFF" in message
        assert f"offset {data.index(0xFF)}" in message
        assert "--encoding" in message

    def test_a_nul_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises((FormatError, EncodingError)):
            self.read(self.write(tmp_path, self.render(["a NUL b"]).replace("NUL", "\0")))

    # Damage and attacks.

    def test_a_missing_file_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no such file"):
            self.read(tmp_path / f"missing{self.suffix}")

    def test_a_directory_is_an_error(self, tmp_path: Path) -> None:
        folder = tmp_path / f"folder{self.suffix}"
        folder.mkdir()
        with pytest.raises(InputError, match="directory"):
            self.read(folder)

    def test_an_empty_file(self, tmp_path: Path) -> None:
        path = tmp_path / f"sample{self.suffix}"
        path.write_bytes(b"")
        if self.can_be_empty:
            assert self.read(path) == []
        else:
            with pytest.raises(InputError):
                self.read(path)

    def test_a_file_cut_off_is_an_error_with_its_name(self, tmp_path: Path) -> None:
        whole = self.render(self.texts)
        path = self.write(tmp_path, whole[: whole.index("Ada Quill") + 3])
        if self.cut_shows:
            with pytest.raises(FormatError) as caught:
                self.read(path)
            assert caught.value.path.startswith(path.as_posix())
        else:
            assert len(self.read(path)) == 1

    def test_entities_are_refused_where_files_can_declare_them(self, tmp_path: Path) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
        external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
        for declaration in (bomb, external):
            text = self.with_doctype(declaration, self.render([PLAIN]))
            path = self.write(tmp_path, text)
            if self.is_xml:
                with pytest.raises(FormatError, match="declares the entity"):
                    self.read(path)
            else:
                self.check_harmless(path)

    def with_doctype(self, declaration: str, text: str) -> str:
        head, found, rest = text.partition("?>\n")
        return head + found + declaration + rest if found else declaration + text

    def check_harmless(self, path: Path) -> None:
        """No format without entities may expand them: the text that names them stays text, or is an error."""
        try:
            segments = self.read(path)
        except FormatError:
            return
        assert "haha" not in "".join(segment.text for segment in segments)

    def test_a_line_of_50_mb_is_read_in_linear_time(self, tmp_path: Path) -> None:
        text = "depot " * (HUGE // 6) + "end."
        path = self.write(tmp_path, self.render([text]))
        start = time.process_time()
        segments = self.read(path)
        assert time.process_time() - start < SECONDS
        assert len(segments[0].text) == len(text)

    @given(texts=st.lists(sentences, min_size=2, max_size=4, unique=True))
    @settings(max_examples=25, deadline=None, suppress_health_check=INHERITED)
    def test_any_texts_are_read_with_their_places(self, tmp_path: Path, texts: list[str]) -> None:
        self.check(self.write(tmp_path, self.render(texts)), texts)


class BilingualConformance(FormatConformance):
    """Besides: empty targets, languages, writing back, creating. Sources are the texts before ``S``."""

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        return self.render_pairs([(f"S {text}", text) for text in texts], encoding)

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        """A file that holds ``pairs`` of source and target."""
        raise NotImplementedError

    def read(self, path: Path, encoding: str | None = None) -> list[Segment]:
        return [unit.target for unit in self.units(path, encoding)]

    def documents(self, path: Path, encoding: str | None = None) -> list[Document]:
        return list(read_bilingual(path, source_language="ru", target_language="en", encoding=encoding))

    def units(self, path: Path, encoding: str | None = None) -> list[TranslationUnit]:
        return [unit for document in self.documents(path, encoding) for unit in document.units]

    def test_sources_have_places_too(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render(self.texts))
        sources = [unit.source for unit in self.units(path)]
        assert [source.text for source in sources] == [f"S {text}" for text in self.texts]
        for source in sources:
            self.check_places(source, self.decoded(path))

    def test_an_empty_target_has_a_place(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render_pairs([("Раз.", ""), ("Два.", "Two.")]))
        first, second = self.units(path)
        assert (first.target.text, second.target.text) == ("", "Two.")
        location = first.target.locate(Span(0, 0))
        assert location is not None
        assert self.decoded(path).index("Раз.") < location.offset < self.decoded(path).index("Два.")

    def test_ids_are_unique_and_languages_are_those_of_the_pair(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render(self.texts))
        (document,) = self.documents(path)
        assert len({unit.id for unit in document.units}) == len(self.texts)
        assert (document.source_language[:2], document.target_language[:2]) == ("ru", "en")

    def test_a_great_file_comes_in_parts(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render([f"Text {number}." for number in range(4100)]))
        documents = self.documents(path)
        assert [(document.part, len(document.units)) for document in documents] == [(0, 2000), (1, 2000), (2, 100)]
        assert len({document.id for document in documents}) == 1

    def test_writing_nothing_back_leaves_every_byte(self, tmp_path: Path) -> None:
        for bom in (b"", codecs.BOM_UTF8):
            path = self.write(tmp_path, self.render(self.texts).replace("\n", "\r\n"), bom=bom)
            before = path.read_bytes()
            targets = {(unit.document, unit.id): unit.target.text for unit in self.units(path)}
            assert write_back(path, targets) == 0
            assert path.read_bytes() == before
            assert write_back(path, {}) == 0
            assert path.read_bytes() == before

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
    def test_writing_one_target_back_changes_only_its_bytes(self, tmp_path: Path, encoding: str) -> None:
        bom = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
        text = self.render(["Depot.", PLAIN, ASTRAL], encoding.removesuffix("-le")).replace("\n", "\r\n")
        path = self.write(tmp_path, text, encoding, bom=bom)
        unit = self.units(path)[1]
        new = "The southern depôt “opened” in March, said Ada Quill."
        output = tmp_path / f"changed{self.suffix}"
        assert write_back(path, {(unit.document, unit.id): new}, output=output) == 1
        expected = self.replaced(text, PLAIN, new)
        assert output.read_bytes() == bom + expected.encode(encoding)
        assert path.read_bytes() == bom + text.encode(encoding)
        assert [entry.target.text for entry in self.units(output)] == ["Depot.", new, ASTRAL]

    def replaced(self, text: str, old: str, new: str) -> str:
        """The file after the last ``old`` in it has become ``new``."""
        head, _, tail = text.rpartition(self.escaped(old))
        return head + self.escaped(new) + tail

    def test_an_empty_target_can_be_filled(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render_pairs([("Раз.", ""), ("Два.", "Two.")]))
        unit = self.units(path)[0]
        assert write_back(path, {(unit.document, unit.id): "One & <one>."}) == 1
        assert [entry.target.text for entry in self.units(path)] == ["One & <one>.", "Two."]

    def test_a_unit_that_is_not_there_is_an_error_and_leaves_the_file(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render(self.texts))
        before = path.read_bytes()
        with pytest.raises(InputError, match="no unit 'nowhere'"):
            write_back(path, {(path.as_posix(), "nowhere"): "x"})
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]

    @given(
        old=st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=3),
        new=st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")),
    )
    @settings(max_examples=40, deadline=None, suppress_health_check=INHERITED)
    def test_any_text_can_be_created_changed_and_read(self, tmp_path: Path, old: list[str], new: str) -> None:
        old = [re.sub("[\ufffe\uffff]", "", text) for text in old]
        path = self.write(tmp_path, self.render_pairs([(f"S{text}", text) for text in old]))
        first = self.units(path)[0]
        assert first.target.text == old[0]
        write_back(path, {(first.document, first.id): new})
        assert [unit.target.text for unit in self.units(path)] == [new, *old[1:]]

    def test_a_created_file_holds_the_same_units(self, tmp_path: Path) -> None:
        if not detect(tmp_path / f"new{self.suffix}").creates:
            with pytest.raises(InputError, match="not made by this program"):
                create(tmp_path / f"new{self.suffix}", [])
            return
        (document,) = self.documents(self.write(tmp_path, self.render(self.texts)))
        path = tmp_path / f"created{self.suffix}"
        create(path, [document])
        created = self.units(path)
        assert [(unit.id, unit.source.text, unit.target.text) for unit in created] == [
            (unit.id, unit.source.text, unit.target.text) for unit in document.units
        ]

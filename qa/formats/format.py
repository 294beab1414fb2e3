"""What a file format is to the rest of the package: what it can do, and the methods behind it."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal

import msgspec

from qa.core.errors import FormatError, InputError
from qa.formats.content import Content, PlainContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import ClassVar, TextIO

    from qa.core.document import Document, MonolingualDocument
    from qa.formats.decoding import TextFile

__all__ = [
    "BilingualFormat",
    "CreatingFormat",
    "DocumentKey",
    "Entry",
    "Format",
    "FormatInfo",
    "Languages",
    "MonolingualFormat",
    "primary",
]


class FormatInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to know of a file format."""

    name: str
    """Short and lower case, for ``format=``."""
    title: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    kind: Literal["bilingual", "monolingual"]
    reads: bool = True
    writes_back: bool = False
    """Whether changed targets can be put into an existing file."""
    creates: bool = False
    """Whether new files can be made of documents."""


class DocumentKey(msgspec.Struct, frozen=True):
    """What the entries of one document share; each document has its own object."""

    id: str
    source_language: str
    target_language: str
    date: dt.date | None = None
    running_text: bool = True
    notes: tuple[str, ...] = ()
    catalogue: bool = False


class Entry(msgspec.Struct, frozen=True):
    """A translation unit as it stands in a file; ``id`` need not be unique."""

    document: DocumentKey
    id: str
    source: Content | PlainContent
    target: Content | PlainContent
    state: str = ""
    notes: tuple[str, ...] = ()
    translate: bool = True


class Languages(msgspec.Struct, frozen=True):
    """The languages that the caller asks for, against those that a file states."""

    source: str | None = None
    target: str | None = None
    required: bool = True
    """Whether a language that nobody states is an error; otherwise it is ``und``."""

    def resolve(self, source: str, target: str, *, path: str, line: int | None = None) -> tuple[str, str]:
        """The source and the target language; ``source`` and ``target`` are as the file states them, or empty.

        Raises:
            FormatError: the file states another language than the caller.
            InputError: neither of them states a language.
        """
        return (
            self._one("source", source, self.source, path, line),
            self._one("target", target, self.target, path, line),
        )

    def _one(self, side: str, stated: str, asked: str | None, path: str, line: int | None) -> str:
        stated = stated.strip().replace("_", "-")
        if stated and asked and primary(stated) != primary(asked):
            message = f"states the {side} language {stated!r}, not {asked!r}; change -{side[0]} or take another file"
            raise FormatError(message, path=path, line=line)
        if not (stated or asked) and self.required:
            message = f"does not state its {side} language; give -{side[0]}, for example -{side[0]} en"
            raise InputError(message, path=path, line=line)
        return stated or asked or "und"


class Format(ABC):
    """A file format."""

    info: ClassVar[FormatInfo]

    def sniff(self, head: str) -> bool:  # noqa: ARG002 -- formats that share a suffix look at it
        """Whether a file that starts with ``head`` can be of this format, where several formats share its suffix."""
        return True

    def declared_encoding(self, head: bytes) -> str | None:  # noqa: ARG002 -- formats that declare one read it
        """The encoding that the first bytes of a file declare."""
        return None


class MonolingualFormat(Format):
    """A format of texts in one language."""

    @abstractmethod
    def read(self, file: TextFile, language: str) -> MonolingualDocument:
        """The paragraphs of ``file``."""

    def escape(self, text: str) -> str:  # noqa: ARG002 -- formats that are written back take it
        """``text`` as the format writes it in a paragraph.

        Raises:
            InputError: the format cannot hold the text, or is not written back.
        """
        message = (
            f"{self.info.title} files are not written back; make the changes in the program that they are of, "
            f"or convert them to plain text, Markdown or HTML"
        )
        raise InputError(message)


class BilingualFormat(Format):
    """A format of translation units."""

    encode_errors: ClassVar[str] = "strict"
    """What is done with characters that the file's encoding lacks, as in ``str.encode``."""

    @abstractmethod
    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """The units of ``file`` in their order, one at a time.

        Raises:
            FormatError: the file breaks the rules of the format.
            InputError: a language that nobody states.
        """

    @abstractmethod
    def escape(self, text: str, form: str) -> str:
        """``text`` as the format writes it in a run of ``form``.

        Raises:
            InputError: the format cannot hold the text.
        """


class CreatingFormat(BilingualFormat):
    """A format of which new files can be made."""

    @abstractmethod
    def create(self, documents: Iterable[Document], stream: TextIO) -> None:
        """Write a new file of ``documents``, of which there is at least one.

        Raises:
            InputError: the format cannot hold a text.
        """


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, lower case."""
    return language.replace("_", "-").split("-")[0].lower()

"""gettext PO: a message catalogue, whose units stand alone.

Each ``msgstr`` is a unit, so a message with plurals is several, called ``12[0]``, ``12[1]`` ...: the number is that of
the message in the file. The source of form 0 is ``msgid``, of the others ``msgid_plural`` (of form 0 too in languages
that have one form only). The state is ``fuzzy`` or nothing; obsolete messages are passed over. Notes are the
comments and the ``msgctxt``; those of the header are notes on the whole. The header states the target language
(``Language``), sometimes the source language (``X-Source-Language``), and the encoding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.formats.bilingual.po_messages import ESCAPES, Message, read_messages
from qa.formats.format import BilingualFormat, DocumentKey, Entry, FormatInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.formats.decoding import TextFile
    from qa.formats.format import Languages

__all__ = ["FORMAT", "Po"]

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_FIELD = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ESCAPES = {character: f"\\{letter}" for letter, character in ESCAPES.items() if letter not in {"'", "?"}}
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


class Po(BilingualFormat):
    """PO."""

    info = FormatInfo(name="po", title="gettext PO", suffixes=(".po", ".pot"), kind="bilingual", writes_back=True)

    def declared_encoding(self, head: bytes) -> str | None:
        """That of the header's ``Content-Type``; the placeholder of templates says nothing."""
        match = _CHARSET.search(head)
        name = match[1].decode("ascii") if match else ""
        return None if name == "CHARSET" else name or None

    def escape(self, text: str, form: str) -> str:  # noqa: ARG002 -- all strings are written alike
        """``text`` inside a quoted string."""
        return "".join(_ESCAPES.get(character, character) for character in text)

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry a ``msgstr``; the header is none."""
        key: DocumentKey | None = None
        number = 0
        for message in read_messages(file):
            is_header = not message.identifier.text and message.context is None
            if key is None:
                key = _document(message if is_header else None, file.name, languages)
            if not is_header:
                number += 1
                yield from _entries(message, number, key)


FORMAT = Po()


def _document(header: Message | None, path: str, languages: Languages) -> DocumentKey:
    fields: Mapping[str, str] = dict(_FIELD.findall(header.translations[0].text)) if header else {}
    source, target = fields.get("X-Source-Language", ""), _bcp47(fields.get("Language", ""))
    notes = tuple(header.comments) if header else ()
    tags = languages.resolve(source, target, path=path)
    return DocumentKey(path, *tags, running_text=False, notes=notes, catalogue=True)


def _bcp47(locale: str) -> str:
    """A locale name of gettext (``sr_RS@latin``) as a language tag (``sr-Latn-RS``)."""
    tag, _, modifier = locale.partition("@")
    language, *rest = tag.partition(".")[0].replace("_", "-").split("-")
    script = _SCRIPTS.get(modifier.lower())
    return "-".join((language, *([script] if script else []), *rest))


def _entries(message: Message, number: int, key: DocumentKey) -> Iterator[Entry]:
    context = () if message.context is None else (f"msgctxt: {message.context.text}",)
    notes = (*message.comments, *context)
    state = "fuzzy" if "fuzzy" in message.flags else ""
    plural = message.plural
    for form, translation in sorted(message.translations.items()):
        first_of_several = form == 0 and len(message.translations) > 1
        source = message.identifier if plural is None or first_of_several else plural
        name = str(number) if plural is None else f"{number}[{form}]"
        yield Entry(key, name, source, translation, state, notes)

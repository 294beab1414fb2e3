"""The vocabulary: frozen values that every other part speaks in."""

from qa.core.alignment import Alignment, Bead
from qa.core.document import Batch, Document, MonolingualDocument, TranslationUnit
from qa.core.errors import (
    ConfigError,
    EncodingError,
    FormatError,
    InputError,
    PluginError,
    QaError,
    UsageError,
)
from qa.core.finding import Finding, Problem, Severity, Suggestion, Suppression
from qa.core.segment import Anchor, InlineCode, Location, Role, Segment, join
from qa.core.span import Span

__all__ = [
    "Alignment",
    "Anchor",
    "Batch",
    "Bead",
    "ConfigError",
    "Document",
    "EncodingError",
    "Finding",
    "FormatError",
    "InlineCode",
    "InputError",
    "Location",
    "MonolingualDocument",
    "PluginError",
    "Problem",
    "QaError",
    "Role",
    "Segment",
    "Severity",
    "Span",
    "Suggestion",
    "Suppression",
    "TranslationUnit",
    "UsageError",
    "join",
]

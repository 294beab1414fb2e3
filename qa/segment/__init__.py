"""Sentence splitting by SRX rules."""

from qa.segment.document import segment_document
from qa.segment.segmenter import Segmenter

__all__ = ["Segmenter", "segment_document"]

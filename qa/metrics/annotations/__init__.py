"""Files of error annotations by people, one format a module; a module with a constant ``FORMAT`` is one."""

from qa.metrics.annotations.discovery import (
    annotation_format,
    annotation_formats,
    detect_annotations,
    read_annotations,
    write_annotations,
)
from qa.metrics.annotations.segment import AnnotatedSegment, AnnotationFormat

__all__ = [
    "AnnotatedSegment",
    "AnnotationFormat",
    "annotation_format",
    "annotation_formats",
    "detect_annotations",
    "read_annotations",
    "write_annotations",
]

"""The name of a report, under which a browser keeps the decisions made on it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from qa.core.report import Report

__all__ = ["report_id"]


def report_id(report: Report) -> str:
    """16 hexadecimal digits that are the same for the same texts and findings, whatever the scores and the gate say."""
    encode = msgspec.json.Encoder().encode
    digest = hashlib.sha256(encode(report.batch))
    for unit in report.units:
        digest.update(encode((unit.document, unit.id, unit.source, unit.target)))
    for finding in report.findings:
        digest.update(encode((finding.fingerprint, finding.document, finding.unit)))
    return digest.hexdigest()[:16]

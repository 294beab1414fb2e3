"""Metrics, one a module; a module with a constant ``METRIC`` is one, and nothing else need be touched."""

from qa.metrics.batch import metrics_for, score_batch, score_sample
from qa.metrics.discovery import all_metrics, metric
from qa.metrics.mqm import mqm_penalty, mqm_score
from qa.metrics.protocol import Metric
from qa.metrics.sample import ALL_LEVELS, Sample
from qa.metrics.tolerance import Tolerance

__all__ = [
    "ALL_LEVELS",
    "Metric",
    "Sample",
    "Tolerance",
    "all_metrics",
    "metric",
    "metrics_for",
    "mqm_penalty",
    "mqm_score",
    "score_batch",
    "score_sample",
]

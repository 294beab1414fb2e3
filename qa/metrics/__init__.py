"""Metrics, one a module."""

"""Runs rules over a batch."""

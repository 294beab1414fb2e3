"""Sentence splitting by SRX rules."""

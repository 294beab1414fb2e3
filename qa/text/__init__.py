"""Shared analysis of one text: tokens, quantities, dates, names, scripts."""

"""Terminology: termbases, the inflection-aware matcher, and companions (texts that must stand beside a name)."""

"""Rules of the group locale."""

"""Rules of the group accuracy."""

"""Rules of the group compliance."""

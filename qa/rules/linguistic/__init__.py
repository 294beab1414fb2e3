"""Rules of the group linguistic."""

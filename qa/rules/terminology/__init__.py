"""Rules of the group terminology."""

"""Rules of the group typography."""

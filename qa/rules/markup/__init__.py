"""Rules of the group markup."""

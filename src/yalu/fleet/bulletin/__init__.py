"""Bulletins for port states: numbered, dated, signed differences between what was known of every hull."""

"""The designation package: one party, one authority, one day, and everything that a file on it needs."""

"""Judgements of analysts: kept in SQL, never changed, never lost, in a chain that shows any tampering."""

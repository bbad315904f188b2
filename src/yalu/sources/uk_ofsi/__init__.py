"""The UK's consolidated list of financial sanctions targets, as HM Treasury published it until 2026."""

"""The UK Sanctions List, since 28 January 2026 the only list of the UK's sanctions targets."""

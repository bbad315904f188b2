"""Which ship to inspect first: a safety score and a sanctions score side by side, each with its reasons."""

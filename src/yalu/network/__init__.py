"""Who serves the regime and who is tied to whom."""

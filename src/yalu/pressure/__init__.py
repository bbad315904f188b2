"""What six measures together take from the regime's revenue and imports, and how far to trust the answer."""

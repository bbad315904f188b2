"""The wave page: its state in the address, and its tables."""

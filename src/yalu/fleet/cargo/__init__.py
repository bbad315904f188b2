"""Cargo: which goods may not move from or to the target country, by HS code, direction and day."""

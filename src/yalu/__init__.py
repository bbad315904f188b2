"""Yalu finds, proves and helps to break sanctions-evasion networks."""

__version__ = "0.1.0"

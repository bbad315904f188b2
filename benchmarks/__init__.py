"""Measured figures of Yalu; run one with ``make bench NAME=...``."""

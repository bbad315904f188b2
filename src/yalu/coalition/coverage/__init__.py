"""Who listed which party when: coverage of the lists, and how long each took."""

from __future__ import annotations

from yalu.coalition.coverage.report import Coverage, coverage

__all__ = ["Coverage", "coverage"]

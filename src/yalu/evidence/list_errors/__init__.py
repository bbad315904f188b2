"""Errors that lists contain, as findings: found by comparing records, never repaired."""

from __future__ import annotations

from yalu.evidence.list_errors.error import CODES, ListError
from yalu.evidence.list_errors.find import find

__all__ = ["CODES", "ListError", "find"]

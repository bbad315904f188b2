"""Short ways to compare in tests."""

from __future__ import annotations

from yalu.names import Comparison, compare, prepare


def person(a: str, b: str) -> Comparison:
    """Compare two names of persons."""
    return compare(prepare(a, "Person"), prepare(b, "Person"))


def company(a: str, b: str) -> Comparison:
    """Compare two names of companies."""
    return compare(prepare(a, "Company"), prepare(b, "Company"))


def ship(a: str, b: str) -> Comparison:
    """Compare two names of ships."""
    return compare(prepare(a, "Vessel"), prepare(b, "Vessel"))

"""What ``yalu screen --json`` prints of one query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yalu.screening import Hit, Screener


def line_of(screener: Screener, row: int, query: dict[str, Any], hits: list[Hit]) -> dict[str, Any]:
    """The JSON line of one query."""
    return {
        "version": 1,
        "row": row,
        "query": query,
        "snapshot": screener.snapshot,
        "as_of": screener.day.when.as_of,
        "on": screener.day.when.on,
        "mode": str(screener.day.when.mode),
        "resolution": screener.day.resolution,
        "hits": [hit.as_dict() for hit in hits],
    }

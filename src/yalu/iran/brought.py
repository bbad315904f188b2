"""What a user brings to the timeline: missile tests, visits, and calls of ships, CSV, XLSX or JSON.

Tests may be in the form of the CNS/NTI database (``timeBins`` with ``data``, each with a ``date``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from yalu.errors import UsageError
from yalu.model.dates import day
from yalu.screening.customers import table


@dataclass(frozen=True)
class Given:
    """A row of a user's file: its day, what it says, and for a call the ship and the country."""

    date: str
    what: str
    ship: str = ""
    country: str = ""


def tests(name: str, content: bytes) -> list[Given]:
    """Missile tests by day; those without a whole day are left out. Raises UsageError."""
    if content.lstrip()[:1] in (b"{", b"["):
        return _json(name, content)
    return dated(name, content)


def _json(name: str, content: bytes) -> list[Given]:
    try:
        found: Any = orjson.loads(content)
        bins = found["timeBins"] if isinstance(found, dict) else [{"data": found}]
        rows = [row for part in bins for row in part["data"]]
        given = [Given(str(r["date"]), str(r.get("missile", "test"))) for r in rows if _whole(str(r["date"]))]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{name} is no list of tests: {error}.", expected="timeBins with data, each with a date"
        ) from None
    return sorted(given, key=lambda g: g.date)


def dated(name: str, content: bytes) -> list[Given]:
    """Rows with a column ``date`` and, if there is one, ``what``. Raises UsageError."""
    return _rows(name, content, ("date",))


def calls(name: str, content: bytes) -> list[Given]:
    """Calls: columns ``ship`` (a name or IMO number), ``country`` and ``date``. Raises UsageError."""
    return _rows(name, content, ("date", "ship", "country"))


def _rows(name: str, content: bytes, needed: tuple[str, ...]) -> list[Given]:
    rows = table(name, content)
    heads = [h.strip().casefold() for h in rows[0]] if rows else []
    lacking = [c for c in needed if c not in heads]
    if lacking:
        raise UsageError(
            f"{name} has no column {' and no column '.join(lacking)}.",
            expected=f"columns {', '.join(needed)}",
        )
    found = []
    for number, row in enumerate(rows[1:], 2):
        cells = {h: v.strip() for h, v in zip(heads, row, strict=False)}
        if not any(cells.values()):
            continue
        try:
            when = day(cells.get("date", "")[:10])
        except ValueError as error:
            raise UsageError(f"{name}, row {number}: {error}", expected="a day such as 2016-03-02") from None
        country = cells.get("country", "").upper()
        found.append(Given(when, cells.get("what", ""), cells.get("ship", "").upper(), country))
    return sorted(found, key=lambda g: (g.date, g.ship))


def _whole(text: str) -> bool:
    try:
        day(text)
    except ValueError:
        return False
    return True

"""A bulletin as data: JSON with every hull and change, CSV with a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import orjson

from yalu.fleet.bulletin.state import FIELDS, HullState, Source
from yalu.publish.bulletin.bulletin import LIMIT, NOTICE, Bulletin
from yalu.screening.results import neutral

CHANGES = (
    "bulletin",
    "as_of",
    "since_bulletin",
    "imo",
    "ship",
    "change",
    "field",
    "before",
    "after",
    "day",
    "note",
    "sources",
)
HULLS = ("bulletin", "as_of", "imo", "imo_check_digit", "ship", "field", "value", "detail", "day", "sources")


def as_json(b: Bulletin) -> bytes:
    """Everything: the changes, and the state of every hull with which the next one is compared."""
    told = {
        "version": 1,
        "number": b.number,
        "issued": b.issued,
        "as_of": b.state.as_of,
        "mode": b.state.mode,
        "since": b.since.model_dump() if b.since else None,
        "snapshot": b.snapshot,
        "notice": NOTICE,
        "limit": LIMIT,
        "changes": [c.as_json() for c in b.changes],
        "state": b.state.model_dump(),
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def changes_csv(b: Bulletin) -> bytes:
    """A row a change; no cell is a formula."""
    since = b.since.number if b.since else ""
    rows = [
        (
            *(b.number, b.state.as_of, since, c.imo, c.ship, c.text, FIELDS[c.field]),
            *(c.before, c.after, c.day, c.note, _sources(c.sources)),
        )
        for c in b.changes
    ]
    return _csv(CHANGES, rows)


def hulls_csv(b: Bulletin) -> bytes:
    """A row a fact of a hull: the full list; no cell is a formula."""
    start = (b.number, b.state.as_of)
    rows = [
        (
            *(*start, hull.imo, _check(hull), hull.name, FIELDS[field]),
            *(fact.value, fact.detail, fact.day, _sources(fact.sources)),
        )
        for hull in b.state.hulls
        for field in FIELDS
        for fact in hull.facts.get(field, [])
    ]
    return _csv(HULLS, rows)


def _sources(sources: Iterable[Source]) -> str:
    return "; ".join(s.text() for s in sources)


def _check(hull: HullState) -> str:
    return "" if not hull.imo else "right" if hull.number else "wrong"


def _csv(headings: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")

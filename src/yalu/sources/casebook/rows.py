"""Turns any row of a regime into dated statements, one per field and value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from pydantic import BaseModel

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval, latest, partial
from yalu.model.vocabulary import OWN_KNOWLEDGE, Basis, Grade
from yalu.regimes import Item, Row
from yalu.sources.casebook.clocks import Calendar, Known, exact, later
from yalu.sources.sighting import Sighting, sighting

COMPILER_FIELDS = frozenset({"basis_note", "check", "citation_error", "conflict", "also", "src_note"})
"""Remarks of the compiler about a row: known on the day of compilation, never on the row's own day."""

RECORD_FIELDS = frozenset({"id", "src", "basis", "unverified", "verified", "text_since", "no_hindsight"})
"""Fields that say how a row is known, and so stand in the columns of its statements."""

IN_FORCE: dict[str, tuple[str, str]] = {
    "Authority": ("start date", "end"),  # "date" in the labor and travel files
    "BoardingPower": ("in_force_from", "in_force_until"),
    "DelistingRoute": ("since", "until"),
    "Safeguard": ("since", "until"),
    "TradeRule": ("in_force_from", "in_force_until"),
    "TravelRestriction": ("effective", "expires"),
}
"""Rows that are law: the fields of their beginning and of their end."""

LATER_DAYS = frozenset({"date_to", "end", "in_force_until", "released", "to_year", "until"})
"""Fields for what came after the row's own date, known on their own day at the earliest.

A notice's expiry is none of them: it stands in the notice.
"""


def row_sightings(calendar: Calendar, row: Row, locator: str) -> Iterator[Sighting]:
    """The statements of a row that is not a party or a tie; its id is their party."""
    known, from_, to = row_clocks(calendar, row)
    public = set(getattr(row, "public_fields", []))
    for name, value in fields(row):
        clock = known
        if name in public:
            clock = exact(str(getattr(row, "public_since", "")), KnownBy.PUBLIC)
        clock = text_clock(calendar, row, name, clock)
        if name in LATER_DAYS:
            clock = later(clock, str(value))
        for text, detail in texts(value):
            yield sighting(
                row.id,
                type(row).statement_kind,
                name,
                text,
                detail=detail,
                known=clock.when,
                known_by=clock.by,
                from_=from_,
                to=to,
                ended_known=to,
                locator=f"{locator} {row.id}",
                **record(row, clock),
            )


def row_clocks(calendar: Calendar, row: Row) -> tuple[Known, Interval, Interval]:
    """When the row could be known, and from when to when it holds."""
    names = IN_FORCE.get(type(row).statement_kind)
    begins, ends = (_first(row, n) for n in names) if names else ("", "")
    from_ = partial(begins) if begins else _happened(row)
    to = partial(ends) if ends else OPEN
    published = row.own_dates()
    if not type(row).own_date_is_public or not published:
        return calendar.by_sources(row.src), from_, to
    if row.basis == OWN_KNOWLEDGE or {"start", "dates"} & set(row.unverified):
        return calendar.by_sources(row.src, not_before=published[0]), from_, to
    return exact(published[0], KnownBy.INSTRUMENT), from_, to


def text_clock(calendar: Calendar, item: Item, field: str, known: Known) -> Known:
    """A compiler's remark dates from the compilation; a text that looks back is not shown too early."""
    if field in COMPILER_FIELDS:
        return Known(Interval(calendar.compiled, calendar.compiled), KnownBy.SOURCES)
    return later(known, item.text_since.get(field, ""))


def record(row: Row, clock: Known | None = None) -> dict[str, Any]:
    """The columns that say on what a row rests.

    ``unverified`` may hold remarks beside names of fields. One that looks back (``text_since``) stands
    only in statements that were not known before its day, so that no earlier view tells of it.
    """
    stated = getattr(row, "grade", None)
    grade = Grade(stated) if stated in set(Grade) else Grade.SOURCED
    doubted = [*row.unverified, *(f for f, how in row.verified.items() if how == "own")]
    since = row.text_since.get("unverified", "")
    if clock is not None and since and latest(clock.when.hi, partial(since).hi) != clock.when.hi:
        doubted = [name for name in doubted if name in type(row).model_fields]
    return {
        "cites": ";".join(row.src),
        "basis": row.basis or Basis.STORED,
        "unverified": ";".join(doubted),
        "grade": Grade.UNVERIFIED if row.basis == OWN_KNOWLEDGE else grade,
    }


def fields(row: Item) -> Iterator[tuple[str, Any]]:
    """The fields of a row that hold something, by the names that the content files use."""
    for name, info in type(row).model_fields.items():
        value = getattr(row, name)
        if name in RECORD_FIELDS or value is None or value in ([], {}, ""):
            continue
        yield info.alias or name, value


def texts(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A field's values as text: one for each member of a list; what has parts keeps them as detail."""
    if isinstance(value, list):
        for member in value:
            yield from texts(member)
    elif isinstance(value, BaseModel):
        parts = value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        yield orjson.dumps(parts, option=orjson.OPT_SORT_KEYS).decode(), parts
    elif isinstance(value, dict):
        for key, member in value.items():
            lines = member if isinstance(member, list) else [member]
            for line in lines:
                yield str(line), {"key": str(key)}
    elif isinstance(value, bool):
        yield ("true" if value else "false"), {}
    else:
        yield str(value), {}


def _first(row: Row, names: str) -> str:
    values = (getattr(row, name, None) for name in names.split())
    return next((str(v) for v in values if v), "")


def _happened(row: Row) -> Interval:
    """An event holds from its own date; an estimate or a text from no date in particular."""
    if type(row).statement_kind in ("Incident", "ProgramEvent", "Detention"):
        dates = row.own_dates()
        return partial(dates[0]) if dates else OPEN
    return OPEN

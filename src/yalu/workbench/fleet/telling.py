"""Events of ships as rows and marks: what, when, who, and what may be innocent about it."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.fleet.behavior.event import Event, moment
from yalu.fleet.behavior.find import KINDS
from yalu.fleet.plot.mercator import Chart
from yalu.fleet.plot.sea import Sea
from yalu.workbench.fleet.known import Hulls, address
from yalu.workbench.fleet.picture import WORDS, Mark, point
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame.page import row

MOST_MARKS = 250
"""Events that a map shows; the newest come first."""
LABELED = 24
"""Marks up to which each has its words written beside it."""
PLACELESS = "identity"
SIGNS = {
    "gap": "┄",
    "jump": "↯",
    "meeting": "✕",
    "dark_meeting": "⊗",
    "loitering": "□",
    "call": "◇",
    "identity": "≠",
}
"""A sign for each kind, beside its word."""

COLUMNS = (
    Column(key="from", label="From", kind="day", head=True),
    Column(key="to", label="To", kind="day"),
    Column(key="what", label="What"),
    Column(key="ships", label="Ships"),
    Column(key="told", label="Measured"),
    Column(key="where", label="Where"),
    Column(key="coverage", label="Coverage"),
    Column(key="innocent", label="May be innocent"),
)


def kinds() -> dict[str, str]:
    """The kinds of events with their words."""
    return {kind: WORDS[kind] for kind in KINDS}


def words(event: Event) -> str:
    """The kind and grade of an event: ``meeting (firm)``."""
    return f"{WORDS[event.kind]} ({event.grade})"


def short(second: int | None) -> str:
    """``2026-03-14 05:59``, UTC."""
    return moment(second)[:16].replace("T", " ") if second is not None else ""


def during(events: Sequence[Event], first: int, last: int) -> list[Event]:
    """The events of a window, the newest first."""
    met = [e for e in events if e.t0 <= last and (e.t1 if e.t1 is not None else e.t0) >= first]
    return sorted(met, key=lambda e: (-e.t0, e.order()))


def table(events: Sequence[Event], known: Hulls, sea: Sea, empty: str, name: str = "events") -> Table:
    """Events as rows."""
    return Table(
        id=name, columns=COLUMNS, rows=tuple(_row(e, known, sea) for e in events), empty=empty, stack=True
    )


def _row(event: Event, known: Hulls, sea: Sea) -> tuple[Cell, ...]:
    return row(
        short(event.t0),
        short(event.t1) if event.t1 is not None else "still",
        f"{SIGNS[event.kind]} {words(event)}",
        Cell(text=", ".join(called(n, known, sea) for n in event.mmsi), href=f"/ship/{event.mmsi[0]}"),
        event.text,
        where(event),
        event.coverage,
        event.rule.innocent,
    )


def where(event: Event) -> str:
    """The first place of an event: ``38.7167 N, 125.4000 E``."""
    if not event.positions:
        return ""
    at = event.positions[0]
    return f"{abs(at.lat):.4f} {'N' if at.lat >= 0 else 'S'}, {abs(at.lon):.4f} {'E' if at.lon >= 0 else 'W'}"


def called(number: int, known: Hulls, sea: Sea) -> str:
    """How a radio number is called: by the name it sent, and by the hull that a source gives it."""
    sent = sea.said[number].name if number in sea.said else ""
    hull = known.by_mmsi.get(number, ())
    stated = f" (MMSI of {', '.join(h.name for h in hull)})" if hull else ""
    return f"{sent} {number}".strip() + stated


def marks(events: Sequence[Event], chart: Chart, known: Hulls, sea: Sea) -> list[Mark]:
    """The events that have a place in the picture, as shapes."""
    placed = [(e, *chart.xy(e.positions[0].lon, e.positions[0].lat)) for e in events if e.positions]
    seen = [(e, x, y) for e, x, y in placed if chart.inside(x, y)][:MOST_MARKS]
    return [_mark(e, x, y, known, sea, label=len(seen) <= LABELED) for e, x, y in seen]


def _mark(event: Event, x: float, y: float, known: Hulls, sea: Sea, *, label: bool) -> Mark:
    who = ", ".join(called(n, known, sea) for n in event.mmsi)
    said = WORDS[event.kind]
    if "hours" in event.figures:
        said += f", {event.figures['hours']:.0f} h"
    return Mark(
        kind=event.kind,  # type: ignore[arg-type]  # the kinds of events are among the kinds of marks
        x=round(x, 1),
        y=round(y, 1),
        words=f"{words(event)} from {short(event.t0)}: {who}; {event.text}",
        href=f"/ship/{event.mmsi[0]}",
        label=said if label else "",
    )


def features(events: Sequence[Event], day: str) -> list[dict[str, object]]:
    """The events that have a place, as GeoJSON with all that the rule says."""
    return [
        point(e.positions[0].lon, e.positions[0].lat, **(e.as_json(day) | {"event": e.kind}))
        for e in events
        if e.positions
    ]


def hull_address(number: int, known: Hulls) -> str:
    """The page of a ship by its radio number: that of a hull where one alone bears it."""
    hull = known.by_mmsi.get(number, ())
    return address(hull[0]) if len(hull) == 1 else f"/ship/{number}"

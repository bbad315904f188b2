"""The identity of a hull over time: bands of what sources show, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yalu.fleet.register.entries import Entry
from yalu.fleet.register.hull import NEVER_HELD, Hull
from yalu.model.statement import Statement
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame import ask as addresses
from yalu.workbench.frame.page import Model, row
from yalu.workbench.pages.common import Cited

TITLES = {
    "names": "Name",
    "flags": "Flag",
    "mmsi": "MMSI",
    "call_signs": "Call sign",
    "imo": "IMO number",
    "owners_named": "Owner",
    "owner": "Owner",
    "manager": "Manager",
    "types": "Type",
    "tonnage": "Tonnage",
    "class": "Class",
    "insurer": "Insurer",
}
LEFT, WIDE, ROW = 250, 940, 24
"""Pixels of the names at the left, of the picture, and of a row."""


class Band(Model):
    """A value with the days between which sources show it; ``none`` where no source is held."""

    group: str
    value: str
    x: float
    width: float
    y: float
    kind: str
    words: str


class Bands(Model):
    """The picture of bands with its years."""

    width: int
    height: int
    years: tuple[tuple[float, str], ...]
    bands: tuple[Band, ...]


class Shown(Model):
    """One value of an identity: what it is, who says so, between which days sources show it."""

    group: str
    value: str
    role: str
    first: str
    last: str
    unverified: bool
    cell: Cell


def shown(hull: Hull, cited: Cited) -> list[Shown]:
    """The values of a hull, group by group, owners and managers with them."""
    found = [
        _entry(group, entry, cited)
        for group in ("names", "flags", "mmsi", "call_signs", "imo", "owners_named")
        for entry in hull.facts[group]
    ]
    for tie in hull.ties:
        if tie.kind != "link":
            group = "owner" if tie.kind == "owner" else "manager"
            first, last = span([tie.statement])
            cell = Cell(text=tie.name, href=addresses.party(tie.other), cites=cited.of(tie.statement))
            found.append(
                Shown(
                    group=group,
                    value=tie.name,
                    role=tie.role,
                    first=first,
                    last=last,
                    unverified=tie.statement.lead,
                    cell=cell,
                )
            )
    found += [_entry(group, entry, cited) for group in ("types", "tonnage") for entry in hull.facts[group]]
    return found


def _entry(group: str, entry: Entry, cited: Cited) -> Shown:
    first, last = span(entry.statements)
    stored = [s for s in entry.statements if not s.lead] or list(entry.statements)
    cell = Cell(text=entry.value, href=addresses.evidence(stored[0].id), cites=cited.of(*stored))
    role = "" if entry.role in (group, "name", "flag", "imoNumber") else entry.role
    return Shown(
        group=group,
        value=entry.value,
        role="candidate, not sure" if role == "imoCandidate" else role if " " in role else "",
        first=first,
        last=last,
        unverified=entry.unverified,
        cell=cell,
    )


def span(statements: Sequence[Statement]) -> tuple[str, str]:
    """The first and last day on which sources show something: their own days, else those of their copies."""
    own = [s.from_hi or str(s.details.get("as_of", "")) for s in statements]
    starts = [d for d in own if d] or [d for s in statements if (d := s.seen_first or s.known_hi)]
    ends = [d for s in statements if (d := s.to_hi or s.seen_last or s.known_hi)]
    first = min(starts, default="")
    return first, max([*ends, first], default="")


def table(found: Sequence[Shown]) -> Table:
    """The same as rows, with what is never held."""
    rows = [
        row(
            TITLES[one.group],
            one.cell,
            one.role or ("owner as a list writes it" if one.group == "owners_named" else ""),
            one.first,
            one.last,
            Cell(text="unverified", badge="unverified") if one.unverified else "",
        )
        for one in found
    ]
    rows += [
        row(TITLES[field], Cell(text="no source is held", badge="unknown"), NEVER_HELD[field], "", "", "")
        for field in ("class", "insurer")
    ]
    columns = (
        Column(key="what", label="Identity", head=True),
        Column(key="value", label="Value"),
        Column(key="role", label="Role, note"),
        Column(key="first", label="Shown from", kind="day"),
        Column(key="last", label="to", kind="day"),
        Column(key="doubt", label="Doubt"),
    )
    return Table(id="identity", columns=columns, rows=tuple(rows), stack=True)


def bands(found: Sequence[Shown], today: str) -> Bands | None:
    """The picture; None where no value has a day."""
    dated = [one for one in found if one.first]
    if not dated:
        return None
    low = date(date.fromisoformat(min(_day(o.first) for o in dated)).year, 1, 1).toordinal()
    high = max(date.fromisoformat(today).toordinal(), low + 366)
    scale = (WIDE - LEFT - 10) / (high - low)
    made: list[Band] = []
    for one in found:
        if one.group in ("types", "tonnage"):
            continue
        first = date.fromisoformat(_day(one.first)).toordinal() if one.first else low
        last = min(date.fromisoformat(_day(one.last)).toordinal(), high) if one.last else high
        days = f"{one.first} to {one.last}" if one.first else "no day is told"
        doubt = ", unverified" if one.unverified else ""
        made.append(
            Band(
                group=TITLES[one.group],
                value=one.value,
                x=round(LEFT + (first - low) * scale, 1),
                width=round(max((last - first) * scale, 4), 1),
                y=(len(made) + 1) * ROW,
                kind="doubt" if one.unverified else "seen" if one.first else "none",
                words=f"{TITLES[one.group]} {one.value}: {days}{doubt}",
            )
        )
    for field in ("class", "insurer"):
        words = f"{TITLES[field]}: {NEVER_HELD[field]}"
        y = (len(made) + 1) * ROW
        made.append(
            Band(
                group=TITLES[field],
                value="no source held",
                x=LEFT,
                width=WIDE - LEFT - 10,
                y=y,
                kind="none",
                words=words,
            )
        )
    first_year, last_year = date.fromordinal(low).year, date.fromordinal(high).year
    step = max(1, -(-(last_year - first_year + 1) // 12))
    years = tuple(
        (round(LEFT + (date(y, 1, 1).toordinal() - low) * scale, 1), str(y))
        for y in range(first_year, last_year + 1, step)
    )
    return Bands(width=WIDE, height=(len(made) + 1) * ROW + 12, years=years, bands=tuple(made))


def _day(text: str) -> str:
    """A day of a date that may be a year or a month alone."""
    return f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10] if len(text) == 7 else text[:10]

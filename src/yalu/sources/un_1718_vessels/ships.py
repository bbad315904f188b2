"""The rows gathered into ships: a ship's first row has its names, those below it what else is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yalu.sources.un_1718_vessels.document import Row, refuse
from yalu.sources.written_dates import iso

MEASURES = (
    "Paragraph 8 (d) of resolution 1718 (2006) and paragraph 12 of resolution 2270 (2016)",
    "Paragraph 12 (a) of resolution 2321 (2016)",
    "Paragraph 12 (d) of resolution 2321 (2016)",
    "Paragraph 6 of resolution 2371 (2017) and paragraph 6 of resolution 2375 (2017)",
    "Economic resources controlled or operated by Ocean Maritime Management (KPe.020)",
)
"""The columns of measures, as their headings stand in the list."""

_NAMES = re.compile(r"1[:.] ?\S")
_DAY = re.compile(r"(\d{1,2})-([A-Z][a-z]{2})-(\d{2})", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)


@dataclass(slots=True)
class Ship:
    """One ship: its number in the list, names, numbers, designations and the texts below its names."""

    names: str
    numbers: tuple[str, ...]
    number: str = ""
    designations: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)


def gather(rows: list[Row]) -> list[Ship]:
    """The ships of the list. ContractError where a row or a heading is not as in the known layout."""
    _check_headings(rows)
    ships: list[Ship] = []
    for row in rows[3:]:
        cells = [cell.text for cell in row]
        names = next((n for n, c in enumerate(row) if c.columns == 2 and _NAMES.match(c.text)), None)
        if names is not None and len(row) == names + 8:
            ships.append(Ship(cells[names], row[names + 1].lines))
            _designate(ships[-1], cells[names + 2 :])
            ships[-1].number = _number(cells[:names])
        elif ships:
            _below(ships[-1], cells)
        else:
            raise refuse(f"the row {' | '.join(cells)[:80]!r} stands before the first ship", "a ship's names")
    if not ships:
        raise refuse("the list holds no ship", "rows of ships")
    return ships


def _check_headings(rows: list[Row]) -> None:
    expected = f"the title, the headings and the measures: {'; '.join(MEASURES)}"
    if len(rows) < 3 or "designated vessels list" not in rows[0][0].text.lower():
        raise refuse("the page has no table with the title 1718 Designated Vessels List", expected)
    found = [cell.text for cell in rows[2]]
    if found != list(MEASURES):
        raise refuse(f"the measures are {'; '.join(found)[:160]!r}", expected)


def _below(ship: Ship, cells: list[str]) -> None:
    """A row below the names: perhaps a number, a label with its text, perhaps another designation."""
    if cells and _NUMBER.fullmatch(cells[0]):
        ship.number, cells = cells[0], cells[1:]
    elif cells and not cells[0]:
        cells = cells[1:]
    if len(cells) not in (2, 8):
        what = f"the row {' | '.join(cells)[:80]!r} has {len(cells)} cells"
        raise refuse(what, "a label and its text, perhaps with a day and measures", f"after {ship.names}")
    label, text, *rest = cells
    if any(rest):
        _designate(ship, rest)
    if not label:
        raise refuse(f"the text {text[:60]!r} has no label", "such as Flag", f"after {ship.names}")
    ship.texts.append((label, text))


def _number(before: list[str]) -> str:
    return next((text for text in before if _NUMBER.fullmatch(text)), "")


def _designate(ship: Ship, cells: list[str]) -> None:
    day, marks = cells[0], cells[1:]
    match = _DAY.fullmatch(day)
    value = iso(f"{match[1]} {match[2]} 20{match[3]}") if match else ""
    if len(value) != 10:
        raise refuse(f"the day of designation is {day[:40]!r}", "a day such as 30-Mar-18", f"at {ship.names}")
    if len(marks) != len(MEASURES) or set(marks) - {"Yes", "na"}:
        raise refuse(f"the measures are {marks}", "Yes or na in each of five columns", f"at {ship.names}")
    applied = tuple(m for m, mark in zip(MEASURES, marks, strict=True) if mark == "Yes")
    ship.designations.append((value, applied))

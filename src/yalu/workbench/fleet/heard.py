"""The ships that were heard by a moment, as rows: what each sent of itself, and where it was last."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.fleet.plot.sea import Sea
from yalu.workbench.fleet import telling
from yalu.workbench.fleet.known import Hulls
from yalu.workbench.fleet.moment import told
from yalu.workbench.frame import Cell, Column, Table
from yalu.workbench.frame.page import row

COLUMNS = (
    Column(key="ship", label="Name sent, MMSI", head=True),
    Column(key="imo", label="IMO number sent", kind="id"),
    Column(key="type", label="Type sent"),
    Column(key="heard", label="Last heard", kind="day"),
    Column(key="where", label="Latitude, longitude"),
    Column(key="speed", label="Knots", kind="number"),
    Column(key="reports", label="Positions held", kind="number"),
)


def table(sea: Sea, known: Hulls, rows: Sequence[int]) -> Table:
    """Rows of the sea as rows of a table."""
    return Table(
        id="heard",
        columns=COLUMNS,
        rows=tuple(_row(sea, known, i) for i in rows),
        empty="No ship was heard by this moment.",
        stack=True,
    )


def _row(sea: Sea, known: Hulls, i: int) -> tuple[Cell, ...]:
    number = int(sea.mmsi[i])
    said = sea.said.get(number)
    speed = sea.sog[i]
    return row(
        Cell(text=telling.called(number, known, sea), href=telling.hull_address(number, known)),
        ", ".join(map(str, said.imo)) if said else "",
        ", ".join(said.types) if said else "",
        told(int(sea.ts[i])),
        f"{sea.lat[i]:.4f}, {sea.lon[i]:.4f}",
        f"{speed:.1f}" if speed == speed else "",  # a speed that was not sent is no number
        sea.reports.get(number, 0),
    )

"""The typed model of a page; HTML, JSON and CSV are made of the same one."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Shape = Literal["person", "company", "bank", "ship", "state", "group"]
Badge = Literal["listed", "delisted", "measure", "named", "unverified", "sample", "off", "unknown"]

SHAPES: dict[str, Shape] = {
    "Person": "person",
    "Company": "company",
    "Organization": "group",
    "LegalEntity": "company",
    "PublicBody": "state",
    "Vessel": "ship",
    "Airplane": "ship",
    "BankAccount": "bank",
}
"""The shape that stands before a name, by the kind of the party."""


class Model(BaseModel):
    """What a page is made of: nothing else gets in, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cell(Model):
    """One cell, or a run of text: what it says, and how it is shown.

    ``href`` is an address of the workbench without the day, which the frame adds; ``shape`` puts the shape of
    a kind before the name, hollow where ``listed`` is false; ``badge`` makes it a badge; ``cites`` are
    numbers of the page's sources; ``sort`` is what it is sorted by where that is not its text.
    """

    text: str = ""
    href: str = ""
    shape: Shape | None = None
    listed: bool = True
    badge: Badge | None = None
    cites: tuple[int, ...] = ()
    sort: str = ""
    note: str = ""


class Column(Model):
    """A column: ``kind`` sets it as numbers and days are set; ``head`` makes its cells heads of rows."""

    key: str
    label: str
    kind: Literal["text", "number", "day", "id"] = "text"
    head: bool = False


class Table(Model):
    """Rows of cells in the order of the columns. ``empty`` says why there is none, and what to do."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    caption: str = ""
    empty: str = "Nothing is known on this day."
    sortable: bool = True
    stack: bool = False


class Notice(Model):
    """A remark beside the text: of a stale list, a sample, an error."""

    text: str
    kind: Literal["plain", "stale", "sample", "error"] = "plain"
    href: str = ""
    link: str = ""


class Section(Model):
    """A part under a rule: paragraphs, notices, and at most one table."""

    id: str
    title: str
    note: str = ""
    text: tuple[Cell, ...] = ()
    notices: tuple[Notice, ...] = ()
    table: Table | None = None


class SourceLine(Model):
    """One line of the numbered list at the foot; ``href`` is where its publisher has it."""

    text: str
    date: str = ""
    href: str = ""


class Page(Model):
    """A page. Subclass it for more fields than these; all of them come in the page's JSON.

    ``status`` is the answer's; ``refresh`` the seconds after which a page without scripts asks again;
    ``remember`` are cookies by which the reader's next visit differs.
    """

    title: str
    kicker: tuple[Cell, ...] = ()
    lead: str = ""
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    status: int = 200
    refresh: int = 0
    remember: dict[str, str] = {}

    def tables(self) -> dict[str, Table]:
        """The tables by id, for the CSV twin: those of the sections. The first is the usual one."""
        return {s.table.id: s.table for s in self.sections if s.table is not None}

    def data(self) -> dict[str, Any]:
        """What the JSON twin says of it."""
        return self.model_dump(mode="json", exclude={"status", "refresh", "remember"})


def cell(value: Any, **how: Any) -> Cell:
    """A cell of a plain value; a cell stays as it is."""
    if isinstance(value, Cell):
        return value
    if isinstance(value, bool):
        return Cell(text="yes" if value else "no", **how)
    if isinstance(value, int):
        return Cell(text=f"{value:,}", sort=str(value), **how)
    return Cell(text="" if value is None else str(value), **how)


def row(*values: Any) -> tuple[Cell, ...]:
    """A row of plain values and cells."""
    return tuple(cell(v) for v in values)

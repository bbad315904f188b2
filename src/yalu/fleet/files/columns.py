"""Which column of a file holds what: by its heading, or as the user says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yalu.errors import UsageError
from yalu.screening import customers
from yalu.screening.columns import heading_key, told


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a kind of file, the headings that mean each, and those of which it needs one."""

    what: str
    headings: Mapping[str, str]
    needed: frozenset[str]

    def choose(self, headings: Sequence[str], said: str = "") -> dict[int, str]:
        """Each column's place to what it holds. Raises UsageError where nothing needed is there."""
        chosen = self._said(headings, said) if said.strip() else self._guessed(headings)
        if not self.needed & set(chosen.values()):
            raise UsageError(
                f"No column of this {self.what} is known: " + ", ".join(repr(h[:40]) for h in headings[:12]),
                expected="a column for one of " + ", ".join(sorted(self.needed)),
                do='Say which: --columns "'
                + ",".join(f"{f}=Your Heading" for f in sorted(self.needed)[:2])
                + '".',
            )
        return chosen

    def _guessed(self, headings: Sequence[str]) -> dict[int, str]:
        known = {text: field for field, texts in self.headings.items() for text in texts.split("|")}
        found: dict[int, str] = {}
        for place, heading in enumerate(headings):
            field = known.get(heading_key(heading))
            if field and field not in found.values():
                found[place] = field
        return found

    def _said(self, headings: Sequence[str], said: str) -> dict[int, str]:
        places = {heading_key(h): place for place, h in reversed(list(enumerate(headings)))}
        found: dict[int, str] = {}
        for pair in said.split(","):
            field, equals, heading = (part.strip() for part in pair.partition("="))
            field = field.casefold().replace(" ", "_").replace("-", "_")
            if field not in self.headings or not equals:
                raise UsageError(
                    f"--columns: {pair.strip()[:60]!r} says nothing",
                    expected="FIELD=HEADING, FIELD one of " + ", ".join(self.headings),
                )
            if heading_key(heading) not in places:
                raise UsageError(
                    f"--columns: there is no column {heading[:40]!r}",
                    expected="one of: " + ", ".join(repr(h[:40]) for h in headings),
                )
            found[places[heading_key(heading)]] = field
        return found


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: its number (the heading is 1), its cells by field, or why it cannot be read."""

    number: int
    cells: dict[str, str]
    problem: str = ""

    def get(self, field: str) -> str:
        """The cell of a field; empty where the file has none."""
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An opened file."""

    lines: list[Line]
    told: str
    """Which columns were taken, in one line."""


def read(path: str, content: bytes | None, layout: Layout, said: str = "") -> Sheet:
    """Read a file, CSV or XLSX; ``content`` is that of standard input. Raises a YaluError."""
    data = customers.open_file(path, content)
    name = "standard input" if content is not None else Path(path).name
    rows = customers.table(name, data)
    if not rows:
        raise UsageError(f"{name} is empty", expected="a row of headings, then one line a row")
    headings = [cell.strip() for cell in rows[0]]
    chosen = layout.choose(headings, said)
    lines = [
        _line(n, row, headings, chosen) for n, row in enumerate(rows[1:], 2) if any(c.strip() for c in row)
    ]
    return Sheet(lines, told(headings, chosen))


def _line(number: int, row: Sequence[str], headings: Sequence[str], chosen: Mapping[int, str]) -> Line:
    if len(row) > len(headings) and any(cell.strip() for cell in row[len(headings) :]):
        return Line(number, {}, f"{len(row)} fields, the heading has {len(headings)}")
    cells = {field: row[p].strip() for p, field in chosen.items() if p < len(row) and row[p].strip()}
    return Line(number, cells, "" if cells else "no column that is read holds anything")

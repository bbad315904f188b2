"""The entry for each list: what stands in which field, what the authority must fill, what has no place."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.designation.package.entries.entry import Entry
from yalu.designation.package.model import Package
from yalu.model.figures import counted
from yalu.publish.package.blocks import Block, Bullets, Grid, Head, Para
from yalu.publish.package.numbers import Numbers

OPENING = (
    "Each entry is a file of the package, in the layout of the list. A field for which nothing verified is"
    " held stays empty. Numbers and days that only the authority gives are provisional, so that the"
    " files load: replace them."
)


def blocks(package: Package, n: Numbers) -> tuple[Block, ...]:
    """A table for each layout."""
    found: list[Block] = [Para(OPENING)]
    for entry in package.entries:
        found += _entry(entry, package.differences.get(entry.layout, []), n)
    return tuple(found)


def _entry(entry: Entry, differences: list[str], n: Numbers) -> Iterator[Block]:
    yield Head(entry.title)
    if not entry.files:
        yield Para(f"No entry. {entry.why}")
        return
    rows = tuple(n.row((f.name, f.value), f.statements) for f in entry.fields)
    yield Grid(f"Fields of {', '.join(entry.files)}", ("Field", "Value"), rows)
    given = f"number {entry.given.number}" + (f", day {entry.given.day}" if entry.layout != "OFAC" else "")
    yield Para(f"For the authority to give: {', '.join(entry.assigned)}. Provisional until then: {given}.")
    if entry.left_out:
        yield Para("Known, and without a place in this layout:")
        yield Bullets(tuple(Para(f"{x}.") for x in entry.left_out))
    yield Para(read_back(entry, differences))
    yield from (Bullets(tuple(Para(d) for d in differences)),) if differences else ()


def read_back(entry: Entry, differences: list[str]) -> str:
    """Whether the reader of the list takes the same out of the files again."""
    number = counted(len(entry.carried), "name, date or number", "names, dates and numbers")
    opening = "Read again by Yalu’s own reader of this list"
    return f"{opening}, it differs:" if differences else f"{opening}: {number}, all as written."

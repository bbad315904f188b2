"""Short forms to write small copies of the list of vessels in tests."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed
from yalu.sources.un_1718_vessels.parse import parse
from yalu.sources.un_1718_vessels.ships import MEASURES

FIXTURE = (FOLDER / "un_1718_vessels" / "fixture" / "un_1718_vessels.html").read_bytes()
TITLE = "1718 Designated Vessels List 4 June 2020.docx"
NONE = ("na", "na", "na", "Yes", "na")


def cell(text: str, span: int = 1) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f'<td colspan="{span}">{lines}</td>' if span > 1 else f"<td>{lines}</td>"


def row(*cells: str) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def head(measures: Sequence[str] = MEASURES) -> str:
    words = ("#", "Vessel Name", "IMO number", "Date of designation")
    return (
        row(cell("1718 Designated Vessels List", 10))
        + row(*map(cell, words), cell("Relevant sanctions measures", 5))
        + row(*map(cell, measures))
    )


def ship(
    number: str = "1",
    names: str = "1: AN SAN 1",
    imo: str = "7303803",
    day: str = "30-Mar-18",
    measures: Sequence[str] = NONE,
    below: str = "",
) -> str:
    """A ship's first row, and the rows ``below`` it."""
    return row(cell(number), cell(names, 2), cell(imo), cell(day), *map(cell, measures)) + below


def document(*rows: str, title: str = TITLE, heading: str = "") -> bytes:
    body = f"<table>{heading or head()}</table><table>{''.join(rows)}</table>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def read(measures: Sequence[str] = NONE, **fields: str) -> Parsed:
    return parse(document(ship(measures=measures, **fields)), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]

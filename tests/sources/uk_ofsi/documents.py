"""Short forms to write small copies of ConList.csv in tests."""

from __future__ import annotations

import csv
import io

from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed
from yalu.sources.uk_ofsi.parse import parse
from yalu.sources.uk_ofsi.table import COLUMNS

FIXTURE = (FOLDER / "uk_ofsi" / "fixture" / "ConList.csv").read_bytes()
NORTH_KOREA = "North Korea (Democratic People's Republic of Korea)"
USUAL = {
    "Name 6": "RI",
    "Group Type": "Individual",
    "Alias Type": "Prime Alias",
    "Regime": NORTH_KOREA,
    "Listed On": "05/03/2016",
    "Last Updated": "15/09/2017",
    "Group ID": "90001",
}


def row(fields: dict[str, str] | None = None) -> dict[str, str]:
    """One row with every field that each row has, and ``fields``."""
    return {**dict.fromkeys(COLUMNS, ""), **USUAL, **(fields or {})}


def document(*rows: dict[str, str], day: str = "13/04/2018", encoding: str = "cp1252") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Last Updated", day])
    writer.writerow(COLUMNS)
    writer.writerows([list(r.values()) for r in rows])
    return out.getvalue().encode(encoding)


def read(**fields: str) -> Parsed:
    """The list that holds one row; ``Last_Updated`` stands for ``Last Updated``."""
    return parse(document(row({k.replace("_", " "): v for k, v in fields.items()})), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]

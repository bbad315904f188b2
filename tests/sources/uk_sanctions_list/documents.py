"""Short forms to write small copies of UK-Sanctions-List.csv in tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed
from yalu.sources.uk_sanctions_list.parse import parse
from yalu.sources.uk_sanctions_list.table import COLUMNS

FIXTURE = (FOLDER / "uk_sanctions_list" / "fixture" / "UK-Sanctions-List.csv").read_bytes()
REPORT = "Report Date: 14-Nov-2025"
USUAL = {
    "Name 6": "RI",
    "Name type": "Primary Name",
    "Designation Type": "Individual",
    "Regime Name": "DPRK",
    "Date Designated": "05/03/2016",
    "Last Updated": "15/09/2017",
    "Unique ID": "DPR0901",
}


def document(*rows: dict[str, str], first: str | None = REPORT, columns: Sequence[str] = COLUMNS) -> bytes:
    """A copy whose rows have the usual fields and those given; ``first=None`` leaves the first line out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if first is not None:
        writer.writerow([first])
    writer.writerow(columns)
    writer.writerows([[{**USUAL, **r}.get(c, "") for c in columns] for r in rows])
    return out.getvalue().encode()


def read(fields: dict[str, str] | None = None) -> Parsed:
    """The list that holds one row."""
    return parse(document(fields or {}), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in parsed.sightings if s.prop in props]

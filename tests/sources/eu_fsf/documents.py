"""Short forms to write small copies of both editions in tests."""

from __future__ import annotations

import csv
import io

from yalu.sources.eu_fsf.csv_edition import COLUMNS
from yalu.sources.eu_fsf.parse import parse
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = (FOLDER / "eu_fsf" / "fixture" / "eu_fsf.csv").read_bytes()
XML = (FOLDER / "eu_fsf" / "fixture" / "eu_fsf.xml").read_bytes()
USUAL = {
    "Date_file": "04/07/2018",
    "Entity_logical_id": "9001",
    "Subject_type": "P",
    "Leba_numtitle": "2016/1333 (OJ L212)",
    "Leba_publication_date": "2016-08-05",
    "Programme": "PRK",
    "EU_ref_num": "EU.9001.1",
}


def row(**fields: str) -> list[str]:
    """One row with every field that each row has, and ``fields``."""
    values = {**USUAL, **fields}
    seen: set[str] = set()
    cells = []
    for column in COLUMNS:
        cells.append(values.get(column, "") if column not in seen else "")
        seen.add(column)
    return cells


def document(*rows: list[str], header: tuple[str, ...] = COLUMNS) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([header, *rows])
    return out.getvalue().encode()


def read(**fields: str) -> Parsed:
    return parse(document(row(**fields)), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str, str]]:
    return [(s.prop, s.value, s.lang, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


def rewrapped(content: bytes) -> bytes:
    """The file as a spreadsheet saved it anew: taken apart at commas, joined by tabs, each line quoted."""
    lines = content.decode().replace(",", "\t").replace("Date_file;", "Date_filexxxx;").splitlines()
    quoted = ('"' + line.replace('"', '""') + "\t\t" + '"' for line in lines)
    return "\n".join(quoted).encode()

"""Short forms to write small copies of DFAT's sheet in tests, and the fixture, which a tool must write."""

from __future__ import annotations

from datetime import datetime

from tests.sources.workbooks import Cell, workbook
from yalu.sources.au_dfat.parse import parse
from yalu.sources.au_dfat.sheet import COLUMNS
from yalu.sources.registry import FOLDER
from yalu.sources.sighting import Parsed

FIXTURE = FOLDER / "au_dfat" / "fixture" / "regulation8_consolidated.xlsx"
USUAL: dict[str, Cell] = {
    "Reference": 1,
    "Name of Individual or Entity": "Ri Won Ho",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Listing Information": "Listed on: 2 Mar. 2016 (amended on 1 Jun. 2017)",
    "Committees": "1718 (DPRK)",
    "Control Date": datetime(2016, 3, 3),
}


def row(fields: dict[str, Cell] | None = None) -> list[Cell]:
    """One row with every field that each row has, and ``fields``."""
    values = {**dict.fromkeys(COLUMNS), **USUAL, **(fields or {})}
    return list(values.values())


def document(*rows: list[Cell], header: tuple[str, ...] = COLUMNS) -> bytes:
    return workbook({"Sheet1": [header, *rows]})


def read(fields: dict[str, Cell] | None = None) -> Parsed:
    """The list that holds one row."""
    return parse(document(row(fields)), "list")


def said(parsed: Parsed, *props: str) -> list[tuple[str, str, str]]:
    return [(s.prop, s.value, s.detail) for s in parsed.sightings if s.prop in props]


def codes(parsed: Parsed) -> list[str]:
    return [p.code for p in parsed.problems]


ENTITY: dict[str, Cell] = {
    "Reference": 9002,
    "Name of Individual or Entity": "Invented Daesong Bank",
    "Type": "Entity ",
    "Name Type": "primary name",
    "Address": "a) Segori-dong, Pyongyang  b) Dandong, China",
    "Additional Information": "Invented. SWIFT/BIC: XXBKKPPY",
    "Listing Information": "Instrument of first designation: Autonomous Sanctions List 2012.",
    "Committees": "Autonomous (DPRK) ",
    "Control Date": datetime(2023, 12, 1),
}
PERSON: dict[str, Cell] = {
    "Reference": 9001,
    "Date of Birth": "a) Approximately 1955- 1958 b) 29 Oct. 1945",
    "Place of Birth": "a) Pyongyang b) Wonsan",
    "Citizenship": "Democratic People's Republic of Korea",
    "Additional Information": "Passport no.: PO381230469 (Expires 6 Apr. 2016). Former\nminister.",
}
ROWS = (
    row(PERSON),
    row(PERSON | {"Reference": "9001a", "Name of Individual or Entity": "Ri Won-ho", "Name Type": "aka "}),
    row(
        PERSON
        | {"Reference": "9001b", "Name of Individual or Entity": "리원호", "Name Type": "Original Script"}
    ),
    row(ENTITY),
    row(
        ENTITY
        | {"Reference": "9002a1", "Name of Individual or Entity": "Old", "Name Type": "Formerly known as"}
    ),
    row(
        {
            "Reference": 9003,
            "Date of Birth": datetime(1962, 12, 26),
            "Listing Information": datetime(2013, 3, 7),
            "Control Date": datetime(2013, 3, 8),
        }
    ),
    row({"Reference": 9004, "Date of Birth": 1962, "Listing Information": "Last listed on: 16/09/2022"}),
    row(
        {"Reference": 9005, "Date of Birth": "30-35 years old", "Listing Information": "Listed on 9 May 2016"}
    ),
    row({"Reference": 9006, "Name Type": "aka"}),
    row({"Reference": 9007}),
    row({"Reference": "9007a", "Name of Individual or Entity": "Another"}),
    [],
)


def write_fixture() -> None:
    """Write the fixture anew."""
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_bytes(document(*ROWS))

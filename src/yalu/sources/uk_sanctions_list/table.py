"""The rows of UK-Sanctions-List.csv by Unique ID, and the day of the report in its first line."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from yalu.sources.delimited import TextFile
from yalu.sources.written_dates import iso

REQUIRED = (
    *("Last Updated", "Unique ID", "Name 6", "Name 1", "Name type", "Regime Name", "Designation Type"),
    *("Sanctions Imposed", "Date Designated"),
)
"""Without these a file is not this list."""

COLUMNS = (
    *REQUIRED,
    *("OFSI Group ID", "UN Reference Number", "Name 2", "Name 3", "Name 4", "Name 5", "Alias strength"),
    *("Title", "Name non-latin script", "Non-latin script type", "Non-latin script language"),
    *("Designation source", "Other Information", "UK Statement of Reasons"),
    *(f"Address Line {n}" for n in range(1, 7)),
    *("Address Postal Code", "Address Country", "Phone number", "Website", "Email address", "D.O.B"),
    *("Nationality(/ies)", "National Identifier number", "National Identifier additional information"),
    *("Passport number", "Passport additional information", "Position", "Gender", "Town of birth"),
    *("Country of birth", "Type of entity", "Subsidiaries", "Parent company"),
    *("Business registration number (s)", "IMO number", "Current owner/operator (s)"),
    *("Previous owner/operator (s)", "Current believed flag of ship", "Previous flags", "Type of ship"),
    *("Tonnage of ship", "Length of ship", "Year Built", "Hull identification number (HIN)"),
)
KINDS = {"Individual": "Person", "Entity": "Organization", "Ship": "Vessel"}
NAME_TYPES = ("Primary Name", "Primary Name Variation", "Alias")

FILE = TextFile("uk_sanctions_list", "UK-Sanctions-List.csv")
_REPORT = re.compile(r"Report Date:? ?(.+)", re.IGNORECASE)
_ID = re.compile(r"[A-Z]{2,6}\d{3,6}", re.ASCII)
_DAY = re.compile(r"\d\d/\d\d/\d{4}", re.ASCII)


def _folded(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.lower())


_BY_HEADING = {_folded(column): column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its fields by column, and those under headings not known."""

    number: int
    fields: dict[str, str]
    unknown: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        return self.fields.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The day of the report or ``""``, the rows by Unique ID, what the header lacks and what is new in it."""

    stated: str
    parties: dict[str, list[Row]]
    missing: list[str]
    unknown: list[str]


def day_of(text: str) -> str:
    """``13/04/2018`` as an ISO day, ``""`` for anything else.

    >>> day_of("13/04/2018"), day_of("31/02/2018")
    ('2018-04-13', '')
    """
    return iso(text) if _DAY.fullmatch(text) else ""


def read_table(content: bytes) -> Table:
    """Read the file; a copy without the line of the report has no day of its own.

    Raises:
        ContractError: not this list, not whole, or a row without what every row has.
    """
    raw = FILE.rows(FILE.decode(content))
    dated = not {_folded(h) for h in raw[0]} >= {_folded(c) for c in REQUIRED}
    stated = _stated(raw[0]) if dated else ""
    if len(raw) <= dated:
        raise FILE.refuse("the file ends after its first line", "a header and rows", 2)
    headings = raw[dated]
    header = [_BY_HEADING.get(_folded(h), "") for h in headings]
    if lacking := [c for c in REQUIRED if c not in header]:
        raise FILE.refuse(f"the header lacks {', '.join(lacking[:4])}", ", ".join(REQUIRED), 2)
    if twice := {c for c in header if c and header.count(c) > 1}:
        raise FILE.refuse(f"the header has {', '.join(sorted(twice))} twice", "each column once", 2)
    parties: defaultdict[str, list[Row]] = defaultdict(list)
    for number, values in enumerate(raw[1 + dated :], 2 + dated):
        if any(values):
            row = _checked(number, headings, header, values)
            parties[row["Unique ID"]].append(row)
    if not parties:
        raise FILE.refuse("the file holds no row", f"rows of {len(header)} fields", 3)
    missing = [c for c in COLUMNS if c not in header]
    unknown = [h for h, c in zip(headings, header, strict=True) if h and not c]
    return Table(stated, dict(parties), missing, unknown)


def _stated(first: list[str]) -> str:
    match = _REPORT.fullmatch(" ".join(filter(None, first)))
    stated = iso(match[1]) if match else ""
    if len(stated) != 10:
        expected = "Report Date: and a day such as 14-Nov-2025"
        raise FILE.refuse(f"the first line is {','.join(first)[:60]!r}", expected, 1)
    return stated


def _checked(number: int, headings: list[str], header: list[str], values: list[str]) -> Row:
    if len(values) != len(header):
        raise FILE.refuse(f"{len(values)} fields", f"{len(header)}; a row with fewer is cut off", number)
    named = zip(headings, header, values, strict=True)
    row = Row(number, {}, {})
    for heading, column, value in named:
        if column:
            row.fields[column] = value
        elif value:
            row.unknown[heading or "(no heading)"] = value
    if not _ID.fullmatch(row["Unique ID"]):
        raise FILE.refuse(f"Unique ID is {row['Unique ID'][:40]!r}", "an id such as DPR0001", number)
    if row["Designation Type"] not in KINDS:
        raise FILE.refuse(f"Designation Type is {row['Designation Type'][:40]!r}", ", ".join(KINDS), number)
    if row["Name type"] not in ("", *NAME_TYPES):
        raise FILE.refuse(f"Name type is {row['Name type'][:40]!r}", ", ".join(NAME_TYPES), number)
    for column in ("Date Designated", "Last Updated"):
        if not day_of(row[column]):
            what = f"{column} is {row[column][:40]!r}"
            raise FILE.refuse(what, "a day of the form dd/mm/yyyy", number)
    return row

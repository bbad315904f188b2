"""The rows of the sheet by reference number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from yalu.errors import ContractError
from yalu.sources.workbook import read_sheets

SOURCE = "au_dfat"
FILE = "regulation8_consolidated.xlsx"
COLUMNS = (
    *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Date of Birth", "Place of Birth"),
    *("Citizenship", "Address", "Additional Information", "Listing Information", "Committees"),
    "Control Date",
)
KINDS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel"}
NAME_TYPES = {
    "primary name": "name",
    "aka": "alias",
    "original script": "alias",
    "formerly known as": "previousName",
    "previously listed as": "previousName",
}
_REFERENCE = re.compile(r"([1-9]\d{0,5})([a-z]{0,2}\d{0,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, and its fields by column."""

    number: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]


def where(row: int) -> str:
    """``regulation8_consolidated.xlsx row 57``."""
    return f"{FILE} row {row}"


def read_parties(content: bytes) -> tuple[dict[str, list[Row]], int]:
    """The rows by the number in their reference, and how many rows there are.

    Raises:
        ContractError: no workbook, another layout, or a row without what every row has.
    """
    sheets = read_sheets(content, SOURCE, FILE)
    rows = next((r for r in sheets.values() if any(r)), [])
    header = rows[0] if rows else []
    if header != list(COLUMNS):
        raise _refuse(f"the header is {', '.join(header)[:120]!r}", ", ".join(COLUMNS), 1)
    parties: defaultdict[str, list[Row]] = defaultdict(list)
    count = 0
    for number, values in enumerate(rows[1:], 2):
        if values:
            reference, row = _checked(number, values)
            parties[reference].append(row)
            count += 1
    if not parties:
        raise _refuse("the list holds no party", "a row for each name", 2)
    return dict(parties), count


def _checked(number: int, values: list[str]) -> tuple[str, Row]:
    if len(values) > len(COLUMNS):
        raise _refuse(f"{len(values)} cells", f"at most {len(COLUMNS)}", number)
    filled = values + [""] * (len(COLUMNS) - len(values))
    row = Row(number, dict(zip(COLUMNS, filled, strict=True)))
    match = _REFERENCE.fullmatch(row["Reference"])
    if not match:
        raise _refuse(f"Reference is {row['Reference'][:40]!r}", "a number, perhaps with letters", number)
    for column, known in (("Type", KINDS), ("Name Type", NAME_TYPES)):
        if row[column].lower() not in known:
            raise _refuse(f"{column} is {row[column][:40]!r}", ", ".join(known), number)
    for column in ("Name of Individual or Entity", "Committees"):
        if not row[column]:
            raise _refuse(f"{column} is empty", "a value in every row", number)
    return match[1], row


def _refuse(what: str, expected: str, row: int) -> ContractError:
    return ContractError(SOURCE, what, where=where(row), expected=expected)

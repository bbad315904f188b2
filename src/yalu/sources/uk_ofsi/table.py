"""The rows of ConList.csv by Group ID, and the day that its first line gives."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from yalu.model.dates import day
from yalu.sources.delimited import TextFile

COLUMNS = (
    *("Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "DOB", "Town of Birth"),
    *("Country of Birth", "Nationality", "Passport Details", "NI Number", "Position", "Address 1"),
    *("Address 2", "Address 3", "Address 4", "Address 5", "Address 6", "Post/Zip Code", "Country"),
    *("Other Information", "Group Type", "Alias Type", "Regime", "Listed On", "Last Updated", "Group ID"),
)
KINDS = {"Individual": "Person", "Entity": "Organization", "Ship": "Vessel"}
NAME_TYPES = {"Prime Alias": "name", "AKA": "alias", "FKA": "previousName"}

FILE = TextFile("uk_ofsi", "ConList.csv")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_GROUP = re.compile(r"[1-9]\d{0,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and its fields by column."""

    number: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]


def day_of(text: str) -> str:
    """``13/04/2018`` as an ISO day; ValueError for anything else.

    >>> day_of("13/04/2018")
    '2018-04-13'
    """
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a day of the form dd/mm/yyyy")
    return day("-".join(reversed(match.groups())))


def read_groups(content: bytes) -> tuple[str, dict[str, list[Row]]]:
    """The day of the list, and its rows by Group ID in the order of the file.

    Raises:
        ContractError: not this list, not whole, or a row without what every row has.
    """
    raw = FILE.rows(FILE.decode(content))
    stated = _stated(raw[0])
    if len(raw) < 2:
        raise FILE.refuse("the file ends after its first line", "a header and rows", 2)
    FILE.check_header(raw[1], COLUMNS, 2)
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for number, values in enumerate(raw[2:], 3):
        if values:
            row = _checked(number, values)
            groups[row["Group ID"]].append(row)
    if not groups:
        raise FILE.refuse("the file holds no row", f"rows of {len(COLUMNS)} fields", 3)
    return stated, dict(groups)


def _stated(first: list[str]) -> str:
    expected = "Last Updated,dd/mm/yyyy as the first line"
    if len(first) < 2 or first[0] != "Last Updated" or any(first[2:]):
        raise FILE.refuse(f"the first line is {','.join(first)[:60]!r}", expected, 1)
    try:
        return day_of(first[1])
    except ValueError as error:
        raise FILE.refuse(str(error), expected, 1) from None


def _checked(number: int, values: list[str]) -> Row:
    if len(values) != len(COLUMNS):
        expected = f"{len(COLUMNS)}; a row with fewer is cut off"
        raise FILE.refuse(f"{len(values)} fields", expected, number)
    row = Row(number, dict(zip(COLUMNS, values, strict=True)))
    if not _GROUP.fullmatch(row["Group ID"]):
        raise FILE.refuse(f"Group ID is {row['Group ID'][:40]!r}", "a whole number", number)
    for column, known in (("Group Type", KINDS), ("Alias Type", NAME_TYPES)):
        if row[column] not in known:
            raise FILE.refuse(f"{column} is {row[column][:40]!r}", ", ".join(known), number)
    for column in ("Listed On", "Last Updated"):
        _date(row, column)
    return row


def _date(row: Row, column: str) -> None:
    try:
        day_of(row[column])
    except ValueError as error:
        raise FILE.refuse(f"{column}: {error}", "a day of the form dd/mm/yyyy", row.number) from None

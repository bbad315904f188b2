"""The rows of the table: a row for each entry of an annex."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yalu.sources.delimited import TextFile
from yalu.sources.written_dates import iso

ACT = "32017R1509"
REQUIRED = ("celex", "recordId", "annex", "measure", "startDate", "schema", "name")
READ = (
    *("programKey", "reason", "alias", "weakAlias", "previousName", "country", "nationality"),
    *("jurisdiction", "birthDate", "birthPlace", "position", "passportNumber", "gender", "appearance"),
    *("ethnicity", "fatherName", "motherName", "incorporationDate", "legalForm", "sector"),
    *("registrationNumber", "taxNumber", "idNumber", "innCode", "ogrnCode", "kppCode", "okpoCode"),
    *("leiCode", "swiftBic", "ticker", "imoNumber", "mmsi", "flag", "address", "phone", "email"),
    *("website", "notes"),
)
KINDS = {
    "Person": "Person",
    "LegalEntity": "Organization",
    "Organization": "Organization",
    "Company": "Company",
    "Vessel": "Vessel",
}
FILE = TextFile("eu_1509", f"{ACT}.csv")
_ANNEX = re.compile(r"X[IVX]+(?:\.[A-Z])?")
_NUMBER = re.compile(r"\d{0,4}[a-z]?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and its fields by column."""

    number: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields.get(column, "")

    @property
    def day(self) -> str:
        """The day in ``startDate``, or ``""``."""
        return iso(self["startDate"])


def read_rows(content: bytes) -> tuple[list[Row], list[str]]:
    """The rows in the order of the file, and the columns that are not known.

    Raises:
        ContractError: not this table, not whole, or a row without what every row has.
    """
    raw = FILE.rows(FILE.decode(content))
    header = raw[0] if raw else []
    if lacking := [c for c in REQUIRED if c not in header]:
        raise FILE.refuse(f"the header lacks {', '.join(lacking[:4])}", ", ".join(REQUIRED), 1)
    rows = [_checked(n, header, values) for n, values in enumerate(raw[1:], 2) if any(values)]
    if not rows:
        raise FILE.refuse("the file holds no row", "a row for each entry", 2)
    return rows, [c for c in header if c and c not in (*REQUIRED, *READ)]


def _checked(number: int, header: list[str], values: list[str]) -> Row:
    if len(values) != len(header):
        raise FILE.refuse(f"{len(values)} fields", f"{len(header)}; a row with fewer is cut off", number)
    row = Row(number, dict(zip(header, values, strict=True)))
    if row["celex"] != ACT:
        raise FILE.refuse(f"celex is {row['celex'][:40]!r}", f"{ACT}: another act is another list", number)
    if not _ANNEX.fullmatch(row["annex"]):
        raise FILE.refuse(f"annex is {row['annex'][:40]!r}", "an annex such as XIII.A", number)
    if row["schema"] not in KINDS:
        raise FILE.refuse(f"schema is {row['schema'][:40]!r}", ", ".join(KINDS), number)
    if not row["name"] or not _NUMBER.fullmatch(row["recordId"]):
        what = f"recordId {row['recordId'][:40]!r} and name {row['name'][:40]!r}"
        raise FILE.refuse(what, "a number or nothing, and a name", number)
    if row["startDate"] and len(row.day) != 10:
        raise FILE.refuse(f"startDate is {row['startDate'][:40]!r}", "a day such as 24.4.2009", number)
    return row

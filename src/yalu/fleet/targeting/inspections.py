"""What a port brings for the safety score: flag, organization, company and inspections of each ship."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yalu.errors import UsageError
from yalu.fleet.files.columns import Layout, Line, Sheet

GRADES = ("high", "medium", "low", "very low", "none")
FLAGS = ("white", "grey", "black", "not listed")

RECORDS = Layout(
    "record of inspections",
    {
        "imo": "imo|imo number|imo no",
        "day": "day|date|as of|as_of",
        "flag": "flag|flag list|flag performance",
        "audited": "audited|flag audited|imo audit",
        "organization": "organization|organisation|ro|ro performance|recognized organization"
        "|recognised organisation",
        "company": "company|company performance",
        "inspections": "inspections|number of inspections",
        "over_five": "over five|over_five|inspections with more than 5 deficiencies",
        "detentions": "detentions|number of detentions",
    },
    frozenset({"imo"}),
)
"""The columns of the file. An empty cell means not known."""


@dataclass(frozen=True, slots=True)
class Inspections:
    """One ship's record as of ``day``, over the 36 months before; empty and None mean not known."""

    day: str
    flag: str = ""
    audited: bool | None = None
    organization: str = ""
    company: str = ""
    inspections: int | None = None
    over_five: int | None = None
    detentions: int | None = None


def records(sheet: Sheet, as_of: str) -> Mapping[str, Inspections]:
    """The records by IMO number, of each ship the latest that is not after ``as_of``. Raises UsageError."""
    found: dict[str, Inspections] = {}
    for line in sheet.lines:
        one = _record(line)
        imo = "".join(c for c in line.get("imo") if c.isdigit())
        if one.day <= as_of and (imo not in found or found[imo].day <= one.day):
            found[imo] = one
    return found


def _record(line: Line) -> Inspections:
    def word(field: str, known: tuple[str, ...]) -> str:
        value = line.get(field).casefold().replace("_", " ").replace("gray", "grey")
        if value and value not in known:
            raise _wrong(line, field, " or ".join(known))
        return value

    def number(field: str) -> int | None:
        value = line.get(field)
        if value and not value.isdigit():
            raise _wrong(line, field, "a whole number")
        return int(value) if value else None

    try:
        day = date.fromisoformat(line.get("day")[:10]).isoformat()
    except ValueError:
        raise _wrong(line, "day", "the day of the record, such as 2026-11-01") from None
    audited = word("audited", ("yes", "no"))
    return Inspections(
        day,
        word("flag", FLAGS),
        audited == "yes" if audited else None,
        word("organization", GRADES),
        word("company", GRADES),
        number("inspections"),
        number("over_five"),
        number("detentions"),
    )


def _wrong(line: Line, field: str, expected: str) -> UsageError:
    return UsageError(
        f"Record of inspections, row {line.number}: {field} is {line.get(field)[:40]!r}.", expected=expected
    )

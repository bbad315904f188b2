"""One Group ID: its rows, read into one entry."""

from __future__ import annotations

import re

from yalu.model.dates import partial
from yalu.model.vocabulary import QUOTES
from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.document_number import read_numbers
from yalu.sources.entry import Entry
from yalu.sources.numbered import split
from yalu.sources.quoted import un_records
from yalu.sources.sighting import DAMAGED, Parsed
from yalu.sources.uk_ofsi.table import FILE, KINDS, NAME_TYPES, Row, day_of

AUTHORITY = "UK"
_GIVEN = tuple(f"Name {n}" for n in range(1, 6))
_ADDRESS = (*(f"Address {n}" for n in range(1, 7)), "Post/Zip Code")
_BIRTH = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_SHIP = re.compile(r"\A\W*IMO(?: number)?\W*(\d{7})\b", re.ASCII | re.IGNORECASE)
_CALLED_SHIP = re.compile(r"\bvessel\b|\bAnnex XIV\b")
"""Annex XIV of the EU regulation, by which the UK listed, is that of the ships."""
_MMSI = re.compile(r"\bMMSI\W*(\d{9})\b", re.ASCII)

RENAMED_REGIMES = {"Al-Qaida": "The ISIL (Da'esh) and Al-Qaida organisations"}
"""Regimes that only changed their name: a party under one is not listed anew when the name changes."""


def read_group(group: str, rows: list[Row], stated: str, parsed: Parsed) -> None:
    """Add what the rows of one Group ID say."""
    days = [day_of(r["Listed On"]) for r in rows]
    amended = max(day_of(r["Last Updated"]) for r in rows)
    kind = "Vessel" if _ship(rows) else KINDS[rows[0]["Group Type"]]
    where = FILE.where(rows[0].number)
    entry = Entry(parsed, f"gb-{group}", kind, where, listed=min(days), amended=amended, copy=stated)
    for regime in dict.fromkeys(r["Regime"] for r in rows):
        since = min(day for day, row in zip(days, rows, strict=True) if row["Regime"] == regime)
        entry.listing(AUTHORITY, {"regime": RENAMED_REGIMES.get(regime, regime)}, since)
    former = any(NAME_TYPES[r["Alias Type"]] == "previousName" for r in rows)
    for row in rows:
        entry.locator = FILE.where(row.number)
        _read_row(entry, row, former)


def whole_name(row: Row) -> str:
    """The name as one text: the given names, then Name 6, the family name or the name of an entity."""
    return " ".join(part for column in (*_GIVEN, "Name 6") if (part := row[column]))


def _ship(rows: list[Row]) -> bool:
    """Whether an entity is a ship: no address, and its text begins with an IMO number and calls it one."""
    texts = [row["Other Information"] for row in rows]
    begins = any(_SHIP.search(text) and _CALLED_SHIP.search(text) for text in texts)
    return begins and not any(row[column] for row in rows for column in _ADDRESS)


def _read_row(entry: Entry, row: Row, former: bool) -> None:
    name, prop = whole_name(row), NAME_TYPES[row["Alias Type"]]
    if not name:
        entry.problem("no_name", f"a {row['Alias Type']} without a name")
    elif spreadsheet_made(name):
        entry.problem("spreadsheet_date", f"{prop} {name!r} was made by a spreadsheet; it is no renaming")
        entry.amendable(prop, name, flag=DAMAGED)
    elif prop == "name":
        entry.name(name, renamed=former)
    else:
        entry.amendable(prop, name)
    entry.amendable("title", row["Title"])
    _read_birth(entry, row)
    for nationality in split(row["Nationality"]):
        entry.amendable("nationality", nationality)
    _read_numbers(entry, "Passport Details", row, "passportNumber")
    _read_numbers(entry, "NI Number", row, "idNumber")
    entry.amendable("position", row["Position"])
    place, country = ", ".join(row[c] for c in _ADDRESS if row[c]), row["Country"]
    if place:
        entry.amendable("address", ", ".join(filter(None, (place, country))), {"country": country})
    entry.amendable("country", country)
    _read_other(entry, row["Other Information"])


def _read_birth(entry: Entry, row: Row) -> None:
    text = row["DOB"]
    match = _BIRTH.fullmatch(text)
    if match:
        day, month, year = match.groups()
        value = "-".join([year, *([month, *([day] if day != "00" else [])] if month != "00" else [])])
        try:
            partial(value)
        except ValueError as error:
            entry.problem("bad_birth_date", f"DOB {text!r}: {error}; kept as a note")
            entry.note("DOB", text)
        else:
            entry.amendable("birthDate", value)
    elif text:
        entry.problem("bad_birth_date", f"DOB {text!r} is not of the form dd/mm/yyyy; kept as a note")
        entry.note("DOB", text)
    town, country = row["Town of Birth"], row["Country of Birth"]
    towns, countries = split(town), split(country)
    if len(towns) == len(countries):
        for one, its in zip(towns, countries, strict=True):
            entry.amendable("birthPlace", f"{one}, {its}", {"country": its})
    elif len(countries) < 2:
        its = countries[0] if countries else ""
        for one in towns or [""]:
            entry.amendable("birthPlace", ", ".join(filter(None, (one, its))), {"country": its})
    else:
        entry.amendable("birthPlace", ", ".join(filter(None, (town, country))))


def _read_numbers(entry: Entry, column: str, row: Row, prop: str) -> None:
    if spreadsheet_made(row[column]):
        entry.problem("spreadsheet_number", f"{column} {row[column]!r} was cut by a spreadsheet")
        entry.note(column, row[column])
        return
    found, left = read_numbers(row[column])
    for number, label, note in found:
        entry.amendable(prop, number, {"label": label, "note": note})
    for text in left:
        entry.note(column, text)


def _read_other(entry: Entry, text: str) -> None:
    entry.note("Other Information", text)
    for record in un_records(text):
        entry.amendable(QUOTES, record, {"field": "Other Information"})
    if entry.kind != "Vessel":
        return
    if match := _SHIP.search(text):
        entry.amendable("imoNumber", match[1])
        if not imo_number(match[1]):
            entry.problem("imo_check_digit", f"IMO number {match[1]!r} fails its check digit")
    if match := _MMSI.search(text):
        entry.amendable("mmsi", match[1])

"""One Unique ID: its rows, read into one entry."""

from __future__ import annotations

import re

from yalu.model.dates import partial
from yalu.model.vocabulary import QUOTES
from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.document_number import read_numbers
from yalu.sources.entry import Entry
from yalu.sources.language import language
from yalu.sources.numbered import split
from yalu.sources.quoted import un_record, un_records
from yalu.sources.sighting import DAMAGED, Parsed
from yalu.sources.uk_sanctions_list.table import FILE, KINDS, Row, day_of
from yalu.sources.written_dates import births

AUTHORITY = "UK"
_GIVEN = tuple(f"Name {n}" for n in range(1, 6))
_ADDRESS = (*(f"Address Line {n}" for n in range(1, 7)), "Address Postal Code")
_BIRTH = re.compile(r"(dd|\d\d)/(mm|\d\d)/(\d{4})", re.ASCII | re.IGNORECASE)
_UNKNOWN = ("00", "dd", "mm")
_GROUP = re.compile(r"[1-9]\d{0,6}", re.ASCII)
_SEVERAL = re.compile(r"\s*[|;]\s*")
_PLAIN = {
    "Designation source": "designationSource",
    "Title": "title",
    "Phone number": "phone",
    "Website": "website",
    "Email address": "email",
    "Position": "position",
    "Type of entity": "legalForm",
    "Current believed flag of ship": "flag",
    "Previous flags": "previousFlag",
    "Current owner/operator (s)": "vesselOwner",
    "Previous owner/operator (s)": "previousVesselOwner",
    "Type of ship": "type",
    "Tonnage of ship": "tonnage",
    "Length of ship": "length",
    "Year Built": "buildDate",
    "Hull identification number (HIN)": "hullNumber",
}
_NUMBERED = {
    "National Identifier number": ("idNumber", "National Identifier additional information"),
    "Passport number": ("passportNumber", "Passport additional information"),
    "Business registration number (s)": ("registrationNumber", ""),
}
_NAMED_TIES = {"Subsidiaries": "subsidiary", "Parent company": "parent"}
_NOTED = ("Other Information", "UK Statement of Reasons")


def read_party(party: str, rows: list[Row], stated: str, parsed: Parsed) -> None:
    """Add what the rows of one Unique ID say."""
    days = [day_of(r["Date Designated"]) for r in rows]
    amended = max(day_of(r["Last Updated"]) for r in rows)
    kind, where = KINDS[rows[0]["Designation Type"]], FILE.where(rows[0].number)
    entry = Entry(parsed, party, kind, where, listed=min(days), amended=amended, copy=stated)
    for regime in dict.fromkeys(r["Regime Name"] for r in rows):
        since = min(d for d, r in zip(days, rows, strict=True) if r["Regime Name"] == regime)
        entry.listing(AUTHORITY, {"regime": regime}, since)
    for row in rows:
        entry.locator = FILE.where(row.number)
        _read_row(entry, row)
    if not any(r["Name type"] == "Primary Name" for r in rows):
        entry.problem("no_name", "no row has the primary name")


def whole_name(row: Row) -> str:
    """The name as one text: the given names, then Name 6, the family name or the name of an entity."""
    return " ".join(part for column in (*_GIVEN, "Name 6") if (part := row[column]))


def _read_row(entry: Entry, row: Row) -> None:
    _read_name(entry, row)
    for sanction in _SEVERAL.split(row["Sanctions Imposed"]):
        entry.amendable("program", sanction)
    group, reference = row["OFSI Group ID"], row["UN Reference Number"]
    if _GROUP.fullmatch(group):
        entry.amendable(QUOTES, f"gb-{group}", {"field": "OFSI Group ID"})
    elif group:
        entry.note("OFSI Group ID", group)
    if record := un_record(reference):
        entry.amendable(QUOTES, record, {"field": "UN Reference Number"})
    elif reference:
        entry.note("UN Reference Number", reference)
    for record in un_records(row["Other Information"]):
        entry.amendable(QUOTES, record, {"field": "Other Information"})
    _read_birth(entry, row)
    for column, prop in _PLAIN.items():
        for piece in split(row[column]):
            entry.amendable(prop, piece)
    entry.amendable("gender", row["Gender"].lower())
    for nationality in split(row["Nationality(/ies)"]):
        for piece in _SEVERAL.split(nationality):
            entry.amendable("nationality", piece)
    for column, (prop, more) in _NUMBERED.items():
        _read_numbers(entry, row, column, prop, more)
    place, country = ", ".join(row[c] for c in _ADDRESS if row[c]), row["Address Country"]
    if place:
        entry.amendable("address", ", ".join(filter(None, (place, country))), {"country": country})
    entry.amendable("country", country)
    for column, role in _NAMED_TIES.items():
        for name in split(row[column]):
            entry.amendable("linkedToName", name, {"role": role})
    _read_imo(entry, row["IMO number"])
    for column in _NOTED:
        entry.note(column, row[column])
    for heading, text in row.unknown.items():
        entry.note(heading, text)


def _read_name(entry: Entry, row: Row) -> None:
    name, prop = whole_name(row), _name_prop(row)
    if not name and row["Name type"]:
        entry.problem("no_name", f"a {row['Name type']} without a name")
    elif spreadsheet_made(name):
        entry.problem("spreadsheet_date", f"{prop} {name!r} was made by a spreadsheet; it is no renaming")
        entry.amendable(prop, name, flag=DAMAGED)
    elif prop == "name":
        entry.name(name)
    else:
        entry.amendable(prop, name)
    original = row["Name non-latin script"]
    entry.amendable("alias" if prop == "name" else prop, original, lang=language(original))


def _name_prop(row: Row) -> str:
    if row["Name type"] == "Primary Name":
        return "name"
    return "weakAlias" if row["Alias strength"].lower().startswith("low") else "alias"


def _read_birth(entry: Entry, row: Row) -> None:
    text = row["D.O.B"]
    if match := _BIRTH.fullmatch(text):
        day, month, year = (p if p.lower() not in _UNKNOWN else "" for p in match.groups())
        value = "-".join(filter(None, [year, month, day if month else ""]))
        try:
            partial(value)
        except ValueError as error:
            entry.problem("bad_birth_date", f"D.O.B {text!r}: {error}; kept as a note")
            entry.note("D.O.B", text)
        else:
            entry.amendable("birthDate", value)
    elif text:
        found = births(text)
        for born, detail in found:
            entry.amendable("birthDate", born, detail)
        if not found:
            entry.problem("bad_birth_date", f"D.O.B {text[:40]!r} is in no known form; kept as a note")
            entry.note("D.O.B", text)
    town, country = row["Town of birth"], row["Country of birth"]
    entry.amendable("birthPlace", ", ".join(filter(None, (town, country))), {"country": country})


def _read_numbers(entry: Entry, row: Row, column: str, prop: str, more: str) -> None:
    if spreadsheet_made(row[column]):
        entry.problem("spreadsheet_number", f"{column} {row[column]!r} was cut by a spreadsheet")
        entry.note(column, row[column])
        return
    found, left = read_numbers(row[column])
    for number, label, note in found:
        entry.amendable(prop, number, {"label": label, "note": note or row[more]})
    for text in left:
        entry.note(column, text)
    if not found and row[more]:
        entry.note(more, row[more])


def _read_imo(entry: Entry, text: str) -> None:
    for number in re.findall(r"\d{7}", text):
        entry.amendable("imoNumber", number)
        if not imo_number(number):
            entry.problem("imo_check_digit", f"IMO number {number!r} fails its check digit")
    if text and not re.search(r"\d{7}", text):
        entry.note("IMO number", text)

"""Read the Consolidated Screening List (CSV, plain or gzipped).

An entry of a list that sanctions is a listing; one that only controls exports is not, since it freezes
nothing: it has a property of its own. An entry that repeats the SDN list is no second listing; every entry of
the Treasury quotes OFAC's number. Lists of Commerce and State give a day of their own; those of the Treasury
are dated by the copies.
"""

from __future__ import annotations

import re

from yalu.errors import ContractError
from yalu.model.vocabulary import QUOTES
from yalu.sources.damage import imo_number
from yalu.sources.entry import Entry
from yalu.sources.ofac_sdn.labels import IMO, NUMBERED, PLAIN
from yalu.sources.quoted import ofac_record
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.us_csl.lists import OF_THE_TREASURY
from yalu.sources.us_csl.table import FILE, KINDS, Row, read_rows
from yalu.sources.written_dates import births

AUTHORITY = "US"
_PLAIN_COLUMNS = {
    "title": "position",
    "call_sign": "callSign",
    "vessel_type": "type",
    "gross_tonnage": "tonnage",
    "gross_registered_tonnage": "grossRegisteredTonnage",
    "vessel_flag": "flag",
    "vessel_owner": "vesselOwner",
    "remarks": "notes",
}
_SEVERAL = {
    "programs": "program",
    "alt_names": "alias",
    "citizenships": "citizenship",
    "nationalities": "nationality",
    "places_of_birth": "birthPlace",
    "addresses": "address",
}
_NOTED = ("federal_register_notice", "license_requirement", "license_policy", "standard_order")
_NUMBER = re.compile(
    r"(?:(?P<country>[A-Z]{2}), )?(?P<dates>(?:\d{4}-\d\d-\d\d, ){0,2})(?P<value>.+?), (?P<label>[^,]+)",
    re.ASCII,
)


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are rows; rows of one id are one party.

    Raises:
        ContractError: the file is not the list, or not whole.
    """
    if part != "list":
        raise ContractError(FILE.source, f"there is no part {part!r}", expected="the part 'list'")
    by_id, count = read_rows(content)
    parsed = Parsed(records=count)
    for id_, rows in by_id.items():
        if len({(r["name"], r["type"]) for r in rows}) > 1:
            _quarantine(f"csl-{id_}", rows, parsed)
        else:
            _read_party(f"csl-{id_}", rows, parsed)
    return parsed


def _quarantine(party: str, rows: list[Row], parsed: Parsed) -> None:
    why = f"one id means {' / '.join(sorted({r['name'] for r in rows}))}"
    parsed.problems.append(Problem("id_on_two_parties", FILE.where(rows[0].number), why, party))
    for row in rows:
        text = " | ".join(filter(None, row.fields.values()))
        parsed.quarantined.append(Quarantined(party, FILE.where(row.number), text, why))


def _read_party(party: str, rows: list[Row], parsed: Parsed) -> None:
    days = [r["start_date"] for r in rows if r["start_date"]]
    listed = min(days, default="")
    entry = Entry(parsed, party, KINDS[rows[0]["type"]], FILE.where(rows[0].number), listed=listed)
    for row in rows:
        entry.locator = FILE.where(row.number)
        detail = {"list": row.list.name, "until": row["end_date"]}
        if row["start_date"]:
            entry.since(row["start_date"], row.list.prop, AUTHORITY, detail)
        else:
            entry.say(row.list.prop, AUTHORITY, detail)
        if row.list.name in OF_THE_TREASURY:
            entry.say(QUOTES, ofac_record(row["entity_number"]), {"field": "entity_number"})
        entry.name(row["name"])
        _read_row(entry, row)


def _pieces(cell: str) -> list[str]:
    return [text for piece in cell.split("; ") if (text := piece.removeprefix("and ").strip(" ;"))]


def _read_row(entry: Entry, row: Row) -> None:
    for column, prop in _SEVERAL.items():
        for piece in _pieces(row[column]):
            entry.say(prop, piece)
    for column, prop in _PLAIN_COLUMNS.items():
        entry.say(prop, row[column])
    for column in _NOTED:
        entry.say("notes", row[column], {"field": column})
    for piece in _pieces(row["dates_of_birth"]):
        found = births(piece)
        for value, detail in found:
            entry.say("birthDate", value, detail)
        if not found:
            entry.problem(
                "bad_birth_date", f"dates_of_birth {piece[:40]!r} is in no known form; kept as a note"
            )
            entry.say("notes", piece, {"field": "dates_of_birth"})
    for piece in _pieces(row["ids"]):
        _read_id(entry, piece)


def _read_id(entry: Entry, text: str) -> None:
    """``CO, 79150656, Cedula No.``: perhaps a country and days, the value, and what it is."""
    match = _NUMBER.fullmatch(text)
    if not match:
        entry.say("notes", text, {"field": "ids"})
        return
    value, label = match["value"], match["label"].strip().removesuffix(" #")
    number = value.removeprefix("IMO ")
    if label in IMO or (label == "Vessel Registration Identification" and number != value):
        if entry.kind != "Vessel":  # a company has an IMO number of another form
            entry.say("registrationNumber", value, {"type": label})
            return
        entry.say("imoNumber", number)
        if not imo_number(number):
            entry.problem("imo_check_digit", f"IMO number {number!r} fails its check digit")
    elif label == "Gender":
        entry.say("gender", value.lower())
    elif prop := NUMBERED.get(label):
        kind = "" if prop == "passportNumber" else label
        dates = match["dates"].rstrip(", ")
        entry.say(prop, value, {"country": match["country"] or "", "type": kind, "dates": dates})
    elif prop := PLAIN.get(label):
        entry.say(prop, value)
    else:
        entry.say("notes", text, {"field": "ids"})

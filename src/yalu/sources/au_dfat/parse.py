"""Read Australia's consolidated list (xlsx).

The listing and the primary name bear the day that Listing Information gives; where it gives none, the
control date is the day by which they were public. Names, birth, citizenship and passport numbers bear the
last day that the entry names; addresses and other texts are dated by the copies.
"""

from __future__ import annotations

import re

from yalu.errors import ContractError
from yalu.sources.au_dfat.listing import read_days
from yalu.sources.au_dfat.sheet import KINDS, NAME_TYPES, SOURCE, Row, read_parties, where
from yalu.sources.entry import Entry
from yalu.sources.language import language
from yalu.sources.numbered import split
from yalu.sources.sighting import Parsed, Problem, Quarantined
from yalu.sources.written_dates import births

AUTHORITY = "AU"
_PASSPORT = re.compile(r"\bPassports? (?:no|number)\.?:? ?([A-Z]{0,3}\d{5,10})(?=[.;,( ]|\Z)", re.IGNORECASE)
_SWIFT = re.compile(r"\bSWIFT(?:/BIC)?:? ?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy; ``part`` is ``list``. Records are parties; each may have several rows.

    Raises:
        ContractError: the file is not the list in the known layout.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    parties, _ = read_parties(content)
    parsed = Parsed(records=len(parties))
    for reference, rows in parties.items():
        kinds = {r["Type"].lower() for r in rows}
        primary = {r["Name of Individual or Entity"] for r in rows if _name_type(r) == "name"}
        if len(kinds) > 1 or len(primary) > 1:
            _quarantine(reference, rows, primary, parsed)
        else:
            _read_party(reference, rows, parsed)
    return parsed


def _name_type(row: Row) -> str:
    return NAME_TYPES[row["Name Type"].lower()]


def _quarantine(reference: str, rows: list[Row], primary: set[str], parsed: Parsed) -> None:
    party, why = f"au-{reference}", f"the reference {reference} means {' / '.join(sorted(primary))}"
    parsed.problems.append(Problem("id_on_two_parties", where(rows[0].number), why, party))
    for row in rows:
        text = " | ".join(filter(None, row.fields.values()))
        parsed.quarantined.append(Quarantined(party, where(row.number), text, why))


def _read_party(reference: str, rows: list[Row], parsed: Parsed) -> None:
    days = [read_days(r["Listing Information"], r["Control Date"]) for r in rows]
    listed = min((d.listed for d in days if d.listed), default="")
    amended = max(d.amended for d in days)
    kind = KINDS[rows[0]["Type"].lower()]
    entry = Entry(parsed, f"au-{reference}", kind, where(rows[0].number), listed=listed, amended=amended)
    for committee in dict.fromkeys(r["Committees"] for r in rows):
        entry.listing(AUTHORITY, {"list": committee})
    former = any(_name_type(r) == "previousName" for r in rows)
    for row in rows:
        entry.locator = where(row.number)
        _read_row(entry, row, former)
    if "name" not in map(_name_type, rows):
        entry.problem("no_name", "no row has the primary name")


def _read_row(entry: Entry, row: Row, former: bool) -> None:
    prop, name = _name_type(row), row["Name of Individual or Entity"]
    if prop == "name":
        entry.name(name, renamed=former)
    else:
        original = row["Name Type"].lower() == "original script"
        entry.amendable(prop, name, lang=language(name) if original else "")
    for piece in split(row["Date of Birth"]):
        found = births(piece)
        for value, detail in found:
            entry.amendable("birthDate", value, detail)
        if not found and piece != "na":
            entry.problem("bad_birth_date", f"Date of Birth {piece!r} is in no known form; kept as a note")
            entry.say("notes", piece, {"field": "Date of Birth"})
    for column, prop in (("Place of Birth", "birthPlace"), ("Citizenship", "nationality")):
        for piece in split(row[column]):
            entry.amendable(prop, piece)
    for piece in split(row["Address"]):
        entry.say("address", piece)
    for column in ("Additional Information", "Listing Information"):
        entry.say("notes", row[column], {"field": column})
    for number in _PASSPORT.findall(row["Additional Information"]):
        entry.amendable("passportNumber", number)
    for number in _SWIFT.findall(row["Additional Information"]):
        entry.say("swiftBic", number)

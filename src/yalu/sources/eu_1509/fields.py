"""What an entry says beside its names."""

from __future__ import annotations

import re

from yalu.sources.damage import imo_number
from yalu.sources.document_number import read_numbers
from yalu.sources.entry import Entry
from yalu.sources.eu_1509.table import Row
from yalu.sources.numbered import split
from yalu.sources.written_dates import births

_WHOLE = (
    *("country", "jurisdiction", "birthPlace", "position", "appearance", "ethnicity", "fatherName"),
    *("motherName", "incorporationDate", "legalForm", "sector", "swiftBic", "ticker", "mmsi", "flag"),
    *("address", "innCode", "ogrnCode", "kppCode", "okpoCode", "leiCode", "taxNumber", "idNumber"),
)
_PIECES = ("registrationNumber", "phone", "email", "website")
_ANOTHER_DATE = re.compile(r", (?=\d)| / (?=\d)")
_OUTSIDE = re.compile(r";(?![^()]*\))")
_QUOTES = ' ".'


def read_fields(entry: Entry, row: Row) -> None:
    """Add the columns that are no name and no listing; the copies date them."""
    for prop in _WHOLE:
        entry.say(prop, row[prop])
    for prop in ("nationality", "gender"):
        entry.say(prop, row[prop].strip(_QUOTES))
    for prop in _PIECES:
        for piece in row[prop].split(";"):
            entry.say(prop, piece.strip(_QUOTES))
    entry.say("reason", row["reason"])
    entry.say("notes", row["notes"], {"field": "notes"})
    for piece in split(row["birthDate"]):
        _read_birth(entry, piece)
    for piece in _OUTSIDE.split(row["passportNumber"]):
        found, left = read_numbers(piece.strip(_QUOTES))
        for number, label, note in found:
            entry.say("passportNumber", number, {"label": label, "note": note})
        for text in left:
            entry.say("notes", text, {"field": "passportNumber"})
    _read_imo(entry, row["imoNumber"])


def _read_birth(entry: Entry, text: str) -> None:
    found = births(_ANOTHER_DATE.sub("; ", text))
    for value, detail in found:
        entry.say("birthDate", value, detail)
    if not found:
        entry.problem("bad_birth_date", f"birthDate {text[:40]!r} is in no known form; kept as a note")
        entry.say("notes", text, {"field": "birthDate"})


def _read_imo(entry: Entry, text: str) -> None:
    if not text:
        return
    if not re.fullmatch(r"[0-9]{7}", text):
        entry.problem("no_imo_number", f"imoNumber is {text[:40]!r}; kept as a note")
        entry.say("notes", text, {"field": "imoNumber"})
        return
    if not imo_number(text):
        entry.problem("imo_check_digit", f"IMO number {text!r} fails its check digit")
    entry.say("imoNumber", text)

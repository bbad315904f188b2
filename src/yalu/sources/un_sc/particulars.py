"""What the list says of a party beside its names: birth, nationality, documents, addresses, texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yalu.sources.un_sc.document import day_of
from yalu.sources.un_sc.fields import Fields, Text
from yalu.sources.un_sc.record import Record

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_PASSPORT = re.compile(r"passport|passeport|pasaporte", re.IGNORECASE)
_DATE_TYPES = ("", "EXACT", "APPROXIMATELY", "BETWEEN")


def join(*texts: Text) -> Text:
    """The texts that are given with commas between them, on the line of the first."""
    given = [t for t in texts if t]
    return Text(", ".join(t.text for t in given), given[0].line if given else 0)


def read_particulars(record: Record) -> None:
    """Everything of the record but its listing and names; what is dated by amendment comes first."""
    fields = record.fields
    for group in fields.groups("INDIVIDUAL_DATE_OF_BIRTH"):
        _read_birth(record, group)
    for group in fields.groups("INDIVIDUAL_PLACE_OF_BIRTH"):
        _read_birth_place(record, group)
    for group in fields.groups("NATIONALITY"):
        for text in group.all("VALUE"):
            record.amendable("nationality", text)
    for group in fields.groups("INDIVIDUAL_DOCUMENT"):
        _read_document(record, group)
    gender = fields.one("GENDER")
    if gender.text.casefold() != "unknown":
        record.say("gender", Text(gender.text.casefold(), gender.line))
    for tag, prop in (("TITLE", "title"), ("DESIGNATION", "position")):
        for group in fields.groups(tag):
            for text in group.all("VALUE"):
                if text.text != "na":
                    record.say(prop, text)
    for group in fields.groups(f"{record.tag}_ADDRESS"):
        _read_address(record, group)
    for text in fields.all("COMMENTS1"):
        record.say("notes", text)
    for tag in ("SUBMITTED_BY", "SUBMITTED_ON"):
        record.note(tag, fields.one(tag))


def birth_date(record: Record, field: str, text: Text, detail: Mapping[str, Any]) -> str:
    """Say a birth date given as a day or a year, and return it; anything else is kept as a note."""
    if not text:
        return ""
    try:
        value = text.text if _YEAR.fullmatch(text.text) else day_of(text.text)
    except ValueError as error:
        record.problem("bad_birth_date", text.line, f"{field}: {error}; kept as a note")
        record.note(field, text, str(detail.get("alias", "")))
        return ""
    record.amendable("birthDate", Text(value, text.line), detail)
    return value


def _read_birth(record: Record, group: Fields) -> None:
    kind, note = group.one("TYPE_OF_DATE"), group.one("NOTE")
    if kind.text not in _DATE_TYPES:
        record.problem("birth_date_form", kind.line, f"TYPE_OF_DATE {kind.text!r} is unknown; read as exact")
    says_about = note.text.casefold().strip(" .") == "approximately"
    detail: dict[str, Any] = {}
    if kind.text == "APPROXIMATELY" or says_about:
        detail["circa"] = True
    date, year = group.one("DATE"), group.one("YEAR")
    since, until = group.one("FROM_YEAR"), group.one("TO_YEAR")
    value = ""
    if since or until:
        if _YEAR.fullmatch(since.text) and _YEAR.fullmatch(until.text) and since.text <= until.text:
            value = birth_date(record, group.path, since, {**detail, "to": until.text})
        else:
            span = Text(f"{since.text or '?'} to {until.text or '?'}", (since or until).line)
            record.problem("bad_birth_date", span.line, f"born between {span.text}; kept as a note")
            record.note(group.inside("FROM_YEAR"), span)
    if date:
        value = birth_date(record, group.inside("DATE"), date, detail) or value
    if year and not (date and value.startswith(year.text)):
        value = birth_date(record, group.inside("YEAR"), year, detail) or value
    if not says_about or not value:
        record.note(group.inside("NOTE"), note, value)


def _read_birth_place(record: Record, group: Fields) -> None:
    country = group.one("COUNTRY")
    place = join(*(group.one(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE")), country)
    record.amendable("birthPlace", place, {"country": country.text})
    note = group.one("NOTE")
    if place:
        record.note(group.inside("NOTE"), note, place.text)
    else:
        record.amendable("birthPlace", note)


def _read_document(record: Record, group: Fields) -> None:
    number, kind, subtype = (group.one(t) for t in ("NUMBER", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"))
    issuer, place = group.one("ISSUING_COUNTRY"), group.one("COUNTRY_OF_ISSUE")
    country = (issuer or place).text
    if _PASSPORT.search(kind.text or subtype.text):
        record.amendable("passportNumber", number, {"country": country})
        subtype = subtype if subtype.text.casefold() != "passport" else Text("", 0)
    else:
        record.amendable("idNumber", number, {"type": subtype.text or kind.text, "country": country})
        subtype = subtype if not number else Text("", 0)
    if not number and (kind or subtype):
        what = f"{kind.text or subtype.text} without NUMBER; what stands of it is kept as notes"
        record.problem("document_without_number", group.line, what)
    of = number.text or kind.text
    record.note(group.inside("TYPE_OF_DOCUMENT2"), subtype, of)
    if not number:
        record.note(group.inside("ISSUING_COUNTRY"), issuer, of)
    if not number or (issuer and place.text != issuer.text):
        record.note(group.inside("COUNTRY_OF_ISSUE"), place, of)
    for tag in ("CITY_OF_ISSUE", "DATE_OF_ISSUE", "NOTE"):
        record.note(group.inside(tag), group.one(tag), of)


def _read_address(record: Record, group: Fields) -> None:
    country = group.one("COUNTRY")
    place = join(*(group.one(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE")))
    if place:
        record.say("address", join(place, country), {"country": country.text})
    record.say("country", country)
    record.note(group.inside("NOTE"), group.one("NOTE"), join(place, country).text)
